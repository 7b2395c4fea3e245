using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Features.Reporting.Review;

/// <summary>One figure as whoever decides looks at it.</summary>
/// <param name="Sent">What the report said the last time it was sent, where that was another figure.</param>
/// <param name="Said">The unit's explanation.</param>
public sealed record ReviewFigure(AskedFigure Asked, long? Value, (long? Value, bool Changed) Sent, FigureHistory History, string? Said)
{
    public bool IsUnlike => Value is { } value && History.IsUnlike(value);
    public bool IsDoubtful => Value is null || Sent.Changed || IsUnlike || Said is not null;
}

/// <summary>The figures of a report beside what was sent before and what the last period said.</summary>
public sealed class ReviewFigures(AppDb db)
{
    public async Task<IReadOnlyList<ReviewFigure>> Of(ReportSheet sheet, CancellationToken cancellationToken)
    {
        var before = await Before(sheet, cancellationToken);
        var comments = sheet.Comments;
        return
        [
            .. sheet.Figures.Select(f => new ReviewFigure(
                f,
                sheet.Current(f),
                Current(sheet, f) is { } fact && before.TryGetValue(fact, out var value) ? (value, value != sheet.Current(f)) : default,
                sheet.History(f),
                comments.GetValueOrDefault(f.Indicator.Code)
            )),
        ];
    }

    /// <summary>By the facts that the last sending brought, the values that they took the place of.</summary>
    private async Task<Dictionary<long, long?>> Before(ReportSheet sheet, CancellationToken cancellationToken)
    {
        var report = sheet.Report!.Id;
        var sendings = await db
            .CaseSteps.AsNoTracking()
            .Where(s => s.CaseId == report && s.Act == ReportCase.Submit)
            .OrderByDescending(s => s.Id)
            .Select(s => s.RecordId)
            .Take(2)
            .ToListAsync(cancellationToken);
        var facts = sheet.Figures.Select(f => Current(sheet, f)).OfType<long>().ToList();
        if (sendings is not [var last, _] || facts.Count == 0)
            return [];
        var (home, years) = (sheet.Unit.HomeId, sheet.Figures.Select(f => f.Period.Year).Distinct().ToList());
        var kept = db.Facts.AsNoTracking().Where(f => f.HomeId == home && years.Contains(f.Year));
        var replaced = await (
            from f in kept
            join p in kept on f.ReplacesId equals (long?)p.Id
            where facts.Contains(f.Id) && f.ActId == last && f.Year == p.Year
            select new { f.Id, p.Value }
        ).ToListAsync(cancellationToken);
        return replaced.ToDictionary(r => r.Id, r => r.Value);
    }

    private static long? Current(ReportSheet sheet, AskedFigure figure) =>
        sheet.Facts.Current(sheet.Unit.Id, figure.Indicator.Code, figure.Period)?.FactId;
}
