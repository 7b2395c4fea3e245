using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Tasks.Assign;

/// <param name="Picks">Ids of cases, or of tasks that nobody does yet (<see cref="TaskLine.Pick"/>).</param>
/// <param name="Lead">A unit, or all of a kind (<see cref="TaskUnits"/>); null: who leads stays.</param>
/// <param name="With">Units that support; empty: they stay.</param>
/// <param name="Reason">Why what another unit does already goes to this one.</param>
public sealed record AssignTasksInput(IReadOnlyList<string> Picks, string? Lead, IReadOnlyList<string> With, string? Reason);

public sealed record AssignedTasks(int Count);

public sealed class AssignTasksValidator : AbstractValidator<AssignTasksInput>
{
    public AssignTasksValidator(IStringLocalizer<Text> text)
    {
        RuleFor(i => i.Picks).NotEmpty().WithMessage(_ => text["PickSome"]).OverridePropertyName("");
        RuleFor(i => i.Picks).Must(p => p.Count <= AssignTasks.MostAtOnce).WithMessage(_ => text["PickFewer", AssignTasks.MostAtOnce]);
        RuleFor(i => i.Lead)
            .Must((i, lead) => !string.IsNullOrEmpty(lead) || i.With.Count > 0)
            .WithMessage(_ => text["ChooseLead"])
            .OverridePropertyName("lead");
        RuleFor(i => i.Reason)
            .MaximumLength(MoveCase.MostReason)
            .WithMessage(_ => text["TooLong", MoveCase.MostReason])
            .OverridePropertyName("reason");
    }
}

