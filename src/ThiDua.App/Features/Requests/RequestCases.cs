using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Requests;

/// <summary>
/// A request's moves: it is closed, together with what nobody answered (<see cref="Table.CloseRequest"/>), and reopened with a
/// later hour (<see cref="Table.ReopenRequest"/>).
/// </summary>
public sealed class RequestCase(AppDb db, IStringLocalizer<Text> text) : ICaseKind
{
    public const string Kind = "request",
        Open = "open",
        Closed = "closed",
        Close = "close",
        Reopen = "reopen";

    /// <summary>What its handler brings, so that no list closes the one without the other.</summary>
    public static readonly object Together = new();

    public string Code => Kind;

    public IReadOnlyList<string> States => [Open, Closed];

    public IReadOnlyList<string> Acts => [Close, Reopen];

    public string Href(string publicId) => $"/requests/{publicId}";

    public Task<Outcome> Check(CaseMove move, CancellationToken cancellationToken) =>
        Task.FromResult(move.Content == Together ? Outcome.Done : Outcome.Refused("", text["CloseThere"]));

    public async Task<CaseDue> Due(Case found, CancellationToken cancellationToken) =>
        new((await db.Set<FigureRequest>().SingleAsync(r => r.Id == found.Id, cancellationToken)).DueOn);
}

/// <summary>What a unit sends back.</summary>
public sealed record AnswerContent(IReadOnlyDictionary<string, string> Values);

/// <summary>An answer's moves: given, and given again while the request is open; missed, when that is closed without it.</summary>
public sealed class AnswerCase(AppDb db, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text) : ICaseKind
{
    public const string Kind = "answer",
        Asked = "asked",
        Answered = "answered",
        Missed = "missed",
        Give = "answer",
        Close = "close",
        Reopen = "reopen";

    public string Code => Kind;

    public IReadOnlyList<string> States => [Asked, Answered, Missed];

    public IReadOnlyList<string> Acts => [Give, Close, Reopen];

    public string Href(string publicId) => $"/requests/answers/{publicId}";

    public async Task<Outcome> Check(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Act.Code != Give || move.Content is not AnswerContent)
            return Outcome.Refused("", text[move.Act.Code == Give ? "AnswerThere" : "CloseThere"]);
        var open = await db.Set<FigureAnswer>()
            .AnyAsync(a => a.Id == move.Case.Id && a.Request!.Case.State == RequestCase.Open, cancellationToken);
        return open ? Outcome.Done : Outcome.Refused("", text["IsClosed"]);
    }

    public async Task<CaseDue> Due(Case found, CancellationToken cancellationToken) =>
        new((await db.Set<FigureAnswer>().Include(a => a.Request).SingleAsync(a => a.Id == found.Id, cancellationToken)).Request!.DueOn);

    public async Task<Outcome> Moved(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Content is not AnswerContent given)
            return Outcome.Done;
        var answer = await db.Set<FigureAnswer>().SingleAsync(a => a.Id == move.Case.Id, cancellationToken);
        (answer.Content, answer.AnsweredAt, answer.AnsweredBy) = (
            RequestFields.WriteValues(given.Values),
            clock.GetUtcNow(),
            viewer.AccountId
        );
        return Outcome.Done;
    }
}
