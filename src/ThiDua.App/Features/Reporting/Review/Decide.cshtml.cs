using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting.Review;

[Needs<Report>(Permission.ReviewReport, "id")]
public sealed class DecideModel(ReportSheets sheets, MoveCase move, CaseViews views, PendingFigures pending, AppDb db) : PageModel
{
    public ReportSheet Sheet { get; private set; } = null!;
    public CaseView View { get; private set; } = null!;
    public IReadOnlyList<PendingFigure> Pending { get; private set; } = [];

    public async Task<IActionResult> OnGet(string id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string id, string act, string? reason, int version, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var tried = new MoveInput(id, act, reason, version);
        var outcome = await move.Handle(tried, stop);
        if (outcome.Missing) return NotFound();
        if (outcome.Ok) return LocalRedirect("/review");
        db.ChangeTracker.Clear();
        if (!await Load(id, stop)) return NotFound();
        View = View with { Tried = tried, Errors = outcome.Errors };
        return Page();
    }

    public async Task<IActionResult> OnPostDrop(string id, CancellationToken stop) =>
        (await pending.Drop(id, stop)).Ok ? LocalRedirect($"/review/{id}") : NotFound();

    private async Task<bool> Load(string id, CancellationToken stop)
    {
        if (await sheets.Find(id, Permission.ReviewReport, stop) is not { } sheet) return false;
        Sheet = sheet;
        View = await views.Of(sheet.Report!.Case, [ReportCase.Submit], stop);
        Pending = await pending.Of(sheet, stop);
        return true;
    }
}
