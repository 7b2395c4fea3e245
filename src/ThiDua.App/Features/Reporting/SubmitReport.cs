using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Flow;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Facts;

namespace ThiDua.App.Features.Reporting;

/// <summary>
/// Sends a report: its figures become facts, provisional at once; sent again after a return they become corrections. What
/// was typed is kept even when it cannot be sent.
/// </summary>
public sealed class SubmitReport(
    AppDb db, SaveReport save, ReportSheets sheets, FactStore facts, Viewer viewer, TimeProvider clock, IValidator<ReportInput> validator, IStringLocalizer<Text> text)
{
    public async Task<Outcome<Report>> Handle(ReportInput input, CancellationToken stop)
    {
        var sheet = await sheets.Find(input.Unit, input.Campaign, input.Period, Permission.FillReport, stop);
        if (sheet is null || !await Sendable(sheet, input, stop)) return await save.Handle(input, stop);
        var check = sheet.Check(input.Values);
        var errors = check.Findings.Where(f => f.Error || string.IsNullOrWhiteSpace(input.Comments.GetValueOrDefault(f.Indicator)))
            .Select(f => new FieldError(f.Error ? f.Indicator : CommentField(f.Indicator), Explain(sheet, f))).ToList();
        if (errors.Count == 0) return await Send(sheet, input, check, stop);
        // What cannot be sent is kept as it was typed.
        var saved = await save.Handle(input, stop);
        return saved.Value is null ? saved : new Outcome<Report> { Errors = errors };
    }

    public static string CommentField(string indicator) => $"comment.{indicator}";

    /// <summary>Whether only the figures can stand in the way; otherwise saving says what does.</summary>
    private async Task<bool> Sendable(ReportSheet sheet, ReportInput input, CancellationToken stop) =>
        sheet.Status != ReportStatus.NotYetOpen && (await validator.ValidateAsync(input, stop)).IsValid && !SaveReport.Behind(sheet, input)
        && FlowRules.Check(sheet.Flow, sheet.State, "submit", null, p => viewer.Can(p, sheet.Unit.Path), _ => false) == FlowRefusal.None;

    private string Explain(ReportSheet sheet, Finding finding) =>
        $"{sheet.Pack.Indicator(finding.Indicator)!.Name.Here()}: {text[finding.Key, finding.Arguments]}";

    private async Task<Outcome<Report>> Send(ReportSheet sheet, ReportInput input, CheckedReport check, CancellationToken stop)
    {
        var report = save.Fill(sheet, input);
        report.State = sheet.Flow.Act("submit")!.To;
        report.SubmittedAt = clock.GetUtcNow();
        report.SubmittedBy = viewer.AccountId;
        (report.Draft, report.ReturnReason) = (null, null);
        report.Version++;
        var act = viewer.Record("report.submit", "report", report.PublicId, sheet.Unit.Id);
        var entries = sheet.Figures.Select(f => new FactEntry(sheet.Unit.Id, f.Indicator.Code, f.Period, check.Values[f.Indicator.Code],
            sheet.Facts.Current(sheet.Unit.Id, f.Indicator.Code, f.Period)?.FactId)).ToList();
        try
        {
            return await db.Apply(() => Write(sheet, report, entries, act, stop), stop, sent => sent.Ok);
        }
        catch (DbUpdateException)
        {
            // Another window was there first.
            return save.Conflict();
        }
    }

    private async Task<Outcome<Report>> Write(ReportSheet sheet, Report report, List<FactEntry> entries, Act act, CancellationToken stop)
    {
        var outcome = await facts.Record(entries, act, new(ReportId: () => report.Id, Overrules: true), stop, sheet.Facts.Places);
        if (outcome.Ok) return report;
        if (outcome.Refused.Any(r => r.Error is Measures.FactError.NotCurrent or Measures.FactError.AlreadyReported)) return save.Conflict();
        return new Outcome<Report> { Errors = [.. outcome.Refused.Select(r => new FieldError(r.Entry.Indicator, Explain(sheet, new(r.Entry.Indicator, true, $"Check{r.Error}"))))] };
    }
}
