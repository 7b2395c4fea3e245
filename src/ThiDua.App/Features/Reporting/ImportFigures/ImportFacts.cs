using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Facts;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <param name="File">Name shown in errors.</param>
/// <param name="DryRun">Checks only.</param>
/// <param name="Approved">The figures are official at once (a past year's); only the operator of the system may say so.</param>
public sealed record ImportFactsInput(string File, Stream Content, bool DryRun, bool Approved = false);

/// <summary>Figures from a CSV file with the columns unit, indicator, period, value: all rows or none.</summary>
public sealed class ImportFacts(AppDb db, PackShelf packs, FactStore facts, Viewer viewer, TimeProvider clock, IStringLocalizer<Imports.Text> text)
{
    private static readonly string[] UnitColumn = ["unit", "orgUnit", "Mã đơn vị", "Đơn vị"], IndicatorColumn = ["indicator", "dataElement", "Mã chỉ số", "Chỉ số"],
        PeriodColumn = ["period", "Kỳ", "Kỳ báo cáo"], ValueColumn = ["value", "Giá trị", "Số liệu"];

    public async Task<ImportResult> Handle(ImportFactsInput input, CancellationToken stop)
    {
        if (input.Approved && !viewer.IsOperator) throw new InvalidOperationException("Only the operator imports approved figures.");
        var errors = new RowErrors(input.File, text);
        if (errors.Open(input.Content, UnitColumn, IndicatorColumn, PeriodColumn, ValueColumn) is not { } table) return new(0, 0, 0, 0, errors.Found, false);
        var entries = await Entries(table, errors, stop);
        if (errors.Found.Count > 0) return new(table.Rows.Count, 0, 0, 0, errors.Found, false);
        var book = await facts.Open(entries.Values.Select(e => (e.UnitId, e.Indicator)), stop);
        var before = entries.Values.Select(e => (Entry: e, Current: book.Current(e.UnitId, e.Indicator, e.Period))).ToList();
        var counts = (New: before.Count(b => b.Current?.Value is null && b.Entry.Value is not null), Same: before.Count(b => b.Current?.Value == b.Entry.Value));
        await db.Apply(async () =>
        {
            var act = viewer.Record("figures.import", "file", input.File[..Math.Min(60, input.File.Length)], null, detail: $"{{\"rows\":{entries.Count}}}");
            var outcome = await facts.Record([.. entries.Values], act, new(Approved: input.Approved), stop);
            foreach (var refused in outcome.Refused)
                errors.Add(entries.First(e => e.Value == refused.Entry).Key, table.NameOf(ValueColumn), $"fact-{refused.Error.Code()}");
            return outcome;
        }, stop, outcome => outcome.Ok && !input.DryRun);
        return new(table.Rows.Count, counts.New, entries.Count - counts.New - counts.Same, counts.Same, errors.Found, errors.Found.Count == 0 && !input.DryRun);
    }

    private async Task<Dictionary<int, FactEntry>> Entries(CsvTable table, RowErrors errors, CancellationToken stop)
    {
        var codes = table.Rows.Select(r => table.Cell(r, UnitColumn)).Distinct().ToList();
        var units = (await db.UnitVersions.AsNoTracking().Include(v => v.Unit).Where(v => codes.Contains(v.Unit!.Code)).ToListAsync(stop)).ToLookup(v => v.Unit!.Code);
        var entries = new Dictionary<int, FactEntry>();
        var seen = new Dictionary<(int, string, Period), int>();
        foreach (var row in table.Rows)
        {
            if (Entry(table, row, units, errors) is not { } entry) continue;
            if (seen.TryGetValue((entry.UnitId, entry.Indicator, entry.Period), out var earlier)) errors.Add(row.Line, "", "repeated-row", earlier);
            else { seen[(entry.UnitId, entry.Indicator, entry.Period)] = row.Line; entries[row.Line] = entry; }
        }
        return entries;
    }

    private FactEntry? Entry(CsvTable table, CsvRow row, ILookup<string, UnitVersion> units, RowErrors errors)
    {
        var (code, indicator, period) = (table.Cell(row, UnitColumn), Indicator(table.Cell(row, IndicatorColumn)), PeriodOf(table.Cell(row, PeriodColumn)));
        // What may not be seen is not there: the same words for both.
        if (!units[code].Any() || !units[code].Any(v => viewer.Can(Permission.FillReport, v.Path))) errors.Add(row.Line, table.NameOf(UnitColumn), "unknown-unit", code);
        if (indicator is null) errors.Add(row.Line, table.NameOf(IndicatorColumn), "unknown-indicator", table.Cell(row, IndicatorColumn));
        if (period is null) errors.Add(row.Line, table.NameOf(PeriodColumn), "unknown-period", table.Cell(row, PeriodColumn));
        if (errors.Found.Any(e => e.Row == row.Line)) return null;
        var unit = units[code].OrderBy(v => v.From).LastOrDefault(v => v.From <= period!.Value.Last) ?? units[code].First();
        if (!indicator!.ReportedBy.Contains(unit.Kind)) errors.Add(row.Line, table.NameOf(IndicatorColumn), "not-reported-by", indicator.Code, packs.UnitKinds.First(k => k.Code == unit.Kind).Label.Here());
        var frequency = indicator.Frequency!.Value.Frequency();
        // A past year of which only the year's figure is known is taken as it is: the baseline of a change.
        if (period!.Value.Frequency != frequency && period.Value.Frequency != Frequency.Year) errors.Add(row.Line, table.NameOf(PeriodColumn), "other-frequency", text[$"frequency-{frequency}"].Value);
        if (period.Value.First > clock.Today()) errors.Add(row.Line, table.NameOf(PeriodColumn), "future-period");
        if (!VietnameseNumber.TryParse(table.Cell(row, ValueColumn), indicator.Scale, false, out var value, out var wrong)) errors.Add(row.Line, table.NameOf(ValueColumn), $"number-{wrong!.Value.Code()}", indicator.Scale);
        return errors.Found.Any(e => e.Row == row.Line) ? null : new(unit.UnitId, indicator.Code, period.Value, value);
    }

    private PackIndicator? Indicator(string code) => packs.All.Select(p => p.Indicator(code)).FirstOrDefault(i => i is { Frequency: not null, Source: FigureSource.Reported });

    private static Period? PeriodOf(string code) => PeriodCode.TryParse(code, out var period, out _) ? period : null;
}
