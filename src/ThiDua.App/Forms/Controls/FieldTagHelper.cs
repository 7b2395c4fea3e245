using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation.Results;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ThiDua.App.Shared;

namespace ThiDua.App.Forms;

/// <summary>What every field has around it: label above, help under the label, error under the entry.</summary>
public abstract class FieldTagHelper : TagHelper
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Name { get; set; } = "";

    /// <summary>Its own id, where another form of the page has a field of the same name; else the name.</summary>
    public string? Id { get; set; }
    public string Label { get; set; } = "";
    public string? Help { get; set; }
    public string? Value { get; set; }

    /// <summary>Last period's value or the usual range, shown beside the field.</summary>
    public string? Beside { get; set; }
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    protected string Key => Id ?? Name;

    protected FieldError? Error => Errors.FirstOrDefault(e => e.Field == Name);

    /// <summary>Several controls under one legend.</summary>
    protected virtual bool Group => false;

    protected abstract void Entry(TagHelperContent html);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field{(Group ? " choice" : "")}{(Error is null ? "" : " wrong")}");
        var html = output.Content;
        if (Group)
            html.AppendHtml("<legend>").Append(Label).AppendHtml("</legend>");
        else
            html.AppendHtml("<label").AppendHtml(Attribute("for", Key)).AppendHtml(">").Append(Label).AppendHtml("</label>");
        Line(html, "help", Help);
        Entry(html);
        Line(html, "beside", Beside);
        Line(html, "error", Error?.Message);
    }

    private void Line(TagHelperContent html, string what, string? text)
    {
        if (text is not null)
            html.AppendHtml($"<p class=\"{what}\"")
                .AppendHtml(Attribute("id", $"{Key}-{what}"))
                .AppendHtml(">")
                .Append(text)
                .AppendHtml("</p>");
    }

    /// <summary>What a control says of itself to those who hear the page.</summary>
    protected IEnumerable<(string Name, string? Value)> Shared(string? id = null)
    {
        var lines = new[] { ("help", Help), ("beside", Beside), ("error", Error?.Message) };
        var described = string.Join(' ', lines.Where(l => l.Item2 is not null).Select(l => $"{Key}-{l.Item1}"));
        return
        [
            ("id", id ?? Key),
            ("name", Name),
            ("aria-describedby", described.Length > 0 ? described : null),
            ("aria-invalid", Error is null ? null : "true"),
        ];
    }

    internal static IHtmlContent All(IEnumerable<(string Name, string? Value)> attributes) =>
        new HtmlString(string.Concat(attributes.Select(a => Attribute(a.Name, a.Value))));

    protected static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{Encoder.Encode(value)}\"";
}

public static class FormErrors
{
    public static IReadOnlyList<FieldError> FieldErrors(this ValidationResult result) =>
        [.. result.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorMessage))];
}
