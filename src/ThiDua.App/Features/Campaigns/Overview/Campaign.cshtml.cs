using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.Plans;

namespace ThiDua.App.Features.Campaigns.Overview;

/// <param name="Lead">Tasks that it leads; <paramref name="With"/>: that it supports.</param>
public sealed record UnitWork(UnitRow Unit, IReadOnlyList<CampaignTarget> Targets, IReadOnlyList<CampaignTask> Lead, IReadOnlyList<CampaignTask> With);

/// <summary>What a campaign is: its aims, when it runs, and who answers for what.</summary>
[Needs<Campaign>(Permission.ViewProgress, "id", FromBelow = true)]
public sealed class CampaignModel(AppDb db, TimeProvider clock, PackShelf packs, TargetWords words) : PageModel
{
    public Campaign Campaign { get; private set; } = null!;
    public string UnitName { get; private set; } = "";
    public string DraftId { get; private set; } = "";
    public IReadOnlyList<string> Aims { get; private set; } = [];
    public IReadOnlyList<Reference> LegalBases { get; private set; } = [];
    public IReadOnlyList<UnitWork> Work { get; private set; } = [];
    public IReadOnlyList<CampaignTask> Common { get; private set; } = [];
    public Pack Pack => packs[Campaign.Pack];

    public async Task<IActionResult> OnGet(string id, CancellationToken stop)
    {
        var campaign = await db.Campaigns.AsNoTracking().AsSplitQuery().Include(c => c.Targets).ThenInclude(t => t.Units).Include(c => c.Tasks).ThenInclude(t => t.Units)
            .FirstOrDefaultAsync(c => c.PublicId == id, stop);
        if (campaign is null) return NotFound();
        Campaign = campaign;
        campaign.Targets.Sort((a, b) => a.Order.CompareTo(b.Order));
        campaign.Tasks.Sort((a, b) => a.Order.CompareTo(b.Order));
        if (!await LoadUnits(stop)) return NotFound();
        await LoadPlan(stop);
        return Page();
    }

    public string? Required(CampaignTarget target) => words.Required(target, target.Indicator is { } code && Pack.Indicator(code) is { LessIsBetter: true });

    public IEnumerable<string> UnitNames(CampaignTarget target) => Work.Where(w => w.Targets.Contains(target)).Select(w => w.Unit.Name);

    private async Task<bool> LoadUnits(CancellationToken stop)
    {
        // The names and places that the units had in the campaign's own time.
        var day = Campaign.To < clock.Today() ? Campaign.To : clock.Today();
        if (await UnitQueries.Find(db, Campaign.UnitId, day, stop) is not { } owner) return false;
        UnitName = owner.Name;
        var tree = await UnitQueries.Subtree(db, owner.Path, day, stop);
        Work = [.. tree.Select(u => new UnitWork(u,
                [.. Campaign.Targets.Where(t => t.Units.Any(x => x.UnitId == u.Id))],
                [.. Campaign.Tasks.Where(t => t.Units.Any(x => x.UnitId == u.Id && x.Lead))],
                [.. Campaign.Tasks.Where(t => t.Units.Any(x => x.UnitId == u.Id && !x.Lead))]))
            .Where(w => w.Targets.Count + w.Lead.Count + w.With.Count > 0)];
        Common = [.. Campaign.Tasks.Where(t => t.Units.Count == 0)];
        return true;
    }

    private async Task LoadPlan(CancellationToken stop)
    {
        var draft = await db.PlanDrafts.AsNoTracking().Where(d => d.Id == Campaign.PlanDraftId).Select(d => new { d.Case.PublicId, d.ReadJson, d.SourceText }).FirstAsync(stop);
        DraftId = draft.PublicId;
        var plan = PlanJson.Parse(draft.ReadJson);
        LegalBases = plan.LegalBases;
        var lines = draft.SourceText.Split('\n');
        Aims = [.. plan.Sections.Where(s => SearchText.Fold(s.Title) is var title && (title.Contains("muc dich", StringComparison.Ordinal) || title.StartsWith("muc tieu thi dua", StringComparison.Ordinal)))
            .SelectMany(s => lines[Math.Min(s.Lines.First, lines.Length)..Math.Min(s.Lines.Last, lines.Length)]).Where(l => l.Length > 0).Distinct().Select(l => l.TrimStart('-', '+', ' '))];
    }
}
