using Microsoft.AspNetCore.Razor.TagHelpers;
using ThiDua.App.Shared;

namespace ThiDua.App.Forms;

/// <summary>A choice of a few as radio buttons under one legend, for what a form field is too free: yes or no.</summary>
[HtmlTargetElement("form-choice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormChoiceTagHelper : TagHelper
{
    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Help { get; set; }
    public string? Beside { get; set; }
    public string? Value { get; set; }

    /// <summary>Value and label of each.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; set; } = [];
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error = Errors.FirstOrDefault(e => e.Field == Name);
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field choice" : "field choice wrong");
        var html = output.Content;
        html.AppendHtml("<legend>").Append(Label).AppendHtml("</legend>");
        if (Help is not null)
            html.AppendHtml("<p class=\"help\">").Append(Help).AppendHtml("</p>");
        html.AppendHtml("<div class=\"choices\">");
        for (var at = 0; at < Choices.Count; at++)
        {
            // The first bears the field's own id, so that the summary of errors can lead to it.
            var id = at == 0 ? Name : $"{Name}-{at}";
            html.AppendHtml("<label")
                .AppendHtml(FormFieldTagHelper.Attribute("for", id))
                .AppendHtml("><input type=\"radio\"")
                .AppendHtml(
                    FormFieldTagHelper.All([
                        ("id", id),
                        ("name", Name),
                        ("value", Choices[at].Value),
                        ("checked", Choices[at].Value == Value ? "checked" : null),
                    ])
                )
                .AppendHtml(">")
                .Append(Choices[at].Label)
                .AppendHtml("</label>");
        }
        html.AppendHtml("</div>");
        if (Beside is not null)
            html.AppendHtml("<p class=\"beside\">").Append(Beside).AppendHtml("</p>");
        if (error is not null)
            html.AppendHtml("<p class=\"error\">").Append(error.Message).AppendHtml("</p>");
    }
}
