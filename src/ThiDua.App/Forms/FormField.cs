using FluentValidation.Results;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ThiDua.App.Shared;

namespace ThiDua.App.Forms;

/// <summary>One field as every form shows it: label above, help under the label, unit at the end, error under the field.</summary>
[HtmlTargetElement("form-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormFieldTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Its own id, where another form of the page has a field of the same name; else the name.</summary>
    public string? Id { get; set; }
    public string Label { get; set; } = "";
    public string? Help { get; set; }
    public string? Value { get; set; }
    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }

    /// <summary>Unit of measure, shown inside the field's end.</summary>
    public string? Unit { get; set; }

    /// <summary>Last period's value or the usual range, shown beside the field.</summary>
    public string? Beside { get; set; }
    public int Rows { get; set; }
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error = Errors.FirstOrDefault(e => e.Field == Name);
        var id = Id ?? Name;
        var described = string.Join(
            ' ',
            new[]
            {
                Help is null ? null : $"{id}-help",
                Beside is null ? null : $"{id}-beside",
                error is null ? null : $"{id}-error",
            }.OfType<string>()
        );
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field wrong");
        var html = output.Content;
        html.AppendHtml("<label").AppendHtml(Attribute("for", id)).AppendHtml(">").Append(Label).AppendHtml("</label>");
        if (Help is not null)
            html.AppendHtml("<p class=\"help\"").AppendHtml(Attribute("id", $"{id}-help")).AppendHtml(">").Append(Help).AppendHtml("</p>");
        html.AppendHtml("<div class=\"entry\">");
        var shared = new List<(string, string?)>
        {
            ("id", id),
            ("name", Name),
            ("aria-describedby", described.Length > 0 ? described : null),
            ("aria-invalid", error is null ? null : "true"),
            ("autocomplete", Autocomplete),
            ("inputmode", Inputmode),
        };
        if (Rows > 0)
            html.AppendHtml("<textarea")
                .AppendHtml(All(shared))
                .AppendHtml(Attribute("rows", $"{Rows}"))
                .AppendHtml(">")
                .Append(Value ?? "")
                .AppendHtml("</textarea>");
        else
            html.AppendHtml("<input")
                .AppendHtml(All(shared))
                .AppendHtml(Attribute("type", Type))
                .AppendHtml(Attribute("value", Value))
                .AppendHtml(">");
        if (Unit is not null)
            html.AppendHtml("<span class=\"unit\">").Append(Unit).AppendHtml("</span>");
        html.AppendHtml("</div>");
        if (Beside is not null)
            html.AppendHtml("<p class=\"beside\"")
                .AppendHtml(Attribute("id", $"{id}-beside"))
                .AppendHtml(">")
                .Append(Beside)
                .AppendHtml("</p>");
        if (error is not null)
            html.AppendHtml("<p class=\"error\"")
                .AppendHtml(Attribute("id", $"{id}-error"))
                .AppendHtml(">")
                .Append(error.Message)
                .AppendHtml("</p>");
    }

    private static readonly System.Text.Encodings.Web.HtmlEncoder Encoder = System.Text.Encodings.Web.HtmlEncoder.Create(
        System.Text.Unicode.UnicodeRanges.All
    );

    internal static string All(IEnumerable<(string Name, string? Value)> attributes) =>
        string.Concat(attributes.Select(a => Attribute(a.Name, a.Value)));

    internal static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{Encoder.Encode(value)}\"";
}

public static class FormErrors
{
    public static IReadOnlyList<FieldError> FieldErrors(this ValidationResult result) =>
        [.. result.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorMessage))];
}
