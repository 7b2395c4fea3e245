using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Forms;
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
    public bool Open => Sheet.Editable && Sheet.Status != ReportStatus.NotYetOpen;
    public string FormHref => ImportFigures.FormEndpoint.Href(Sheet.Unit.PublicId, Sheet.Campaign.PublicId, Sheet.Period.ToString());
    public bool HasFlows => Sheet.Figures.Any(f => f.Indicator.Kind == PackKind.Flow && f.CountedBy is null);

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

    public FormView Figures =>
        new(ReportForm.Figures(Sheet, text), Sheet.Figures.ToDictionary(f => f.Indicator.Code, Value), FormNames.None)
        {
            Errors = Errors,
            Beside = Sheet
                .Figures.Select(f => (f.Indicator.Code, Text: Beside(f)))
                .Where(b => b.Text is not null)
                .ToDictionary(b => b.Code, b => b.Text!),
            Comments = Sheet.Figures.Where(AsksComment).ToDictionary(f => f.Indicator.Code, Comment),
            Shown = Sheet.Figures.Where(f => f.CountedBy is not null).ToDictionary(f => f.Indicator.Code, Shown),
            PartsAfter = 1,
        };

    public FormView Words
    {
        get
        {
            var kept = Sheet.Drafted ?? Sheet.Sent;
            var typed = new Dictionary<string, string>
            {
                [ReportForm.Results] = (Posted is null ? kept.Results : Posted.Results) ?? "",
                [ReportForm.Difficulties] = (Posted is null ? kept.Difficulties : Posted.Difficulties) ?? "",
                [ReportForm.Proposals] = (Posted is null ? kept.Proposals : Posted.Proposals) ?? "",
            };
            return new(ReportForm.Words(text), typed, FormNames.None) { Errors = Errors, PartsBefore = Figures.Form.Parts.Count };
        }
    }

    /// <summary>Counted by a register: what it holds now, and where to see or add to it.</summary>
    private FormShown Shown(AskedFigure figure)
    {
        var count = Sheet.Counted[figure.Indicator.Code];
        var register = figure.CountedBy!;
        var (first, last) = (figure.Period.First.ToString("yyyy-MM-dd", null), figure.Period.Last.ToString("yyyy-MM-dd", null));
        return count == 0
            ? new(
                text["CountedNone"],
                $"/registers/{register.Code}/new?unit={Sheet.Unit.PublicId}",
                text["CountedAdd", register.Row.Here()]
            )
            : new(
                Sheet.Show(figure.Indicator, count, text),
                $"/registers/{register.Code}?unit={Sheet.Unit.PublicId}&date-from={first}&date-to={last}",
                text["CountedRows", register.Title.Here()]
            );
    }

    private string Value(AskedFigure figure) =>
        Posted is null ? Sheet.Typed(figure) : Posted.Values.GetValueOrDefault(figure.Indicator.Code, "");

    /// <summary>The last period's value; before it, of two windows, what the other one saved.</summary>
    private string? Beside(AskedFigure figure)
    {
        var before = Sheet.Beside(figure, text);
        if (!Conflict || Sheet.Typed(figure) is not { Length: > 0 } other || other == Value(figure).Trim())
            return before;
        return text["OtherSaved", other].Value + (before is null ? "" : " · " + before);
    }

    private string? Comment(AskedFigure figure) => (Posted?.Comments ?? Sheet.Comments).GetValueOrDefault(figure.Indicator.Code);

    /// <summary>The explanation is asked where there is a doubt, and stays where one was given.</summary>
    private bool AsksComment(AskedFigure figure) =>
        !string.IsNullOrEmpty(Comment(figure)) || Errors.Any(e => e.Field == FormEntry.CommentOf(figure.Indicator.Code));

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
            Comments = Sheet.Figures.ToDictionary(f => f.Indicator.Code, f => Typed(FormEntry.CommentOf(f.Indicator.Code))),
            Results = Typed(ReportForm.Results),
            Difficulties = Typed(ReportForm.Difficulties),
            Proposals = Typed(ReportForm.Proposals),
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
