using NetTopologySuite.Geometries;
using ThiDua.Measures;

namespace ThiDua.App.Maps;

/// <summary>How long or large a shape is, as people read it.</summary>
public static class ShapeMeasure
{
    private const double Hectare = 10_000,
        SquareKilometre = 1_000_000;

    /// <summary><c>850 m</c>, <c>1,2 km</c>, <c>3,5 ha</c>, <c>1,05 km²</c>; of a place its latitude and longitude.</summary>
    public static string Text(Geometry shape) =>
        shape switch
        {
            Point => ShapeText.Typed(shape),
            Polygon or MultiPolygon => Area(Earth.SquareMetres(shape)),
            _ => Length(Earth.Metres(shape)),
        };

    private static string Length(double metres) =>
        metres < 1_000 ? $"{Number(metres, 0)} m" : $"{Number(metres / 1_000, metres < 100_000 ? 2 : 0)} km";

    private static string Area(double squareMetres) =>
        squareMetres < Hectare / 10 ? $"{Number(squareMetres, 0)} m²"
        : squareMetres < SquareKilometre ? $"{Number(squareMetres / Hectare, 2)} ha"
        : $"{Number(squareMetres / SquareKilometre, 2)} km²";

    private static string Number(double value, int decimals) => VietnameseNumber.Format((decimal)value, decimals);
}
