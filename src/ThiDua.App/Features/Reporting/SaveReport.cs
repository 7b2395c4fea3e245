using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Reporting;

/// <param name="PublicId">Of the report's case.</param>
/// <param name="Version">What a window that has seen this sends back.</param>
public sealed record SavedReport(string PublicId, int Version, DateTimeOffset At)
{
    /// <summary>What the window is shown from now on, and what of it others saved meanwhile.</summary>
    public string Was { get; init; } = "";
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// Keeps what was typed, right or wrong; nothing of it counts until it is sent. Beginning a report is an act, typing on is
/// none.
/// </summary>
public sealed class SaveReport(
    AppDb db,
    ReportSheets sheets,
    BeginCase begin,
    Viewer viewer,
    TimeProvider clock,
    IValidator<ReportInput> validator,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome<SavedReport>> Handle(ReportInput input, CancellationToken cancellationToken)
    {
        var sheet = await sheets.Find(input.Unit, input.Campaign, input.Period, Permission.FillReport, cancellationToken);
        if (sheet is null || sheet.Status == ReportStatus.NotYetOpen)
            return Outcome<SavedReport>.NotFound;
        var errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (errors.Count > 0)
            return new Outcome<SavedReport> { Errors = errors };
        return Meet(sheet, input) is var (mine, others) ? await Keep(sheet, Typed(mine, sheet), others, cancellationToken) : Conflict();
    }

    private async Task<Outcome<SavedReport>> Keep(
        ReportSheet sheet,
        ReportDraft typed,
        IReadOnlyDictionary<string, string> others,
        CancellationToken cancellationToken
    )
    {
        var (content, was) = (typed.Write(), FormMerge.Mark(ReportMerge.Flat(typed)));
        if (sheet.Draft is { } kept && kept.Content == content)
            return new SavedReport(sheet.Report!.Case.PublicId, sheet.Version, kept.At) { Was = was, Others = others };
        var report = sheet.Report ?? Begin(sheet);
        var draft = sheet.Draft ?? Draft(report);
        (draft.Content, draft.At, draft.AccountId) = (content, clock.GetUtcNow(), viewer.AccountId);
        draft.Version++;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new SavedReport(report.Case.PublicId, report.Case.Version + draft.Version, draft.At) { Was = was, Others = others };
        }
        catch (DbUpdateException)
        {
            // Another window saved between our reading and our writing: the version, or the row, was there first.
            db.ChangeTracker.Clear();
            return Conflict();
        }
    }

    /// <summary>A report that nobody has begun: its case, to be saved with its act.</summary>
    internal Report Begin(ReportSheet sheet)
    {
        var title = $"{text["ReportOf", text.Name(sheet.Period)]} – {sheet.Unit.Name}";
        var report = new Report
        {
            Case = begin.Handle(
                new(ReportCase.Kind, sheet.Pack, title, sheet.Unit.Id, new(sheet.Due.Day, sheet.Due.SoonFrom), sheet.Period.SortKey())
            ),
            CampaignId = sheet.Campaign.Id,
            UnitId = sheet.Unit.Id,
            PeriodId = sheet.Period.Id,
        };
        db.Reports.Add(report);
        return report;
    }

    /// <summary>What this window brings, and what only others changed meanwhile; null where a person has to look first.</summary>
    internal static (ReportInput Input, IReadOnlyDictionary<string, string> Others)? Meet(ReportSheet sheet, ReportInput input)
    {
        if (!sheet.Editable)
            return null;
        if (input.Version is not { } seen || seen == sheet.Version)
            return (input, new Dictionary<string, string>());
        if (input.Was is null)
            return null;
        var (mine, merged) = ReportMerge.Of(sheet, input);
        return merged.Clashes.Count > 0 ? null : (mine, merged.Others);
    }

    internal Outcome<SavedReport> Conflict() => new() { Conflict = true, Errors = [new("", text["Conflict"])] };

    internal static ReportDraft Typed(ReportInput input, ReportSheet sheet)
    {
        bool Asked(string code) => sheet.Figures.Any(f => f.Indicator.Code == code);
        return new()
        {
            Values = ReportDraft.Sorted(input.Values, Asked),
            Comments = ReportDraft.Sorted(input.Comments.Where(c => !string.IsNullOrWhiteSpace(c.Value)), Asked),
            Results = Clean(input.Results),
            Difficulties = Clean(input.Difficulties),
            Proposals = Clean(input.Proposals),
            ProvidedBy = string.IsNullOrWhiteSpace(input.ProvidedBy) ? null : NameText.Clean(input.ProvidedBy),
        };
    }

    private CaseDraft Draft(Report report)
    {
        var draft = new CaseDraft { Case = report.Case };
        db.CaseDrafts.Add(draft);
        return draft;
    }

    private static string? Clean(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : typed.Normalize(System.Text.NormalizationForm.FormC).ReplaceLineEndings("\n").Trim();
}
