using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans.Compare;

/// <summary>Two plans side by side: this year's with last year's, the commune's with the one above.</summary>
[Needs<PlanDraft>(Permission.ImportPlan, "a", Optional = true)]
[Needs<PlanDraft>(Permission.ImportPlan, "b", Optional = true)]
public sealed class CompareModel(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs, TargetWords words) : PageModel
{
    [FromQuery]
    public string? A { get; set; }

    [FromQuery]
    public string? B { get; set; }
    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];
    public PlanDifferences? Differences { get; private set; }
    private (Plan A, Plan B) plans;

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken))
            return NotFound();
        // The newest against the one before it is what is asked for most.
        if (Differences is null && Drafts.Count > 1)
            (A, B) = (Drafts[1].PublicId, Drafts[0].PublicId);
        return Page();
    }

    public async Task<IActionResult> OnGetWord(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken) || Differences is null)
            return NotFound();
        var unit = Drafts.FirstOrDefault(d => d.PublicId == B)?.UnitName;
        var organ = unit is null ? null : $"Ủy ban nhân dân {char.ToLowerInvariant(unit[0])}{unit[1..]}";
        return File(
            ComparisonFiles.Word(Comparison.Of(plans.A, plans.B, Differences), organ, clock.Today()),
            ComparisonFiles.WordType,
            "so-sanh-ke-hoach.docx"
        );
    }

    public async Task<IActionResult> OnGetSheet(CancellationToken cancellationToken) =>
        await Load(cancellationToken) && Differences is not null
            ? File(
                ComparisonFiles.Workbook(Comparison.Of(plans.A, plans.B, Differences)),
                ComparisonFiles.SheetType,
                "so-sanh-ke-hoach.xlsx"
            )
            : NotFound();

    public string Address(string handler) => $"/plans/compare?handler={handler}&a={A}&b={B}";

    public string? Required(PlanTarget? t) =>
        t is null
            ? null
            : words.Required(t.Comparator, t.Value, t.Upper, t.PrintedUnit, t.ChangeDirection, t.Baseline, exact: false, LessIsBetter(t));

    public static string Leads(PlanTask? task, string nobody) =>
        task is null ? ""
        : task.Lead.Count == 0 ? nobody
        : string.Join("; ", task.Lead);

    public static string State(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Raised or ChangeKind.New => "good",
            ChangeKind.Lowered or ChangeKind.Dropped => "soon",
            _ => "calm",
        };

    /// <summary>How often each change occurs, what changed most usefully first, what stayed last.</summary>
    public static IEnumerable<(ChangeKind Kind, int Count)> Counts(IEnumerable<ChangeKind> kinds) =>
        kinds.CountBy(k => k).Select(c => (c.Key, c.Value)).OrderBy(c => Array.IndexOf(Comparison.Order, c.Key));

    private bool LessIsBetter(PlanTarget target) =>
        target.Comparator == "="
        && Packs.Matching.IndicatorMatcher.Propose(target, packs.Default) is [{ Indicator.LessIsBetter: true }, ..];

    private async Task<bool> Load(CancellationToken cancellationToken)
    {
        Drafts = await PlanQueries.Drafts(db, viewer, clock, cancellationToken);
        if (string.IsNullOrEmpty(A) || string.IsNullOrEmpty(B))
            return true;
        var (a, b) = (await Read(A, cancellationToken), await Read(B, cancellationToken));
        if (a is null || b is null)
            return false;
        plans = (a, b);
        Differences = PlanComparison.Compare(a, b);
        return true;
    }

    private async Task<Plan?> Read(string id, CancellationToken cancellationToken) =>
        await PlanQueries.Draft(db, viewer, clock, id, Permission.ImportPlan, cancellationToken) is { } draft
            ? LaunchedPlan.Of(draft)
            : null;
}
