using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Features.Tasks.Assign;
using ThiDua.App.Features.Tasks.Remind;
using ThiDua.App.Forms;
using ThiDua.App.Lists;
using ThiDua.App.Notices;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Tasks.Browse;

/// <param name="Units">Who may be charged; empty for whoever directs nothing.</param>
public sealed record AssignForm(IReadOnlyList<Option> Units, AssignTasksInput Typed, IReadOnlyList<FieldError> Errors);

/// <summary>The list of tasks; whoever directs them gives the ticked ones to units, and reminds of them.</summary>
[NeedsSomewhere(Permission.ViewProgress)]
public sealed class TasksModel(
    TaskList list,
    ListReader lists,
    AssignTasks assign,
    RemindTasks remind,
    TaskUnits units,
    Viewer viewer,
    IStringLocalizer<Text> text
) : PageModel
{
    public const string Assign = "assign",
        Remind = "remind",
        RemindAll = "remind-all";

    public ListPage Found { get; private set; } = null!;
    public string? Said { get; private set; }
    public IReadOnlyList<RemindedUnit> Reminded { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>What asks to be looked at, with how much of it there is.</summary>
    public IReadOnlyList<(string Show, string Label, int Count)> Shown { get; private set; } = [];
    public bool MayDirect => viewer.Can(Permission.DirectTask);

    private AssignTasksInput typed = new([], null, [], null);

    public Task OnGet(CancellationToken cancellationToken) => Load(cancellationToken);

    /// <param name="pick">What was ticked.</param>
    /// <param name="with">Units that support.</param>
    public async Task<IActionResult> OnPost(
        string? act,
        IReadOnlyList<string> pick,
        string? lead,
        IReadOnlyList<string> with,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        typed = new(pick, lead, with, reason);
        if (act == Assign)
            Say(await assign.Handle(typed, cancellationToken));
        else if (act is Remind or RemindAll)
            Say(await RemindOf(act, pick, cancellationToken));
        else
            return BadRequest();
        await Load(cancellationToken);
        return Page();
    }

    private async Task<Outcome<RemindedTasks>> RemindOf(string act, IReadOnlyList<string> pick, CancellationToken cancellationToken) =>
        await remind.Handle(
            act == RemindAll ? await list.Picks(new(Request), RemindTasks.MostAtOnce, cancellationToken) : pick,
            cancellationToken
        );

    private void Say(Outcome<AssignedTasks> outcome)
    {
        Errors = outcome.Missing ? [new("", text["NotYours"])] : outcome.Errors;
        if (outcome.Value is { } done)
            (Said, typed) = (text["AssignedSome", done.Count], new([], null, [], null));
    }

    private void Say(Outcome<RemindedTasks> outcome)
    {
        Errors = outcome.Missing ? [new("", text["NotYours"])] : outcome.Errors;
        if (outcome.Value is not { } done)
            return;
        (Said, Reminded, typed) = (text["RemindedSome", done.Tasks, done.Units.Count], done.Units, new([], null, [], null));
    }

    private async Task Load(CancellationToken cancellationToken)
    {
        Found = (await lists.Read(list, Request, cancellationToken))!;
        Shown = [.. (await list.Counts(cancellationToken)).Where(s => MayDirect || s.Show != TaskList.NoLead)];
        if (!MayDirect || Found.Rows.Count == 0)
            return;
        var form = new AssignForm(await units.Options(Found.View.Of(TaskList.CampaignFilter), cancellationToken), typed, Errors);
        Found = Found with
        {
            Batch = new([new(Assign, text["AssignPicked"]), new(Remind, text["RemindPicked"]), new(RemindAll, text["RemindListed"])], [])
            {
                Form = ("/Features/Tasks/Browse/_Assign.cshtml", form),
                Picked = typed.Picks.ToHashSet(StringComparer.Ordinal),
            },
        };
    }
}
