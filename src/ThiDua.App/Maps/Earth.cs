using NetTopologySuite.Geometries;

namespace ThiDua.App.Maps;

/// <summary>Lengths and areas on the ellipsoid of WGS 84, of places in degrees (X: longitude, Y: latitude). Pure.</summary>
public static class Earth
{
    private const double Radius = 6_378_137,
        Squared = 0.006_694_379_990_141_3;
    private static readonly double Eccentricity = Math.Sqrt(Squared);

    /// <summary>Metres along the lines; of an area, along its outlines.</summary>
    public static double Metres(Geometry geometry) => Lines(geometry).Sum(l => l.Zip(l.Skip(1)).Sum(s => Metres(s.First, s.Second)));

    /// <summary>Square metres of the areas, without their holes: exact for outlines that are straight on a chart of degrees.</summary>
    public static double SquareMetres(Geometry geometry) =>
        Parts(geometry)
            .OfType<Polygon>()
            .Sum(p => SquareMetres(p.ExteriorRing.Coordinates) - p.InteriorRings.Sum(r => SquareMetres(r.Coordinates)));

    /// <summary>The parts that a shape of several is made of.</summary>
    public static IEnumerable<Geometry> Parts(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN);

    /// <summary>What is drawn in one go: each line, each outline.</summary>
    public static IEnumerable<Coordinate[]> Lines(Geometry geometry) =>
        Parts(geometry)
            .SelectMany(p =>
                p switch
                {
                    Polygon area => [area.ExteriorRing.Coordinates, .. area.InteriorRings.Select(r => r.Coordinates)],
                    _ => (IEnumerable<Coordinate[]>)[p.Coordinates],
                }
            );

    // Over the length of a road the ellipsoid is as flat as its two radii at the middle say.
    private static double Metres(Coordinate from, Coordinate to)
    {
        var middle = Radians((from.Y + to.Y) / 2);
        var flat = 1 - Squared * Math.Sin(middle) * Math.Sin(middle);
        var north = Radius * (1 - Squared) / (flat * Math.Sqrt(flat)) * Radians(to.Y - from.Y);
        var east = Radius / Math.Sqrt(flat) * Math.Cos(middle) * Radians(to.X - from.X);
        return Math.Sqrt(north * north + east * east);
    }

    // On a cylinder that keeps areas; from the first corner on, so that small areas lose no digits.
    private static double SquareMetres(Coordinate[] ring)
    {
        double Y(Coordinate at) => Radius / 2 * Height(Math.Sin(Radians(at.Y)));
        var (x0, y0, sum) = (ring[0].X, Y(ring[0]), 0d);
        foreach (var (from, to) in ring.Zip(ring.Skip(1)))
            sum += Radius * (Radians(from.X - x0) * (Y(to) - y0) - Radians(to.X - x0) * (Y(from) - y0));
        return Math.Abs(sum) / 2;
    }

    private static double Height(double sine)
    {
        var e = Eccentricity * sine;
        return (1 - Squared) * (sine / (1 - e * e) + Math.Log((1 + e) / (1 - e)) / (2 * Eccentricity));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
