using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Progress.Overview;

[NeedsSomewhere(Permission.ViewProgress)]
public sealed class CampaignsModel(ProgressQueries queries, Viewer viewer) : PageModel
{
    public IReadOnlyList<ProgressQueries.Row> Rows { get; private set; } = [];
    public bool MayImport => viewer.Can(Permission.ImportPlan);

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        Rows = await queries.Campaigns(cancellationToken);
        return Rows is [var only] ? LocalRedirect($"/progress/{only.PublicId}") : Page();
    }
}
