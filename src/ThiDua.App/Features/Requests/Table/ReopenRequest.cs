using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Requests.Table;

/// <param name="Day">The new last day, as forms send it.</param>
public sealed record ReopenRequestInput(string Id, int? Version, string? Reason, string? Day, string? Time);

/// <summary>Reopens a request with a later hour: those that had missed it are asked again, and told so.</summary>
public sealed class ReopenRequest(
    AppDb db,
    RequestQueries queries,
    MoveCase move,
    TellUnits tell,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome> Handle(ReopenRequestInput input, CancellationToken cancellationToken)
    {
        if (await queries.Find(input.Id, cancellationToken) is not { } request)
            return Outcome.NotFound;
        if (RequestRules.WrongMoment(input.Day, input.Time, clock.GetUtcNow()) is var (field, label, key))
            return new() { Errors = [new(field, text[key, RequestRules.MostDays]) { Label = text[label] }] };
        return await db.Apply(
            async () =>
            {
                request.DueAt = RequestRules.Moment(input.Day, input.Time)!.Value;
                var reopening = new MoveInput(input.Id, RequestCase.Reopen, input.Reason, input.Version, RequestCase.Together);
                return await move.Handle(request.Case, reopening, cancellationToken) is { Ok: false } refused
                    ? refused
                    : await AskAgain(request, cancellationToken);
            },
            cancellationToken,
            outcome => outcome.Ok
        );
    }

    private async Task<Outcome> AskAgain(FigureRequest request, CancellationToken cancellationToken)
    {
        var missed = await (
            from a in db.Set<FigureAnswer>().Include(a => a.Case)
            join v in db.UnitVersions.ValidOn(clock.Today()) on a.Case.UnitId equals v.UnitId
            where a.RequestId == request.Id && a.Case.State == AnswerCase.Missed
            select new { Answer = a, v.Name }
        ).ToListAsync(cancellationToken);
        if (missed.Count == 0)
            return Outcome.Done;
        var record = viewer.Record("answer.reopen", RequestCase.Kind, request.Case.PublicId, request.Case.UnitId);
        var cases = missed.ConvertAll(m => (m.Answer.Case, (object?)RequestCase.Together));
        if (await move.Together(cases, AnswerCase.Reopen, null, record, cancellationToken) is { Ok: false } refused)
            return refused;
        await tell.Tell(request, [.. missed.Select(m => (m.Answer, m.Name))], $"again{request.Case.Version}", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
