using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers;

/// <summary>Reads what somebody typed for a row, and checks it by the form's rules and by what other rows of the unit hold.</summary>
public sealed class RowReader(
    AppDb db,
    Attachments attachments,
    FormReader reader,
    FormNameSources names,
    Viewer viewer,
    IStringLocalizer<Forms.Text> formText
)
{
    /// <returns>No content where something is wrong.</returns>
    public async Task<(RowContent? Content, IReadOnlyList<FieldError> Errors)> Read(
        RegisterDefinition register,
        UnitRow unit,
        SaveRowInput input,
        RegisterRow? row,
        CancellationToken cancellationToken
    )
    {
        var known = await names.Of(register.Form, unit.Id, cancellationToken, row?.Data);
        var entry = reader.Read(register.Form, input.Typed, known, p => viewer.Can(p, unit.Path), row?.Data);
        var comments = input
            .Comments.Where(c => !string.IsNullOrWhiteSpace(c.Value))
            .ToDictionary(c => c.Key, c => NameText.Clean(c.Value));
        List<FieldError> errors =
        [
            .. entry.Errors,
            .. entry
                .Questions.Where(q => !comments.ContainsKey(q.Field))
                .Select(q => new FieldError(FormEntry.CommentOf(q.Field), q.Message) { Label = q.Label, Asks = true }),
            .. Files(register, unit, input, row, await Waiting(input, cancellationToken)),
            .. comments.Where(c => c.Value.Length > MoveCase.MostReason).Select(c => TooLong(c.Key)),
        ];
        if (errors.Count == 0)
            errors.AddRange(await Taken(register, unit, entry, row, cancellationToken));
        if (errors.Count > 0)
            return (null, errors);
        var content = RowContent.Of(register, entry, comments, known) with
        {
            Files = input.Files,
            Waiting = input.Waiting,
            Ticked = HouseholdTicks.Read(register, input.Typed),
        };
        return (content, []);
    }

    private async Task<IReadOnlyList<Attachment>> Waiting(SaveRowInput input, CancellationToken cancellationToken) =>
        input.Waiting is null ? [] : (await attachments.Of(DraftFiles.Code, input.Waiting, cancellationToken)).Files;

    private IEnumerable<FieldError> Files(
        RegisterDefinition register,
        UnitRow unit,
        SaveRowInput input,
        RegisterRow? row,
        IReadOnlyList<Attachment> waiting
    )
    {
        foreach (var field in register.Form.Fields.Where(f => f.Kind == FieldKinds.Files))
        {
            var brought = input.Files.Count(f => f.Field == field.Code) + waiting.Count(f => f.Field == field.Code);
            if (brought > 0 && field.Needs is { } right && !viewer.Can(right, unit.Path))
                yield return new(field.Code, formText["NotYours"]) { Label = field.Label.Here() };
            else if (brought > field.Most)
                yield return new(field.Code, formText["TooManyFiles", field.Most]) { Label = field.Label.Here() };
            else if (brought == 0 && field.Required && row is null)
                yield return new(field.Code, formText["Required"]) { Label = field.Label.Here() };
        }
    }

    private FieldError TooLong(string field) => new(FormEntry.CommentOf(field), formText["TooLong", MoveCase.MostReason]);

    /// <summary>Fields whose value another row of the unit has already.</summary>
    private async Task<IEnumerable<FieldError>> Taken(
        RegisterDefinition register,
        UnitRow unit,
        FormEntry entry,
        RegisterRow? row,
        CancellationToken cancellationToken
    )
    {
        var unique = register.Form.Fields.Where(f => f.Unique && entry.Values.ContainsKey(f.Code)).ToList();
        if (unique.Count == 0)
            return [];
        var others = await db
            .RegisterRows.AsNoTracking()
            .Where(r => r.Register == register.Code && r.UnitId == unit.Id && r.Id != (row == null ? 0 : row.Id))
            .Select(r => new { r.Content, r.Case.State })
            .ToListAsync(cancellationToken);
        var standing = others.Where(o => o.State != RowCase.Cancelled).Select(o => RegisterRow.Parse(o.Content)).ToList();
        return unique
            .Where(f => standing.Any(o => SearchText.Fold(o.GetValueOrDefault(f.Code)) == SearchText.Fold(entry.Values[f.Code])))
            .Select(f => new FieldError(f.Code, formText["NotUnique"]) { Label = f.Label.Here() });
    }
}
