using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers.Many;

/// <param name="Record">Id of the act of the record.</param>
/// <param name="Act">The flow's act; null for rows that were copied.</param>
public sealed record RecentRowAct(long Record, DateTimeOffset At, int Rows, FlowAct? Act);

/// <summary>What the viewer did of late with many rows of a register at once, as long as nobody has gone on from any of them.</summary>
public sealed class RecentRowActs(AppDb db, RegisterQueries registers, Viewer viewer, TimeProvider clock)
{
    private const int Most = 3;
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    internal static readonly string[] Verbs = [ActOnRows.Verb, Copying.CopyRows.Verb];

    public async Task<IReadOnlyList<RecentRowAct>> Mine(string register, CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } me || registers.Find(register) is not var (pack, definition))
            return [];
        var since = clock.GetUtcNow() - Kept;
        var acts = await db
            .Acts.AsNoTracking()
            .Where(a =>
                a.SubjectKind == "register" && a.SubjectId == register && a.AccountId == me && a.At > since && Verbs.Contains(a.Verb)
            )
            .OrderByDescending(a => a.Id)
            .Take(Most)
            .Select(a => new
            {
                a.Id,
                a.At,
                a.Detail,
                Rows = db.CaseSteps.Count(s => s.RecordId == a.Id),
                Standing = db.CaseSteps.Count(s =>
                    s.RecordId == a.Id && !db.CaseSteps.Any(later => later.CaseId == s.CaseId && later.Id > s.Id)
                ),
            })
            .ToListAsync(cancellationToken);
        var flow = pack.Flow(definition.Flow)!;
        return
        [
            .. acts.Where(a => a.Rows > 0 && a.Rows == a.Standing)
                .Select(a => new RecentRowAct(a.Id, a.At, a.Rows, flow.Act(ActOf(a.Detail) ?? ""))),
        ];
    }

    private static string? ActOf(string? detail)
    {
        if (detail is null)
            return null;
        using var read = JsonDocument.Parse(detail);
        return read.RootElement.TryGetProperty("act", out var act) ? act.GetString() : null;
    }
}
