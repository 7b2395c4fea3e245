using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Plans.Source;

/// <summary>The text of a launched plan, by lines: whoever takes part in the campaign received the plan on paper too.</summary>
[Needs<PlanDraft>(Permission.ViewProgress, "id", FromBelow = true)]
public sealed class SourceModel(AppDb db) : PageModel
{
    public Campaign Campaign { get; private set; } = null!;
    public PlanDraft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken)
    {
        var draft = await db
            .PlanDrafts.AsNoTracking()
            .Include(d => d.File)
            .Include(d => d.Case)
            .FirstOrDefaultAsync(d => d.Case.PublicId == id, cancellationToken);
        var campaign = draft is null
            ? null
            : await db
                .Campaigns.AsNoTracking()
                .OrderByDescending(c => c.Id)
                .FirstOrDefaultAsync(c => c.PlanDraftId == draft.Id || c.Targets.Any(t => t.PlanDraftId == draft.Id), cancellationToken);
        if (campaign is null)
            return NotFound();
        (Draft, Campaign) = (draft!, campaign);
        return Page();
    }
}
