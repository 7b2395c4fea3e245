using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace ThiDua.App.Features.Progress.Charts;

/// <summary>
/// Writes SVG with presentation attributes and classes only: the content policy forbids style attributes, and classes
/// follow the dark mode. Coordinates across are percentages, so that text keeps its size on a narrow screen.
/// </summary>
public sealed class Svg
{
    /// <summary>Id of the hatch that every forecast is filled with; <see cref="Hatch"/> must stand once on the page.</summary>
    private const string HatchFill = "url(#hatch)";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder svg = new();

    /// <param name="title">What a reader who does not see the picture is told.</param>
    public Svg(string classes, int height, string title) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"{classes}\" role=\"img\" width=\"100%\" height=\"{height}\" focusable=\"false\"><title>{Encoder.Encode(title)}</title>"
        );

    /// <summary>The pattern of forecasts, for all pictures of a page.</summary>
    public static IHtmlContent Hatch { get; } =
        new HtmlString(
            "<svg class=\"sr\" width=\"1\" height=\"1\" aria-hidden=\"true\" focusable=\"false\"><defs><pattern id=\"hatch\" width=\"6\" height=\"6\" "
                + "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"hatch-ground\" width=\"6\" height=\"6\"/>"
                + "<line class=\"hatch-line\" x1=\"1.5\" y1=\"0\" x2=\"1.5\" y2=\"6\"/></pattern></defs></svg>"
        );

    /// <param name="x">Per cent of the width, as is <paramref name="width"/>.</param>
    /// <param name="y">Pixels, as is <paramref name="height"/>.</param>
    public Svg Rect(string classes, double x, double y, double width, double height, bool hatched = false)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect class=\"{classes}\" x=\"{x:0.##}%\" y=\"{y:0.#}\" width=\"{Math.Max(width, 0):0.##}%\" height=\"{Math.Max(height, 0):0.#}\""
        );
        if (hatched)
            svg.Append($" fill=\"{HatchFill}\"");
        svg.Append("/>");
        return this;
    }

    public Svg Line(string classes, double x1, double y1, double x2, double y2)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<line class=\"{classes}\" x1=\"{x1:0.##}%\" y1=\"{y1:0.#}\" x2=\"{x2:0.##}%\" y2=\"{y2:0.#}\"/>"
        );
        return this;
    }

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public Svg Text(string classes, double x, double y, string anchor, string text)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"{classes}\" x=\"{x:0.##}%\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Encoder.Encode(text)}</text>"
        );
        return this;
    }

    public IHtmlContent End() => new HtmlString(svg.Append("</svg>").ToString());
}
