using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Notices;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Requests.Table;

/// <summary>Closes a request: what nobody answered is missed from then on, all in one.</summary>
public sealed class CloseRequest(AppDb db, RequestQueries queries, MoveCase move, Viewer viewer)
{
    public async Task<Outcome> Handle(string id, int? version, CancellationToken cancellationToken)
    {
        if (await queries.Find(id, cancellationToken) is not { } request)
            return Outcome.NotFound;
        return await db.Apply(
            async () =>
            {
                var closing = new MoveInput(id, RequestCase.Close, null, version, RequestCase.Together);
                if (await move.Handle(request.Case, closing, cancellationToken) is { Ok: false } refused)
                    return refused;
                var open = await db.Set<FigureAnswer>()
                    .Include(a => a.Case)
                    .Where(a => a.RequestId == request.Id && a.Case.State == AnswerCase.Asked)
                    .ToListAsync(cancellationToken);
                if (open.Count == 0)
                    return Outcome.Done;
                var record = viewer.Record("answer.close", RequestCase.Kind, id, request.Case.UnitId);
                var cases = open.Select(a => (a.Case, (object?)RequestCase.Together)).ToList();
                await NoticesDone.Read(
                    db,
                    [.. open.Select(a => a.Case.UnitId)],
                    [.. open.Select(a => $"/requests/answers/{a.Case.PublicId}")],
                    record.At,
                    cancellationToken
                );
                var outcome = await move.Together(cases, AnswerCase.Close, null, record, cancellationToken);
                if (outcome.Ok)
                    await db.SaveChangesAsync(cancellationToken);
                return outcome;
            },
            cancellationToken,
            outcome => outcome.Ok
        );
    }
}
