using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans.Edit;
using ThiDua.App.Features.Plans.List;
using ThiDua.App.Features.Units;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans.Review;

[Needs<PlanDraft>(Permission.ImportPlan, "id")]
public sealed class ReviewModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    MarkItem mark,
    UndoChange undo,
    MoveCase move,
    TargetWords words,
    IStringLocalizer<Text> text
) : PageModel
{
    private const int MostUnits = 200;

    [FromRoute]
    public string Id { get; set; } = "";

    [FromQuery]
    public ReviewShow Show { get; set; }

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PlanDraft Draft { get; private set; } = null!;
    public DraftContent Contents { get; private set; } = null!;
    public ReviewList List { get; private set; } = null!;
    public string UnitName { get; private set; } = "";
    public PlanDraftRevision? Last { get; private set; }
    public bool Editable { get; private set; }
    public int Left { get; private set; }
    public int UnitsLeft { get; private set; }
    public IReadOnlyList<PlanTwin> Twins { get; private set; } = [];
    public int SlipsLeft { get; private set; }
    public int WithoutLead { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public Pack Pack => packs[Draft.Pack];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken) => await Load(cancellationToken) ? Page() : NotFound();

    /// <param name="act">"confirm:12:3": the mark, the item, its version.</param>
    public async Task<IActionResult> OnPostMark(string? act, CancellationToken cancellationToken)
    {
        if (
            act?.Split(':') is not [var name, var item, var version]
            || !Enum.TryParse<ItemMark>(name, ignoreCase: true, out var chosen)
            || !int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        )
            return BadRequest();
        var next = await Load(cancellationToken) ? NextTo(id) : null;
        return await After(await mark.Handle(new(Id, id, seen, chosen), cancellationToken), next, cancellationToken);
    }

    public async Task<IActionResult> OnPostUndo(int number, CancellationToken cancellationToken) =>
        await After(await undo.Handle(new(Id, number), cancellationToken), null, cancellationToken);

    public async Task<IActionResult> OnPostMove(string act, string? reason, CancellationToken cancellationToken) =>
        await After(await move.Handle(new MoveInput(Id, act, reason), cancellationToken), null, cancellationToken);

    /// <summary>Gives the ticked tasks to units; the filter and the place stay.</summary>
    public async Task<IActionResult> OnPostLead(
        [FromServices] LeadTasks leads,
        IReadOnlyList<string> pick,
        string? lead,
        IReadOnlyList<string> with,
        CancellationToken cancellationToken
    )
    {
        (Picked, Lead, With) = (pick.ToHashSet(StringComparer.Ordinal), lead, with);
        var last = pick.LastOrDefault()?.Split(':')[0];
        var outcome = await leads.Handle(new(Id, pick, lead, with), cancellationToken);
        return
            outcome.Ok && await Load(cancellationToken) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var item)
            ? LocalRedirect(Place.BackTo(Draft, Contents, item))
            : await After(outcome, null, cancellationToken);
    }

    /// <summary>What was ticked and chosen, of a form that comes back with errors.</summary>
    public IReadOnlySet<string> Picked { get; private set; } = new HashSet<string>();
    public string? Lead { get; private set; }
    public IReadOnlyList<string> With { get; private set; } = [];

    /// <summary>Names of units that tasks can be given to: those of the plan, and those of the tree.</summary>
    public IReadOnlyList<Option> Units { get; private set; } = [];
    public ReviewPlace Place => new(Show, Q, PageNumber);

    public string Address(ReviewShow show, int page = 1) => $"/plans/{Id}{new ReviewPlace(show, Q, page).Query}";

    public string LeadAddress => QueryHelpers.AddQueryString(Address(Show, PageNumber), "handler", "Lead");

    public string? Required(DraftTarget t) =>
        words.Required(
            t.Comparator,
            t.Value,
            t.Upper,
            t.Unit,
            t.Direction,
            t.Baseline,
            t.Exact,
            t.Indicator is { } code && Pack.Indicator(code) is { LessIsBetter: true }
        );

    /// <summary>A bare figure is judged as "at least" (or "at most"): the screen says that it was so read.</summary>
    public static bool IsBare(DraftTarget t) => t is { Value: not null, Comparator: "=", Exact: false };

    private string? NextTo(int id)
    {
        var at = List.Entries.ToList().FindIndex(e => e.Item.Id == id);
        return at < 0 || List.Entries.Count < 2 ? null : $"#i{List.Entries[at + 1 < List.Entries.Count ? at + 1 : at - 1].Item.Id}";
    }

    private async Task<IActionResult> After(Outcome outcome, string? fragment, CancellationToken cancellationToken)
    {
        if (outcome.Missing)
            return NotFound();
        if (outcome.Ok)
            return LocalRedirect(Address(Show, PageNumber) + fragment);
        Errors = outcome.Errors;
        db.ChangeTracker.Clear();
        return await Load(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> Load(CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, Id, Permission.ImportPlan, cancellationToken);
        if (draft is null)
            return false;
        Draft = draft;
        Contents = DraftContent.Parse(draft.Content);
        List = new ReviewList(Contents, PlanJson.Parse(draft.ReadJson), Show, Q, PageNumber);
        var owner = (await UnitQueries.Find(db, draft.UnitId, clock.Today(), cancellationToken))!;
        UnitName = owner.Name;
        Twins = await PlanTwins.Of(db, draft, Contents, cancellationToken);
        Editable = Pack.Flow(PlanDraftCase.Kind)!.State(draft.State)!.Editable;
        Last = Editable ? await PlanQueries.LastChange(db, draft.Id, cancellationToken) : null;
        Left = DraftRules.LeftToCheck(Contents);
        UnitsLeft = DraftRules.UnitsInUse(Contents).Count(u => u.ToCheck);
        SlipsLeft = DraftRules.Slips(Contents).Count;
        WithoutLead = DraftRules.WithoutLead(Contents).Count;
        if (Editable)
            Units = await Names(owner, cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<Option>> Names(UnitRow owner, CancellationToken cancellationToken)
    {
        var tree = await db
            .UnitVersions.AsNoTracking()
            .ValidOn(clock.Today())
            .Below(owner.Path)
            .Rows()
            .Take(MostUnits)
            .ToListAsync(cancellationToken);
        return
        [
            .. Contents
                .Units.Where(u => u.Choice is not (UnitChoice.Open or UnitChoice.Ignore))
                .Select(u => u.Name)
                .Concat(tree.Select(u => u.Name))
                .DistinctBy(DraftUnit.KeyOf)
                .OrderBy(NameText.SortKey, StringComparer.Ordinal)
                .Select(n => new Option(n, n)),
        ];
    }

    public string ChangeWords(PlanDraftRevision change) => text["Change." + change.Change];
}
