using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting.MyWork;

[NeedsSomewhere(Permission.FillReport)]
public sealed class MyWorkModel(MyReports reports, CaseRows cases, CaseKinds kinds, AppDb db, Viewer viewer, PackShelf packs) : PageModel
{
    private const int MostTasks = 200;

    public sealed record TaskRow(TaskItem Item, FlowState State, string Unit)
    {
        public bool CameBack => State.Editable && Item.Case.Reason is not null;
    }

    public sealed record TaskList(IReadOnlyList<TaskRow> Rows, bool ManyUnits);

    public sealed record HelpRow(CampaignTask Task, string Unit);

    private const int MostOthers = 20;

    public sealed record TargetRow(CampaignTarget Target, Campaign Campaign, UnitRow Unit);

    public Waiting Waiting { get; private set; } = null!;
    public IReadOnlyList<TaskRow> Tasks { get; private set; } = [];
    public IReadOnlyList<HelpRow> Help { get; private set; } = [];
    public IReadOnlyList<TargetRow> Targets { get; private set; } = [];

    /// <summary>What else is being drawn up or came back: papers, plans, baselines.</summary>
    public IReadOnlyList<CaseRow> Others { get; private set; } = [];
    public bool ManyUnits => Waiting.Units.Count > 1;
    public bool ManyCampaigns => Waiting.Campaigns.Count > 1;
    public bool MayImport => viewer.Can(Permission.ImportPlan);

    public async Task OnGet(CancellationToken stop)
    {
        Waiting = await reports.Mine(stop);
        Tasks = await MyTasks(stop);
        Help = await MyHelp(stop);
        Targets = await MyTargets(stop);
        Others = await CaseRow
            .ByDue(cases.Offered(decisions: false, without: [ReportCase.Kind, TaskCase.Kind, Requests.AnswerCase.Kind]), descending: false)
            .Take(MostOthers)
            .ToListAsync(stop);
    }

    public string Href(CaseRow row) => kinds[row.Kind].Href(row.PublicId);

    public FlowDefinition FlowOf(CaseRow row) => packs[row.Pack].Flow(row.Flow)!;

    /// <summary>
    /// What the plan has these units do, of each task the span that is to be done first: what came back before the rest, then
    /// by the day it is due; what is over last.
    /// </summary>
    private async Task<IReadOnlyList<TaskRow>> MyTasks(CancellationToken stop)
    {
        var (names, campaigns) = (Waiting.Units.ToDictionary(u => u.Id, u => u.Name), Waiting.Campaigns.Select(c => c.Id).ToList());
        var ids = names.Keys.ToList();
        var items = await db.Set<TaskItem>()
            .AsNoTracking()
            .Include(i => i.Case)
            .Include(i => i.Task)
            .Where(i => ids.Contains(i.Case.UnitId) && campaigns.Contains(i.Task!.CampaignId))
            .OrderBy(i => i.Case.Due == null)
            .ThenBy(i => i.Case.Due)
            .ThenByDescending(i => i.From)
            .ThenBy(i => i.Id)
            .ToListAsync(stop);
        return
        [
            .. items
                .Select(i => new TaskRow(i, packs[i.Case.Pack].Flow(TaskCase.Kind)!.State(i.Case.State)!, names[i.Case.UnitId]))
                .OrderBy(r => r.State.Final)
                .ThenBy(r => !r.CameBack)
                .ThenBy(r => !r.State.Editable)
                .DistinctBy(r => (r.Item.TaskId, r.Item.Case.UnitId)),
        ];
    }

    /// <summary>What they help others with; whoever leads it says that it is done.</summary>
    private async Task<IReadOnlyList<HelpRow>> MyHelp(CancellationToken stop)
    {
        var (names, campaigns) = (Waiting.Units.ToDictionary(u => u.Id, u => u.Name), Waiting.Campaigns.Select(c => c.Id).ToList());
        var ids = names.Keys.ToList();
        var tasks = await db
            .Tasks.AsNoTracking()
            .Include(t => t.Units)
            .Where(t => campaigns.Contains(t.CampaignId) && t.Units.Any(u => ids.Contains(u.UnitId) && !u.Lead))
            .OrderBy(t => t.CampaignId)
            .ThenBy(t => t.Order)
            .Take(MostTasks)
            .ToListAsync(stop);
        return
        [
            .. tasks.SelectMany(t =>
                t.Units.Where(u => !u.Lead && names.ContainsKey(u.UnitId)).Select(u => new HelpRow(t, names[u.UnitId]))
            ),
        ];
    }

    /// <summary>The targets that these units' own figures go into.</summary>
    private async Task<IReadOnlyList<TargetRow>> MyTargets(CancellationToken stop)
    {
        var ids = Waiting.Campaigns.Select(c => c.Id).ToList();
        var targets = await db
            .Targets.AsNoTracking()
            .Where(t => ids.Contains(t.CampaignId) && t.Indicator != null)
            .OrderBy(t => t.Order)
            .ToListAsync(stop);
        return
        [
            .. from campaign in Waiting.Campaigns
            from target in targets.Where(t => t.CampaignId == campaign.Id)
            let unit = Waiting.Units.FirstOrDefault(u => Feeds(packs[campaign.Pack], u, target.Indicator!))
            where unit is not null
            select new TargetRow(target, campaign, unit),
        ];
    }

    private bool Feeds(Pack pack, UnitRow unit, string indicator) =>
        pack.Indicator(indicator) is not null
        && packs.Definitions.Leaves(indicator).Any(code => pack.Indicator(code)?.ReportedBy.Contains(unit.Kind) == true);
}
