using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Audit.Acts;

/// <summary>One act: everything that is known of it, and the thing it was done to.</summary>
[Needs<Act>(Permission.ReadActs, "id")]
public sealed class ActModel(AppDb db, AuditQueries audit, Viewer viewer) : PageModel
{
    /// <summary>Where the things that acts are done to have a page, and who may open it.</summary>
    private static readonly Dictionary<string, (string Address, string Needs)> Pages = new(StringComparer.Ordinal)
    {
        ["account"] = ("/admin/people/", Permission.ManageAccounts),
        ["unit"] = ("/units/", Permission.ViewUnits),
        ["report"] = ("/review/", Permission.ReviewReport),
        ["plan-draft"] = ("/plans/", Permission.ImportPlan),
        ["campaign"] = ("/campaigns/", Permission.ViewProgress),
        ["paper"] = ("/papers/", Permission.ViewPaper),
        ["task"] = ("/tasks/", Permission.ViewProgress),
        ["baseline"] = ("/baselines/", Permission.ApproveBaseline),
    };

    public Act Act { get; private set; } = null!;
    public ActRow Row { get; private set; } = null!;

    /// <summary>Its place in the chain; null for the second until it is sealed.</summary>
    public Seal? Seal { get; private set; }
    public IReadOnlyList<(string Name, string Value)> Details { get; private set; } = [];
    public string? Subject { get; private set; }

    /// <summary>The list as the reader came from it.</summary>
    public string Back => "/admin/acts" + Request.QueryString;

    public async Task<IActionResult> OnGet(long id, CancellationToken cancellationToken)
    {
        var seen = ActsSeen.By(viewer, db).Where(a => a.Id == id);
        if (await seen.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } act)
            return NotFound();
        (Act, Row) = (act, await audit.Rows(seen).FirstAsync(cancellationToken));
        Seal = await db.Seals.AsNoTracking().FirstOrDefaultAsync(s => s.ActId == id, cancellationToken);
        Details = ActDetail.Read(act.Detail);
        if (act.SubjectId != "unknown" && Pages.TryGetValue(act.SubjectKind, out var page) && viewer.Can(page.Needs))
            Subject = page.Address + act.SubjectId;
        return Page();
    }
}
