using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ThiDua.App.Forms;

/// <summary>A line or lines of text, a number with its unit at the end, a day.</summary>
[HtmlTargetElement("form-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormFieldTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }

    /// <summary>Unit of measure, shown inside the field's end.</summary>
    public string? Unit { get; set; }
    public int Rows { get; set; }
    public int? Maxlength { get; set; }

    /// <summary>Bounds of a day, as a browser writes it.</summary>
    public string? Min { get; set; }
    public string? Max { get; set; }

    protected override void Entry(TagHelperContent html)
    {
        var shared = Shared()
            .Concat([
                ("autocomplete", Autocomplete),
                ("inputmode", Inputmode),
                ("maxlength", Maxlength?.ToString(CultureInfo.InvariantCulture)),
            ]);
        html.AppendHtml("<div class=\"entry\">");
        if (Rows > 0)
            html.AppendHtml("<textarea")
                .AppendHtml(All(shared))
                .AppendHtml(Attribute("rows", $"{Rows}"))
                .AppendHtml(">")
                .Append(Value ?? "")
                .AppendHtml("</textarea>");
        else
            html.AppendHtml("<input")
                .AppendHtml(All([.. shared, ("type", Type), ("value", Value), ("min", Min), ("max", Max)]))
                .AppendHtml(">");
        if (Unit is { Length: > 0 })
            html.AppendHtml("<span class=\"unit\">").Append(Unit).AppendHtml("</span>");
        html.AppendHtml("</div>");
    }
}

/// <summary>One of several, from a list that opens.</summary>
[HtmlTargetElement("form-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormSelectTagHelper : FieldTagHelper
{
    public IEnumerable<Option> Options { get; set; } = [];

    /// <summary>The first line, which chooses nothing; null where something is always chosen.</summary>
    public string? Empty { get; set; }

    protected override void Entry(TagHelperContent html)
    {
        html.AppendHtml("<select").AppendHtml(All(Shared())).AppendHtml(">");
        if (Empty is not null)
            html.AppendHtml("<option value=\"\">").Append(Empty).AppendHtml("</option>");
        string? group = null;
        foreach (var option in Options)
        {
            if (option.Group != group)
            {
                html.AppendHtml(group is null ? "" : "</optgroup>");
                if (option.Group is not null)
                    html.AppendHtml("<optgroup").AppendHtml(Attribute("label", option.Group)).AppendHtml(">");
                group = option.Group;
            }
            var chosen = option.Value == Value ? "selected" : null;
            html.AppendHtml("<option")
                .AppendHtml(All([("value", option.Value), ("selected", chosen)]))
                .AppendHtml(">")
                .Append(option.Label)
                .AppendHtml("</option>");
        }
        html.AppendHtml(group is null ? "</select>" : "</optgroup></select>");
    }
}

/// <summary>Files from the machine, or pictures from its camera.</summary>
[HtmlTargetElement("form-files", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormFilesTagHelper : FieldTagHelper
{
    /// <summary>Several at once.</summary>
    public bool Many { get; set; }

    /// <summary>Kinds as the browser names them; null for any.</summary>
    public string? Accept { get; set; }
    public bool Required { get; set; }

    protected override void Entry(TagHelperContent html)
    {
        var (many, required) = (Many ? "multiple" : null, Required ? "required" : null);
        html.AppendHtml("<input")
            .AppendHtml(All([.. Shared(), ("type", "file"), ("accept", Accept), ("multiple", many), ("required", required)]))
            .AppendHtml(">");
    }
}
