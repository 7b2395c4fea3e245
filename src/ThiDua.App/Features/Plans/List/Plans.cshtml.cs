using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Jobs;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Plans.List;

[NeedsSomewhere(Permission.ImportPlan)]
public sealed class PlansModel(PlanList plans, ListReader lists, AppDb db, Viewer viewer, PackShelf packs, JobDesk desk, TimeProvider clock)
    : PageModel
{
    private const int MostOpen = 20;

    /// <summary>What is to be gone on with: it stands before the list.</summary>
    public IReadOnlyList<DraftRow> Open { get; private set; } = [];
    public ListPage Found { get; private set; } = null!;

    /// <summary>Uploads that are no drafts yet.</summary>
    public IReadOnlyList<PlanReading> Readings { get; private set; } = [];

    public string StateLabel(DraftRow draft) => packs[draft.Pack].Flow(PlanDraftCase.Kind)!.State(draft.State)!.Label.Here();

    public async Task OnGet(CancellationToken cancellationToken)
    {
        Readings = await PlanReadings.Open(db, desk, clock, cancellationToken);
        Open = await PlanQueries
            .Rows(db, viewer, clock)
            .Where(d => d.State == "draft")
            .OrderByDescending(d => d.At)
            .Take(MostOpen)
            .ToListAsync(cancellationToken);
        Found = (await lists.Read(plans, Request, cancellationToken))!;
    }
}
