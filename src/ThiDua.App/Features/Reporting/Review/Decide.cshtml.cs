using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting.Review;

[Needs<Report>(Permission.ReviewReport, "id")]
public sealed class DecideModel(
    ReportSheets sheets,
    MoveCase move,
    CaseViews views,
    PendingFigures pending,
    Attachments attachments,
    AppDb db
) : CasePage(db, move)
{
    public ReportSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<PendingFigure> Pending { get; private set; } = [];

    public Task<IActionResult> OnPost(string act, string? reason, int version, CancellationToken cancellationToken) =>
        Move(act, reason, version, null, cancellationToken);

    public async Task<IActionResult> OnPostDrop(CancellationToken cancellationToken) =>
        (await pending.Drop(Id, cancellationToken)).Ok ? LocalRedirect($"/review/{Id}") : NotFound();

    protected override async Task<bool> Load(CancellationToken cancellationToken)
    {
        if (await sheets.Find(Id, Permission.ReviewReport, cancellationToken) is not { } sheet)
            return false;
        Sheet = sheet;
        View = await views.Of(sheet.Report!.Case, ReportCase.OfReporters, cancellationToken);
        Files = (await attachments.Of(CaseFiles.Code, Id, cancellationToken)) with { InForm = true, MayChange = false };
        Pending = await pending.Of(sheet, cancellationToken);
        return true;
    }
}
