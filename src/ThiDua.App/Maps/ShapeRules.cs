using System.Globalization;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace ThiDua.App.Maps;

/// <summary>What makes points a place, a line or an area that can be kept. Pure.</summary>
internal static class ShapeRules
{
    /// <summary>The country with its islands, in degrees: what lies elsewhere has its two numbers in the wrong order.</summary>
    public static readonly Envelope Country = new(101, 118.5, 6, 24);

    public static Coordinate Place(double longitude, double latitude)
    {
        // Of what is no number neither comparison holds.
        if (!(Country.MinX <= longitude && longitude <= Country.MaxX && Country.MinY <= latitude && latitude <= Country.MaxY))
            throw new ShapeRefused("ShapeOutside", Text(latitude), Text(longitude));
        return new(Math.Round(longitude, 6), Math.Round(latitude, 6));
    }

    public static LineString Line(IReadOnlyList<Coordinate> points)
    {
        var line = WithoutRepeats(points);
        return line.Length >= 2 ? GeoJsonReader.Factory.CreateLineString(line) : throw new ShapeRefused("ShapeShort", 2);
    }

    /// <param name="rings">The outline, then holes; each ends where it begins.</param>
    public static Polygon Area(IReadOnlyList<IReadOnlyList<Coordinate>> rings)
    {
        var made = rings.Select((r, at) => Ring(r, isHole: at > 0)).ToList();
        return GeoJsonReader.Factory.CreatePolygon(made[0], [.. made.Skip(1)]);
    }

    public static Geometry Sound(Geometry area) => new IsValidOp(area).IsValid ? area : throw new ShapeRefused("ShapeCrossing");

    private static LinearRing Ring(IReadOnlyList<Coordinate> points, bool isHole)
    {
        if (points.Count > 1 && !points[0].Equals2D(points[^1]))
            throw new ShapeRefused("ShapeOpen");
        var ring = WithoutRepeats(points);
        if (ring.Length < 4)
            throw new ShapeRefused("ShapeShort", 3);
        // RFC 7946: an outline runs against the clock, a hole with it.
        if (Orientation.IsCCW(ring) == isHole)
            Array.Reverse(ring);
        return GeoJsonReader.Factory.CreateLinearRing(ring);
    }

    private static Coordinate[] WithoutRepeats(IReadOnlyList<Coordinate> points) =>
        [.. points.Where((p, at) => at == 0 || !p.Equals2D(points[at - 1]))];

    private static string Text(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
