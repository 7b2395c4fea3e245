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
/// <param name="Wide">Too wide a list to remind of all of it.</param>
public sealed record AssignForm(IReadOnlyList<Option> Units, AssignTasksInput Typed, IReadOnlyList<FieldError> Errors, bool Wide);

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
        RemindAll = "remind-all",
        RemindAllNow = "remind-all-now";

    public ListPage Found { get; private set; } = null!;
    public string? Said { get; private set; }
    public IReadOnlyList<RemindedUnit> Reminded { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Reminding of the whole list is asked about first.</summary>
    public RemindingList? Asked { get; private set; }

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
        else if (act == Remind)
            Say(await remind.Handle(pick, cancellationToken));
        else if (act is RemindAll or RemindAllNow)
            await RemindListed(act == RemindAllNow, cancellationToken);
        else
            return BadRequest();
        await Load(cancellationToken);
        return Page();
    }

    /// <summary>Only what is late or silent is reminded of as a whole, and never at one press.</summary>
    private async Task RemindListed(bool now, CancellationToken cancellationToken)
    {
        var view = new ListView(Request);
        if (!IsUrgent(view.Of(TaskList.ShowFilter)))
        {
            Errors = [new("", text["NarrowToRemind"])];
            return;
        }
        var picks = await list.Picks(view, RemindTasks.MostAtOnce, cancellationToken);
        var look = now ? null : await remind.Look(picks, cancellationToken);
        if (look is { Tasks: > 0 })
            Asked = look;
        else
            Say(await remind.Handle(picks, cancellationToken, newly: true));
    }

    private static bool IsUrgent(string? show) => show is TaskList.Late or TaskList.Silent;

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
        if (done.Already > 0)
            Said = $"{Said} {text["RemindedToday", done.Already]}";
    }

    private async Task Load(CancellationToken cancellationToken)
    {
        Found = (await lists.Read(list, Request, cancellationToken))!;
        Shown = [.. (await list.Counts(cancellationToken)).Where(s => MayDirect || s.Show != TaskList.NoLead)];
        if (!MayDirect || Found.Rows.Count == 0)
            return;
        var show = Found.View.Of(TaskList.ShowFilter);
        var form = new AssignForm(
            await units.Options(Found.View.Of(TaskList.CampaignFilter), cancellationToken),
            typed,
            Errors,
            !IsUrgent(show) && show != TaskList.NoLead
        );
        Found = Found with
        {
            Batch = new([.. Acts(show)], [])
            {
                Form = ("/Features/Tasks/Browse/_Assign.cshtml", form),
                Picked = typed.Picks.ToHashSet(StringComparer.Ordinal),
            },
        };
    }

    private IEnumerable<ListOption> Acts(string? show)
    {
        yield return new(Assign, text["AssignPicked"]);
        // What nobody does waits for nobody.
        if (show != TaskList.NoLead)
            yield return new(Remind, text["RemindPicked"]);
        if (IsUrgent(show))
            yield return new(RemindAll, text["RemindListed"]);
    }
}
