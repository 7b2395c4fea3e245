using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Requests.Ask;

/// <param name="Unit">Public id of the office's own unit.</param>
/// <param name="Questions">One a line (<see cref="RequestRules.Read"/>).</param>
/// <param name="Day"><c>yyyy-MM-dd</c>.</param>
/// <param name="Time"><c>16:00</c>.</param>
/// <param name="Units">Public ids of those asked.</param>
public sealed record AskFiguresInput(
    string Unit,
    string? Title,
    string? Questions,
    string? Note,
    string? Day,
    string? Time,
    IReadOnlyList<string> Units
);

/// <summary>Asks units for a few figures by an hour: a case for the request and one for each answer, and a word to their people.</summary>
public sealed class AskFigures(
    AppDb db,
    BeginCase begin,
    TellUnits tell,
    PackShelf packs,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome<FigureRequest>> Handle(AskFiguresInput input, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (
            await UnitQueries.Find(db, input.Unit, today, cancellationToken) is not { } office
            || !viewer.Can(Permission.RunCampaign, office.Path)
        )
            return Outcome<FigureRequest>.NotFound;
        var fields = RequestRules.Read(input.Questions ?? "", packs.Default.Indicators);
        var due = RequestRules.Moment(input.Day, input.Time);
        var wanted = input.Units.Distinct().Take(RequestRules.MostUnits).ToList();
        var units = (await UnitQueries.Subtree(db, office.Path, today, cancellationToken)).Where(u => wanted.Contains(u.PublicId)).ToList();
        var errors = Errors(input, fields, units.Count).ToList();
        return errors.Count > 0 ? new() { Errors = errors } : await Write(input, fields, due!.Value, office, units, cancellationToken);
    }

    private IEnumerable<FieldError> Errors(AskFiguresInput input, IReadOnlyList<RequestField> fields, int units)
    {
        FieldError Wrong(string field, string label, string key, params object[] arguments) =>
            new(field, text[key, arguments]) { Label = text[label] };
        if (string.IsNullOrWhiteSpace(input.Title))
            yield return Wrong("title", "Title", "Needed");
        else if (input.Title.Length > RequestRules.MostTitle)
            yield return Wrong("title", "Title", "TooLong", RequestRules.MostTitle);
        if (fields.Count == 0)
            yield return Wrong("questions", "Questions", "QuestionNeeded");
        else if (fields.Count > RequestRules.MostQuestions)
            yield return Wrong("questions", "Questions", "TooMany", RequestRules.MostQuestions);
        else if (fields.Any(f => f.Label.Length > RequestRules.MostLabel))
            yield return Wrong("questions", "Questions", "TooLong", RequestRules.MostLabel);
        if (input.Note?.Length > RequestRules.MostNote)
            yield return Wrong("note", "Note", "TooLong", RequestRules.MostNote);
        if (RequestRules.WrongMoment(input.Day, input.Time, clock.GetUtcNow()) is var (field, label, key))
            yield return Wrong(field, label, key, RequestRules.MostDays);
        if (units == 0)
            yield return Wrong("units", "Units", "UnitNeeded");
    }

    private async Task<Outcome<FigureRequest>> Write(
        AskFiguresInput input,
        IReadOnlyList<RequestField> fields,
        DateTimeOffset due,
        UnitRow office,
        List<UnitRow> units,
        CancellationToken cancellationToken
    )
    {
        var (pack, last) = (packs.Default, DateOnly.FromDateTime(due.Local().DateTime));
        var title = NameText.Clean(input.Title);
        var found = begin.Handle(new(RequestCase.Kind, pack, title, office.Id, new(last, last)));
        var request = new FigureRequest
        {
            Case = found,
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.ReplaceLineEndings("\n").Trim(),
            DueAt = due,
            Fields = RequestFields.Write(fields),
            AskedAt = clock.GetUtcNow(),
            AskedBy = viewer.AccountId,
        };
        var record = found.Steps[0].Record!;
        var answers = new List<(FigureAnswer, string)>();
        foreach (var unit in units)
        {
            var asked = begin.Handle(new(AnswerCase.Kind, pack, $"{title} – {unit.Name}", unit.Id, new(last, last), Record: record));
            var answer = new FigureAnswer { Case = asked, Request = request };
            request.Answers.Add(answer);
            answers.Add((answer, unit.Name));
        }
        db.Add(request);
        await tell.Tell(request, answers, "asked", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return request;
    }
}
