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
    ReviewFigures figures,
    Attachments attachments,
    Viewer viewer,
    AppDb db
) : CasePage(db, move)
{
    /// <summary>Days that are from no text that was read are the office's to know and to set.</summary>
    public bool SeesUnverified => viewer.Can(Permission.RunCampaign);
    public ReportSheet Sheet { get; private set; } = null!;
    public IReadOnlyList<ReviewFigure> Figures { get; private set; } = [];
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
        Figures = await figures.Of(sheet, cancellationToken);
        Files = (await attachments.Of(CaseFiles.Code, Id, cancellationToken)) with { InForm = true, MayChange = false };
        Pending = await pending.Of(sheet, cancellationToken);
        return true;
    }
}
