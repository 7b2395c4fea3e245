using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>One figure of a file, as understood.</summary>
/// <param name="Line">Of the file, for messages.</param>
public readonly record struct FigureRow(FigureUnit Unit, PackIndicator Indicator, Period Period, long Value, int Line);

/// <summary>A unit that a file names, once it was looked up.</summary>
public sealed class FigureUnit(string code)
{
    public string Code => code;

    /// <summary>0 when there is no such unit, or it may not be seen.</summary>
    public int Id { get; set; }
    public int HomeId { get; set; }
    public IReadOnlyList<UnitVersion> Versions { get; set; } = [];

    public UnitVersion At(Period period) => Versions.LastOrDefault(v => v.From <= period.Last) ?? Versions[0];
}
