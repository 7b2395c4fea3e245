using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Reporting;

/// <summary>Keeps what was typed, right or wrong; nothing of it counts until it is sent.</summary>
public sealed class SaveReport(AppDb db, ReportSheets sheets, Viewer viewer, TimeProvider clock, IValidator<ReportInput> validator, IStringLocalizer<Text> text)
{
    public async Task<Outcome<Report>> Handle(ReportInput input, CancellationToken stop)
    {
        var sheet = await sheets.Find(input.Unit, input.Campaign, input.Period, Permission.FillReport, stop);
        if (sheet is null || sheet.Status == ReportStatus.NotYetOpen) return Outcome<Report>.NotFound;
        var errors = (await validator.ValidateAsync(input, stop)).FieldErrors();
        if (errors.Count > 0) return new Outcome<Report> { Errors = errors };
        if (Behind(sheet, input)) return Conflict();
        var report = Fill(sheet, input);
        // The same text saved again (a pause while typing, a second press) is no act.
        if (sheet.Report is not null && !db.Entry(report).Properties.Any(p => p.IsModified && p.Metadata.Name is not (nameof(Report.SavedAt) or nameof(Report.SavedBy))))
            return report;
        report.Version++;
        viewer.Record("report.save", "report", report.PublicId, sheet.Unit.Id);
        return await Save(report, stop);
    }

    /// <summary>What was typed, in the report that is there or a new one; nothing is saved yet.</summary>
    internal Report Fill(ReportSheet sheet, ReportInput input)
    {
        var report = sheet.Report ?? new Report
        {
            CampaignId = sheet.Campaign.Id, UnitId = sheet.Unit.Id, PeriodId = sheet.Period.Id, State = sheet.Flow.Initial,
        };
        Take(report, input, sheet, clock.GetUtcNow());
        if (sheet.Report is null) db.Reports.Add(report);
        return report;
    }

    internal static bool Behind(ReportSheet sheet, ReportInput input) =>
        !sheet.Editable || (input.Version is { } seen && seen != (sheet.Report?.Version ?? 0));

    internal Outcome<Report> Conflict() => new() { Conflict = true, Errors = [new("", text["Conflict"])] };

    private void Take(Report report, ReportInput input, ReportSheet sheet, DateTimeOffset now)
    {
        bool Asked(string code) => sheet.Figures.Any(f => f.Indicator.Code == code);
        report.Draft = ReportDraft.Write(input.Values, Asked);
        report.Comments = ReportDraft.Write(input.Comments.Where(c => !string.IsNullOrWhiteSpace(c.Value)), Asked);
        report.Results = Clean(input.Results);
        report.Difficulties = Clean(input.Difficulties);
        report.Proposals = Clean(input.Proposals);
        report.SavedAt = now;
        report.SavedBy = viewer.AccountId;
    }

    private async Task<Outcome<Report>> Save(Report report, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return report;
        }
        catch (DbUpdateException)
        {
            // Another window saved between our reading and our writing: the version, or the row, was there first.
            db.ChangeTracker.Clear();
            return Conflict();
        }
    }

    private static string? Clean(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : typed.Normalize(System.Text.NormalizationForm.FormC).ReplaceLineEndings("\n").Trim();
}
