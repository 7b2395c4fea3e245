using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Forms;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Requests.Answer;

/// <param name="Answer">Public id of the answer's case.</param>
/// <param name="Version">As it was on the screen; null when it does not matter.</param>
public sealed record AnswerFiguresInput(string Answer, IReadOnlyDictionary<string, string> Typed, int? Version = null);

/// <summary>A unit answers, or answers again while the request is open.</summary>
public sealed class AnswerFigures(RequestQueries queries, FormReader reader, MoveCase move, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(AnswerFiguresInput input, CancellationToken cancellationToken)
    {
        if (await queries.Answer(input.Answer, cancellationToken) is not { } answer)
            return Outcome.NotFound;
        var form = RequestFields.Form(RequestFields.Parse(answer.Request!.Fields), text);
        var entry = reader.Read(form, input.Typed, FormNames.None, _ => true);
        if (entry.Errors.Count > 0)
            return new() { Errors = entry.Errors };
        return await move.Handle(
            new(input.Answer, AnswerCase.Give, null, input.Version, new AnswerContent(entry.Values)),
            cancellationToken
        );
    }
}
