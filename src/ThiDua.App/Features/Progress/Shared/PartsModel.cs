using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>The counts that a value is made of, each with the address of its facts.</summary>
/// <param name="Brief">Without the indicators' names, where they stand above.</param>
public sealed record PartsModel(TargetProgress Target, Reading Reading, ProgressLinks Links, UnitRow Unit, bool Brief = false)
{
    /// <param name="baseline">Whether it is the figure compared with.</param>
    public string Facts(Reading part, bool baseline = false)
    {
        var range = baseline
            ? Target.Rule.Range.ShiftYears(Target.Rule.BaselineYear!.Value - Target.Rule.Range.Last.Year)
            : Target.Rule.Range;
        return Links.Facts(Unit, part.Code, part.Covers ?? range);
    }
}
