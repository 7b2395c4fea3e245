using System.Globalization;
using ThiDua.App.Features.Units;
using ThiDua.Measures;

namespace ThiDua.App.Totals;

/// <summary>Where some units stand in the tree, through time, as the arithmetic asks it.</summary>
public sealed class UnitPlaces
{
    private readonly Dictionary<int, (List<Place> Tree, List<Place> Reach)> byUnit;

    /// <param name="versions">All versions of the units.</param>
    /// <param name="territorial">Whether people live in a unit of this kind.</param>
    public UnitPlaces(IEnumerable<UnitVersion> versions, Func<string, bool> territorial) => byUnit = versions
        .GroupBy(v => v.UnitId)
        .ToDictionary(g => g.Key, g => (Steps(g, Path), Steps(g, v => territorial(v.Kind) ? Path(v) : [v.UnitId])));

    /// <summary>Of reach only territories add up: an organisation's households live in hamlets that report them.</summary>
    public IReadOnlyList<Place> Of(int unit, IndicatorDefinition indicator) =>
        indicator.Kind == IndicatorKind.Reach ? byUnit[unit].Reach : byUnit[unit].Tree;

    private static List<Place> Steps(IEnumerable<UnitVersion> versions, Func<UnitVersion, long[]> units)
    {
        var steps = new List<Place>();
        DateOnly? ended = null;
        foreach (var version in versions.OrderBy(v => v.From))
        {
            if (ended < version.From) steps.Add(new(ended.Value, []));
            steps.Add(new(version.From, units(version)));
            ended = version.To;
        }
        if (ended is { } end) steps.Add(new(end, []));
        return steps;
    }

    private static long[] Path(UnitVersion version) =>
        [.. version.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];
}
