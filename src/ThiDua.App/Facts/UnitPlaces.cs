using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>Where some units stand in the tree, through time, as the arithmetic asks it.</summary>
public sealed class UnitPlaces
{
    /// <summary>What a writer of totals must know of a unit.</summary>
    public sealed record Node(int HomeId, bool IsParent, bool AboveCommune);

    private readonly PackShelf packs;
    private readonly Dictionary<int, List<UnitVersion>> versions;
    private readonly Dictionary<int, Node> nodes;
    private readonly ILookup<int, DateOnly> starts;
    private readonly Dictionary<(int, string), IReadOnlyList<Place>> known = [];

    private UnitPlaces(
        PackShelf packs,
        long revision,
        IEnumerable<UnitVersion> versions,
        Dictionary<int, Node> nodes,
        ILookup<int, DateOnly> starts
    )
    {
        (this.packs, Revision, this.nodes, this.starts) = (packs, revision, nodes, starts);
        this.versions = versions.GroupBy(v => v.UnitId).ToDictionary(g => g.Key, g => g.OrderBy(v => v.From).ToList());
    }

    /// <summary>Of the tree when it was read (<see cref="TreeRevision"/>).</summary>
    public long Revision { get; }

    public Node this[int unit] => nodes[unit];

    /// <summary>Knows the units of another time too, so that what leaves a place can be written there.</summary>
    public UnitPlaces With(UnitPlaces other)
    {
        foreach (var (id, node) in other.nodes)
            nodes.TryAdd(id, node);
        return this;
    }

    public bool Knows(int unit) => versions.ContainsKey(unit);

    public static async Task<UnitPlaces> Load(
        AppDb db,
        PackShelf packs,
        IReadOnlyCollection<int> units,
        CancellationToken cancellationToken
    )
    {
        var revision = await TreeRevision.Read(db, cancellationToken);
        var ids = units.Distinct().ToList();
        var versions = await db.UnitVersions.AsNoTracking().Where(v => ids.Contains(v.UnitId)).ToListAsync(cancellationToken);
        var above = versions.SelectMany(v => v.Ids()).Distinct().ToList();
        var nodes = await db
            .Units.AsNoTracking()
            .Where(u => above.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => new Node(u.HomeId, u.IsParent, u.AboveCommune), cancellationToken);
        var starts = await db.Set<CountingStart>()
            .AsNoTracking()
            .Where(s => above.Contains(s.UnitId))
            .Select(s => new { s.UnitId, s.From })
            .ToListAsync(cancellationToken);
        return new(packs, revision, versions, nodes, starts.ToLookup(s => s.UnitId, s => s.From));
    }

    /// <summary>The indicator as it counts for this unit: reach begins anew with each campaign that the unit takes part in.</summary>
    public IndicatorDefinition Definition(int unit, string indicator)
    {
        var definition = DerivedFigures.Definition(packs.Definitions, indicator);
        if (definition.Kind != IndicatorKind.Reach || !versions.TryGetValue(unit, out var own))
            return definition;
        var days = own.SelectMany(v => v.Ids()).Distinct().SelectMany(id => starts[id]);
        return definition with { Starts = [.. days.Select(d => Period.Containing(d, Frequency.Month).First).Distinct().Order()] };
    }

    /// <summary>
    /// Of reach only territories add up: an organisation's households live in hamlets that report them. What a new kind of
    /// the unit is not asked for leaves the totals above it.
    /// </summary>
    public IReadOnlyList<Place> Of(int unit, string indicator)
    {
        if (known.TryGetValue((unit, indicator), out var places))
            return places;
        var own = versions[unit];
        var reach = DerivedFigures.Definition(packs.Definitions, indicator).Kind == IndicatorKind.Reach;
        var oneKind = own.All(v => v.Kind == own[0].Kind);
        var reportedBy = packs.Indicator(indicator)?.ReportedBy;
        return known[(unit, indicator)] = Steps(
            own,
            v =>
                !oneKind && reportedBy?.Contains(v.Kind) == false ? [v.UnitId]
                : reach && !Territorial(v.Kind) ? []
                : [.. v.Ids().Select(id => (long)id)]
        );
    }

    /// <summary>The same for a unit that never moved, with those units alone whose totals are stored: most of a batch.</summary>
    public IReadOnlyList<Place> Stored(int unit, string indicator) =>
        Of(unit, indicator) is [var only]
            ? [new Place(only.From, [.. only.Units.Where(u => nodes[(int)u].IsParent)])]
            : Of(unit, indicator);

    /// <summary>What stands above a unit, whatever its own kind: where the units below it add up.</summary>
    public IReadOnlyList<Place> Above(int unit) => Steps(versions[unit], v => [.. v.Ids().Where(id => id != unit).Select(id => (long)id)]);

    private bool Territorial(string kind) => packs.UnitKinds.Any(k => k.Code == kind && k.Territorial);

    private static List<Place> Steps(List<UnitVersion> versions, Func<UnitVersion, long[]> units)
    {
        var steps = new List<Place>();
        DateOnly? ended = null;
        foreach (var version in versions)
        {
            if (ended < version.From)
                steps.Add(new(ended.Value, []));
            steps.Add(new(version.From, units(version)));
            ended = version.To;
        }
        if (ended is { } end)
            steps.Add(new(end, []));
        return steps;
    }
}
