using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>One figure of a file, as understood.</summary>
/// <param name="Line">Of the file, for messages.</param>
/// <param name="Dotted">Written with dots, taken as thousands.</param>
public readonly record struct FigureRow(FigureUnit Unit, PackIndicator Indicator, Period Period, long Value, int Line, bool Dotted);

/// <summary>A unit that a file names, once it was looked up.</summary>
/// <param name="text">Its code or its name.</param>
public sealed class FigureUnit(string text)
{
    public string Text => text;

    /// <summary>0 when there is no such unit, it may not be seen, or several have the name.</summary>
    public int Id { get; private set; }
    public int HomeId { get; private set; }
    public IReadOnlyList<UnitVersion> Versions { get; private set; } = [];

    /// <summary>Several of the same name: "Ấp 1 (90001.A1)".</summary>
    public IReadOnlyList<string> Candidates { get; private set; } = [];

    public string Name => Versions[^1].Name;

    public UnitVersion At(Period period) => Versions.LastOrDefault(v => v.From <= period.Last) ?? Versions[0];

    /// <param name="versions">In the order of their days.</param>
    public void Take(IReadOnlyList<UnitVersion> versions) =>
        (Id, HomeId, Versions) = (versions[0].UnitId, versions[0].Unit!.HomeId, versions);

    public void TakeOneOf(IReadOnlyList<IReadOnlyList<UnitVersion>> units)
    {
        if (units.Count == 1)
            Take(units[0]);
        else
            Candidates = [.. units.Select(u => $"{u[^1].Name} ({u[^1].Unit!.Code})").Order(StringComparer.Ordinal)];
    }
}
