using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Progress.Overview;

/// <summary>How a campaign stands, for its whole or for one unit of its subtree.</summary>
[Needs<Campaign>(Permission.ViewProgress, "campaign", FromBelow = true)]
[Needs<Unit>(Permission.ViewProgress, "unit", Optional = true)]
public sealed class OverviewModel(
    ProgressQueries queries,
    ProgressReader reader,
    ProgressCsv csv,
    WishQueries wishes,
    LateReports reports,
    TotalSweep sweep,
    PackShelf packs,
    Viewer viewer,
    IStringLocalizer<SharedText> shared
) : PageModel
{
    /// <summary>Above the communes: who is late the longest stands here, the others on the pages of the units below.</summary>
    private const int MostLate = 50;

    public SeenCampaign Seen { get; private set; } = null!;
    public string Title => $"{shared["Progress"]}: {(Seen.IsWhole ? Seen.Campaign.Name : Seen.Unit.Name)}";
    public CampaignProgress Progress { get; private set; } = null!;
    public LateUnits Late { get; private set; } = new([], false);
    public bool ApprovedOnly { get; private set; }
    public IReadOnlyList<WishProgress> Wishes { get; private set; } = [];

    /// <summary>How many units report, by the rule that the reports use; null above the communes, where nobody counts them.</summary>
    public int? Reporting { get; private set; }
    public ProgressLinks Links => new(Seen, ApprovedOnly);
    public bool MayFill => viewer.Can(Permission.FillReport, Seen.Unit.Path);
    public int MissingBaselines => viewer.Can(Permission.EnterBaseline, Seen.Top.Path) ? Progress.MissingBaselines : 0;
    public bool MayRemind => viewer.Can(Permission.RemindUnits, Seen.Unit.Path);
    public bool MayRun => viewer.Can(Permission.RunCampaign, Seen.Top.Path);

    public async Task<IActionResult> OnGet(string campaign, string? unit, string? asOf, CancellationToken cancellationToken)
    {
        if (!await Load(campaign, unit, asOf, cancellationToken))
            return NotFound();
        Wishes = await wishes.Of(Seen, Progress.Unfigured, cancellationToken);
        Late =
            packs[Seen.Campaign.Pack].UnitKind(Seen.Unit.Kind)?.Level < UnitLevel.Commune
                ? await reports.Longest(Seen.Campaign, Seen.Unit, Seen.AsOf, MostLate, cancellationToken)
                : new(await reports.Of(Seen.Campaign, Seen.Unit, Seen.AsOf, cancellationToken), false);
        if (!Late.More)
            Reporting = Progress.Book.Units(
                Seen.Unit.Id,
                ReportingRules.Reporters(packs[Seen.Campaign.Pack], packs.Definitions, Seen.Campaign),
                ProgressRules.TreeDay(Seen.Campaign, Seen.AsOf)
            );
        return Page();
    }

    public async Task<IActionResult> OnGetCsv(string campaign, string? unit, string? asOf, CancellationToken cancellationToken)
    {
        await sweep.Drain(cancellationToken);
        if (!await Load(campaign, unit, asOf, cancellationToken))
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(await csv.Write(Progress, cancellationToken), CsvWriter.Type, $"tien-do-{Seen.Unit.Code}-{Seen.AsOf:yyyy-MM-dd}.csv");
    }

    private async Task<bool> Load(string campaign, string? unit, string? asOf, CancellationToken cancellationToken)
    {
        if (await queries.Find(campaign, unit, asOf, cancellationToken) is not { } seen)
            return false;
        (Seen, ApprovedOnly) = (seen, Basis.IsApproved(HttpContext));
        var ask = new ProgressAsk(Seen.AsOf, ApprovedOnly, MayRead: path => path.StartsWith(Seen.Unit.Path, StringComparison.Ordinal));
        Progress = await reader.Read(Seen.Campaign, Seen.Unit, ask, cancellationToken);
        return true;
    }
}
