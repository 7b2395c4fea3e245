using System.Globalization;
using ThiDua.App.Features.Plans.Review;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans;

/// <summary>Where in the review somebody is: the filter, the search and the page that the address says, kept over every change.</summary>
public sealed record ReviewPlace(ReviewShow Show, string? Search, int Page)
{
    public string Query =>
        QueryString
            .Create(
                new[]
                {
                    KeyValuePair.Create("show", Show == ReviewShow.All ? null : Show.ToString()),
                    KeyValuePair.Create("q", string.IsNullOrWhiteSpace(Search) ? null : Search),
                    KeyValuePair.Create("p", Page <= 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
                }.Where(p => p.Value is not null)!
            )
            .ToString();

    /// <summary>Back to an item; to the one that follows it where it no longer fits the filter.</summary>
    /// <param name="item">0 for one that is new.</param>
    public string BackTo(PlanDraft draft, DraftContent content, int item)
    {
        if (item == 0)
            return $"/plans/{draft.PublicId}{Query}";
        var list = new ReviewList(content, PlanJson.Parse(draft.ReadJson), Show, Search, Page);
        var line = content.Item(item)?.FirstLine ?? 0;
        var next =
            list.Entries.FirstOrDefault(e => e.Item.Id == item)
            ?? list.Entries.FirstOrDefault(e => e.Item.FirstLine >= line)
            ?? list.Entries.LastOrDefault();
        return $"/plans/{draft.PublicId}{Query}{(next is null ? "" : $"#i{next.Item.Id}")}";
    }
}
