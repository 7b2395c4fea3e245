using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Audit;

/// <summary>One act as people read it.</summary>
/// <param name="Who">Null for the system itself.</param>
public sealed record ActRow(
    long Id,
    DateTimeOffset At,
    string? Who,
    string Verb,
    string SubjectKind,
    string SubjectId,
    string? Unit,
    string? Reason
);

/// <summary>Reading the record of acts; every feature shows the history of its cases with it.</summary>
public sealed class AuditQueries(AppDb db, TimeProvider clock)
{
    /// <summary>What happened to one case, the first act first.</summary>
    /// <param name="without">Verbs that say nothing to the reader, such as each saving of a draft.</param>
    public async Task<IReadOnlyList<ActRow>> OfCase(
        string subjectKind,
        string subjectId,
        IReadOnlyList<string> without,
        CancellationToken stop
    ) =>
        [
            .. (
                await Newest(db.Acts.Where(a => a.SubjectKind == subjectKind && a.SubjectId == subjectId && !without.Contains(a.Verb)))
                    .ToListAsync(stop)
            ).OrderBy(a => a.Id),
        ];

    /// <summary>The acts with the names of people and units as of today, the newest first.</summary>
    public IQueryable<ActRow> Newest(IQueryable<Act> acts)
    {
        var today = clock.Today();
        return from a in acts.AsNoTracking()
            join p in db.Accounts on a.AccountId equals p.Id into people
            from who in people.DefaultIfEmpty()
            join v in db.UnitVersions.Where(v => v.From <= today && (v.To == null || v.To > today)) on a.UnitId equals v.UnitId into units
            from unit in units.DefaultIfEmpty()
            orderby a.Id descending
            select new ActRow(a.Id, a.At, who.FullName, a.Verb, a.SubjectKind, a.SubjectId, unit.Name, a.Reason);
    }
}
