using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>The counts that a value is made of, each with the address of its facts.</summary>
/// <param name="Brief">Without the indicators' names, where they stand above.</param>
public sealed record PartsModel(TargetProgress Target, Reading Reading, ProgressLinks Links, UnitRow Unit, bool Brief = false)
{
    /// <summary>A certificate, a score: the unit's own, whatever those below it have.</summary>
    private bool Own => Target is { Indicator.Kind: PackKind.YesNo or PackKind.Score, Each: { } each } && each.Units.ContainsKey(Unit.Id);

    public string Facts(Reading part) => Links.Facts(Unit, part, Own);

    /// <summary>A count by itself: of a ratio the counts that it is made of.</summary>
    public CountModel Count(Reading part) => new(part, Links, Unit, Own);
}

/// <summary>One figure that leads to its facts; of a ratio the two counts do, since it has none of its own.</summary>
public sealed record CountModel(Reading Reading, ProgressLinks Links, UnitRow Unit, bool Own = false, DateOnly? AsOf = null)
{
    public string Facts(Reading part) => Links.Facts(Unit, part, Own, AsOf);
}
