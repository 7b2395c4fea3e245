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
    EntryOnBehalf behalf,
    TimeProvider clock,
    IValidator<ReportInput> validator,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome<SavedReport>> Handle(ReportInput input, CancellationToken cancellationToken)
    {
        var sheet = await sheets.Find(input.Unit, input.Campaign, input.Period, Permission.FillReport, cancellationToken);
        if (
            sheet is null
            || sheet.Status == ReportStatus.NotYetOpen
            || !(await validator.ValidateAsync(input, cancellationToken)).IsValid
            || SaveReport.Meet(sheet, input) is not var (mine, others)
        )
            return await save.Handle(input, cancellationToken);
        var check = sheet.Check(mine.Values);
        var errors = check
            .Findings.Where(f => f.Error || string.IsNullOrWhiteSpace(mine.Comments.GetValueOrDefault(f.Indicator)))
            .Select(f => Said(sheet, f, text))
            .ToList();
        var forOthers = await behalf.Is(sheet.Unit.Id, cancellationToken);
        if (forOthers && string.IsNullOrWhiteSpace(mine.ProvidedBy))
            errors.Insert(0, new(Fill.ReportForm.Provided, text["ProvidedNeeded"]) { Label = text["Provided"] });
        // Nobody sends figures of another window that they have not seen.
        if (others.Count > 0)
            errors = [new("", text["Merged"])];
        if (errors.Count == 0)
            return await Send(sheet, forOthers ? mine : mine with { ProvidedBy = null }, check, cancellationToken);
        // What cannot be sent is kept as it was typed.
        var saved = await save.Handle(input, cancellationToken);
        return saved.Value is null ? saved : new Outcome<SavedReport> { Errors = errors, Conflict = others.Count > 0 };
    }

    /// <summary>Short, for under the field; the field's name stands beside it only in the summary.</summary>
    internal static FieldError Said(ReportSheet sheet, Finding finding, IStringLocalizer<Text> text)
    {
        var indicator = sheet.Pack.Indicator(finding.Indicator)!;
        var key = finding.Key == "CheckTooManyDecimals" && indicator.Scale == 0 ? "CheckWholeNumber" : finding.Key;
        // A figure that is missing is missed in its own field; whatever else is doubtful is asked in the field of the answer.
        var asksApart = !finding.Error && finding.Key != ReportChecks.Missing;
        return new(asksApart ? FormEntry.CommentOf(finding.Indicator) : finding.Indicator, text[key, finding.Arguments])
        {
            Label = indicator.Name.Here(),
            Asks = !finding.Error,
        };
    }

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
