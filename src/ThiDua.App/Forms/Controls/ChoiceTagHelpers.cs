using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ThiDua.App.Forms;

/// <param name="Group">Under which heading it stands in a list that opens.</param>
/// <param name="Help">A line under the label, where there is room for one.</param>
public sealed record Option(string Value, string Label, string? Group = null, string? Help = null);

/// <summary>One of a few, all of them to be seen.</summary>
[HtmlTargetElement("form-choice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormChoiceTagHelper : FieldTagHelper
{
    public IEnumerable<Option> Options { get; set; } = [];

    protected override bool Group => true;

    protected override void Entry(TagHelperContent html)
    {
        html.AppendHtml("<div class=\"choices\">");
        foreach (var (at, option) in Options.Index())
        {
            // The first bears the field's own id, so that the summary of errors can lead to it.
            var id = at == 0 ? Key : $"{Key}-{at}";
            var ticked = option.Value == Value ? "checked" : null;
            Boxes.Write(html, All([.. Shared(id), ("type", "radio"), ("value", option.Value), ("checked", ticked)]), option);
        }
        html.AppendHtml("</div>");
    }
}

/// <summary>Any of a few; the values that are chosen are parted by blanks.</summary>
[HtmlTargetElement("form-checks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormChecksTagHelper : FieldTagHelper
{
    public IEnumerable<Option> Options { get; set; } = [];

    /// <summary>More than these open on demand.</summary>
    private const int MostSeen = 15;

    /// <summary>What opens them: "choose among {0}".</summary>
    public Func<int, string> Fold { get; set; } = n => $"{n}";

    protected override bool Group => true;

    protected override void Entry(TagHelperContent html)
    {
        var (chosen, count) = (ChoicesKind.Codes(Value ?? ""), Options.Count());
        if (count > MostSeen)
            html.AppendHtml("<details")
                .AppendHtml(chosen.Length > 0 || Error is not null ? " open" : "")
                .AppendHtml("><summary>")
                .Append(Fold(count))
                .AppendHtml("</summary>");
        html.AppendHtml("<div class=\"choices\">");
        foreach (var (at, option) in Options.Index())
        {
            var id = at == 0 ? Key : $"{Key}-{at}";
            var ticked = chosen.Contains(option.Value) ? "checked" : null;
            Boxes.Write(html, All([.. Shared(id), ("type", "checkbox"), ("value", option.Value), ("checked", ticked)]), option);
        }
        html.AppendHtml(count > MostSeen ? "</div></details>" : "</div>");
    }
}

/// <summary>One box to tick.</summary>
[HtmlTargetElement("form-check", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormCheckTagHelper : FieldTagHelper
{
    public bool Checked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        output.Attributes.SetAttribute("class", Error is null ? "field check" : "field check wrong");
        output.Content.Clear();
        Entry(output.Content);
    }

    protected override void Entry(TagHelperContent html)
    {
        var box = All([.. Shared(), ("type", "checkbox"), ("value", Value ?? "true"), ("checked", Checked ? "checked" : null)]);
        html.AppendHtml("<input").AppendHtml(box).AppendHtml("><label").AppendHtml(Attribute("for", Key)).AppendHtml(">").Append(Label);
        if (Help is not null)
            html.AppendHtml("<br><span class=\"small\"")
                .AppendHtml(Attribute("id", $"{Key}-help"))
                .AppendHtml(">")
                .Append(Help)
                .AppendHtml("</span>");
        html.AppendHtml("</label>");
        if (Error is { } error)
            html.AppendHtml("<p class=\"error\"")
                .AppendHtml(Attribute("id", $"{Key}-error"))
                .AppendHtml(">")
                .Append(error.Message)
                .AppendHtml("</p>");
    }
}

internal static class Boxes
{
    public static void Write(TagHelperContent html, Microsoft.AspNetCore.Html.IHtmlContent attributes, Option option)
    {
        html.AppendHtml("<label><input").AppendHtml(attributes).AppendHtml("><span>").Append(option.Label);
        if (option.Help is not null)
            html.AppendHtml("<br><span class=\"small\">").Append(option.Help).AppendHtml("</span>");
        html.AppendHtml("</span></label>");
    }
}
