using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Plans.List;

/// <summary>Plans that were imported, the newest first, whatever became of them.</summary>
public sealed class PlanList(AppDb db, Viewer viewer, PackShelf packs, UnitFilters units, TimeProvider clock, IStringLocalizer<Text> text)
    : IListSource
{
    public async Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken)
    {
        var flow = packs.Default.Flow(PlanDraftCase.Kind)!;
        return new ListDefinition<DraftRow>
        {
            Code = "plans",
            Title = text["ListTitle"],
            Empty = text["ListEmpty"],
            Rows = PlanQueries.Rows(db, viewer, clock),
            Key = ListKey.Of((DraftRow d) => d.Id),
            Order = ListOrder.By((DraftRow d) => d.At),
            NewestFirst = true,
            Columns =
            [
                new("plan", text["Plan"], d => ListCell.Of(d.Title)) { IsName = true, Order = ListOrder.By((DraftRow d) => d.Search) },
                new("owner", text["Owner"], d => ListCell.Of(d.UnitName)) { Order = ListOrder.By((DraftRow d) => d.UnitKey) },
                new("file", text["FileName"], d => ListCell.Of(d.FileName)) { HiddenAtFirst = true },
                new("state", text["StateHead"], State),
                new("read", text["ReadAt"], d => ListCell.Of(d.At)) { Order = ListOrder.By((DraftRow d) => d.At) },
            ],
            SearchLabel = text["FindPlan"],
            Search = (rows, word) => rows.Where(d => d.Search.Contains(word)),
            Filters =
            [
                new ChoiceFilter<DraftRow>(
                    "state",
                    text["StateHead"],
                    [.. flow.States.Select(s => new ListOption(s.Code, s.Label.Here()))],
                    (rows, state) => rows.Where(d => d.State == state)
                ),
                await units.Of<DraftRow>(view, Permission.ImportPlan, text["Owner"], d => d.Path, cancellationToken),
            ],
            Href = d => d.CampaignId is null ? $"/plans/{d.PublicId}" : $"/campaigns/{d.CampaignId}",
        };
    }

    private ListCell State(DraftRow draft) => packs[draft.Pack].Flow(PlanDraftCase.Kind)!.State(draft.State)!.Cell(reason: null);
}
