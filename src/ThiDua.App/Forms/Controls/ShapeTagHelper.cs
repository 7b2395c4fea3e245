using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using ThiDua.App.Maps;

namespace ThiDua.App.Forms;

/// <summary>
/// A shape: lines of points or a file, as everybody can give them; <c>draw.js</c> puts a map above on which it is drawn.
/// </summary>
[HtmlTargetElement("form-shape", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormShapeTagHelper(IStringLocalizer<Text> text, MapTiles tiles) : FieldTagHelper
{
    private static readonly string[] Said =
    [
        "DrawMap",
        "DrawAdd",
        "DrawUndo",
        "DrawClear",
        "DrawPoints",
        "DrawLength",
        "DrawArea",
        "DrawHint",
        "DrawOther",
        "ZoomIn",
        "ZoomOut",
    ];

    public ShapeSort Shape { get; set; }

    /// <summary>Public id of the unit whose map lies under it.</summary>
    public string? Place { get; set; }

    protected override void Entry(TagHelperContent html)
    {
        var ground = Place is null ? null : $"/map/areas?unit={Place}";
        html.AppendHtml("<div class=\"shape\"")
            .AppendHtml(All([("data-draw", Shape.ToString().ToLowerInvariant()), ("data-ground", ground)]))
            .AppendHtml(All([("data-tiles", tiles.Address), ("data-credit", tiles.Credit)]))
            .AppendHtml(All(Said.Select(s => ($"data-{FormCodes.Of(s)}", (string?)text[s].Value))))
            .AppendHtml("><textarea")
            .AppendHtml(
                All([.. Shared(), ("rows", Shape == ShapeSort.Point ? "1" : "4"), ("spellcheck", "false"), ("autocomplete", "off")])
            )
            .AppendHtml(">")
            .Append(Value ?? "")
            .AppendHtml("</textarea></div><label class=\"small\"")
            .AppendHtml(Attribute("for", $"{Key}-file"))
            .AppendHtml(">")
            .Append(text["ShapeFile"].Value)
            .AppendHtml("</label><input type=\"file\" accept=\".geojson,.json,application/geo+json\"")
            .AppendHtml(All([("id", $"{Key}-file"), ("name", FormPosts.FileOf(Name))]))
            .AppendHtml(">");
    }
}
