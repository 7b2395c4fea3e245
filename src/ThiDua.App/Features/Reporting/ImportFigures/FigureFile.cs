using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>The names of the four columns as the channel calls them.</summary>
public readonly record struct FigureColumns(string Unit, string Indicator, string Period, string Value);

/// <summary>
/// Understands rows of unit, indicator, period and value, whatever channel they come by, and names every mistake of one row
/// alone. What rows say beside each other is <see cref="HeldFigures"/>'s to check.
/// </summary>
public sealed class FigureFile(PackShelf packs, FigureNames names, DateOnly today, RowErrors errors, FigureColumns columns)
{
    private const int LongestCell = 100;
    private readonly Dictionary<string, FigureUnit> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<PackIndicator>> indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Period?> periods = new(StringComparer.Ordinal);
    private readonly List<FigureRow> rows = [];

    /// <summary>How many rows were given, right or wrong.</summary>
    public int Count { get; private set; }

    public void Add(int line, string unit, string indicator, string period, string value)
    {
        Count++;
        // No code is that long; neither what is remembered nor the messages shall grow with what somebody wrote.
        (unit, indicator, period, value) = (Short(unit), Short(indicator), Short(period), Short(value));
        if (!units.TryGetValue(unit, out var known))
            units[unit] = known = new FigureUnit(unit);
        if (!indicators.TryGetValue(indicator, out var meant))
            indicators[indicator] = meant = names.Indicators(indicator);
        if (!periods.TryGetValue(period, out var asked))
            periods[period] = asked = PeriodText.TryParse(period, out var parsed) ? parsed : null;
        if (meant.Count == 0)
            errors.Add(line, columns.Indicator, "unknown-indicator", indicator);
        else if (meant.Count > 1)
            errors.Add(line, columns.Indicator, "ambiguous-indicator", indicator, string.Join(", ", meant.Select(i => i.Code)));
        if (asked is null)
            errors.Add(line, columns.Period, "unknown-period", period);
        if (meant is not [var figure] || asked is null)
            return;
        if (IsWrongPeriod(figure, asked.Value) is var (code, argument))
            errors.Add(line, columns.Period, code, argument);
        else if (FigureChecks.Read(figure, packs.Definitions[figure.Code], value, out var number) is { } wrong)
            errors.Add(line, columns.Value, wrong);
        else
            rows.Add(new(known, figure, asked.Value, number, line, value.Contains('.', StringComparison.Ordinal)));
    }

    /// <summary>Looks up the units and puts the rows in the order in which they are written.</summary>
    public async Task<FigureRow[]> Understand(AppDb db, CancellationToken cancellationToken)
    {
        await names.Find(db, units, cancellationToken);
        foreach (var row in rows)
            CheckUnit(row);
        var sorted = rows.Where(r => r.Unit.Id != 0).ToArray();
        var keys = Array.ConvertAll(sorted, r => (r.Unit.HomeId, r.Unit.Id, r.Indicator.Code, r.Period.Id, r.Line));
        Array.Sort(keys, sorted, Comparer<(int Home, int Unit, string Code, int Period, int Line)>.Create(Compare));
        for (var at = 1; at < sorted.Length; at++)
            if (
                sorted[at].Unit.Id == sorted[at - 1].Unit.Id
                && sorted[at].Indicator == sorted[at - 1].Indicator
                && sorted[at].Period == sorted[at - 1].Period
            )
                errors.Add(sorted[at].Line, "", "repeated-row", sorted[at - 1].Line);
        return sorted;
    }

    private void CheckUnit(FigureRow row)
    {
        if (row.Unit.Candidates.Count > 0)
            errors.Add(row.Line, columns.Unit, "ambiguous-unit", row.Unit.Text, string.Join(", ", row.Unit.Candidates));
        else if (row.Unit.Id == 0)
            errors.Add(row.Line, columns.Unit, "unknown-unit", row.Unit.Text);
        else if (!row.Indicator.ReportedBy.Contains(row.Unit.At(row.Period).Kind))
            errors.Add(
                row.Line,
                columns.Indicator,
                "not-reported-by",
                row.Indicator.Code,
                packs.UnitKinds.First(k => k.Code == row.Unit.At(row.Period).Kind).Label.Here()
            );
    }

    private (string Code, object Argument)? IsWrongPeriod(PackIndicator figure, Period period)
    {
        var frequency = figure.Frequency!.Value.Frequency();
        // A past year of which only the year's figure is known is taken as it is: the baseline of a change.
        if (period.Frequency != frequency && period.Frequency != Frequency.Year)
            return ("other-frequency", errors.Text($"frequency-{frequency}"));
        if (period.First > today)
            return ("future-period", "");
        var opens = figure.Kind == PackKind.Opening ? period.First : period.Last;
        return opens > today ? ("period-not-open", Show.Date(opens)) : null;
    }

    private static string Short(string cell) => cell.Length <= LongestCell ? cell : cell[..LongestCell] + "…";

    private static int Compare(
        (int Home, int Unit, string Code, int Period, int Line) a,
        (int Home, int Unit, string Code, int Period, int Line) b
    )
    {
        var order = a.Home.CompareTo(b.Home);
        if (order == 0)
            order = a.Unit.CompareTo(b.Unit);
        if (order == 0)
            order = string.CompareOrdinal(a.Code, b.Code);
        if (order == 0)
            order = a.Period.CompareTo(b.Period);
        return order != 0 ? order : a.Line.CompareTo(b.Line);
    }
}