/// <summary>
/// Gives tasks to units, all of them by one act or none: what nobody does begins at once, what another unit is at is handed
/// over. Of a task that recurs the later spans go the same way.
/// </summary>
public sealed class AssignTasks(
    AppDb db,
    MoveCase move,
    BeginTasks begin,
    TaskUnits units,
    PackShelf packs,
    Viewer viewer,
    TimeProvider clock,
    IValidator<AssignTasksInput> validator,
    IStringLocalizer<Text> text
)
{
    public const int MostAtOnce = 200;

    /// <summary>What the choices mean in one campaign.</summary>
    private sealed record Charge(IReadOnlyList<UnitRow> Lead, IReadOnlyList<UnitRow> With, string? Reason, Act Record);

    public async Task<Outcome<AssignedTasks>> Handle(AssignTasksInput input, CancellationToken cancellationToken)
    {
        var errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        return errors.Count > 0
            ? new() { Errors = errors }
            : await db.Apply(() => Write(input, cancellationToken), cancellationToken, outcome => outcome.Ok);
    }

    private async Task<Outcome<AssignedTasks>> Write(AssignTasksInput input, CancellationToken cancellationToken)
    {
        var picks = input.Picks.Distinct().ToList();
        var items = await db.TaskItems.Include(i => i.Case).Where(i => picks.Contains(i.Case.PublicId)).ToListAsync(cancellationToken);
        var bare = picks.Where(IsBare).Select(p => p[TaskLine.Prefix.Length..]).ToList();
        var named = items.ConvertAll(i => i.TaskId);
        var tasks = await db
            .Tasks.Include(t => t.Units)
            .Where(t => bare.Contains(t.PublicId) || named.Contains(t.Id))
            .ToListAsync(cancellationToken);
        if (items.Count + bare.Count < picks.Count || tasks.Count(t => bare.Contains(t.PublicId)) < bare.Count)
            return Outcome<AssignedTasks>.NotFound;
        var free = tasks.Where(t => bare.Contains(t.PublicId)).Select(t => t.Id).ToList();
        if (await db.TaskItems.AnyAsync(i => free.Contains(i.TaskId), cancellationToken))
            return Outcome<AssignedTasks>.Refused("", text["GivenMeanwhile"]);
        foreach (var some in tasks.GroupBy(t => t.CampaignId))
        {
            var ids = some.Select(t => t.Id).ToHashSet();
            var outcome = await Write(some.Key, [.. some], items.FindAll(i => ids.Contains(i.TaskId)), input, cancellationToken);
            if (!outcome.Ok)
                return new() { Missing = outcome.Missing, Errors = outcome.Errors };
        }
        return new AssignedTasks(picks.Count);
    }

    private static bool IsBare(string pick) => pick.StartsWith(TaskLine.Prefix, StringComparison.Ordinal);

    private async Task<Outcome> Write(
        int campaignId,
        IReadOnlyList<CampaignTask> tasks,
        IReadOnlyList<TaskItem> items,
        AssignTasksInput input,
        CancellationToken cancellationToken
    )
    {
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == campaignId, cancellationToken);
        if (!viewer.Can(Permission.DirectTask, await UnitQueries.Path(db, campaign.UnitId, clock.Today(), cancellationToken)))
            return Outcome.NotFound;
        var lead = await units.Meant(string.IsNullOrEmpty(input.Lead) ? [] : [input.Lead], campaign.UnitId, cancellationToken);
        var with = await units.Meant(input.With, campaign.UnitId, cancellationToken);
        if (lead is null || with is null)
            return Outcome.Refused(lead is null ? "lead" : "with", text["UnitNotHere"]);
        var detail = ActDetail.Of(
            ("tasks", string.Join(' ', tasks.Select(t => t.PublicId))),
            ("lead", string.Join(' ', lead.Select(u => u.PublicId))),
            ("with", string.Join(' ', with.Select(u => u.PublicId)))
        );
        var reason = NameText.Clean(input.Reason) is { Length: > 0 } why ? why : null;
        var charge = new Charge(
            lead,
            with,
            reason,
            viewer.Record("task.assign", "campaign", campaign.PublicId, campaign.UnitId, reason, detail)
        );
        var moving = lead.Count == 0 ? [] : items.Where(i => lead.All(u => u.Id != i.Case.UnitId)).ToList();
        if (moving.Count > 0 && await HandOver(moving, charge, cancellationToken) is { Ok: false } refused)
            return refused;
        foreach (var task in tasks)
        {
            if (lead.Count > 0)
                Led(task, moving.Where(i => i.TaskId == task.Id).ToList(), items.All(i => i.TaskId != task.Id), charge);
            Supported(task, charge);
        }
        await db.SaveChangesAsync(cancellationToken);
        await begin.Of(
            await begin.Read(campaignId, cancellationToken),
            cancellationToken,
            charge.Record,
            tasks.Select(t => t.Id).ToHashSet()
        );
        return Outcome.Done;
    }

    /// <summary>What a unit is at goes to the one that leads now; what is done, or waits to be looked at, stays where it is.</summary>
    private async Task<Outcome> HandOver(IReadOnlyList<TaskItem> moving, Charge charge, CancellationToken cancellationToken)
    {
        if (charge.Lead is not [var taker])
            return Outcome.Refused("lead", text["OneLeadForThose", moving.Count]);
        bool Stays(TaskItem item) => !packs[item.Case.Pack].Flow(TaskCase.Kind)!.Act(TaskCase.HandOverAct)!.From.Contains(item.Case.State);
        if (moving.FirstOrDefault(Stays) is { } stays)
            return Outcome.Refused("", text["NotToGive", moving.Count(Stays), TaskRules.Short(stays.Case.Title)]);
        if (charge.Reason is null)
            return Outcome.Refused("reason", text["ReasonForThose", moving.Count]);
        return await move.Together(
            [.. moving.Select(i => (i.Case, (object?)new HandOver(taker.PublicId)))],
            TaskCase.HandOverAct,
            charge.Reason,
            charge.Record,
            cancellationToken
        );
    }

    /// <summary>Who leads the task from now on.</summary>
    /// <param name="moved">What was handed over: it is not begun a second time.</param>
    /// <param name="bare">Nobody is at it.</param>
    private void Led(CampaignTask task, IReadOnlyList<TaskItem> moved, bool bare, Charge charge)
    {
        if (moved.Count > 0 && task.Every is null)
            return;
        var before = moved.Select(i => i.UnitId).ToHashSet();
        task.Units.RemoveAll(u => u.Lead && (bare || before.Contains(u.UnitId)) && charge.Lead.All(l => l.Id != u.UnitId));
        task.Units.RemoveAll(u => !u.Lead && charge.Lead.Any(l => l.Id == u.UnitId));
        var from = moved.Count == 0 ? clock.Today() : moved.Max(i => i.To).AddDays(1);
        foreach (var unit in charge.Lead.Where(l => task.Units.TrueForAll(u => u.UnitId != l.Id)))
            task.Units.Add(
                new()
                {
                    UnitId = unit.Id,
                    Lead = true,
                    From = from,
                }
            );
    }

    private static void Supported(CampaignTask task, Charge charge)
    {
        if (charge.With.Count == 0)
            return;
        task.Units.RemoveAll(u => !u.Lead && charge.With.All(w => w.Id != u.UnitId));
        foreach (var unit in charge.With.Where(w => task.Units.TrueForAll(u => u.UnitId != w.Id)))
            task.Units.Add(new() { UnitId = unit.Id });
    }
}
