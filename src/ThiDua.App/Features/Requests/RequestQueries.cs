using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Requests;

/// <summary>One answer that a unit of mine owes.</summary>
public sealed record OwedAnswer(string Id, string Title, string Unit, DateTimeOffset DueAt);

/// <summary>Requests as those see them who asked, and those who are asked.</summary>
public sealed class RequestQueries(AppDb db, Viewer viewer, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>What is asked of the units where I hold a role myself, the most urgent first.</summary>
    public async Task<IReadOnlyList<OwedAnswer>> Mine(CancellationToken cancellationToken)
    {
        if (!viewer.Can(Permission.FillReport))
            return [];
        var (units, today) = (viewer.UnitIds, clock.Today());
        return await (
            from a in db.Set<FigureAnswer>().AsNoTracking()
            join v in db.UnitVersions.ValidOn(today) on a.Case.UnitId equals v.UnitId
            where units.Contains(a.Case.UnitId) && a.Case.State == AnswerCase.Asked
            orderby a.Request!.DueAt, a.Id
            select new OwedAnswer(a.Case.PublicId, a.Request!.Case.Title, v.Name, a.Request.DueAt)
        )
            .Take(Most)
            .ToListAsync(cancellationToken);
    }

    public Task<FigureRequest?> Find(string id, CancellationToken cancellationToken) =>
        db.Set<FigureRequest>().Include(r => r.Case).FirstOrDefaultAsync(r => r.Case.PublicId == id, cancellationToken);

    public Task<FigureAnswer?> Answer(string id, CancellationToken cancellationToken) =>
        db.Set<FigureAnswer>()
            .Include(a => a.Case)
            .Include(a => a.Request)
                .ThenInclude(r => r!.Case)
            .FirstOrDefaultAsync(a => a.Case.PublicId == id, cancellationToken);

    /// <summary>Who reports for these units: those are told.</summary>
    public async Task<ILookup<int, int>> Officers(IReadOnlyCollection<int> units, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = await db
            .Grants.AsNoTracking()
            .Where(g => units.Contains(g.UnitId) && g.Role == Roles.UnitOfficer && g.From <= today && (g.To == null || g.To >= today))
            .Select(g => new { g.UnitId, g.AccountId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return found.ToLookup(f => f.UnitId, f => f.AccountId);
    }
}
