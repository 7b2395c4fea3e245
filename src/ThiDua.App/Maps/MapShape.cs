using NetTopologySuite.Geometries;

namespace ThiDua.App.Maps;

/// <summary>Something that a map shows: a row of a list.</summary>
/// <param name="Class">Code of the class that it is drawn as: a state, a register.</param>
/// <param name="Measure">How long or large it is, or where.</param>
public sealed record MapShape(Geometry Geometry, string Name, string Class, string ClassLabel, string Place, string Measure)
{
    public string? Href { get; init; }

    /// <summary>What it is a part of, when several are shown: a register.</summary>
    public string Layer { get; init; } = "";

    /// <summary>Place of its class in its layer, from 0: it looks the same whatever else is there.</summary>
    public int Rank { get; init; }

    /// <summary>It is confirmed, and counted.</summary>
    public bool Counts { get; init; }

    /// <summary>It stands no more: in the list's history, not on the map of today.</summary>
    public bool IsOver { get; init; }
}

/// <summary>The area of a unit, under the shapes.</summary>
/// <param name="Name">Empty for one that only frames the others.</param>
/// <param name="Code">Public id of the unit.</param>
/// <param name="Path">Where the unit stands in the tree.</param>
public sealed record MapArea(Geometry Geometry, string Name, string Code, string Path)
{
    public string? Href { get; init; }

    /// <summary>A figure that stands under its name.</summary>
    public string? Figure { get; init; }

    /// <summary>How dark it is, from 0 to <see cref="MapDrawing.Shades"/> - 1; null without a figure.</summary>
    public int? Shade { get; init; }
}
