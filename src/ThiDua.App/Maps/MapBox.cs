using System.Globalization;
using NetTopologySuite.Geometries;

namespace ThiDua.App.Maps;

/// <summary>The part of the earth that a map shows, in degrees; it stands in the map's address.</summary>
public sealed record MapBox(double West, double South, double East, double North)
{
    /// <summary>Nothing is shown larger than this, in degrees: some 200 m.</summary>
    public const double Smallest = 0.002;

    /// <summary>Null for what is no part of the country.</summary>
    public static MapBox? Parse(string? text)
    {
        var parts = (text ?? "").Split(',');
        var numbers = new double[4];
        if (parts.Length != 4)
            return null;
        for (var at = 0; at < 4; at++)
            if (!double.TryParse(parts[at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[at]))
                return null;
        var box = new MapBox(numbers[0], numbers[1], numbers[2], numbers[3]);
        return box.West < box.East && box.South < box.North && ShapeRules.Country.Contains(box.Frame) ? box.AtLeast() : null;
    }

    /// <summary>All of it, with a margin.</summary>
    public static MapBox Around(Envelope all)
    {
        var margin = Math.Max(all.Width, all.Height) * 0.04;
        return new MapBox(all.MinX - margin, all.MinY - margin, all.MaxX + margin, all.MaxY + margin).AtLeast();
    }

    public Envelope Frame => new(West, East, South, North);

    /// <summary>About the same middle.</summary>
    public MapBox Scaled(double factor)
    {
        var (x, y) = ((West + East) / 2, (South + North) / 2);
        var (width, height) = ((East - West) / 2 * factor, (North - South) / 2 * factor);
        return new MapBox(x - width, y - height, x + width, y + height).AtLeast().Within();
    }

    /// <summary>Moved by parts of its own size.</summary>
    public MapBox Moved(double east, double north)
    {
        var (x, y) = ((East - West) * east, (North - South) * north);
        return new MapBox(West + x, South + y, East + x, North + y).Within();
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{West:0.#####},{South:0.#####},{East:0.#####},{North:0.#####}");

    private MapBox AtLeast()
    {
        var (x, y) = (Math.Max(0, Smallest - (East - West)) / 2, Math.Max(0, Smallest - (North - South)) / 2);
        return new(West - x, South - y, East + x, North + y);
    }

    private MapBox Within()
    {
        var country = ShapeRules.Country;
        var (width, height) = (Math.Min(East - West, country.Width), Math.Min(North - South, country.Height));
        var (west, south) = (Math.Clamp(West, country.MinX, country.MaxX - width), Math.Clamp(South, country.MinY, country.MaxY - height));
        return new(west, south, west + width, south + height);
    }
}
