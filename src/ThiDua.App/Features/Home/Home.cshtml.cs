using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Features.Home;

/// <summary>How a campaign stands, as short as a leader reads it.</summary>
public sealed record Glance(SeenCampaign Seen, CampaignProgress Progress, LateUnits Late)
{
    public ProgressLinks Links => new(Seen.Campaign, Seen.Unit, null);

    /// <summary>The worst first, as the progress page orders them.</summary>
    public IReadOnlyList<TargetProgress> Behind =>
        [.. Progress.Targets.Where(t => t.Judged && t.State is TargetState.Behind or TargetState.Missed)];
}

/// <summary>
/// The first page is the first one that this person works with; for a leader it is this one: what waits, then how it
/// stands.
/// </summary>
[SignedIn]
public sealed class HomeModel(
    Viewer viewer,
    ProgressQueries queries,
    ProgressReader reader,
    LateReports reports,
    CaseRows cases,
    TimeProvider clock
) : PageModel
{
    public const int MostShown = 5;
    private const int MostLate = 50,
        MostCampaigns = 3;

    public int Waiting { get; private set; }
    public IReadOnlyList<Glance> Glances { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        var first = Navigation.For(viewer).FirstOrDefault();
        if (first is not null && first.Href != Navigation.Home)
            return LocalRedirect(first.Href);
        if (first is null)
            return LocalRedirect("/account");
        Waiting = await cases.Count(decisions: true).CountAsync(cancellationToken);
        Glances = await Look(cancellationToken);
        return Page();
    }

    /// <summary>The campaigns that run; when none does, the newest.</summary>
    private async Task<IReadOnlyList<Glance>> Look(CancellationToken cancellationToken)
    {
        var (all, today) = (await queries.Campaigns(cancellationToken), clock.Today());
        var running = all.Where(c => c.From <= today && today <= c.To).Take(MostCampaigns).ToList();
        var glances = new List<Glance>();
        foreach (var row in running.Count > 0 ? running : all.Take(1))
            if (await queries.Find(row.PublicId, null, null, cancellationToken) is { } seen)
                glances.Add(await Look(seen, cancellationToken));
        return glances;
    }

    private async Task<Glance> Look(SeenCampaign seen, CancellationToken cancellationToken)
    {
        var ask = new ProgressAsk(seen.AsOf, MayRead: path => path.StartsWith(seen.Unit.Path, StringComparison.Ordinal));
        return new(
            seen,
            await reader.Read(seen.Campaign, seen.Unit, ask, cancellationToken),
            await reports.Longest(seen.Campaign, seen.Unit, seen.AsOf, MostLate, cancellationToken)
        );
    }
}
