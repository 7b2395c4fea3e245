using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Cases;

/// <summary>The one queue: every case of every kind that waits for my decision, and what became of those decided.</summary>
[NeedsSomewhere(Permission.ReviewReport)]
public sealed class QueueModel(CaseRows rows, CaseKinds kinds, MoveCase move, PackShelf packs, IStringLocalizer<ThiDua.App.Cases.Text> text)
    : PageModel
{
    public string? Kind { get; private set; }

    /// <summary>Null: what waits for me.</summary>
    public string? State { get; private set; }
    public ListView View { get; private set; } = null!;
    public ListPage<CaseRow> Page1 { get; private set; } = null!;

    /// <summary>Kinds that have a decision in their flow.</summary>
    public IReadOnlyList<FlowDefinition> Flows { get; private set; } = [];
    public IReadOnlyDictionary<int, string> Remarks { get; private set; } = new Dictionary<int, string>();
    public IReadOnlyList<MovedOne> Moved { get; private set; } = [];
    public string? Said { get; private set; }

    public FlowDefinition? Flow => Flows.FirstOrDefault(f => f.Code == Kind);

    /// <summary>Acts that can be done on many at once: no reason is asked.</summary>
    public IReadOnlyList<FlowAct> Many =>
        State is null && Kind is not null && Flow is { } flow
            ?
            [
                .. flow.Acts.Where(a =>
                    a.Reason == ReasonRule.None && a.From.Any(s => a.IsAwaitedIn(s) && flow.State(s) is { Final: false, Editable: false })
                ),
            ]
            : [];

    public string Href(CaseRow row) => kinds[row.Kind].Href(row.PublicId);

    public string KindOf(CaseRow row) => packs[row.Pack].Flow(row.Flow)!.Label.Here();

    public Task OnGet(string? kind, string? state, CancellationToken cancellationToken) => Load(kind, state, cancellationToken);

    public async Task<IActionResult> OnPost(string? kind, string act, IReadOnlyList<string> pick, CancellationToken cancellationToken)
    {
        Moved = await move.Batch(pick, act, null, cancellationToken);
        var done = Moved.Count(m => m.Outcome.Ok);
        Said = pick.Count == 0 ? text["PickSome"] : text["MovedSome", done, Moved.Count];
        Moved = [.. Moved.Where(m => !m.Outcome.Ok)];
        await Load(kind, null, cancellationToken);
        return Page();
    }

    private async Task Load(string? kind, string? state, CancellationToken cancellationToken)
    {
        Flows =
        [
            .. packs
                .All.SelectMany(p => p.Flows)
                .Where(f => kinds.Has(f.Kind) && f.States.Any(s => s is { Final: false, Editable: false }))
                .DistinctBy(f => f.Code),
        ];
        Kind = Flows.Any(f => f.Code == kind) ? kind : null;
        State = Flow?.State(state ?? "")?.Code;
        View = new ListView(Request);
        var found = State is null ? rows.Offered(true, Kind, View.Search) : rows.InState(Kind!, State, View.Search);
        Page1 = await View.Read(found, cancellationToken);
        Remarks = await kinds.Remarks(Page1.Rows, cancellationToken);
    }
}
