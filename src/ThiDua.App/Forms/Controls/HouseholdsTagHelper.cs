using Microsoft.AspNetCore.Razor.TagHelpers;
using ThiDua.App.Shared;

namespace ThiDua.App.Forms;

/// <summary>Households of the unit's own list: ticked by whole groups, one by one, or written by their numbers.</summary>
[HtmlTargetElement("form-households", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormHouseholdsTagHelper : FieldTagHelper
{
    /// <summary>Larger groups are written, not ticked one by one.</summary>
    private const int MostBoxes = 400;

    /// <summary>Each group by its range of numbers.</summary>
    public IEnumerable<NamedThing> Groups { get; set; } = [];

    /// <summary>Words: "all {0} households", "choose households: {0}", "or write numbers".</summary>
    public Func<int, string> Whole { get; set; } = n => $"{n}";
    public Func<string, string> Each { get; set; } = g => g;
    public string Or { get; set; } = "";

    protected override bool Group => true;

    protected override void Entry(TagHelperContent html)
    {
        var numbers = HouseholdsKind.Numbers(Value ?? "");
        var chosen = numbers ?? [];
        var known = new HashSet<int>();
        html.AppendHtml("<div class=\"choices households\">");
        foreach (var (at, group) in Groups.Index())
        {
            var inside = HouseholdsKind.Numbers(group.Key) ?? [];
            known.UnionWith(inside);
            var whole = inside.All(chosen.Contains);
            Box(html, at == 0 ? Key : $"{Key}-{at}", group.Key, whole, new(group.Key, group.Name, Help: Whole(inside.Count)));
            if (inside.Count > MostBoxes)
                continue;
            html.AppendHtml("<details").AppendHtml(whole || !inside.Any(chosen.Contains) ? "" : " open").AppendHtml("><summary>");
            html.Append(Each(group.Name)).AppendHtml("</summary><div class=\"numbers\">");
            foreach (var number in inside)
                Box(html, $"{Key}-n{number}", $"{number}", !whole && chosen.Contains(number), new($"{number}", $"{number}"));
            html.AppendHtml("</div></details>");
        }
        // What was written and cannot be read stays to be mended.
        var written = numbers is null ? Value : HouseholdsKind.Text(chosen.Where(n => !known.Contains(n)));
        var id = known.Count == 0 ? Key : $"{Key}-written";
        html.AppendHtml("<label").AppendHtml(Attribute("for", id)).AppendHtml(">").Append(Or).AppendHtml("</label><input");
        html.AppendHtml(All([.. Shared(id), ("type", "text"), ("value", written), ("autocomplete", "off")])).AppendHtml("></div>");
    }

    private void Box(TagHelperContent html, string id, string value, bool ticked, Option option) =>
        Boxes.Write(html, All([.. Shared(id), ("type", "checkbox"), ("value", value), ("checked", ticked ? "checked" : null)]), option);
}
