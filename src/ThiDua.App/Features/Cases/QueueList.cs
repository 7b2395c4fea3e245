using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Cases;

/// <summary>Cases of every kind that wait for my decision; or, with a state in the address, those of one kind in it.</summary>
public sealed class QueueList(
    CaseRows cases,
    CaseKinds kinds,
    PackShelf packs,
    Viewer viewer,
    UnitFilters units,
    TimeProvider clock,
    IStringLocalizer<ThiDua.App.Cases.Text> text
) : IListSource
{
    /// <summary>Kinds that have a decision in their flow.</summary>
    public IReadOnlyList<FlowDefinition> Flows { get; } =
    [
        .. packs
            .All.SelectMany(p => p.Flows)
            .Where(f => kinds.Has(f.Kind) && f.States.Any(s => s is { Final: false, Editable: false }))
            .DistinctBy(f => f.Code),
    ];

    public FlowDefinition? FlowOf(ListView view) => Flows.FirstOrDefault(f => f.Code == view.Of("kind"));

    /// <summary>Null: what waits for me.</summary>
    public static FlowState? StateOf(FlowDefinition? flow, ListView view) => flow?.State(view.Of("state") ?? "");

    /// <summary>States that have something to see for the reader: drafts only where they may send them.</summary>
    public IEnumerable<FlowState> StatesOf(FlowDefinition flow) =>
        flow.States.Where(s => s.Code != flow.Initial || flow.From(s.Code).Any(a => viewer.Can(a.Permission)));

    public async Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken)
    {
        var flow = FlowOf(view);
        var state = StateOf(flow, view);
        return new ListDefinition<CaseRow>
        {
            Code = "review",
            Title =
                flow is null ? text["Queue"]
                : state is null ? $"{text["Queue"]}: {flow.Label.Here()}"
                : $"{flow.Label.Here()}: {state.Label.Here()}",
            Empty = text[state is null ? "NothingWaits" : "NothingHere"],
            Rows = state is null
                ? cases.Offered(true, flow?.Code)
                : cases.InState(flow!.Code, state.Code, view.Of(UnitFilters.Code) is null),
            Key = ListKey.Of((CaseRow r) => r.Id),
            Order = state is null ? CaseRow.ByDue : ListOrder.By((CaseRow r) => r.MovedAt),
            NewestFirst = state is not null,
            Columns = Columns(flow, state),
            SearchLabel = text["Search"],
            Search = cases.With,
            Filters =
            [
                .. flow is null ? [] : await kinds[flow.Kind].Filters(cancellationToken),
                await units.Of<CaseRow>(view, Permission.ReviewReport, text["Unit"], r => r.Path, cancellationToken),
            ],
            Id = r => r.PublicId,
            Href = r => kinds[r.Kind].Href(r.PublicId),
            Open = text[state is null ? "LookAndDecide" : "Look"],
            Fill = async (rows, stop) =>
            {
                var remarks = await kinds.Remarks(rows, stop);
                return [.. rows.Select(r => r with { Remark = remarks.GetValueOrDefault(r.Id) })];
            },
        };
    }

    private IReadOnlyList<ListColumn<CaseRow>> Columns(FlowDefinition? flow, FlowState? state)
    {
        var today = clock.Today();
        return
        [
            new("what", text["What"], r => Name(r, flow is null)) { IsName = true, Order = ByWhat(flow) },
            new("unit", text["Unit"], r => ListCell.Of(r.Unit)) { Order = ListOrder.By((CaseRow r) => r.UnitKey) },
            new("kind", text["Kinds"], r => ListCell.Of(KindOf(r))) { HiddenAtFirst = true },
            new("remark", text["Remark"], r => ListCell.Of(r.Remark)) { HiddenAtFirst = true },
            new("from", text["From"], r => ListCell.Of(r.MovedBy ?? text["System"])),
            new("since", text["Since"], r => ListCell.Of(r.MovedAt)) { Order = ListOrder.By((CaseRow r) => r.MovedAt) },
            new("due", text["Due"], r => Due(r, today)) { Order = CaseRow.ByDue, HiddenAtFirst = state is not null },
        ];
    }

    /// <summary>Of one kind by what they are about, so that month 2 stands before month 10; mixed, by their titles.</summary>
    private static ListOrder<CaseRow> ByWhat(FlowDefinition? flow) =>
        flow is null ? ListOrder.By((CaseRow r) => r.Search) : ListOrder.By((CaseRow r) => r.SortKey);

    private ListCell Name(CaseRow row, bool withKind) =>
        ListCell.Of(row.Title) with
        {
            Notes = [.. new[] { withKind ? KindOf(row) : null, row.Remark }.OfType<string>().Select(ListCell.Of)],
        };

    private string KindOf(CaseRow row) => packs[row.Pack].Flow(row.Flow)!.Label.Here();

    private ListCell Due(CaseRow row, DateOnly today)
    {
        var (tone, icon, label) =
            row.Due < today ? ("bad", "missed", "WasDue")
            : row.SoonFrom <= today ? ("soon", "waiting", "IsDue")
            : ("calm", "waiting", "IsDue");
        return ListCell.Of(row.Due) with { Tone = tone, Icon = icon, Says = row.Due is { } due ? text[label, Show.Date(due)].Value : null };
    }
}
