using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting.Fill;

/// <summary>The form of one report; once it is sent, what was sent and what happens next.</summary>
[Needs<Unit>(Permission.FillReport, "unit")]
[RequestSizeLimit(AttachFiles.MostRequest), RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostRequest)]
[OnDevice]
public sealed class FillModel(
    ReportSheets sheets,
    SaveReport save,
    SubmitReport submit,
    ReportFiles files,
    MoveCase move,
    EntryOnBehalf behalf,
    CaseViews views,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text,
    IStringLocalizer<Forms.Text> formText
) : PageModel, IMeetsOthers
{
    public ReportSheet Sheet { get; private set; } = null!;
    public ReportInput? Posted { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public bool Conflict { get; private set; }
    public CaseView? History { get; private set; }
    public AttachmentList Files { get; private set; } = new([], false);

    /// <summary>The viewer types for people of the unit's own, who telephoned.</summary>
    public bool ForOthers { get; private set; }

    /// <summary>Days that are from no text that was read are the office's to know and to set.</summary>
    public bool SeesUnverified => viewer.Can(Permission.RunCampaign);
    public bool Open => Sheet.Editable && Sheet.Status != ReportStatus.NotYetOpen;

    /// <summary>The server has what stands in the form, right or wrong.</summary>
    public bool Taken => Posted is not null && Sheet.Draft?.Content is { } kept && kept == SaveReport.Typed(Posted, Sheet).Write();
    public string FormHref => ImportFigures.FormEndpoint.Href(Sheet.Unit.PublicId, Sheet.Campaign.PublicId, Sheet.Period.ToString());
    public string Keep => $"report:{Sheet.Unit.PublicId}:{Sheet.Campaign.PublicId}:{Sheet.Period}";
    public string Was => FormMerge.Mark(ReportMerge.Saved(Sheet));
    public bool HasFlows => Sheet.Figures.Any(f => f.Indicator.Kind == PackKind.Flow && f.CountedBy is null);
    public ReportView View => new(Sheet, Posted, Errors, Conflict, text);
    public string? Said => Sheet.Draft is { Content: not null } saved ? SavedAt(saved.At) : null;

    /// <summary>Entered by the office for this unit: its own people confirm it.</summary>
    public bool ToConfirm =>
        Sheet is { Status: ReportStatus.Sent, Report.ProvidedBy: not null }
        && viewer.UnitIds.Contains(Sheet.Unit.Id)
        && Sheet.Report.SubmittedBy != viewer.AccountId;

    public async Task<IActionResult> OnGet(string unit, string campaign, string period, CancellationToken cancellationToken) =>
        await Load(unit, campaign, period, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string unit, string campaign, string period, string? act, CancellationToken cancellationToken)
    {
        if (!await Load(unit, campaign, period, cancellationToken))
            return NotFound();
        Posted = Read(unit, campaign, period, act);
        var outcome = await Do(act, cancellationToken);
        if (outcome.Missing)
            return NotFound();
        if (Request.Headers.ContainsKey("X-Autosave"))
            return Quietly(outcome);
        if (outcome.Ok)
            return LocalRedirect(act?.Split(':') is ["again", var field] ? $"{Request.Path}#{field}" : Request.Path.Value!);
        return await Again(outcome, cancellationToken);
    }

    public Task<IActionResult> OnPostWithdraw(
        string unit,
        string campaign,
        string period,
        int version,
        CancellationToken cancellationToken
    ) => Move(unit, campaign, period, ReportCase.Withdraw, version, cancellationToken);

    public Task<IActionResult> OnPostConfirm(
        string unit,
        string campaign,
        string period,
        int version,
        CancellationToken cancellationToken
    ) => Move(unit, campaign, period, ReportCase.Confirm, version, cancellationToken);

    private async Task<IActionResult> Move(
        string unit,
        string campaign,
        string period,
        string act,
        int version,
        CancellationToken cancellationToken
    )
    {
        if (!await Load(unit, campaign, period, cancellationToken) || Sheet.Report is not { } report)
            return NotFound();
        var outcome = await move.Handle(new(report.Case.PublicId, act, null, version), cancellationToken);
        if (outcome.Missing)
            return NotFound();
        return outcome.Ok ? LocalRedirect(Request.Path) : await Again(outcome, cancellationToken);
    }

    /// <summary>Files first: they are kept whatever becomes of the rest.</summary>
    private async Task<Outcome<SavedReport>> Do(string? act, CancellationToken cancellationToken)
    {
        if (ReportFiles.Any(Request.Form.Files))
        {
            var kept = await files.Keep(Posted!, Request.Form.Files, cancellationToken);
            if (!kept.Ok)
                return kept;
            Posted = Posted! with { Version = kept.Value!.Version, Was = kept.Value.Was };
        }
        if (act == "send")
            return await submit.Handle(Posted!, cancellationToken);
        var saved = await save.Handle(Posted!, cancellationToken);
        if (saved.Value is { } report && act?.Split(':') is ["detach", var file])
            await files.Remove(report.PublicId, file, cancellationToken);
        return saved;
    }

    private async Task<IActionResult> Again(Outcome outcome, CancellationToken cancellationToken)
    {
        (Errors, Conflict) = (outcome.Errors, outcome.Conflict);
        await Load(Sheet.Unit.PublicId, Sheet.Campaign.PublicId, Sheet.Period.ToString(), cancellationToken);
        if (Conflict && !Sheet.Editable && Posted is not null)
            Errors = [new("", text["ConflictClosed"])];
        else if (Conflict && Posted is { Was: not null })
            Posted = ReportMerge.Of(Sheet, Posted).Input;
        return Page();
    }

    private async Task<bool> Load(string unit, string campaign, string period, CancellationToken cancellationToken)
    {
        if (await sheets.Find(unit, campaign, period, Permission.FillReport, cancellationToken) is not { } sheet)
            return false;
        Sheet = sheet;
        ForOthers = await behalf.Is(sheet.Unit.Id, cancellationToken);
        if (sheet.Report is not { Id: > 0 } report)
            return true;
        History = await views.Of(report.Case, [], cancellationToken);
        Files = (await files.List(report.Case.PublicId, cancellationToken)) with { InForm = true };
        return true;
    }

    private ReportInput Read(string unit, string campaign, string period, string? act)
    {
        string Typed(string name) => Request.Form[name].ToString();
        return new ReportInput
        {
            Unit = unit,
            Campaign = campaign,
            Period = period,
            Version = int.TryParse(Typed("version"), out var version) ? version : -1,
            Was = Request.Form.ContainsKey(FormMerge.Field) ? Typed(FormMerge.Field) : null,
            Values = View.Filled(Sheet.Figures.ToDictionary(f => f.Indicator.Code, f => Typed(f.Indicator.Code)), act),
            Comments = Sheet.Figures.ToDictionary(f => f.Indicator.Code, f => Typed(FormEntry.CommentOf(f.Indicator.Code))),
            Results = Typed(ReportForm.Results),
            Difficulties = Typed(ReportForm.Difficulties),
            Proposals = Typed(ReportForm.Proposals),
            ProvidedBy = Typed(ReportForm.Provided),
        };
    }

    private string SavedAt(DateTimeOffset at) => formText["SavedAt", Show.Moment(at, clock.GetUtcNow())];

    private ContentResult Quietly(Outcome<SavedReport> outcome)
    {
        var saved = outcome.Value;
        var said = saved is null ? outcome.Errors[0].Message : SavedAt(saved.At);
        return new ContentResult
        {
            Content = System.Text.Json.JsonSerializer.Serialize(
                new
                {
                    version = saved?.Version,
                    said,
                    was = saved?.Was,
                    others = saved?.Others,
                }
            ),
            ContentType = "application/json",
            StatusCode =
                outcome.Conflict ? StatusCodes.Status409Conflict
                : outcome.Ok ? StatusCodes.Status200OK
                : StatusCodes.Status400BadRequest,
        };
    }
}
