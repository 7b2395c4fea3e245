using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <param name="Value">1 or 0; null for no value.</param>
public sealed record DerivedFigure(int UnitId, string Code, Period Period, long? Value, long? Approved);

/// <summary>
/// Figures that are worked out from others and then stand and add up like any (a yes or no of each unit): they have a row
/// of <c>figure</c> and totals, but no fact. Their codes begin with <see cref="Prefix"/>.
/// </summary>
public static class DerivedFigures
{
    public const string Prefix = "each:";

    public static bool Is(string code) => code.StartsWith(Prefix, StringComparison.Ordinal);

    public static IndicatorDefinition Definition(Definitions definitions, string code) =>
        Is(code) ? new() { Code = code, Kind = IndicatorKind.YesNo } : definitions[code];

    public static Schedule Schedule(PackShelf packs, string code) => Is(code) ? Yearly : packs.Schedules[code];

    private static readonly Schedule Yearly = new(Frequency.Year);
}
