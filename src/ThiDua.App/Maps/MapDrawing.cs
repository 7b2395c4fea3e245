using NetTopologySuite.Geometries;

namespace ThiDua.App.Maps;

/// <param name="Look">Number of its colour, pattern and dashes.</param>
public sealed record MapClass(string Code, string Label, int Look, int Count, string Sort);

public sealed record DrawnArea(MapArea Area, string Path, (int X, int Y) Label);

/// <param name="Number">The same as in the table beside.</param>
public sealed record DrawnShape(int Number, MapShape Shape, MapClass Class, string Path, (int X, int Y) Label)
{
    public string Sort => MapDrawing.SortOf(Shape.Geometry);
}

/// <summary>A map, ready to be drawn by <c>/Maps/_Map.cshtml</c>. Pure.</summary>
public sealed class MapDrawing
{
    /// <summary>Shapes of one map: more are neither read nor touched by anybody.</summary>
    public const int Most = 300;
    public const int Looks = 6,
        Shades = 5;

    /// <summary>So many bear their number in the picture.</summary>
    public const int MostNumbered = 60;

    public string Title { get; private init; } = "";
    public MapCanvas Canvas { get; private init; } = null!;
    public IReadOnlyList<DrawnArea> Areas { get; private init; } = [];
    public IReadOnlyList<DrawnShape> Shapes { get; private init; } = [];
    public IReadOnlyList<MapClass> Classes { get; private init; } = [];

    /// <summary>Shapes that were not drawn because there are too many.</summary>
    public bool IsCut { get; private init; }
    public bool IsNumbered => Shapes.Count <= MostNumbered;

    /// <summary>The whole map's address, or that of a part of it.</summary>
    public Func<MapBox?, string> Link { get; private init; } = _ => "";

    /// <param name="box">What to show; null for all that there is.</param>
    /// <returns>Null when there is nothing to show.</returns>
    public static MapDrawing? Of(
        string title,
        MapBox? box,
        IReadOnlyList<MapArea> areas,
        IEnumerable<MapShape> shapes,
        Func<MapBox?, string> link
    )
    {
        var all = shapes.ToList();
        var frame = new Envelope();
        foreach (var geometry in areas.Select(a => a.Geometry).Concat(all.Select(s => s.Geometry)))
            frame.ExpandToInclude(geometry.EnvelopeInternal);
        if (frame.IsNull)
            return null;
        var canvas = new MapCanvas(box ?? MapBox.Around(frame));
        var seen = all.Select(s => (Shape: s, Geometry: canvas.Clipped(s.Geometry)))
            .Where(s => s.Geometry is not null)
            .Take(Most + 1)
            .ToList();
        var drawn = seen.Take(Most).ToList();
        var classes = Classed(drawn.Select(s => s.Shape));
        var byCode = classes.ToDictionary(c => c.Code, StringComparer.Ordinal);
        return new()
        {
            Title = title,
            Canvas = canvas,
            Areas = [.. areas.Select(a => Draw(canvas, a)).OfType<DrawnArea>()],
            Shapes = [.. drawn.Select((s, at) => Draw(canvas, s.Shape, s.Geometry!, at + 1, byCode[s.Shape.Class]))],
            Classes = classes,
            IsCut = seen.Count > Most,
            Link = link,
        };
    }

    /// <summary>As the styles call it.</summary>
    public static string SortOf(Geometry geometry) =>
        geometry switch
        {
            Point => "point",
            Polygon or MultiPolygon => "area",
            _ => "line",
        };

    /// <summary>In the order of layers, and in a layer of ranks.</summary>
    private static List<MapClass> Classed(IEnumerable<MapShape> shapes)
    {
        var (classes, first) = (new List<MapClass>(), 0);
        foreach (var layer in shapes.GroupBy(s => s.Layer))
        {
            var all = layer.GroupBy(s => s.Class).OrderBy(g => g.First().Rank).ToList();
            // Where nobody ranked them, each has the next look.
            var ranked = all.Select(g => g.First().Rank).Distinct().Count() == all.Count;
            foreach (var (at, g) in all.Index())
            {
                var look = (first + (ranked ? g.First().Rank : at)) % Looks;
                classes.Add(new(g.Key, g.First().ClassLabel, look, g.Count(), SortOf(g.First().Geometry)));
            }
            first += ranked ? all[^1].First().Rank + 1 : all.Count;
        }
        return classes;
    }

    private static DrawnArea? Draw(MapCanvas canvas, MapArea area) =>
        canvas.Clipped(area.Geometry) is { } seen ? new(area, canvas.Path(seen), canvas.Label(seen)) : null;

    private static DrawnShape Draw(MapCanvas canvas, MapShape shape, Geometry seen, int number, MapClass look) =>
        new(number, shape, look, canvas.Path(seen), canvas.Label(seen));
}
