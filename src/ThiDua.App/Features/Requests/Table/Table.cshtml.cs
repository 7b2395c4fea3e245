using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Requests.Table;

/// <summary>The answers to one request as they come in: totals, who has not answered, a reminder, closing.</summary>
[Needs<FigureRequest>(Permission.ViewProgress, "id")]
public sealed class TableModel(
    RequestQueries queries,
    AnswerList answers,
    ListReader lists,
    RemindUnits remind,
    CloseRequest close,
    ReopenRequest reopen,
    AppDb db,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    public FigureRequest Found { get; private set; } = null!;
    public ListPage Answers { get; private set; } = null!;
    public IReadOnlyList<AnswerItem> All { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public bool Reminded { get; private set; }

    /// <summary>Closing is asked about first.</summary>
    public bool Closing { get; private set; }

    /// <summary>What was typed to reopen it, where that was refused.</summary>
    public ReopenRequestInput? Reopening { get; private set; }
    public string NextDay => clock.Today().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    public string Hour => Found.DueAt.Local().ToString("HH:mm", CultureInfo.InvariantCulture);
    public bool MayRun { get; private set; }
    public bool Open => Found.Case.State == RequestCase.Open;
    public bool Late => clock.GetUtcNow() > Found.DueAt;
    public int Answered => All.Count(a => a.State == AnswerCase.Answered);
    public IReadOnlyList<AnswerItem> Silent => [.. All.Where(a => a.State != AnswerCase.Answered)];

    public IEnumerable<(string Label, string Sum)> Sums =>
        from asked in RequestFields.Parse(Found.Fields)
        where asked.Kind == FieldKinds.Number
        let sum = AnswerList.Sum(asked, All.Select(a => a.Content))
        select (asked.Label, $"{VietnameseNumber.FormatScaled(sum, asked.Scale)} {asked.Unit}".TrimEnd());

    public async Task<IActionResult> OnGet(string id, bool reminded, bool closing, CancellationToken cancellationToken)
    {
        (Reminded, Closing) = (reminded, closing);
        return await Load(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRemind(string id, CancellationToken cancellationToken) =>
        (await remind.Handle(id, cancellationToken)).Ok ? LocalRedirect($"/requests/{id}?reminded=true") : NotFound();

    public async Task<IActionResult> OnPostClose(string id, int version, CancellationToken cancellationToken) =>
        await After(id, await close.Handle(id, version, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostReopen(
        string id,
        int version,
        string? reason,
        string? day,
        string? time,
        CancellationToken cancellationToken
    )
    {
        Reopening = new(id, version, reason, day, time);
        return await After(id, await reopen.Handle(Reopening, cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> After(string id, Outcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Ok)
            return LocalRedirect($"/requests/{id}");
        db.ChangeTracker.Clear();
        if (outcome.Missing || !await Load(id, cancellationToken))
            return NotFound();
        Errors = outcome.Errors;
        return Page();
    }

    private async Task<bool> Load(string id, CancellationToken cancellationToken)
    {
        if (await queries.Find(id, cancellationToken) is not { } found)
            return false;
        Found = found;
        MayRun = viewer.Can(Permission.RunCampaign, await UnitQueries.Path(db, found.Case.UnitId, clock.Today(), cancellationToken));
        All = await answers.Items(found.Id).OrderBy(a => a.UnitKey).ToListAsync(cancellationToken);
        Answers = (await lists.Read(answers, Request, cancellationToken))!;
        return true;
    }
}
