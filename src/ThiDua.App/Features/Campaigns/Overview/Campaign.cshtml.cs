using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Plans;

namespace ThiDua.App.Features.Campaigns.Overview;

/// <summary>Where the doing of a task stands at the unit that leads it.</summary>
public sealed record TaskStanding(int TaskId, int UnitId, string PublicId, string State);

/// <param name="Lead">Tasks that it leads; <paramref name="With"/>: that it supports.</param>
public sealed record UnitWork(
    UnitRow Unit,
    IReadOnlyList<CampaignTarget> Targets,
    IReadOnlyList<CampaignTask> Lead,
    IReadOnlyList<CampaignTask> With
);

/// <summary>What a campaign is: its aims, when it runs, and who answers for what.</summary>
[Needs<Campaign>(Permission.ViewProgress, "id", FromBelow = true)]
public sealed class CampaignModel(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs, TargetWords words) : PageModel
{
    public bool MayFill => viewer.Can(Permission.FillReport);
    public Campaign Campaign { get; private set; } = null!;
    public string UnitName { get; private set; } = "";
    public string DraftId { get; private set; } = "";
    public IReadOnlyList<string> Aims { get; private set; } = [];
    public IReadOnlyList<Reference> LegalBases { get; private set; } = [];
    public IReadOnlyList<UnitWork> Work { get; private set; } = [];
    public IReadOnlyList<CampaignTask> Common { get; private set; } = [];
    private IReadOnlyList<TaskStanding> standings = [];
    public Pack Pack => packs[Campaign.Pack];

    public async Task<IActionResult> OnGet(string id, CancellationToken stop)
    {
        var campaign = await db
            .Campaigns.AsNoTracking()
            .AsSplitQuery()
            .Include(c => c.Targets)
                .ThenInclude(t => t.Units)
            .Include(c => c.Tasks)
                .ThenInclude(t => t.Units)
            .Include(c => c.Tasks)
                .ThenInclude(t => t.Parent)
            .FirstOrDefaultAsync(c => c.PublicId == id, stop);
        if (campaign is null)
            return NotFound();
        Campaign = campaign;
        campaign.Targets.Sort((a, b) => a.Order.CompareTo(b.Order));
        campaign.Tasks.Sort((a, b) => a.Order.CompareTo(b.Order));
        if (!await LoadUnits(stop))
            return NotFound();
        await LoadPlan(stop);
        return Page();
    }

    public string? Required(CampaignTarget target) =>
        words.Required(target, target.Indicator is { } code && Pack.Indicator(code) is { LessIsBetter: true });

    public IEnumerable<string> UnitNames(CampaignTarget target) => Work.Where(w => w.Targets.Contains(target)).Select(w => w.Unit.Name);

    /// <summary>
    /// Public id and state of the unit's present doing of this task; null where there is none, or it is not the reader's to
    /// see.
    /// </summary>
    public (string Href, string State)? Standing(CampaignTask task, UnitRow unit) =>
        standings.FirstOrDefault(s => s.TaskId == task.Id && s.UnitId == unit.Id) is { } found
            ? ($"/tasks/{found.PublicId}", Pack.Flow(TaskCase.Kind)!.State(found.State)!.Label.Here())
            : null;

    private async Task<bool> LoadUnits(CancellationToken stop)
    {
        // The names and places that the units had in the campaign's own time.
        var day = Campaign.To < clock.Today() ? Campaign.To : clock.Today();
        if (await UnitQueries.Find(db, Campaign.UnitId, day, stop) is not { } owner)
            return false;
        UnitName = owner.Name;
        var tree = await UnitQueries.Subtree(db, owner.Path, day, stop);
        Work =
        [
            .. tree.Select(u => new UnitWork(
                    u,
                    [.. Campaign.Targets.Where(t => t.Units.Any(x => x.UnitId == u.Id))],
                    [.. Campaign.Tasks.Where(t => t.Units.Any(x => x.UnitId == u.Id && x.Lead))],
                    [.. Campaign.Tasks.Where(t => t.Units.Any(x => x.UnitId == u.Id && !x.Lead))]
                ))
                .Where(w => w.Targets.Count + w.Lead.Count + w.With.Count > 0),
        ];
        Common = [.. Campaign.Tasks.Where(t => t.Units.Count == 0)];
        await LoadStandings([.. tree.Where(u => viewer.Can(Permission.ViewProgress, u.Path)).Select(u => u.Id)], day, stop);
        return true;
    }

    /// <summary>What is done once, and of what recurs the span of the day.</summary>
    private async Task LoadStandings(List<int> seen, DateOnly day, CancellationToken stop)
    {
        var tasks = Campaign.Tasks.ConvertAll(t => t.Id);
        standings = await db.Set<TaskItem>()
            .AsNoTracking()
            .Where(i => tasks.Contains(i.TaskId) && seen.Contains(i.Case.UnitId) && (i.Task!.Every == null || i.To >= day))
            .Select(i => new TaskStanding(i.TaskId, i.UnitId, i.Case.PublicId, i.Case.State))
            .ToListAsync(stop);
    }

    private async Task LoadPlan(CancellationToken stop)
    {
        var draft = await db
            .PlanDrafts.AsNoTracking()
            .Where(d => d.Id == Campaign.PlanDraftId)
            .Select(d => new
            {
                d.Case.PublicId,
                d.ReadJson,
                d.SourceText,
            })
            .FirstAsync(stop);
        DraftId = draft.PublicId;
        var plan = PlanJson.Parse(draft.ReadJson);
        LegalBases = plan.LegalBases;
        var lines = draft.SourceText.Split('\n');
        Aims =
        [
            .. plan
                .Sections.Where(s =>
                    SearchText.Fold(s.Title) is var title
                    && (
                        title.Contains("muc dich", StringComparison.Ordinal)
                        || title.StartsWith("muc tieu thi dua", StringComparison.Ordinal)
                    )
                )
                .SelectMany(s => lines[Math.Min(s.Lines.First, lines.Length)..Math.Min(s.Lines.Last, lines.Length)])
                .Where(l => l.Length > 0)
                .Distinct()
                .Select(l => l.TrimStart('-', '+', ' ')),
        ];
    }
}
