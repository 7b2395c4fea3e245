using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Registers.Copying;

/// <param name="Days">Public ids of rows, each with the day of its copy as typed.</param>
public sealed record CopyRowsInput(string Register, IReadOnlyDictionary<string, string> Days);

/// <param name="Count">How many rows are new.</param>
public sealed record CopiedRows(int Count);

/// <summary>
/// Rows of a year before once more, each on a day of this year: by the checks of the form, all of them or none, as one act that can
/// be taken back as a whole (<see cref="Many.UndoRowAct"/>).
/// </summary>
public sealed class CopyRows(
    AppDb db,
    RegisterQueries registers,
    RegisterCounts counts,
    SaveRow save,
    Many.ActOnRows acts,
    Viewer viewer,
    IStringLocalizer<Text> text
)
{
    public const string Verb = "row.copy";

    private sealed record Copy(int UnitId, RowContent Content);

    /// <returns>Mistakes stand at the row whose copy they are, by its public id.</returns>
    public async Task<Outcome<CopiedRows>> Handle(CopyRowsInput input, CancellationToken cancellationToken)
    {
        if (registers.Find(input.Register) is not var (pack, register))
            return Outcome<CopiedRows>.NotFound;
        if (input.Days.Count == 0)
            return Outcome<CopiedRows>.Refused("", text["PickRows"]);
        var ids = input.Days.Keys.Take(MoveCase.MostAtOnce).ToList();
        var rows = await registers
            .Rows(register.Code)
            .Include(r => r.Case)
            .Where(r => ids.Contains(r.Case.PublicId))
            .ToListAsync(cancellationToken);
        var (copies, errors) = (new List<Copy>(), new List<FieldError>());
        foreach (var row in rows.OrderBy(r => r.Id))
            await Fit(register, row, input.Days[row.Case.PublicId], copies, errors, cancellationToken);
        if (errors.Count > 0 || copies.Count == 0)
            return new() { Errors = errors, Missing = errors.Count == 0 };
        return await db.Apply<Outcome<CopiedRows>>(
            () => Write(pack, register, copies, cancellationToken),
            cancellationToken,
            written => written.Ok
        );
    }

    private async Task Fit(
        RegisterDefinition register,
        RegisterRow row,
        string typed,
        List<Copy> copies,
        List<FieldError> errors,
        CancellationToken cancellationToken
    )
    {
        var date = register.Form.Field(register.Date)!;
        FieldError At(string message) => new($"day-{row.Case.PublicId}", text["CopyWrong", row.Case.Title, message]);
        var read = FieldKinds.Of(date).Read(date, typed.Trim(), FormNames.None);
        if (read.Problem is not null)
        {
            errors.Add(At(text["NewDayWrong"]));
            return;
        }
        var unit = await db.Units.Where(u => u.Id == row.UnitId).Select(u => u.PublicId).FirstAsync(cancellationToken);
        var values = RowCopies.Later(register, row.Data, DateKind.Day(read.Value)!.Value);
        var said = register.Form.Fields.ToDictionary(f => f.Code, _ => text["CopiedLooked"].Value);
        var fit = await save.Fit(register, new(register.Code, unit, values, said), cancellationToken);
        errors.AddRange(fit.Errors.Select(e => At(e.Label is null ? e.Message : $"{e.Label}: {e.Message}")));
        if (fit is { Unit: { } of, Content: { } content })
            copies.Add(new(of.Id, content));
    }

    private async Task<Outcome<CopiedRows>> Write(
        Pack pack,
        RegisterDefinition register,
        List<Copy> copies,
        CancellationToken cancellationToken
    )
    {
        var above = await acts.Above(copies.Select(c => c.UnitId), cancellationToken);
        var act = viewer.Record(Verb, "register", register.Code, above, detail: JsonSerializer.Serialize(new { rows = copies.Count }));
        foreach (var copy in copies)
            db.RegisterRows.Add(save.Make(pack, register, copy.UnitId, copy.Content, act));
        var places = copies.SelectMany(c => RegisterRules.Places(register, c.UnitId, c.Content.Values)).ToHashSet();
        if (!(await counts.Recount(pack, register, places, act, cancellationToken)).Ok)
            return Outcome<CopiedRows>.Refused("", text["CountTooLarge"]);
        await db.SaveChangesAsync(cancellationToken);
        return new CopiedRows(copies.Count);
    }
}
