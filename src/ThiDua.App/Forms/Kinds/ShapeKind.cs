using System.Globalization;
using NetTopologySuite.Geometries;
using ThiDua.App.Maps;

namespace ThiDua.App.Forms;

/// <summary>
/// Where something lies: a place, a road, an area, drawn on a map or written as points. Kept as the geometry of GeoJSON.
/// </summary>
internal sealed class ShapeKind() : FieldKind(FieldKinds.Shape)
{
    public override FieldControl Control(FormField field, FormNames names) => FieldControl.Shape;

    public override FieldReading Read(FormField field, string typed, FormNames names)
    {
        try
        {
            return new(ShapeText.Write(ShapeText.Read(typed, field.Shape)));
        }
        catch (ShapeRefused refused)
        {
            return FieldReading.Wrong(refused.Problem, refused.Arguments);
        }
    }

    public override string Show(FormField field, string value, FormNames names) =>
        ShapeText.Kept(value) is { } shape ? ShapeMeasure.Text(shape) : value;

    public override string Typed(FormField field, string value, FormNames names) =>
        ShapeText.Kept(value) is { } shape ? ShapeText.Typed(shape) : value;

    /// <summary>By length or area.</summary>
    public override string SortKey(FormField field, string value, FormNames names) =>
        ShapeText.Kept(value) switch
        {
            null or Point => "",
            { } area when area is Polygon or MultiPolygon => Key(Earth.SquareMetres(area)),
            { } line => Key(Earth.Metres(line)),
        };

    private static string Key(double measure) => measure.ToString("000000000000000", CultureInfo.InvariantCulture);

    /// <summary>What a number that says how long a shape is holds: in its own unit, metres or kilometres.</summary>
    public static string? Length(FormField number, string? shape)
    {
        if (ShapeText.Kept(shape) is not { } found)
            return null;
        var metres = (decimal)Earth.Metres(found);
        var length = number.Unit?.Vi == "m" ? metres : metres / 1_000;
        return Math.Round(length, number.Scale, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture);
    }
}
