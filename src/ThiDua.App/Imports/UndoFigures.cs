using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Security;
using ThiDua.Measures;

namespace ThiDua.App.Imports;

/// <summary>
/// Takes back every figure that an import brought: corrected to what held before, or withdrawn. What was approved or
/// corrected since is somebody's later word: then nothing is taken back, and each is named.
/// </summary>
public sealed class UndoFigures(AppDb db, FactStore facts, Viewer viewer)
{
    private const string Verb = UndoImport.Verb;
    private const int MostAtOnce = 20_000;

    public async Task<ImportResult> Handle(Import import, RowErrors errors, CancellationToken cancellationToken)
    {
        var brought = await Brought(import, cancellationToken);
        await Conflicts(brought, errors, cancellationToken);
        var ended = 0;
        if (errors.Found.Count == 0)
            await db.Apply(
                async () => ended = await Write(import, brought, errors, cancellationToken),
                cancellationToken,
                _ => errors.Found.Count == 0
            );
        var applied = errors.Found.Count == 0;
        return new(brought.Count, 0, applied ? brought.Count : 0, 0, errors.Found, applied)
        {
            Pending = applied ? ended : 0,
            Import = import.PublicId,
        };
    }

    /// <summary>All in one transaction; in several acts, each with no more facts than one act may bring.</summary>
    /// <returns>How many values that waited have ended.</returns>
    private async Task<int> Write(Import import, List<BroughtFact> brought, RowErrors errors, CancellationToken cancellationToken)
    {
        var codes = await Codes(cancellationToken);
        var row = await db.Imports.SingleAsync(i => i.Id == import.Id, cancellationToken);
        if (row.UndoneById is not null)
            errors.Add(0, "", "import-undone");
        Act? act = null;
        // What is withdrawn goes first, so that a year's figure can take the place of its months again.
        foreach (var same in brought.GroupBy(b => b.Approved))
        foreach (var batch in same.OrderBy(b => b.Before is null ? 0 : 1).ThenBy(b => b.UnitId).ThenBy(b => b.Id).Chunk(MostAtOnce))
        {
            act = viewer.Record(Verb, "import", import.PublicId, null);
            var entries = batch
                .Select(b => new FactEntry(b.UnitId, codes[b.IndicatorId], Period.FromId(b.PeriodId), b.Before, b.Id))
                .ToList();
            var outcome = await facts.Record(
                entries,
                act,
                new(ImportId: () => import.Id, Approved: same.Key, Overrules: same.Key),
                cancellationToken
            );
            var late = outcome.Refused.Select(r => r.Entry.Seen).Concat(outcome.Pending.Select(p => p.Seen)).ToHashSet();
            await Name("corrected-since", [.. batch.Where(b => late.Contains(b.Id))], errors, cancellationToken);
            if (errors.Found.Count > 0)
                return 0;
        }
        if (act is null)
        {
            act = viewer.Record(Verb, "import", import.PublicId, null);
            await db.SaveChangesAsync(cancellationToken);
        }
        row.UndoneById = act.Id;
        var waiting = await db.PendingValues.Where(p => p.ImportId == import.Id && p.EndedById == null).ToListAsync(cancellationToken);
        foreach (var value in waiting)
            value.EndedById = act.Id;
        await db.SaveChangesAsync(cancellationToken);
        return waiting.Count;
    }

    /// <param name="Before">What held before the import; null for nothing.</param>
    /// <param name="Approved">Official from the first.</param>
    private sealed record BroughtFact(
        long Id,
        int UnitId,
        int IndicatorId,
        int PeriodId,
        bool Approved,
        long? Before,
        bool Corrected,
        bool ApprovedSince
    );

    private async Task<List<BroughtFact>> Brought(Import import, CancellationToken cancellationToken)
    {
        var batches = await db
            .FactBatches.AsNoTracking()
            .Where(b => b.Act!.ImportId == import.Id && b.Act.Verb != Verb)
            .ToListAsync(cancellationToken);
        var brought = new List<BroughtFact>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            foreach (var batch in batches)
                brought.AddRange(
                    await db.Rows(
                        """
                        SELECT f."Id", f."UnitId", f."IndicatorId", f."PeriodId", f."Approved", p."Value",
                            EXISTS (SELECT 1 FROM fact n WHERE n."HomeId"=f."HomeId" AND n."Year"=f."Year" AND n."ReplacesId"=f."Id"),
                            EXISTS (SELECT 1 FROM fact_approval a WHERE a."HomeId"=f."HomeId" AND a."Year"=f."Year" AND a."FactId"=f."Id")
                        FROM fact f LEFT JOIN fact p ON p."HomeId"=f."HomeId" AND p."Year"=f."Year" AND p."Id"=f."ReplacesId"
                        WHERE f."HomeId"=@0 AND f."Year"=@1 AND f."Id">=@2 AND f."Id"<=@3
                        """,
                        r => new BroughtFact(
                            r.GetInt64(0),
                            r.GetInt32(1),
                            r.GetInt32(2),
                            r.GetInt32(3),
                            r.GetBoolean(4),
                            r.LongOrNull(5),
                            r.GetBoolean(6),
                            r.GetBoolean(7)
                        ),
                        cancellationToken,
                        batch.HomeId,
                        batch.Year,
                        batch.FirstId,
                        batch.LastId
                    )
                );
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        return brought;
    }

    private async Task Conflicts(List<BroughtFact> brought, RowErrors errors, CancellationToken cancellationToken)
    {
        await Name("corrected-since", [.. brought.Where(b => b.Corrected).Take(RowErrors.Most)], errors, cancellationToken);
        await Name(
            "approved-since",
            [.. brought.Where(b => b is { ApprovedSince: true, Corrected: false }).Take(RowErrors.Most)],
            errors,
            cancellationToken
        );
    }

    private async Task Name(string code, List<BroughtFact> which, RowErrors errors, CancellationToken cancellationToken)
    {
        if (which.Count == 0)
            return;
        var ids = which.Select(w => w.UnitId).Distinct().ToList();
        var units = await db
            .Units.AsNoTracking()
            .Where(u => ids.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.Code, cancellationToken);
        var codes = await Codes(cancellationToken);
        foreach (var fact in which)
            errors.Add(0, "", code, units[fact.UnitId], codes[fact.IndicatorId], Period.FromId(fact.PeriodId).ToString());
    }

    private Task<Dictionary<int, string>> Codes(CancellationToken cancellationToken) =>
        db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Code, cancellationToken);
}
