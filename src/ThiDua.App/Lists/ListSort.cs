using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ThiDua.App.Lists;

/// <summary>The head of a column by which a list can be put in order: a link, pressed again the other way round.</summary>
[HtmlTargetElement("th", Attributes = "sort-by,list")]
public sealed class ListSortTagHelper : TagHelper
{
    public string SortBy { get; set; } = "";
    public ListView List { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var here = List.Sort == SortBy;
        var next = here && !List.Descending ? $"-{SortBy}" : SortBy;
        if (here)
            output.Attributes.SetAttribute("aria-sort", List.Descending ? "descending" : "ascending");
        var label = (await output.GetChildContentAsync()).GetContent();
        output.Content.SetHtmlContent(
            $"<a href=\"{System.Net.WebUtility.HtmlEncode(List.Link("sort", next))}\">{label}{(here ? List.Descending ? " ▾" : " ▴" : "")}</a>"
        );
    }
}
