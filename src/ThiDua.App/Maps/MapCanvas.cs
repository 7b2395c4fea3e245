using System.Globalization;
using System.Text;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace ThiDua.App.Maps;

/// <summary>
/// Draws shapes into a picture of whole units, <see cref="Width"/> wide, in the projection of all maps of the web (Mercator), so
/// that tiles of an operator's server would lie under it. Pure.
/// </summary>
public sealed class MapCanvas
{
    public const int Width = 2_000;

    /// <summary>Less than a screen shows: what bends by less is straight.</summary>
    private const double Tolerance = 2;
    private const double Flattest = 0.55,
        Tallest = 1.25;

    private readonly double left,
        top,
        scale;
    private readonly Geometry clip;

    public MapCanvas(MapBox box)
    {
        var (west, east, south, north) = (X(box.West), X(box.East), Y(box.South), Y(box.North));
        // Neither a stripe nor a tower: more is shown on both sides then.
        var wide = Math.Max(0, (north - south) / Tallest - (east - west)) / 2;
        var high = Math.Max(0, (east - west) * Flattest - (north - south)) / 2;
        (west, east, south, north) = (west - wide, east + wide, south - high, north + high);
        (left, top, scale) = (west, north, Width / (east - west));
        Height = (int)Math.Round((north - south) * scale);
        Box = new(Degrees(west), Latitude(south), Degrees(east), Latitude(north));
        var frame = Box.Frame;
        frame.ExpandBy(frame.Width * 0.05, frame.Height * 0.05);
        clip = GeoJsonReader.Factory.ToGeometry(frame);
    }

    public int Height { get; }

    /// <summary>What is shown, margins and all.</summary>
    public MapBox Box { get; }

    public bool Shows(Geometry shape) => clip.EnvelopeInternal.Intersects(shape.EnvelopeInternal);

    /// <summary>What of it lies in the picture; null for nothing.</summary>
    public Geometry? Clipped(Geometry shape)
    {
        if (!Shows(shape))
            return null;
        if (clip.EnvelopeInternal.Contains(shape.EnvelopeInternal) || shape is Point)
            return shape;
        var within = OverlayNGRobust.Overlay(shape, clip, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);
        return within.IsEmpty ? null : within;
    }

    /// <summary>As the path of a picture.</summary>
    public string Path(Geometry clipped)
    {
        var path = new StringBuilder();
        foreach (var part in Earth.Parts(clipped))
            if (part is Point)
                path.Append(CultureInfo.InvariantCulture, $"M{At(part.Coordinate).X} {At(part.Coordinate).Y}h0");
            else
                foreach (var line in Earth.Lines(part))
                    Append(path, Simplify.Line([.. line.Select(At)], Tolerance), part is Polygon);
        return path.ToString();
    }

    /// <summary>Where its name stands: within an area, at the middle of a road.</summary>
    public (int X, int Y) Label(Geometry clipped)
    {
        var largest = Earth.Parts(clipped).MaxBy(p => p is Polygon ? p.Area : p.Length)!;
        var at = largest switch
        {
            Polygon => InteriorPointArea.GetInteriorPoint(largest),
            LineString line => line.GetCoordinateN(line.NumPoints / 2),
            _ => largest.Coordinate,
        };
        return At(at);
    }

    /// <summary>A round length for the scale in the corner, at most a quarter of the picture, with its units.</summary>
    public (double Metres, int Units) Scale()
    {
        var middle = (Box.South + Box.North) / 2;
        var all = Earth.Metres(GeoJsonReader.Factory.CreateLineString([new(Box.West, middle), new(Box.East, middle)]));
        var power = Math.Pow(10, Math.Floor(Math.Log10(all / 4)));
        var round = new[] { 5, 2, 1 }.First(f => f * power <= all / 4) * power;
        return (round, (int)(round / all * Width));
    }

    private (int X, int Y) At(Coordinate at) => ((int)Math.Round((X(at.X) - left) * scale), (int)Math.Round((top - Y(at.Y)) * scale));

    private static void Append(StringBuilder path, IReadOnlyList<(int X, int Y)> points, bool closed)
    {
        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}l");
        var count = closed ? points.Count - 1 : points.Count;
        for (var at = 1; at < count; at++)
        {
            var (x, y) = (points[at].X - points[at - 1].X, points[at].Y - points[at - 1].Y);
            path.Append(CultureInfo.InvariantCulture, $"{(at > 1 && x >= 0 ? " " : "")}{x}{(y >= 0 ? " " : "")}{y}");
        }
        path.Append(closed ? "z" : "");
    }

    private static double X(double longitude) => longitude * Math.PI / 180;

    private static double Y(double latitude) => Math.Log(Math.Tan(Math.PI / 4 + latitude * Math.PI / 360));

    private static double Degrees(double x) => x * 180 / Math.PI;

    private static double Latitude(double y) => Math.Atan(Math.Sinh(y)) * 180 / Math.PI;
}
