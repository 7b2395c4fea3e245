using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>
/// Understands rows of unit, indicator, period and value, whatever channel they come by, and names every mistake. What is
/// right alone is then held against the form's checks (<see cref="FigureChecks"/>).
/// </summary>
/// <param name="columns">Names of the four columns as the file writes them.</param>
public sealed class FigureFile(
    PackShelf packs,
    Viewer viewer,
    DateOnly today,
    RowErrors errors,
    (string Unit, string Indicator, string Period, string Value) columns
)
{
    private const int LookUpAtOnce = 2000;
    private const int LongestCell = 100;
    private readonly Dictionary<string, FigureUnit> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackIndicator?> indicators = new(StringComparer.Ordinal);
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
        if (!indicators.TryGetValue(indicator, out var figure))
            indicators[indicator] = figure = Find(indicator);
        if (!periods.TryGetValue(period, out var asked))
            periods[period] = asked = PeriodCode.TryParse(period, out var parsed, out _) ? parsed : null;
        if (figure is null)
            errors.Add(line, columns.Indicator, "unknown-indicator", indicator);
        if (asked is null)
            errors.Add(line, columns.Period, "unknown-period", period);
        if (figure is null || asked is null)
            return;
        if (IsWrongPeriod(figure, asked.Value) is var (code, argument))
            errors.Add(line, columns.Period, code, argument);
        else if (
            !VietnameseNumber.TryParse(value, figure.Scale, packs.Definitions[figure.Code].MayBeNegative, out var number, out var wrong)
        )
            errors.Add(line, columns.Value, $"number-{wrong!.Value.Code()}", wrong == NumberError.TooLarge ? Bound(figure) : figure.Scale);
        else if (Entry.Check(packs.Definitions[figure.Code], number) is { } refused)
            errors.Add(line, columns.Value, $"fact-{refused.Code()}", Bound(figure));
        else if (figure is { Kind: PackKind.Score, MaxScore: { } most } && number > most * (long)Math.Pow(10, figure.Scale))
            errors.Add(line, columns.Value, "score-too-high", most);
        else
            rows.Add(new(known, figure, asked.Value, number, line));
    }

    /// <summary>Looks up the units and puts the rows in the order in which they are written.</summary>
    public async Task<IReadOnlyList<FigureRow>> Understand(AppDb db, CancellationToken cancellationToken)
    {
        foreach (var codes in units.Keys.Chunk(LookUpAtOnce))
        {
            var found = await db
                .UnitVersions.AsNoTracking()
                .Include(v => v.Unit)
                .Where(v => codes.Contains(v.Unit!.Code))
                .ToListAsync(cancellationToken);
            foreach (var versions in found.GroupBy(v => v.Unit!.Code))
                Take(units[versions.Key], [.. versions.OrderBy(v => v.From)]);
        }
        foreach (var row in rows)
            CheckUnit(row);
        var sorted = rows.Where(r => r.Unit.Id != 0).ToArray();
        var keys = Array.ConvertAll(sorted, r => (r.Unit.HomeId, r.Unit.Id, r.Indicator.Code, r.Period.Id, r.Line));
        Array.Sort(keys, sorted, Comparer<(int Home, int Unit, string Code, int Period, int Line)>.Create(Compare));
        for (var at = 1; at < sorted.Length; at++)
            if (
                sorted[at].Unit == sorted[at - 1].Unit
                && sorted[at].Indicator == sorted[at - 1].Indicator
                && sorted[at].Period == sorted[at - 1].Period
            )
                errors.Add(sorted[at].Line, "", "repeated-row", sorted[at - 1].Line);
        return sorted;
    }

    private void Take(FigureUnit unit, List<UnitVersion> versions)
    {
        // What may not be seen is not there: the same words for both.
        if (!versions.Any(v => viewer.Can(Permission.FillReport, v.Path)))
            return;
        (unit.Id, unit.HomeId, unit.Versions) = (versions[0].UnitId, versions[0].Unit!.HomeId, versions);
    }

    private void CheckUnit(FigureRow row)
    {
        if (row.Unit.Id == 0)
            errors.Add(row.Line, columns.Unit, "unknown-unit", row.Unit.Code);
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

    private static string Bound(PackIndicator figure) => VietnameseNumber.FormatScaled(Entry.Limit, figure.Scale);

    private PackIndicator? Find(string code) =>
        packs.All.Select(p => p.Indicator(code)).FirstOrDefault(i => i is { Frequency: not null, Source: FigureSource.Reported });

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
