using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Jobs;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Plans.List;

[NeedsSomewhere(Permission.ImportPlan)]
public sealed class PlansModel(AppDb db, Viewer viewer, PackShelf packs, JobDesk desk, TimeProvider clock) : PageModel
{
    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    /// <summary>Uploads that are no drafts yet.</summary>
    public IReadOnlyList<PlanReading> Readings { get; private set; } = [];

    public string StateLabel(DraftRow draft) => packs[draft.Pack].Flow("plan-draft")!.State(draft.State)!.Label.Here();

    public async Task OnGet(CancellationToken stop)
    {
        Readings = await PlanReadings.Open(db, desk, clock, stop);
        Drafts = await PlanQueries.Drafts(db, viewer, clock, stop);
    }
}
