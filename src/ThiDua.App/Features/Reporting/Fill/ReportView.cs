using Microsoft.Extensions.Localization;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.Fill;

/// <summary>The form of a report as its page shows it: what stands in it, what stands beside it, and what is wrong.</summary>
/// <param name="Posted">What was just sent and came back; null when the page is opened.</param>
public sealed record ReportView(
    ReportSheet Sheet,
    ReportInput? Posted,
    IReadOnlyList<FieldError> Errors,
    bool Conflict,
    IStringLocalizer<Text> Text
)
{
    public FormView Figures =>
        new(ReportForm.Figures(Sheet, Text), Sheet.Figures.ToDictionary(f => f.Indicator.Code, Value), FormNames.None)
        {
            Errors = Errors,
            Beside = Sheet
                .Figures.Select(f => (f.Indicator.Code, Text: Beside(f)))
                .Where(b => b.Text is not null)
                .ToDictionary(b => b.Code, b => b.Text!),
            Comments = Sheet.Figures.Where(AsksComment).ToDictionary(f => f.Indicator.Code, Comment),
            Shown = Sheet.Figures.Where(f => f.CountedBy is not null).ToDictionary(f => f.Indicator.Code, Shown),
            Again = Asked.Where(f => LastTyped(f) is not null).ToDictionary(f => f.Indicator.Code, f => LastTyped(f)!),
            PartsAfter = 1,
        };

    public FormView Words
    {
        get
        {
            var kept = Sheet.Drafted ?? Sheet.Sent;
            var saved = new Dictionary<string, string>
            {
                [ReportForm.Results] = kept.Results ?? "",
                [ReportForm.Difficulties] = kept.Difficulties ?? "",
                [ReportForm.Proposals] = kept.Proposals ?? "",
            };
            var typed = new Dictionary<string, string>
            {
                [ReportForm.Results] = (Posted is null ? kept.Results : Posted.Results) ?? "",
                [ReportForm.Difficulties] = (Posted is null ? kept.Difficulties : Posted.Difficulties) ?? "",
                [ReportForm.Proposals] = (Posted is null ? kept.Proposals : Posted.Proposals) ?? "",
            };
            var beside = saved.Where(s => Conflict && s.Value.Length > 0 && s.Value != typed[s.Key].ReplaceLineEndings("\n").Trim());
            return new(ReportForm.Words(Text), typed, FormNames.None)
            {
                Errors = Errors,
                PartsBefore = Figures.Form.Parts.Count,
                Beside = beside.ToDictionary(s => s.Key, s => Text["OtherSaved", s.Value].Value),
            };
        }
    }

    public FormView Behalf
    {
        get
        {
            var provided = (Posted is null ? (Sheet.Drafted ?? Sheet.Sent).ProvidedBy : Posted.ProvidedBy) ?? "";
            return new(ReportForm.Behalf(Text), new Dictionary<string, string> { [ReportForm.Provided] = provided }, FormNames.None)
            {
                Errors = Errors,
            };
        }
    }

    /// <summary>What is typed, with what a button of the form fills in.</summary>
    /// <param name="act"><c>zero</c>: 0 where nothing happened; <c>again</c>: what stood there the last time, everywhere or in one field.</param>
    public Dictionary<string, string> Filled(Dictionary<string, string> typed, string? act)
    {
        foreach (var figure in Asked.Where(f => typed[f.Indicator.Code].Trim().Length == 0 || act == $"again:{f.Indicator.Code}"))
            if (act == "zero" && figure.Indicator.Kind == PackKind.Flow)
                typed[figure.Indicator.Code] = "0";
            else if ((act == "again" || act == $"again:{figure.Indicator.Code}") && LastTyped(figure) is { } last)
                typed[figure.Indicator.Code] = last;
        return typed;
    }

    private IEnumerable<AskedFigure> Asked => Sheet.Figures.Where(f => f.CountedBy is null);

    private string? LastTyped(AskedFigure figure) =>
        Sheet.History(figure).Last?.Value is { } last ? VietnameseNumber.FormatScaled(last, figure.Indicator.Scale) : null;

    /// <summary>Counted by a register: what it holds now, and where to see or add to it.</summary>
    private FormShown Shown(AskedFigure figure)
    {
        var count = Sheet.Counted[figure.Indicator.Code];
        var register = figure.CountedBy!;
        var holds = register.Feed(figure.Indicator.Code, figure.Period)!.Holds;
        var (first, last) = (figure.Period.First.ToString("yyyy-MM-dd", null), figure.Period.Last.ToString("yyyy-MM-dd", null));
        return count == 0
            ? new(
                Text["CountedNone"],
                $"/registers/{register.Code}/new?unit={Sheet.Unit.PublicId}",
                Text["CountedAdd", register.Row.Here()]
            )
            : new(
                Sheet.Show(figure.Indicator, count, Text),
                $"/registers/{register.Code}?unit={Sheet.Unit.PublicId}{(holds ? "" : $"&date-from={first}&date-to={last}")}",
                Text["CountedRows", register.Title.Here()]
            );
    }

    private string Value(AskedFigure figure) =>
        Posted is null ? Sheet.Typed(figure) : Posted.Values.GetValueOrDefault(figure.Indicator.Code, "");

    /// <summary>The last period's value; before it, of two windows, what the other one saved.</summary>
    private string? Beside(AskedFigure figure)
    {
        var before = Sheet.Beside(figure, Text);
        if (!Conflict || Sheet.Typed(figure) is not { Length: > 0 } other || other == Value(figure).Trim())
            return before;
        return Text["OtherSaved", other].Value + (before is null ? "" : " · " + before);
    }

    private string? Comment(AskedFigure figure) => (Posted?.Comments ?? Sheet.Comments).GetValueOrDefault(figure.Indicator.Code);

    /// <summary>The explanation is asked where there is a doubt, and stays where one was given.</summary>
    private bool AsksComment(AskedFigure figure) =>
        !string.IsNullOrEmpty(Comment(figure))
        || Errors.Any(e => e.Field == FormEntry.CommentOf(figure.Indicator.Code) || (e.Asks && e.Field == figure.Indicator.Code));
}
