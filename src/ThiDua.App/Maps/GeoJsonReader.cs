using System.Text.Json;
using NetTopologySuite.Geometries;

namespace ThiDua.App.Maps;

/// <summary>
/// Geometries of GeoJSON (RFC 7946), read within bounds: so many points, so deep, within the country. What it gives can be
/// drawn and measured: outlines are closed and do not cross themselves.
/// </summary>
internal sealed class GeoJsonReader(int mostPoints)
{
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 24 };

    /// <summary>Points of the sixth decimal of a degree: a tenth of a metre.</summary>
    public static readonly GeometryFactory Factory = new(new PrecisionModel(1_000_000), 4326);

    private int points;

    /// <summary>A geometry, or what holds exactly one.</summary>
    /// <exception cref="ShapeRefused">With what is wrong.</exception>
    public Geometry Read(JsonElement json)
    {
        switch (Type(json))
        {
            case "Point":
                return Factory.CreatePoint(Position(Of(json, "coordinates")));
            case "MultiPoint" when Many(Of(json, "coordinates")) is [var only]:
                return Factory.CreatePoint(Position(only));
            case "LineString":
                return Line(Of(json, "coordinates"));
            case "MultiLineString":
                return Several(json, lines => Factory.CreateMultiLineString([.. lines.Select(Line)]));
            case "Polygon":
                return Sound(Area(Of(json, "coordinates")));
            case "MultiPolygon":
                return Sound(Several(json, areas => Factory.CreateMultiPolygon([.. areas.Select(Area)])));
            case "Feature":
                return Read(Of(json, "geometry"));
            case "FeatureCollection":
                return Read(Only(Many(Of(json, "features"))));
            case "GeometryCollection":
                return Read(Only(Many(Of(json, "geometries"))));
            default:
                throw new ShapeRefused("ShapeUnread");
        }
    }

    /// <summary>The value of <c>type</c>; empty where there is none.</summary>
    public static string Type(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : "";

    private static Geometry Several<T>(JsonElement json, Func<IReadOnlyList<JsonElement>, T> make)
        where T : GeometryCollection
    {
        var all = make(Many(Of(json, "coordinates")));
        return all.NumGeometries switch
        {
            0 => throw new ShapeRefused("ShapeUnread"),
            1 => all.GetGeometryN(0),
            _ => all,
        };
    }

    private static JsonElement Only(IReadOnlyList<JsonElement> all) =>
        all is [var only] ? only : throw new ShapeRefused("ShapeSeveral", all.Count);

    private static JsonElement Of(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new ShapeRefused("ShapeUnread");

    private static List<JsonElement> Many(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : throw new ShapeRefused("ShapeUnread");

    private LineString Line(JsonElement json) => ShapeRules.Line(Positions(json));

    private Polygon Area(JsonElement json)
    {
        var rings = Many(json).Select(Positions).ToList();
        return rings.Count == 0 ? throw new ShapeRefused("ShapeUnread") : ShapeRules.Area(rings);
    }

    private static Geometry Sound(Geometry area) => ShapeRules.Sound(area);

    private List<Coordinate> Positions(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw new ShapeRefused("ShapeUnread");
        var all = new List<Coordinate>();
        foreach (var position in json.EnumerateArray())
            all.Add(Position(position));
        return all;
    }

    private Coordinate Position(JsonElement json)
    {
        if (++points > mostPoints)
            throw new ShapeRefused("ShapePoints", mostPoints);
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is < 2 or > 4)
            throw new ShapeRefused("ShapeUnread");
        return ShapeRules.Place(Number(json[0]), Number(json[1]));
    }

    private static double Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) ? number : throw new ShapeRefused("ShapeUnread");
}
