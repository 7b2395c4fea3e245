using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Cases;

/// <summary>The one queue: every case of every kind that waits for my decision, and what became of those decided.</summary>
[NeedsSomewhere(Permission.ReviewReport)]
public sealed class QueueModel(
    QueueList queue,
    ListReader lists,
    MoveCase move,
    RecentDecisions recent,
    IStringLocalizer<ThiDua.App.Cases.Text> text
) : PageModel
{
    public ListPage Found { get; private set; } = null!;
    public IReadOnlyList<MovedOne> Moved { get; private set; } = [];
    public string? Said { get; private set; }
    public IReadOnlyList<RecentDecision> Recent { get; private set; } = [];

    public IReadOnlyList<FlowDefinition> Flows => queue.Flows;
    public FlowDefinition? Flow { get; private set; }

    /// <summary>Null: what waits for me.</summary>
    public FlowState? State { get; private set; }
    public IEnumerable<FlowState> States => queue.StatesOf(Flow!);

    public Task OnGet(CancellationToken cancellationToken) => Load(cancellationToken);

    public async Task<IActionResult> OnPost(string act, IReadOnlyList<string> pick, CancellationToken cancellationToken)
    {
        Moved = await move.Batch(pick, act, null, cancellationToken);
        var done = Moved.Count(m => m.Outcome.Ok);
        Said = pick.Count == 0 ? text["PickSome"] : text["MovedSome", done, Moved.Count];
        Moved = [.. Moved.Where(m => !m.Outcome.Ok)];
        await Load(cancellationToken);
        return Page();
    }

    /// <summary>Takes a decision back by the flow's own act; the reason says that it was a slip.</summary>
    public async Task<IActionResult> OnPostUndo(string id, string undo, CancellationToken cancellationToken)
    {
        var known = (await recent.Mine(null, cancellationToken)).FirstOrDefault(r => r.Id == id && r.Undo?.Code == undo);
        if (known is null)
            return NotFound();
        var outcome = await move.Handle(new MoveInput(id, undo, text["UndoReason"]), cancellationToken);
        Said = outcome.Ok ? text["Undone", known.Title] : outcome.Errors.FirstOrDefault()?.Message ?? text["Gone"];
        await Load(cancellationToken);
        return Page();
    }

    private async Task Load(CancellationToken cancellationToken)
    {
        var view = new ListView(Request);
        Flow = queue.FlowOf(view);
        State = QueueList.StateOf(Flow, view);
        Found = await lists.Read((await queue.List(view, cancellationToken))!, view, cancellationToken) with { Batch = new(Many(), []) };
        Recent = State is null ? await recent.Mine(Flow?.Code, cancellationToken) : [];
    }

    /// <summary>Acts that can be done on many at once: no reason is asked.</summary>
    private IReadOnlyList<ListOption> Many() =>
        State is not null || Flow is not { } flow
            ? []
            :
            [
                .. flow
                    .Acts.Where(a =>
                        a.Reason == ReasonRule.None
                        && a.From.Any(s => a.IsAwaitedIn(s) && flow.State(s) is { Final: false, Editable: false })
                    )
                    .Select(a => new ListOption(a.Code, text["DoToPicked", a.Label.Here()])),
            ];
}
