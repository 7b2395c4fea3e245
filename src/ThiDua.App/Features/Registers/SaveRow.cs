using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers;

/// <summary>Writes one row, new or changed: from the page, a file or the interface, by the same checks.</summary>
public sealed class SaveRow(
    AppDb db,
    RegisterQueries registers,
    RegisterCounts counts,
    RowFiles files,
    HouseholdKeys keys,
    RequestKeys requests,
    RowLikeness likeness,
    RowReader reader,
    BeginCase begin,
    MoveCase move,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text,
    IStringLocalizer<Forms.Text> formText
)
{
    // By when a new row is awaited, reckoned once for all rows of a file.
    private readonly Dictionary<FlowDefinition, CaseDue> dues = new(ReferenceEqualityComparer.Instance);

    public async Task<Outcome<SavedRow>> Handle(SaveRowInput input, CancellationToken cancellationToken)
    {
        if (await requests.Before<SavedRow>(input.Key, cancellationToken) is { } answered)
            return await Again(answered, input, cancellationToken);
        if (registers.Find(input.Register) is not var (pack, register))
            return Outcome<SavedRow>.NotFound;
        var row = input.Row is null ? null : await registers.Row(input.Row, cancellationToken);
        if (input.Row is not null && row?.Register != register.Code)
            return Outcome<SavedRow>.NotFound;
        if (row is null && string.IsNullOrEmpty(input.Unit))
            return Outcome<SavedRow>.Refused("unit", formText["Required"]);
        if (await Unit(input, row, cancellationToken) is not { } unit)
            return Outcome<SavedRow>.NotFound;
        if (!register.KeptBy.Contains(unit.Kind))
            return Outcome<SavedRow>.Refused("unit", text["NotKeptHere", unit.Name]);
        var read = await reader.Read(register, unit, input, row, cancellationToken);
        if (read.Errors.Count > 0)
            return new() { Errors = read.Errors };
        try
        {
            return row is null
                ? await Begin(pack, register, unit, read.Content!, input.Key, cancellationToken)
                : await Change(row, read.Content!, input, cancellationToken);
        }
        catch (DbUpdateException) when (input.Key is not null)
        {
            // The same request came twice at once: the other one was done.
            return await requests.Before<SavedRow>(input.Key, cancellationToken)
                ?? throw new InvalidOperationException("The row could not be saved.");
        }
    }

    /// <summary>
    /// A request that was done before: the same content is answered alike; another is a later word on the row that the first one made,
    /// written where nobody has moved it since.
    /// </summary>
    private async Task<Outcome<SavedRow>> Again(SavedRow answered, SaveRowInput input, CancellationToken cancellationToken)
    {
        if (input.Row is not null || await registers.Row(answered.Id, cancellationToken) is not { } row)
            return answered;
        if (row.Register != input.Register || registers.Find(row.Register) is not var (_, register))
            return answered;
        if (await Unit(input, row, cancellationToken) is not { } unit)
            return Outcome<SavedRow>.NotFound;
        var read = await reader.Read(register, unit, input, row, cancellationToken);
        if (read.Errors.Count > 0)
            return new() { Errors = read.Errors };
        var alike = await likeness.WasFirst(row, read.Content!, cancellationToken);
        return alike ? answered : await Change(row, read.Content!, input with { Version = 0 }, cancellationToken);
    }

    /// <summary>What a new row would hold, by the same checks, for acts that write many; no content where something is wrong.</summary>
    internal async Task<(UnitRow? Unit, RowContent? Content, IReadOnlyList<FieldError> Errors)> Fit(
        RegisterDefinition register,
        SaveRowInput input,
        CancellationToken cancellationToken
    )
    {
        if (await Unit(input, null, cancellationToken) is not { } unit || !register.KeptBy.Contains(unit.Kind))
            return (null, null, []);
        var (content, errors) = await reader.Read(register, unit, input, null, cancellationToken);
        return (unit, content, errors);
    }

    private async Task<UnitRow?> Unit(SaveRowInput input, RegisterRow? row, CancellationToken cancellationToken)
    {
        var unit = row is null
            ? await UnitQueries.Find(db, input.Unit!, clock.Today(), cancellationToken)
            : await UnitQueries.Find(db, row.UnitId, clock.Today(), cancellationToken);
        return unit is not null && viewer.Can(Permission.FillRegister, unit.Path) ? unit : null;
    }

    private Task<Outcome<SavedRow>> Begin(
        Pack pack,
        RegisterDefinition register,
        UnitRow unit,
        RowContent content,
        string? key,
        CancellationToken cancellationToken
    ) =>
        db.Apply<Outcome<SavedRow>>(
            async () =>
            {
                var ticked = content.Ticked is { Count: > 0 } some ? await keys.Of(unit.Id, some, cancellationToken) : null;
                var row = Make(pack, register, unit.Id, content with { Households = ticked });
                db.RegisterRows.Add(row);
                var act = row.Case.Steps[0].Record!;
                if (await files.Add(row, content, act, cancellationToken) is { Count: > 0 } refused)
                    return new Outcome<SavedRow> { Errors = refused };
                var outcome = await counts.Recount(
                    pack,
                    register,
                    [.. RegisterRules.Places(register, unit.Id, content.Values)],
                    act,
                    cancellationToken
                );
                if (!outcome.Ok)
                    return Outcome<SavedRow>.Refused("", text["CountTooLarge"]);
                var saved = new SavedRow(row.Case.PublicId);
                requests.Remember(key, saved);
                await db.SaveChangesAsync(cancellationToken);
                return saved;
            },
            cancellationToken,
            outcome => outcome.Ok
        );

    /// <summary>A new row with its case, not saved and tracked by nobody.</summary>
    /// <param name="record">The act that explains it, where one explains many.</param>
    internal RegisterRow Make(Pack pack, RegisterDefinition register, int unitId, RowContent content, Act? record = null)
    {
        var flow = pack.Flow(register.Flow)!;
        if (!dues.TryGetValue(flow, out var due))
            dues[flow] = due = FirstDue(pack, flow);
        if (register.Due is not null && flow.State(flow.Initial) is { Final: false, Clock.Days: null } state)
            due = RowCase.DueOf(register, state, content.Values);
        var row = new RegisterRow
        {
            Case = begin.Make(
                new(
                    RowCase.Kind,
                    pack,
                    content.Title,
                    unitId,
                    due,
                    content.Date.ToString("yyyyMMdd", null),
                    Flow: register.Flow,
                    Record: record
                )
            ),
            Register = register.Code,
            UnitId = unitId,
        };
        row.Write(content, row.Case.Steps[0].Record!);
        return row;
    }

    private CaseDue FirstDue(Pack pack, FlowDefinition flow) =>
        flow.State(flow.Initial)!.Clock is { Days: not null } timing ? new DeadlineBook(pack).From(timing, clock.Today()) : CaseDue.Never;

    private async Task<Outcome<SavedRow>> Change(
        RegisterRow row,
        RowContent content,
        SaveRowInput input,
        CancellationToken cancellationToken
    )
    {
        if (await likeness.SaysNothingNew(row, content, cancellationToken))
            return new SavedRow(row.Case.PublicId);
        var moved = await move.Handle(new(row.Case.PublicId, RowCase.Edit, null, input.Version, content), cancellationToken);
        return moved.Ok
            ? new SavedRow(row.Case.PublicId)
            : new Outcome<SavedRow>
            {
                Errors = moved.Errors,
                Missing = moved.Missing,
                Conflict = moved.Conflict,
            };
    }
}
