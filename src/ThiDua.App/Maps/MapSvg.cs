using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace ThiDua.App.Maps;

/// <summary>
/// The picture itself. Widths and sizes of letters are the style sheet's (<c>map.css</c>): they do not shrink with the picture.
/// </summary>
public static class MapSvg
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>What lies nearer together bears its numbers in one place.</summary>
    private const int Spot = 40;
    private const int MostTogether = 3;

    private static readonly string[] Order = ["area", "line", "point"];

    /// <param name="says">What the picture shows, in a sentence.</param>
    public static IHtmlContent Draw(MapDrawing map, string says)
    {
        var canvas = map.Canvas;
        var svg = new StringBuilder();
        var label = Encoder.Encode($"{map.Title}. {says}");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {MapCanvas.Width} {canvas.Height}\" role=\"group\" aria-label=\"{label}\""
        );
        svg.Append(CultureInfo.InvariantCulture, $" data-box=\"{canvas.Box}\"><defs>");
        for (var look = 0; look < MapDrawing.Looks; look++)
            Pattern(svg, look);
        svg.Append("</defs><g class=\"units\">");
        foreach (var area in map.Areas)
            Area(svg, area);
        svg.Append("</g><g class=\"shapes\">");
        foreach (var shape in map.Shapes.OrderBy(s => Array.IndexOf(Order, s.Sort)))
            Shape(svg, shape);
        svg.Append("</g><g class=\"names\" aria-hidden=\"true\">");
        if (map.IsNumbered)
            foreach (var spot in map.Shapes.GroupBy(s => (s.Label.X / Spot, s.Label.Y / Spot)))
                Text(svg, "number", spot.First().Label, Numbers([.. spot.Select(s => s.Number)]));
        foreach (var area in map.Areas)
            Name(svg, area);
        svg.Append("</g>");
        Scale(svg, canvas);
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>A class as it is drawn, for the legend.</summary>
    public static IHtmlContent Swatch(MapClass look)
    {
        var path = look.Sort switch
        {
            "point" => "M30 15h0",
            "line" => "M4 15h52",
            _ => "M3 3h54v24H3z",
        };
        var marks = $"<g class=\"k{look.Look} {look.Sort}\">{Marks(path, look.Sort)}</g>";
        return new HtmlString($"<svg class=\"map-key\" viewBox=\"0 0 60 30\" aria-hidden=\"true\">{marks}</svg>");
    }

    private static string Numbers(IReadOnlyList<int> numbers) =>
        numbers.Count <= MostTogether
            ? string.Join(", ", numbers)
            : string.Create(CultureInfo.InvariantCulture, $"{numbers[0]} … {numbers[^1]} ({numbers.Count})");

    private static void Pattern(StringBuilder svg, int look) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<pattern id=\"fill-{look}\" class=\"k{look}\" width=\"44\" height=\"44\" patternUnits=\"userSpaceOnUse\""
                + $" patternTransform=\"rotate({look * 30})\"><path class=\"ground\" d=\"M0 0h44v44H0z\"/>"
                + $"<path class=\"mesh\" d=\"{(look % 2 == 0 ? "M0 22h44" : "M0 22h44M22 0v44")}\"/></pattern>"
        );

    private static void Area(StringBuilder svg, DrawnArea drawn)
    {
        var area = drawn.Area;
        var path = $"<path{(area.Shade is { } shade ? $" class=\"s{shade}\"" : "")} d=\"{drawn.Path}\"/>";
        var name = Encoder.Encode(area.Figure is { } figure ? $"{area.Name}: {figure}" : area.Name);
        svg.Append(area.Href is { } href ? $"<a href=\"{Encoder.Encode(href)}\" aria-label=\"{name}\">{path}</a>" : path);
    }

    private static void Shape(StringBuilder svg, DrawnShape drawn)
    {
        var shape = drawn.Shape;
        var name = Encoder.Encode(string.Create(CultureInfo.InvariantCulture, $"{drawn.Number}. {shape.Name}, {shape.ClassLabel}"));
        var content = $"<title>{name}</title><path class=\"hit\" d=\"{drawn.Path}\"/>{Marks(drawn.Path, drawn.Sort)}";
        var look = $"k{drawn.Class.Look} {drawn.Sort}";
        svg.Append(
            shape.Href is { } href
                ? $"<a class=\"{look}\" href=\"{Encoder.Encode(href)}\" aria-label=\"{name}\">{content}</a>"
                : $"<g class=\"{look}\">{content}</g>"
        );
    }

    private static string Marks(string path, string sort) =>
        $"<path class=\"mark\" d=\"{path}\"/>{(sort == "point" ? $"<path class=\"eye\" d=\"{path}\"/>" : "")}";

    private static void Name(StringBuilder svg, DrawnArea drawn)
    {
        if (drawn.Area.Name.Length == 0)
            return;
        Text(svg, "name", drawn.Label, drawn.Area.Name);
        if (drawn.Area.Figure is { } figure)
            Text(svg, "name figure-of", drawn.Label, figure);
    }

    private static void Text(StringBuilder svg, string look, (int X, int Y) at, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{look}\" x=\"{at.X}\" y=\"{at.Y}\">{Encoder.Encode(text)}</text>");

    private static void Scale(StringBuilder svg, MapCanvas canvas)
    {
        var (metres, units) = canvas.Scale();
        var text = metres < 1_000 ? $"{metres:0} m" : $"{metres / 1_000:0} km";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<g class=\"scale\" aria-hidden=\"true\"><path d=\"M40 {canvas.Height - 70}v30h{units}v-30\"/>"
        );
        Text(svg, "name", (40 + units / 2, canvas.Height - 60), text);
        svg.Append("</g>");
    }
}
