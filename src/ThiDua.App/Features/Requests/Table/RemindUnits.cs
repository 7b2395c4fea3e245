using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Requests.Table;

/// <summary>A word to the people of those units that have not answered.</summary>
public sealed class RemindUnits(AppDb db, RequestQueries queries, TellUnits tell, Viewer viewer, TimeProvider clock)
{
    public async Task<Outcome> Handle(string id, CancellationToken cancellationToken)
    {
        if (await queries.Find(id, cancellationToken) is not { } request || request.Case.State != RequestCase.Open)
            return Outcome.NotFound;
        if (!viewer.Can(Permission.RunCampaign, await UnitQueries.Path(db, request.Case.UnitId, clock.Today(), cancellationToken)))
            return Outcome.NotFound;
        var open = await (
            from a in db.Set<FigureAnswer>().Include(a => a.Case)
            join v in db.UnitVersions.ValidOn(clock.Today()) on a.Case.UnitId equals v.UnitId
            where a.RequestId == request.Id && a.Case.State == AnswerCase.Asked
            select new { Answer = a, v.Name }
        ).ToListAsync(cancellationToken);
        var told = await tell.Tell(request, [.. open.Select(o => (o.Answer, o.Name))], tell.Minute, cancellationToken);
        if (told == 0)
            return Outcome.Done;
        viewer.Record("request.remind", RequestCase.Kind, id, request.Case.UnitId, detail: ActDetail.Of(("notices", told)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Pressed twice within a minute: they are told already.
            db.ChangeTracker.Clear();
        }
        return Outcome.Done;
    }
}
