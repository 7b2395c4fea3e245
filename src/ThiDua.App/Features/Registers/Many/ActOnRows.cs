using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Notices;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers.Many;

/// <param name="Picks">Public ids of rows.</param>
/// <param name="Act">Code of an act of their flow.</param>
public sealed record ActOnRowsInput(string Register, IReadOnlyList<string> Picks, string Act, string? Reason);

/// <param name="Refused">What cannot be done so, with why; the others were done.</param>
public sealed record ActedRows(int Done, IReadOnlyList<MovedOne> Refused);

/// <summary>
/// One act of the flow on many rows, as one act of the record, so that it can be taken back as a whole: what cannot be moved is
/// named and stays, the rest moves together.
/// </summary>
public sealed class ActOnRows(
    AppDb db,
    RegisterQueries registers,
    RegisterCounts counts,
    MoveCase move,
    RowCase rows,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public const string Verb = "row.many";

    public async Task<Outcome<ActedRows>> Handle(ActOnRowsInput input, CancellationToken cancellationToken)
    {
        if (registers.Find(input.Register) is not var (pack, register) || pack.Flow(register.Flow)!.Act(input.Act) is not { } act)
            return Outcome<ActedRows>.NotFound;
        if (input.Picks.Count == 0)
            return Outcome<ActedRows>.Refused("", text["PickRows"]);
        if (act.Reason == Packs.ReasonRule.Required && string.IsNullOrWhiteSpace(input.Reason))
            return Outcome<ActedRows>.Refused("reason", text["ReasonForMany"]);
        var picked = await Picked(input, cancellationToken);
        var (fit, refused) = (new List<Case>(), new List<MovedOne>());
        foreach (var found in picked)
            if (await move.Unfit(found, input.Act, input.Reason, cancellationToken) is { } unfit)
                refused.Add(new(found.PublicId, found.Title, unfit));
            else
                fit.Add(found);
        if (fit.Count == 0)
            return new ActedRows(0, refused);
        try
        {
            var outcome = await db.Apply(
                () => Write(input, pack, register, fit, cancellationToken),
                cancellationToken,
                written => written.Ok
            );
            return outcome.Ok ? new ActedRows(fit.Count, refused) : new Outcome<ActedRows> { Errors = outcome.Errors };
        }
        catch (DbUpdateException)
        {
            // Another window was there first.
            return Outcome<ActedRows>.Refused("", text["ManyChanged"]);
        }
    }

    private async Task<List<Case>> Picked(ActOnRowsInput input, CancellationToken cancellationToken)
    {
        var ids = input.Picks.Distinct().Take(MoveCase.MostAtOnce).ToList();
        var seen = await registers
            .Rows(input.Register)
            .Where(r => ids.Contains(r.Case.PublicId))
            .Select(r => r.Id)
            .ToListAsync(cancellationToken);
        return await db.Cases.Where(c => seen.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellationToken);
    }

    private async Task<Outcome> Write(
        ActOnRowsInput input,
        Packs.Pack pack,
        Packs.RegisterDefinition register,
        List<Case> fit,
        CancellationToken cancellationToken
    )
    {
        var reason = string.IsNullOrWhiteSpace(input.Reason) ? null : NameText.Clean(input.Reason);
        var detail = JsonSerializer.Serialize(new { act = input.Act, rows = fit.Count });
        var record = viewer.Record(
            Verb,
            "register",
            register.Code,
            await Above(fit.Select(c => c.UnitId), cancellationToken),
            reason,
            detail
        );
        counts.Gather();
        var outcome = await move.Together(
            [.. fit.Select(c => (c, (object?)null))],
            input.Act,
            reason,
            record,
            cancellationToken,
            looked: true
        );
        var places = counts.Release();
        if (!outcome.Ok)
            return outcome;
        if (!(await counts.Recount(pack, register, places, record, cancellationToken)).Ok)
            return Outcome.Refused("", text["CountTooLarge"]);
        await Read(fit, record, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>What was asked for by notice is done.</summary>
    private async Task Read(List<Case> moved, Act record, CancellationToken cancellationToken)
    {
        foreach (var unit in moved.GroupBy(c => c.UnitId))
        {
            var path = await UnitQueries.Path(db, unit.Key, clock.Today(), cancellationToken);
            List<string> hrefs = [.. unit.Select(c => rows.Href(c.PublicId))];
            await NoticesDone.Read(db, [.. UnitVersion.PathIds(path)], hrefs, record.At, cancellationToken);
        }
    }

    /// <summary>The lowest unit at or above all of these: there the act is recorded.</summary>
    internal async Task<int?> Above(IEnumerable<int> units, CancellationToken cancellationToken)
    {
        List<int>? common = null;
        foreach (var unit in units.Distinct())
        {
            List<int> ids = [.. UnitVersion.PathIds(await UnitQueries.Path(db, unit, clock.Today(), cancellationToken))];
            common = common is null ? ids : [.. common.Zip(ids).TakeWhile(p => p.First == p.Second).Select(p => p.First)];
        }
        return common is { Count: > 0 } ? common[^1] : null;
    }
}
