using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans.Compare;

/// <summary>Two plans side by side: this year's with last year's, the commune's with the one above.</summary>
[Needs(Permission.ImportPlan)]
public sealed class CompareModel(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs, TargetWords words) : PageModel
{
    [FromQuery] public string? A { get; set; }
    [FromQuery] public string? B { get; set; }
    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];
    public PlanDifferences? Differences { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        Drafts = await PlanQueries.Drafts(db, viewer, clock, stop);
        if (string.IsNullOrEmpty(A) || string.IsNullOrEmpty(B)) return Page();
        var (a, b) = (await Read(A, stop), await Read(B, stop));
        if (a is null || b is null) return NotFound();
        Differences = PlanComparison.Compare(a, b);
        return Page();
    }

    public string Title(string? id) => Drafts.FirstOrDefault(d => d.PublicId == id)?.Title ?? "";

    public string? Required(PlanTarget? t) => t is null ? null : words.Required(t.Comparator, t.Value, t.Upper, t.Unit, t.Direction, t.Baseline, exact: false, LessIsBetter(t));

    public static string State(ChangeKind kind) => kind switch { ChangeKind.Raised or ChangeKind.New => "good", ChangeKind.Lowered or ChangeKind.Dropped => "soon", _ => "calm" };

    private bool LessIsBetter(PlanTarget target) => target.Comparator == "=" && Packs.Matching.IndicatorMatcher.Propose(target, packs.Default) is [{ Indicator.LessIsBetter: true }, ..];

    private async Task<Plan?> Read(string id, CancellationToken stop) =>
        await PlanQueries.Draft(db, viewer, clock, id, Permission.ImportPlan, stop) is { } draft ? PlanJson.Parse(draft.ReadJson) : null;
}
