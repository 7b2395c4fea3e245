using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <param name="File">Name shown in errors.</param>
/// <param name="DryRun">Checks only.</param>
/// <param name="Approved">The figures are official at once (a past year's); only the operator of the system may say so.</param>
public sealed record ImportFactsInput(string File, Stream Content, bool DryRun, bool Approved = false);

/// <summary>
/// Figures from a .csv or .xlsx file with the columns unit, indicator, period, value. The whole file is checked first; then it is
/// written in batches, so that nobody waits minutes for the writer, and can be taken back by its id.
/// </summary>
public sealed class ImportFacts(
    AppDb db,
    PackShelf packs,
    FactStore facts,
    Viewer viewer,
    UploadedTables uploads,
    TimeProvider clock,
    IStringLocalizer<Imports.Text> text
)
{
    private const int MostInOneBatch = 20_000;
    private static readonly string[] UnitColumn = ["unit", "orgUnit", "Mã đơn vị", "Đơn vị"],
        IndicatorColumn = ["indicator", "dataElement", "Mã chỉ số", "Chỉ số"],
        PeriodColumn = ["period", "Kỳ", "Kỳ báo cáo"],
        ValueColumn = ["value", "Giá trị", "Số liệu"];

    public async Task<ImportResult> Handle(ImportFactsInput input, CancellationToken stop)
    {
        if (input.Approved && !viewer.IsOperator)
            throw new InvalidOperationException("Only the operator imports approved figures.");
        var errors = new RowErrors(input.File, text);
        var (rows, count) = await Read(input, errors, stop);
        if (errors.Count > 0)
            return new(count, 0, 0, 0, errors.Found, false);
        var batches = Batches(rows).ToList();
        foreach (var batch in batches)
            await new FigureChecks(db, packs, errors, ValueColumn[0]).Run(batch, stop);
        if (errors.Count > 0)
            return new(count, 0, 0, 0, errors.Found, false);
        return await Write(input, batches, count, errors, stop);
    }

    private async Task<(IReadOnlyList<FigureRow> Rows, int Count)> Read(ImportFactsInput input, RowErrors errors, CancellationToken stop)
    {
        try
        {
            // The operator's own files cost the operator's own memory; what is uploaded is read in a child.
            var rows = viewer.IsOperator ? TableFile.Rows(input.Content).ToAsyncEnumerable() : uploads.Rows(input.Content, stop);
            await using var read = rows.GetAsyncEnumerator(stop);
            IReadOnlyList<string> head = await read.MoveNextAsync() ? [.. read.Current.Cells.Select(c => c.Trim())] : [];
            if (
                errors.Columns(head, UnitColumn, IndicatorColumn, PeriodColumn, ValueColumn)
                is not [var unit, var indicator, var period, var value]
            )
                return ([], 0);
            var file = new FigureFile(packs, viewer, clock.Today(), errors, (head[unit], head[indicator], head[period], head[value]));
            while (await read.MoveNextAsync())
            {
                if (file.Count >= CsvTable.MostRows && !viewer.IsOperator)
                {
                    errors.Add(0, "", "too-many-rows", CsvTable.MostRows);
                    break;
                }
                var row = read.Current;
                string Cell(int at) => at < row.Cells.Count ? row.Cells[at].Trim() : "";
                file.Add(row.Line, Cell(unit), Cell(indicator), Cell(period), Cell(value));
            }
            if (file.Count == 0)
                errors.Add(0, "", "no-rows");
            return (await file.Understand(db, stop), file.Count);
        }
        catch (TableRefused refused)
        {
            errors.Add(refused);
        }
        return ([], 0);
    }

    /// <summary>Whole units, as many as fit.</summary>
    private static IEnumerable<IReadOnlyList<FigureRow>> Batches(IReadOnlyList<FigureRow> rows)
    {
        var batch = new List<FigureRow>();
        for (var at = 0; at < rows.Count; )
        {
            var end = at;
            while (end < rows.Count && rows[end].Unit == rows[at].Unit)
                end++;
            if (batch.Count > 0 && batch.Count + end - at > MostInOneBatch)
            {
                yield return batch;
                batch = [];
            }
            for (; at < end; at++)
                batch.Add(rows[at]);
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private async Task<ImportResult> Write(
        ImportFactsInput input,
        List<IReadOnlyList<FigureRow>> batches,
        int count,
        RowErrors errors,
        CancellationToken stop
    )
    {
        var import = new Import
        {
            Kind = input.Approved ? "baselines" : "facts",
            FileName = input.File[..Math.Min(200, input.File.Length)],
            At = clock.GetUtcNow(),
            AccountId = viewer.AccountId,
            Rows = count,
        };
        var (fresh, changed, same, pending) = (0, 0, 0, 0);
        for (var at = 0; at < batches.Count && errors.Count == 0; at++)
        {
            var outcome = await Apply(import, batches[at], at == 0, at == batches.Count - 1, input, stop);
            foreach (var refused in outcome.Refused)
                errors.Add(
                    batches[at]
                        .First(r =>
                            r.Unit.Id == refused.Entry.UnitId
                            && r.Indicator.Code == refused.Entry.Indicator
                            && r.Period == refused.Entry.Period
                        )
                        .Line,
                    ValueColumn[0],
                    $"fact-{refused.Error.Code()}",
                    VietnameseNumber.Format(Entry.Limit)
                );
            (fresh, changed, same, pending) = (
                fresh + outcome.New,
                changed + outcome.Changed,
                same + outcome.Same,
                pending + outcome.Pending.Count
            );
        }
        var done = errors.Count == 0 && !input.DryRun;
        return new(count, fresh, changed, same, errors.Found, done) { Pending = pending, Import = done ? import.PublicId : null };
    }

    private async Task<FactOutcome> Apply(
        Import import,
        IReadOnlyList<FigureRow> rows,
        bool first,
        bool last,
        ImportFactsInput input,
        CancellationToken stop
    )
    {
        var entries = rows.Select(r => new FactEntry(r.Unit.Id, r.Indicator.Code, r.Period, r.Value)).ToList();
        var places = await facts.Places(rows.Select(r => r.Unit.Id), stop);
        var locked = await ReportingQueries.Locked(db, rows.Select(r => r.Unit.Id), stop);
        db.ChangeTracker.Clear();
        return await db.Apply(
            () =>
            {
                var act = viewer.Record("figures.import", "import", import.PublicId, null, detail: $"{{\"rows\":{rows.Count}}}");
                import.Complete = last;
                if (first)
                    db.Imports.Add(import);
                else if (last)
                    db.Imports.Update(import);
                return facts.Record(
                    entries,
                    act,
                    new(ImportId: () => import.Id, Approved: input.Approved, IsLocked: e => locked.Contains((e.UnitId, e.Period.Id))),
                    stop,
                    places
                );
            },
            stop,
            outcome => outcome.Ok && !input.DryRun
        );
    }
}
