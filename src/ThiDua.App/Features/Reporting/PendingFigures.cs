using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>A value that waits for the period to be reopened.</summary>
/// <param name="From">The file it came in; null for another system.</param>
public sealed record PendingFigure(
    PackIndicator Indicator,
    Period Period,
    long? Value,
    long? Holds,
    string? From,
    DateTimeOffset At,
    string? By
);

/// <summary>
/// Values that touch an approved report: shown where the report is decided, laid before whoever mends it once it is
/// reopened, and dropped when the office says so. They count only by being sent and approved again (measures.md, Facts).
/// </summary>
public sealed class PendingFigures(AppDb db, ReportSheets sheets, Viewer viewer)
{
    public async Task<IReadOnlyList<PendingFigure>> Of(ReportSheet sheet, CancellationToken cancellationToken)
    {
        var rows = await (
            from p in Waiting(sheet).AsNoTracking()
            join i in db.Indicators on p.IndicatorId equals i.Id
            join m in db.Imports on p.ImportId equals (int?)m.Id into imports
            from m in imports.DefaultIfEmpty()
            join a in db.Accounts on p.Act!.AccountId equals (int?)a.Id into people
            from a in people.DefaultIfEmpty()
            orderby p.Id
            select new
            {
                i.Code,
                p.PeriodId,
                p.Value,
                p.Act!.At,
                File = m == null ? null : m.FileName,
                By = a == null ? null : a.FullName,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
            let figure = Asked(sheet, row.Code, row.PeriodId)
            where figure is not null
            select new PendingFigure(figure.Indicator, figure.Period, row.Value, sheet.Current(figure), row.File, row.At, row.By),
        ];
    }

    /// <summary>Lays what waits into the draft of a report that was just reopened. Within its transaction; the act was saved.</summary>
    internal async Task Admit(ReportSheet sheet, Act act, CancellationToken cancellationToken)
    {
        var waiting = await Waiting(sheet)
            .Join(db.Indicators, p => p.IndicatorId, i => i.Id, (p, i) => new { Row = p, i.Code })
            .OrderBy(p => p.Row.Id)
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return;
        var typed = sheet.Figures.ToDictionary(f => f.Indicator.Code, sheet.Typed);
        foreach (var value in waiting)
        {
            if (Asked(sheet, value.Code, value.Row.PeriodId) is { } figure)
                typed[value.Code] = value.Row.Value is { } number ? VietnameseNumber.FormatScaled(number, figure.Indicator.Scale) : "";
            value.Row.EndedById = act.Id;
        }
        var draft = sheet.Draft ?? new CaseDraft { Case = sheet.Report!.Case };
        if (sheet.Draft is null)
            db.CaseDrafts.Add(draft);
        draft.Content = (sheet.Drafted ?? sheet.Sent with { Values = ReportDraft.Sorted(typed, _ => true) }).Write();
        draft.Version++;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Drops what waits for a report: the approved figures stand.</summary>
    public async Task<Outcome> Drop(string reportId, CancellationToken cancellationToken)
    {
        if (await sheets.Find(reportId, Permission.ReviewReport, cancellationToken) is not { } sheet)
            return Outcome.NotFound;
        return await db.Apply(
            async () =>
            {
                var act = viewer.Record("figures.drop-pending", "report", reportId, sheet.Unit.Id);
                await db.SaveChangesAsync(cancellationToken);
                await foreach (var row in Waiting(sheet).AsAsyncEnumerable().WithCancellation(cancellationToken))
                    row.EndedById = act.Id;
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken
        );
    }

    private IQueryable<PendingValue> Waiting(ReportSheet sheet)
    {
        var periods = sheet.Figures.Select(f => f.Period.Id).Distinct().ToList();
        return db.PendingValues.Where(p => p.UnitId == sheet.Unit.Id && periods.Contains(p.PeriodId) && p.EndedById == null);
    }

    private static AskedFigure? Asked(ReportSheet sheet, string code, int period) =>
        sheet.Figures.FirstOrDefault(f => f.Indicator.Code == code && f.Period.Id == period);
}
