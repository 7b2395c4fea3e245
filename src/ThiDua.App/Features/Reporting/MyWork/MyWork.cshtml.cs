using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Home;
using ThiDua.App.Features.Progress;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting.MyWork;

/// <summary>
/// One home for all the posts that a person holds: what needs them first, then where their unit stands; for who runs a
/// campaign what is late and what waits before all.
/// </summary>
[NeedsSomewhere(Permission.FillReport)]
[OnDevice]
public sealed class MyWorkModel(MyReports reports, Inbox inbox, Glances glances, AppDb db, Viewer viewer, PackShelf packs) : PageModel
{
    private const int MostTasks = 200;

    public sealed record TaskList(IReadOnlyList<InboxRow> Rows, bool ManyUnits);

    public sealed record HelpRow(CampaignTask Task, string Unit);

    public sealed record TargetRow(CampaignTarget Target, Campaign Campaign, UnitRow Unit);

    public Waiting Waiting { get; private set; } = null!;
    public FirstPage First { get; private set; } = null!;
    public IReadOnlyList<HelpRow> Help { get; private set; } = [];
    public IReadOnlyList<TargetRow> Targets { get; private set; } = [];
    public bool ManyUnits => Waiting.Units.Count > 1;
    public bool ManyCampaigns => Waiting.Campaigns.Count > 1;
    public bool MayImport => viewer.Can(Permission.ImportPlan);

    /// <summary>Whose days are not from a text that was read is the office's to know: it can set them.</summary>
    public bool SeesUnverified => viewer.Can(Permission.RunCampaign);

    public async Task OnGet(CancellationToken cancellationToken)
    {
        Waiting = await reports.Mine(cancellationToken);
        First = new(
            await inbox.Mine([.. Waiting.Units.Select(u => u.Id)], cancellationToken),
            await glances.Of(Waiting.Campaigns, Waiting.Units, cancellationToken),
            viewer
        );
        Help = First.Chases ? [] : await MyHelp(cancellationToken);
        Targets = MyTargets();
    }

    /// <summary>How a report stands, in the manner in which its unit is spoken to.</summary>
    public StatusView Status(OwedReport owed, DateOnly today, IStringLocalizer<Text> text)
    {
        var view = StatusView.Of(owed.Status, owed.Due, owed.OpensOn, today, text);
        var pack = packs[owed.Campaign.Pack];
        return owed.Report is { } report && IsAsked(owed) && owed.Status is ReportStatus.Returned or ReportStatus.Reopened
            ? view with
            {
                Words = pack.Flow(ReportCase.Kind)!.In(pack.Manner(owed.Unit.Kind)).State(report.Case.State)!.Label.Here(),
            }
            : view;
    }

    public bool IsAsked(OwedReport owed) => packs[owed.Campaign.Pack].Manner(owed.Unit.Kind).Asks;

    /// <summary>The label of the button that leads to it.</summary>
    public string Button(OwedReport owed) =>
        owed.Status is ReportStatus.Returned or ReportStatus.Reopened
            ? IsAsked(owed)
                ? "CompleteButton"
                : "MendButton"
            : owed.Report is null
                ? "FillButton"
                : "GoOnButton";

    /// <summary>What they help others with; whoever leads it says that it is done.</summary>
    private async Task<IReadOnlyList<HelpRow>> MyHelp(CancellationToken cancellationToken)
    {
        var (names, campaigns) = (Waiting.Units.ToDictionary(u => u.Id, u => u.Name), Waiting.Campaigns.Select(c => c.Id).ToList());
        var ids = names.Keys.ToList();
        var tasks = await db
            .Tasks.AsNoTracking()
            .Include(t => t.Units)
            .AsSingleQuery()
            .Where(t => campaigns.Contains(t.CampaignId) && t.Until == null && t.Units.Any(u => ids.Contains(u.UnitId) && !u.Lead))
            .OrderBy(t => t.CampaignId)
            .ThenBy(t => t.Order)
            .Take(MostTasks)
            .ToListAsync(cancellationToken);
        return
        [
            .. tasks.SelectMany(t =>
                t.Units.Where(u => !u.Lead && names.ContainsKey(u.UnitId)).Select(u => new HelpRow(t, names[u.UnitId]))
            ),
        ];
    }

    /// <summary>The targets that these units' own figures go into, beside those that say already how they stand.</summary>
    private IReadOnlyList<TargetRow> MyTargets() =>
        [
            .. from campaign in Waiting.Campaigns
            from target in campaign.Current.Where(t => t.Indicator is not null).OrderBy(t => t.Order)
            let unit = Waiting.Units.FirstOrDefault(u => Feeds(packs[campaign.Pack], u, target.Indicator!))
            where unit is not null && !First.Glances.Any(g => g.Targets.Any(t => t.Target.Id == target.Id))
            select new TargetRow(target, campaign, unit),
        ];

    private bool Feeds(Pack pack, UnitRow unit, string indicator) =>
        pack.Indicator(indicator) is not null
        && packs.Definitions.Leaves(indicator).Any(code => pack.Indicator(code)?.ReportedBy.Contains(unit.Kind) == true);
}
