using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Flow;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Totals;

namespace ThiDua.App.Features.Reporting;

/// <summary>
/// Sends a report: its figures become facts, provisional at once; sent again after a return they become corrections. What
/// was typed is kept even when it cannot be sent.
/// </summary>
public sealed class SubmitReport(AppDb db, SaveReport save, ReportSheets sheets, FactStore facts, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome<Report>> Handle(ReportInput input, CancellationToken stop)
    {
        var saved = await save.Handle(input, stop);
        if (saved.Value is not { } report) return saved;
        var sheet = (await sheets.Find(report.PublicId, Permission.FillReport, stop))!;
        if (FlowRules.Check(sheet.Flow, report.State, "submit", null, p => viewer.Can(p, sheet.Unit.Path), _ => false) != FlowRefusal.None)
            return Outcome<Report>.NotFound;
        var check = sheet.Check(input.Values);
        var errors = check.Findings.Where(f => f.Error || !sheet.Comments.ContainsKey(f.Indicator))
            .Select(f => new FieldError(f.Error ? f.Indicator : CommentField(f.Indicator), Explain(sheet, f))).ToList();
        return errors.Count > 0 ? new Outcome<Report> { Errors = errors } : await Send(sheet, report, check, stop);
    }

    public static string CommentField(string indicator) => $"comment.{indicator}";

    private string Explain(ReportSheet sheet, Finding finding) =>
        $"{sheet.Pack.Indicator(finding.Indicator)!.Name.Here()}: {text[finding.Key, finding.Arguments]}";

    private async Task<Outcome<Report>> Send(ReportSheet sheet, Report report, CheckedReport check, CancellationToken stop)
    {
        await using var change = await db.Database.BeginTransactionAsync(stop);
        var act = viewer.Record("report.submit", "report", report.PublicId, sheet.Unit.Id);
        var entries = sheet.Figures.Select(f => new FactEntry(sheet.Unit.Id, f.Indicator.Code, f.Period, check.Values[f.Indicator.Code],
            sheet.Facts.Current(sheet.Unit.Id, f.Indicator.Code, f.Period)?.FactId)).ToList();
        var refused = await facts.Record(entries, act, report.Id, stop);
        if (refused.Count > 0) return Refused(sheet, refused);
        report.State = sheet.Flow.Act("submit")!.To;
        report.SubmittedAt = clock.GetUtcNow();
        report.SubmittedBy = viewer.AccountId;
        (report.Draft, report.ReturnReason) = (null, null);
        report.Version++;
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return save.Conflict();
        }
        await change.CommitAsync(stop);
        return report;
    }

    private Outcome<Report> Refused(ReportSheet sheet, IReadOnlyList<FactRefusal> refused)
    {
        db.ChangeTracker.Clear();
        if (refused.Any(r => r.Error is Measures.FactError.NotCurrent or Measures.FactError.AlreadyReported)) return save.Conflict();
        return new Outcome<Report> { Errors = [.. refused.Select(r => new FieldError(r.Entry.Indicator, Explain(sheet, new(r.Entry.Indicator, true, $"Check{r.Error}"))))] };
    }
}
