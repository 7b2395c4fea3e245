using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Plans.List;

[NeedsSomewhere(Permission.ImportPlan)]
public sealed class PlansModel(AppDb db, Viewer viewer, PackShelf packs, TimeProvider clock) : PageModel
{
    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    public string StateLabel(DraftRow draft) => packs[draft.Pack].Flow("plan-draft")!.State(draft.State)!.Label.Here();

    public async Task OnGet(CancellationToken stop) => Drafts = await PlanQueries.Drafts(db, viewer, clock, stop);
}
