using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting.MyWork;

[NeedsSomewhere(Permission.FillReport)]
public sealed class MyWorkModel(MyReports reports, AppDb db, Viewer viewer, PackShelf packs) : PageModel
{
    /// <param name="Item">How a task that the unit leads stands now; null where it supports.</param>
    public sealed record TaskRow(CampaignTask Task, Campaign Campaign, bool Lead, string Unit, TaskItem? Item);

    public sealed record TargetRow(CampaignTarget Target, Campaign Campaign, UnitRow Unit);

    public Waiting Waiting { get; private set; } = null!;
    public IReadOnlyList<TaskRow> Tasks { get; private set; } = [];
    public IReadOnlyList<TargetRow> Targets { get; private set; } = [];
    public bool ManyUnits => Waiting.Units.Count > 1;
    public bool ManyCampaigns => Waiting.Campaigns.Count > 1;
    public bool MayImport => viewer.Can(Permission.ImportPlan);

    public async Task OnGet(CancellationToken stop)
    {
        Waiting = await reports.Mine(stop);
        Tasks = await MyTasks(stop);
        Targets = await MyTargets(stop);
    }

    private async Task<IReadOnlyList<TaskRow>> MyTasks(CancellationToken stop)
    {
        var names = Waiting.Units.ToDictionary(u => u.Id, u => u.Name);
        var ids = names.Keys.ToList();
        var rows = await db.Tasks.AsNoTracking().Include(t => t.Units).Where(t => t.Units.Any(u => ids.Contains(u.UnitId)))
            .OrderBy(t => t.CampaignId).ThenBy(t => t.Order).ToListAsync(stop);
        var campaigns = Waiting.Campaigns.ToDictionary(c => c.Id);
        var items = await Items(ids, campaigns.Keys, stop);
        var supporting = rows.Where(t => campaigns.ContainsKey(t.CampaignId)).SelectMany(t => t.Units.Where(u => !u.Lead && names.ContainsKey(u.UnitId))
            .Select(u => new TaskRow(t, campaigns[t.CampaignId], false, names[u.UnitId], null)));
        return [.. items.Select(i => new TaskRow(i.Task!, campaigns[i.Task!.CampaignId], true, names[i.Case.UnitId], i)), .. supporting.OrderBy(r => r.Task.DueDate ?? DateOnly.MaxValue)];
    }

    public FlowState StateOf(TaskItem item) => packs[item.Case.Pack].Flow(TaskCase.Kind)!.State(item.Case.State)!;

    /// <summary>Of each task the span that is to be done first; when all are done, the last.</summary>
    private async Task<IEnumerable<TaskItem>> Items(List<int> units, IEnumerable<int> campaigns, CancellationToken cancellationToken)
    {
        var items = await db.TaskItems.AsNoTracking().Include(i => i.Case).Include(i => i.Task)
            .Where(i => units.Contains(i.Case.UnitId) && campaigns.Contains(i.Task!.CampaignId)).ToListAsync(cancellationToken);
        return items.GroupBy(i => (i.TaskId, i.Case.UnitId)).Select(g => g.OrderBy(i => StateOf(i).Final).ThenBy(i => StateOf(i).Final ? -i.From.DayNumber : i.From.DayNumber).First())
            .OrderBy(i => StateOf(i).Final).ThenBy(i => i.Case.Due ?? DateOnly.MaxValue).ThenBy(i => i.Task!.Order);
    }

    /// <summary>The targets that these units' own figures go into.</summary>
    private async Task<IReadOnlyList<TargetRow>> MyTargets(CancellationToken stop)
    {
        var ids = Waiting.Campaigns.Select(c => c.Id).ToList();
        var targets = await db.Targets.AsNoTracking().Where(t => ids.Contains(t.CampaignId) && t.Indicator != null).OrderBy(t => t.Order).ToListAsync(stop);
        return [.. from campaign in Waiting.Campaigns
                   from target in targets.Where(t => t.CampaignId == campaign.Id)
                   let unit = Waiting.Units.FirstOrDefault(u => Feeds(packs[campaign.Pack], u, target.Indicator!))
                   where unit is not null
                   select new TargetRow(target, campaign, unit)];
    }

    private bool Feeds(Pack pack, UnitRow unit, string indicator) =>
        pack.Indicator(indicator) is not null && packs.Definitions.Leaves(indicator).Any(code => pack.Indicator(code)?.ReportedBy.Contains(unit.Kind) == true);
}
