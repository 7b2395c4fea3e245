using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting.Fill;

/// <summary>The form of one report; once it is sent, what was sent and what happens next.</summary>
[Needs<Unit>(Permission.FillReport, "unit")]
public sealed class FillModel(ReportSheets sheets, SaveReport save, SubmitReport submit, CaseViews views, IStringLocalizer<Text> text)
    : PageModel
{
    public ReportSheet Sheet { get; private set; } = null!;
    public ReportInput? Posted { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public bool Conflict { get; private set; }
    public CaseView? View { get; private set; }
    public IReadOnlyList<FormSection> Sections => ReportingRules.Sections(Sheet.Pack, Sheet.Figures);
    public bool Open => Sheet.Editable && Sheet.Status != ReportStatus.NotYetOpen;
    public string FormHref => ImportFigures.FormEndpoint.Href(Sheet.Unit.PublicId, Sheet.Campaign.PublicId, Sheet.Period.ToString());
    public bool HasFlows => Sheet.Figures.Any(f => f.Indicator.Kind == PackKind.Flow);

    public async Task<IActionResult> OnGet(string unit, string campaign, string period, CancellationToken stop) =>
        await Load(unit, campaign, period, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string unit, string campaign, string period, string? act, CancellationToken stop)
    {
        if (!await Load(unit, campaign, period, stop))
            return NotFound();
        Posted = Read(unit, campaign, period, zeros: act == "zero");
        Outcome<SavedReport> outcome = act == "send" ? await submit.Handle(Posted, stop) : await save.Handle(Posted, stop);
        if (outcome.Missing)
            return NotFound();
        if (Request.Headers.ContainsKey("X-Autosave"))
            return Quietly(outcome);
        if (outcome.Ok)
            return LocalRedirect(Request.Path);
        (Errors, Conflict) = (outcome.Errors, outcome.Conflict);
        await Load(unit, campaign, period, stop);
        if (Conflict && !Sheet.Editable)
            Errors = [new("", text["ConflictClosed"])];
        return Page();
    }

    public string Value(AskedFigure figure) =>
        Posted is null ? Sheet.Typed(figure) : Posted.Values.GetValueOrDefault(figure.Indicator.Code, "");

    public string? Narrative(Func<ReportInput, string?> typed, Func<ReportDraft, string?> kept) =>
        Posted is not null ? typed(Posted) : kept(Sheet.Drafted ?? Sheet.Sent);

    public string? Comment(AskedFigure figure) => (Posted?.Comments ?? Sheet.Comments).GetValueOrDefault(figure.Indicator.Code);

    /// <summary>The explanation is asked where there is a doubt, and stays where one was given.</summary>
    public bool AsksComment(AskedFigure figure) =>
        !string.IsNullOrEmpty(Comment(figure)) || Errors.Any(e => e.Field == SubmitReport.CommentField(figure.Indicator.Code));

    private async Task<bool> Load(string unit, string campaign, string period, CancellationToken stop)
    {
        if (await sheets.Find(unit, campaign, period, Permission.FillReport, stop) is not { } sheet)
            return false;
        Sheet = sheet;
        if (sheet.Report is { } report)
            View = await views.Of(report.Case, [], stop);
        return true;
    }

    private ReportInput Read(string unit, string campaign, string period, bool zeros)
    {
        string Typed(string name) => Request.Form[name].ToString();
        var values = Sheet.Figures.ToDictionary(f => f.Indicator.Code, f => Typed(f.Indicator.Code));
        if (zeros)
            foreach (var flow in Sheet.Figures.Where(f => f.Indicator.Kind == PackKind.Flow && values[f.Indicator.Code].Trim().Length == 0))
                values[flow.Indicator.Code] = "0";
        return new ReportInput
        {
            Unit = unit,
            Campaign = campaign,
            Period = period,
            Version = int.TryParse(Typed("version"), out var version) ? version : -1,
            Values = values,
            Comments = Sheet.Figures.ToDictionary(f => f.Indicator.Code, f => Typed(SubmitReport.CommentField(f.Indicator.Code))),
            Results = Typed("results"),
            Difficulties = Typed("difficulties"),
            Proposals = Typed("proposals"),
        };
    }

    private ContentResult Quietly(Outcome<SavedReport> outcome)
    {
        var said = outcome.Value is { } report ? text["SavedAt", Show.Time(report.At)].Value : outcome.Errors[0].Message;
        return new ContentResult
        {
            Content = System.Text.Json.JsonSerializer.Serialize(new { version = outcome.Value?.Version, said }),
            ContentType = "application/json",
            StatusCode =
                outcome.Conflict ? StatusCodes.Status409Conflict
                : outcome.Ok ? StatusCodes.Status200OK
                : StatusCodes.Status400BadRequest,
        };
    }
}
