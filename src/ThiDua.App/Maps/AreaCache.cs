using System.Collections.Concurrent;
using NetTopologySuite.Geometries;

namespace ThiDua.App.Maps;

/// <summary>Areas of units as they were read: a row of them never changes.</summary>
public sealed class AreaCache
{
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<int, Geometry?> known = [];

    public Geometry? Of(int id, string text)
    {
        if (known.Count > Most)
            known.Clear();
        return known.GetOrAdd(id, static (_, text) => ShapeText.Kept(text, AreaLimits.Points), text);
    }
}

/// <summary>What a file of units' areas may hold.</summary>
public static class AreaLimits
{
    public const int Bytes = 20 * 1024 * 1024,
        Features = 5_000,
        Points = 20_000,
        AllPoints = 500_000;
}
