using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Facts;
using ThiDua.App.Lists;
using ThiDua.App.Notices;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>What is sent: the form as it was read, and its figures as the checks took them.</summary>
public sealed record ReportSubmission(ReportSheet Sheet, ReportDraft Typed, CheckedReport Checked);

/// <summary>
/// A report's moves: sent, its figures become facts (provisional; corrections after a return); approved, they become
/// official; reopened, what waited for that is laid before whoever mends it.
/// </summary>
public sealed class ReportCase(
    AppDb db,
    ReportSheets sheets,
    FactStore facts,
    PendingFigures pending,
    PackShelf packs,
    EntryOnBehalf behalf,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
) : ICaseKind
{
    public const string Kind = "report",
        Submit = "submit",
        Withdraw = "withdraw",
        Confirm = "confirm",
        Reopen = "reopen";

    /// <summary>Acts of those who report, which have their own places.</summary>
    public static readonly IReadOnlyList<string> OfReporters = [Submit, Withdraw, Confirm];

    public string Code => Kind;

    public IReadOnlyList<string> States =>
        [ReportingRules.Draft, ReportingRules.Submitted, ReportingRules.Returned, ReportingRules.Reopened, ReportingRules.Approved];

    public IReadOnlyList<string> Acts => [Submit, Withdraw, Confirm, Reopen];

    public string Href(string publicId) => $"/review/{publicId}";

    public string WorkHref(string publicId) => $"/reports/{publicId}";

    public IReadOnlyCollection<string> Told(CaseMove move) =>
        [Href(move.Case.PublicId), WorkHref(move.Case.PublicId), .. move.Content is ReportSubmission s ? [s.Sheet.Href] : (string[])[]];

    public string? ViewPermission => Permission.ReviewReport;

    public string? WorkPermission => Permission.FillReport;

    public async Task<Outcome> Check(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Act.Code == Submit && move.Content is not ReportSubmission)
            return Outcome.Refused("", text["SendFromForm"]);
        if (move.Act.Code != Confirm)
            return Outcome.Done;
        // Confirmed by those for whom it was entered, not by whoever may enter for them.
        var entered = await db.Reports.AnyAsync(r => r.Id == move.Case.Id && r.ProvidedBy != null, cancellationToken);
        return entered && viewer.UnitIds.Contains(move.Case.UnitId) ? Outcome.Done : Outcome.Refused("", text["ConfirmOwn"]);
    }

    public async Task<Outcome> Moved(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Content is ReportSubmission sent)
            return await Sent(sent, move, cancellationToken);
        if (!move.To(ReportingRules.Approved) && move.Act.Code != Reopen)
            return Outcome.Done;
        if (await sheets.Find(move.Case, cancellationToken) is not { } sheet)
            return Outcome.NotFound;
        if (move.To(ReportingRules.Approved))
            await facts.Approve(
                sheet.Unit.Id,
                [.. sheet.Figures.Select(f => (f.Indicator.Code, f.Period))],
                move.Record,
                cancellationToken
            );
        else
            await pending.Admit(sheet, move.Record, cancellationToken);
        return Outcome.Done;
    }

    public async Task<CaseDue> Due(Case found, CancellationToken cancellationToken)
    {
        var period = await db.Reports.Where(r => r.Id == found.Id).Select(r => r.PeriodId).SingleAsync(cancellationToken);
        var due = new DeadlineBook(packs[found.Pack]).Of(Period.FromId(period));
        return new(due.Day, due.SoonFrom);
    }

    /// <summary>Whoever entered one of the figures that hold now: in the form, in a file, through the interface.</summary>
    public async Task<bool> EnteredBy(Case found, int accountId, CancellationToken cancellationToken)
    {
        if (await sheets.Find(found, cancellationToken) is not { } sheet)
            return false;
        return await facts.Entered(
            sheet.Facts,
            sheet.Unit,
            [.. sheet.Figures.Select(f => (f.Indicator.Code, f.Period))],
            accountId,
            cancellationToken
        );
    }

    public Task<IReadOnlyList<ListFilter<CaseRow>>> Filters(CancellationToken cancellationToken) =>
        ReportFilters.Of(db, viewer, text, cancellationToken);

    public async Task<IReadOnlyDictionary<int, string>> Remarks(IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var found = await db
            .Reports.AsNoTracking()
            .Where(r => ids.Contains(r.Id))
            .Select(r => new
            {
                r.Id,
                r.PeriodId,
                r.SubmittedAt,
                Campaign = r.Campaign!,
                IsExplained = r.Comments != null && r.Comments != "{}",
                Sendings = r.Case.Steps.Count(s => s.Act == Submit),
            })
            .ToListAsync(cancellationToken);
        // Doubts first: the form asks for an explanation of each.
        return found.ToDictionary(
            r => r.Id,
            r =>
                string.Join(
                    " · ",
                    new[]
                    {
                        r.IsExplained ? text["Explained"].Value : null,
                        r.Sendings > 1 ? text["SentAgain", r.Sendings].Value : null,
                        IsLate(r.SubmittedAt, Period.FromId(r.PeriodId), r.Campaign, packs[r.Campaign.Pack]) ? text["Late"].Value : null,
                        r.Campaign.Label,
                    }.OfType<string>()
                )
        );
    }

    private static bool IsLate(DateTimeOffset? sent, Period period, Campaigns.Campaign campaign, Pack pack) =>
        period.Last >= campaign.ReportsFrom
        && sent is { } at
        && DateOnly.FromDateTime(at.Local().DateTime) > new DeadlineBook(pack).Of(period).Day;

    private async Task<Outcome> Sent(ReportSubmission sent, CaseMove move, CancellationToken cancellationToken)
    {
        var (sheet, typed) = (sent.Sheet, sent.Typed);
        var report = db.ChangeTracker.Entries<Report>().Single(r => r.Entity.Case == move.Case).Entity;
        (report.Comments, report.Results, report.Difficulties, report.Proposals) = (
            ReportDraft.Texts(typed.Comments),
            typed.Results,
            typed.Difficulties,
            typed.Proposals
        );
        (report.SubmittedAt, report.SubmittedBy, report.ProvidedBy) = (clock.GetUtcNow(), viewer.AccountId, typed.ProvidedBy);
        if (typed.ProvidedBy is not null)
            await behalf.AskToConfirm(sheet, move.Case, cancellationToken);
        if (sheet.Draft is { } draft)
        {
            draft.Content = null;
            draft.Version++;
        }
        var entries = sheet
            .Figures.Select(f => new FactEntry(
                sheet.Unit.Id,
                f.Indicator.Code,
                f.Period,
                sent.Checked.Values[f.Indicator.Code],
                sheet.Facts.Current(sheet.Unit.Id, f.Indicator.Code, f.Period)?.FactId
            ))
            .ToList();
        var outcome = await facts.Record(
            entries,
            move.Record,
            new(SourceCaseId: () => report.Id, Overrules: true),
            cancellationToken,
            sheet.Facts.Places
        );
        if (outcome.Ok)
            return Outcome.Done;
        if (outcome.Refused.Any(r => r.Error is FactError.NotCurrent or FactError.AlreadyReported))
            return new() { Conflict = true, Errors = [new("", text["Conflict"])] };
        return new()
        {
            Errors = [.. outcome.Refused.Select(r => SubmitReport.Said(sheet, new(r.Entry.Indicator, true, $"Check{r.Error}"), text))],
        };
    }
}
