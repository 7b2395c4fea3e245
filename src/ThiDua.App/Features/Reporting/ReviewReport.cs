using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Audit;
using ThiDua.App.Flow;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Facts;

namespace ThiDua.App.Features.Reporting;

/// <param name="Report">Public id.</param>
/// <param name="Act">An act of the flow: <c>approve return reopen</c>.</param>
/// <param name="Version">The version that was read; null when it does not matter.</param>
public sealed record ReviewReportInput(string Report, string Act, string? Reason = null, int? Version = null);

/// <summary>Approves, returns or reopens a report; approval makes its figures official.</summary>
public sealed class ReviewReport(AppDb db, ReportSheets sheets, FactStore facts, PendingFigures pending, Viewer viewer, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(ReviewReportInput input, CancellationToken stop)
    {
        var sheet = await sheets.Find(input.Report, Permission.ReviewReport, stop);
        if (sheet?.Report is not { } report) return Outcome.NotFound;
        if (input.Reason?.Length > 2000) return Outcome.Refused("reason", text["TooLong", 2000]);
        if (input.Version is { } seen && seen != report.Version) return Changed();
        var did = await CaseActs.LastBy(db, "report", report.PublicId, stop);
        var refusal = FlowRules.Check(sheet.Flow, report.State, input.Act, input.Reason, p => viewer.Can(p, sheet.Unit.Path),
            act => did.GetValueOrDefault($"report.{act}") is { } who && who == viewer.AccountId);
        if (refusal == FlowRefusal.ReasonMissing) return Outcome.Refused("reason", text["ReasonMissing"]);
        if (input.Act == "approve" && refusal == FlowRefusal.None && await EnteredOne(sheet, viewer, stop)) refusal = FlowRefusal.OwnWork;
        if (refusal == FlowRefusal.OwnWork) return Outcome.Refused("", text["OwnWork"]);
        if (refusal == FlowRefusal.NotInThisState) return Changed();
        if (refusal != FlowRefusal.None || input.Act == "submit") return Outcome.NotFound;
        try
        {
            return await db.Apply(() => Do(sheet, report, input, stop), stop);
        }
        catch (DbUpdateException)
        {
            return Changed();
        }
    }

    private async Task<Outcome> Do(ReportSheet sheet, Report report, ReviewReportInput input, CancellationToken stop)
    {
        var reason = string.IsNullOrWhiteSpace(input.Reason) ? null : NameText.Clean(input.Reason);
        var act = viewer.Record($"report.{input.Act}", "report", report.PublicId, sheet.Unit.Id, reason);
        report.State = sheet.Flow.Act(input.Act)!.To;
        report.ReturnReason = sheet.Flow.State(report.State)!.Editable ? reason : null;
        report.Version++;
        // Approving saves all that is tracked.
        if (report.State == ReportingRules.Approved) await facts.Approve(sheet.Unit.Id, [.. sheet.Figures.Select(f => (f.Indicator.Code, f.Period))], act, stop);
        else await db.SaveChangesAsync(stop);
        if (sheet.Flow.State(report.State)!.Editable && input.Act == "reopen") await pending.Admit(sheet, report, act, stop);
        return Outcome.Done;
    }

    /// <summary>Nobody approves what they entered, by whatever channel it came: the form, a file, another system.</summary>
    internal async Task<bool> EnteredOne(ReportSheet sheet, Viewer who, CancellationToken stop)
    {
        var ids = sheet.Figures.Select(f => sheet.Facts.Current(sheet.Unit.Id, f.Indicator.Code, f.Period)?.FactId).OfType<long>().ToList();
        var years = sheet.Figures.Select(f => f.Period.Year).Distinct().ToList();
        return await db.Facts.AnyAsync(f => f.HomeId == sheet.Unit.HomeId && years.Contains(f.Year) && ids.Contains(f.Id)
            && db.Acts.Any(a => a.Id == f.ActId && a.AccountId == who.AccountId), stop);
    }

    private Outcome Changed() => new() { Conflict = true, Errors = [new("", text["ReviewChanged"])] };
}
