using ThiDua.App.Data;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans.Review;

/// <summary>What the review page lists.</summary>
public enum ReviewShow
{
    All,
    Unsure,
    NoUnit,
    NoIndicator,
    Dropped,
}

/// <param name="Heading">Shown above the item; null where the one above still holds.</param>
/// <param name="UnsureFirst">It stands in the block that comes first.</param>
public sealed record ReviewEntry(
    DraftItem Item,
    string? Heading,
    bool UnsureFirst,
    IReadOnlyList<Doubt> Doubts,
    bool UnitMissing,
    IReadOnlyList<Warning> Notes
);

/// <summary>Which items a page of the review shows, and in which order: unsure ones first, then by the plan's sections.</summary>
public sealed class ReviewList
{
    public const int PageSize = 200;
    private readonly DraftContent content;
    private readonly Plan plan;

    public ReviewList(DraftContent content, Plan plan, ReviewShow show, string? query, int page)
    {
        (this.content, this.plan) = (content, plan);
        var words = SearchText.Fold(query);
        var found = content
            .Items.Where(i =>
                Fits(i, show) && (words.Length == 0 || SearchText.Fold(Searched(i)).Contains(words, StringComparison.Ordinal))
            )
            .OrderBy(i => i.FirstLine == 0 ? int.MaxValue : i.FirstLine)
            .ThenBy(i => i is DraftTarget ? 0 : 1)
            .ThenBy(i => i.Id)
            .ToList();
        var unsure = show == ReviewShow.Unsure ? [] : found.Where(i => DraftRules.Doubts(i).Count > 0).ToList();
        var ordered = unsure.Select(i => (Item: i, First: true)).Concat(found.Except(unsure).Select(i => (Item: i, First: false))).ToList();
        Pages = Math.Max(1, (ordered.Count + PageSize - 1) / PageSize);
        Page = Math.Clamp(page, 1, Pages);
        Found = ordered.Count;
        Entries = Headed(ordered.Skip((Page - 1) * PageSize).Take(PageSize));
    }

    public IReadOnlyList<ReviewEntry> Entries { get; }

    /// <summary>What the reader was unsure of in the file as a whole: its letters were recognised, its encoding converted.</summary>
    public IReadOnlyList<Warning> OfTheFile => [.. plan.Warnings.Where(w => w.Lines is null).DistinctBy(w => w.Message)];
    public int Found { get; }
    public int Page { get; }
    public int Pages { get; }

    public int Count(ReviewShow show) => content.Items.Count(i => Fits(i, show));

    private bool Fits(DraftItem item, ReviewShow show) =>
        show switch
        {
            ReviewShow.Dropped => item.Dropped,
            ReviewShow.Unsure => DraftRules.Doubts(item).Count > 0,
            ReviewShow.NoUnit => DraftRules.UnitMissing(content, item),
            ReviewShow.NoIndicator => item is DraftTarget { Dropped: false, Indicator: null },
            _ => !item.Dropped,
        };

    private static string Searched(DraftItem item) => string.Join(' ', [item.Text, item.Section ?? "", .. item.UnitNames]);

    private List<ReviewEntry> Headed(IEnumerable<(DraftItem Item, bool First)> items)
    {
        var entries = new List<ReviewEntry>();
        string? last = null;
        foreach (var (item, first) in items)
        {
            var heading = first ? "" : Heading(item.Section);
            entries.Add(
                new(
                    item,
                    heading == last ? null : heading,
                    first,
                    DraftRules.Doubts(item),
                    DraftRules.UnitMissing(content, item),
                    Notes(item)
                )
            );
            last = heading;
        }
        return entries;
    }

    private string Heading(string? number) =>
        number is null ? "–"
        : plan.Sections.FirstOrDefault(s => s.Number == number) is { } section ? $"{number}. {section.Title}"
        : number;

    private IReadOnlyList<Warning> Notes(DraftItem item) =>
        item.FirstLine == 0 || item.Confirmed
            ? []
            :
            [
                .. plan
                    .Warnings.Where(w =>
                        w.Code != "ocr.slip" && w.Lines is { } lines && lines.First <= item.LastLine && lines.Last >= item.FirstLine
                    )
                    .Take(3),
            ];
}
