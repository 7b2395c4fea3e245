using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;

namespace ThiDua.App.Maps;

/// <summary>What a shape is: a place, a road, an area.</summary>
public enum ShapeSort
{
    Point,
    Line,
    Area,
}

/// <summary>
/// Shapes as texts: kept as the compact geometry of GeoJSON, typed as that or as lines of "latitude, longitude". Pure.
/// </summary>
public static partial class ShapeText
{
    /// <summary>Points of one shape of a row; what a file of units' areas may hold is <see cref="AreaLimits"/>'s.</summary>
    public const int MostPoints = 1_000;

    /// <summary>Characters typed, or of a file.</summary>
    public const int Longest = 200_000;

    /// <exception cref="ShapeRefused">With what is wrong.</exception>
    public static Geometry Read(string typed, ShapeSort sort)
    {
        if (typed.Length > Longest)
            throw new ShapeRefused("ShapePoints", MostPoints);
        var shape = typed.TrimStart() is ['{', ..] ? Json(typed) : Points(typed, sort);
        var fits = sort switch
        {
            ShapeSort.Point => shape is Point,
            ShapeSort.Line => shape is LineString or MultiLineString,
            _ => shape is Polygon or MultiPolygon,
        };
        return fits ? shape : throw new ShapeRefused($"Shape{sort}");
    }

    /// <summary>What was kept; null for what no reading here gave.</summary>
    public static Geometry? Kept(string? value, int mostPoints = MostPoints)
    {
        try
        {
            return value is ['{', ..] ? Json(value, mostPoints) : null;
        }
        catch (ShapeRefused)
        {
            return null;
        }
    }

    /// <summary>A place by its degrees; null outside of the country.</summary>
    public static Point? Place(double latitude, double longitude) =>
        ShapeRules.Country.Contains(longitude, latitude) ? GeoJsonReader.Factory.CreatePoint(ShapeRules.Place(longitude, latitude)) : null;

    /// <summary>With the points that a form's map needs: nothing bends by less than some 10 m.</summary>
    public static Geometry Lighter(Geometry area) =>
        area.NumPoints < 200 ? area : NetTopologySuite.Simplify.TopologyPreservingSimplifier.Simplify(area, 0.0001);

    /// <summary>As it is kept.</summary>
    public static string Write(Geometry shape)
    {
        var text = new StringBuilder().Append("{\"type\":\"").Append(shape.GeometryType).Append("\",\"coordinates\":");
        switch (shape)
        {
            case Point or LineString:
                Append(text, shape);
                break;
            case Polygon area:
                Append(text, area);
                break;
            default:
                Append(text, Earth.Parts(shape), p => Append(text, p));
                break;
        }
        return text.Append('}').ToString();
    }

    /// <summary>As people type it: lines of latitude and longitude, where the shape is of one piece; else as it is kept.</summary>
    public static string Typed(Geometry shape) =>
        shape switch
        {
            Point or LineString => Lines(shape.Coordinates),
            Polygon { NumInteriorRings: 0 } area => Lines(area.ExteriorRing.Coordinates.SkipLast(1)),
            _ => Write(shape),
        };

    private static string Lines(IEnumerable<Coordinate> points) => string.Join('\n', points.Select(p => $"{Number(p.Y)}, {Number(p.X)}"));

    private static Geometry Json(string text, int mostPoints = MostPoints)
    {
        try
        {
            using var json = JsonDocument.Parse(text, GeoJsonReader.Options);
            return new GeoJsonReader(mostPoints).Read(json.RootElement);
        }
        catch (JsonException)
        {
            throw new ShapeRefused("ShapeUnread");
        }
    }

    private static Geometry Points(string typed, ShapeSort sort)
    {
        var points = new List<Coordinate>();
        foreach (var line in typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (points.Count == MostPoints)
                throw new ShapeRefused("ShapePoints", MostPoints);
            if (line.Length > 80 || Position().Match(line) is not { Success: true } at)
                throw new ShapeRefused("ShapeUnread");
            points.Add(ShapeRules.Place(Degrees(at.Groups[2].Value), Degrees(at.Groups[1].Value)));
        }
        if (sort == ShapeSort.Point)
            return points is [var only] ? GeoJsonReader.Factory.CreatePoint(only) : throw new ShapeRefused("ShapePoint");
        if (sort == ShapeSort.Line)
            return ShapeRules.Line(points);
        // Whoever lists the corners of an area need not write the first one twice.
        if (points.Count > 0 && !points[0].Equals2D(points[^1]))
            points.Add(points[0].Copy());
        return ShapeRules.Sound(ShapeRules.Area([points]));
    }

    private static void Append(StringBuilder text, Geometry part)
    {
        if (part is Polygon area)
            Append(text, [area.ExteriorRing, .. area.InteriorRings], r => Append(text, r));
        else if (part is Point)
            Append(text, part.Coordinate);
        else
            Append(text, part.Coordinates, p => Append(text, p));
    }

    private static void Append(StringBuilder text, Coordinate at) =>
        text.Append('[').Append(Number(at.X)).Append(',').Append(Number(at.Y)).Append(']');

    private static void Append<T>(StringBuilder text, IEnumerable<T> all, Action<T> append)
    {
        text.Append('[');
        foreach (var (at, one) in all.Index())
        {
            if (at > 0)
                text.Append(',');
            append(one);
        }
        text.Append(']');
    }

    private static string Number(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);

    private static double Degrees(string typed) =>
        double.Parse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\(?\s*(-?[0-9]{1,3}(?:[.,][0-9]{1,20})?)\s*[,;\s]\s*(-?[0-9]{1,3}(?:[.,][0-9]{1,20})?)\s*\)?[;,]?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Position();
}
