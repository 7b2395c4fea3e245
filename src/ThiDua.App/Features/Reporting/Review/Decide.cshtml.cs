using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Audit;
using ThiDua.App.Flow;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Reporting.Review;

[Needs<Report>(Permission.ReviewReport, "id")]
public sealed class DecideModel(ReportSheets sheets, ReviewReport review, PendingFigures pending, AuditQueries audit, AppDb db, Viewer viewer) : PageModel
{
    public ReportSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<ActRow> History { get; private set; } = [];
    public IReadOnlyList<FlowAct> Acts { get; private set; } = [];
    public IReadOnlyList<PendingFigure> Pending { get; private set; } = [];
    /// <summary>The viewer sent it, or entered a figure of it, so somebody else approves it.</summary>
    public bool Own { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public string? Act { get; private set; }
    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGet(string id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string id, string act, string? reason, int version, CancellationToken stop)
    {
        var outcome = await review.Handle(new(id, act, reason, version), stop);
        if (outcome.Missing) return NotFound();
        if (outcome.Ok) return LocalRedirect("/review");
        db.ChangeTracker.Clear();
        (Errors, Act, Reason) = (outcome.Errors, act, reason);
        return await Load(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostDrop(string id, CancellationToken stop) =>
        (await pending.Drop(id, stop)).Ok ? LocalRedirect($"/review/{id}") : NotFound();

    private async Task<bool> Load(string id, CancellationToken stop)
    {
        if (await sheets.Find(id, Permission.ReviewReport, stop) is not { } sheet) return false;
        Sheet = sheet;
        History = await audit.OfCase("report", id, ["report.save"], stop);
        var did = await CaseActs.LastBy(db, "report", id, stop);
        bool Did(string act) => did.GetValueOrDefault($"report.{act}") is { } who && who == viewer.AccountId;
        Acts = [.. FlowRules.Offered(sheet.Flow, sheet.State, p => viewer.Can(p, sheet.Unit.Path), Did).Where(a => a.Code != "submit")];
        Own = sheet.State == ReportingRules.Submitted && (Did("submit") || await review.EnteredOne(sheet, viewer, stop));
        if (Own) Acts = [.. Acts.Where(a => a.Code != "approve")];
        Pending = await pending.Of(sheet, stop);
        return true;
    }
}
