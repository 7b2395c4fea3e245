using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Reporting;

/// <summary>Sends a report (what that means is <see cref="ReportCase"/>'s). What was typed is kept even when it cannot be sent.</summary>
public sealed class SubmitReport(
    SaveReport save,
    ReportSheets sheets,
    MoveCase move,
    TimeProvider clock,
    IValidator<ReportInput> validator,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome<SavedReport>> Handle(ReportInput input, CancellationToken cancellationToken)
    {
        var sheet = await sheets.Find(input.Unit, input.Campaign, input.Period, Permission.FillReport, cancellationToken);
        if (sheet is null || !await Sendable(sheet, input, cancellationToken))
            return await save.Handle(input, cancellationToken);
        var check = sheet.Check(input.Values);
        var errors = check
            .Findings.Where(f => f.Error || string.IsNullOrWhiteSpace(input.Comments.GetValueOrDefault(f.Indicator)))
            .Select(f => new FieldError(f.Error ? f.Indicator : FormEntry.CommentOf(f.Indicator), Explain(sheet, f, text)))
            .ToList();
        if (errors.Count == 0)
            return await Send(sheet, input, check, cancellationToken);
        // What cannot be sent is kept as it was typed.
        var saved = await save.Handle(input, cancellationToken);
        return saved.Value is null ? saved : new Outcome<SavedReport> { Errors = errors };
    }

    internal static string Explain(ReportSheet sheet, Finding finding, IStringLocalizer<Text> text) =>
        $"{sheet.Pack.Indicator(finding.Indicator)!.Name.Here()}: {text[finding.Key, finding.Arguments]}";

    /// <summary>Whether only the figures can stand in the way; otherwise saving says what does.</summary>
    private async Task<bool> Sendable(ReportSheet sheet, ReportInput input, CancellationToken cancellationToken) =>
        sheet.Status != ReportStatus.NotYetOpen
        && (await validator.ValidateAsync(input, cancellationToken)).IsValid
        && !SaveReport.Behind(sheet, input);

    private async Task<Outcome<SavedReport>> Send(
        ReportSheet sheet,
        ReportInput input,
        CheckedReport check,
        CancellationToken cancellationToken
    )
    {
        var report = sheet.Report ?? save.Begin(sheet);
        var sent = new ReportSubmission(sheet, SaveReport.Typed(input, sheet), check);
        var outcome = await move.Handle(report.Case, new(report.Case.PublicId, ReportCase.Submit, Content: sent), cancellationToken);
        if (outcome.Conflict)
            return save.Conflict();
        return outcome.Ok
            ? new SavedReport(report.Case.PublicId, report.Case.Version + (sheet.Draft?.Version ?? 0), clock.GetUtcNow())
            : new Outcome<SavedReport> { Errors = outcome.Errors, Missing = outcome.Missing };
    }
}
