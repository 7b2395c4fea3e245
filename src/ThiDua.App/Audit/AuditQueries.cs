using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Audit;

/// <summary>One act as people read it.</summary>
public sealed record ActRow
{
    public long Id { get; init; }
    public DateTimeOffset At { get; init; }
    public int? AccountId { get; init; }

    /// <summary>Null for the system itself.</summary>
    public string? Who { get; init; }
    public string Verb { get; init; } = "";
    public string SubjectKind { get; init; } = "";
    public string SubjectId { get; init; } = "";
    public int? UnitId { get; init; }
    public string? Unit { get; init; }
    public string? Reason { get; init; }
}

/// <summary>Reading the record of acts; every feature shows the history of its cases with it.</summary>
public sealed class AuditQueries(AppDb db, TimeProvider clock)
{
    /// <summary>What happened to one case, the first act first.</summary>
    /// <param name="without">Verbs that say nothing to the reader, such as each saving of a draft.</param>
    public async Task<IReadOnlyList<ActRow>> OfCase(
        string subjectKind,
        string subjectId,
        IReadOnlyList<string> without,
        CancellationToken cancellationToken
    ) =>
        [
            .. await Rows(db.Acts.Where(a => a.SubjectKind == subjectKind && a.SubjectId == subjectId && !without.Contains(a.Verb)))
                .OrderBy(a => a.Id)
                .ToListAsync(cancellationToken),
        ];

    /// <summary>The acts with the names of people and units as of today.</summary>
    public IQueryable<ActRow> Rows(IQueryable<Act> acts)
    {
        var today = clock.Today();
        return from a in acts.AsNoTracking()
            join p in db.Accounts on a.AccountId equals p.Id into people
            from who in people.DefaultIfEmpty()
            join v in db.UnitVersions.Where(v => v.From <= today && (v.To == null || v.To > today)) on a.UnitId equals v.UnitId into units
            from unit in units.DefaultIfEmpty()
            select new ActRow
            {
                Id = a.Id,
                At = a.At,
                AccountId = a.AccountId,
                Who = who.FullName,
                Verb = a.Verb,
                SubjectKind = a.SubjectKind,
                SubjectId = a.SubjectId,
                UnitId = a.UnitId,
                Unit = unit.Name,
                Reason = a.Reason,
            };
    }
}
