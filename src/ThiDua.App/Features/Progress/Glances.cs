using System.Collections.Concurrent;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>How a campaign stands for one unit, as short as a first page tells it.</summary>
/// <param name="Targets">Those that are judged here, the worst first, as the progress page orders them.</param>
/// <param name="Late">Units that owe reports, where the reader may remind; the longest overdue first.</param>
public sealed record Glance(
    Campaign Campaign,
    UnitRow Unit,
    DateOnly AsOf,
    IReadOnlyList<TargetProgress> Targets,
    IReadOnlyList<LateRow> Late
)
{
    public ProgressLinks Links => new(Campaign, Unit, null);
    public IReadOnlyList<TargetProgress> Behind => [.. Targets.Where(t => t.State is TargetState.Behind or TargetState.Missed)];
}

/// <summary>
/// Glances at the campaigns that run. Where targets stand is worked out once for all who look at the same unit within some
/// seconds, and anew after whatever anybody does here: first pages are opened all day long.
/// </summary>
public sealed class Glances(ProgressReader reader, LateRows late, Glances.Known known, Viewer viewer, TimeProvider clock)
{
    private const int MostCampaigns = 3,
        MostCalled = 8;

    public sealed class Known
    {
        private const int Most = 200;
        private static readonly TimeSpan Hold = TimeSpan.FromSeconds(20);
        private readonly ConcurrentDictionary<(int, int, DateOnly), (DateTimeOffset At, IReadOnlyList<TargetProgress> Targets)> kept =
            new();

        internal IReadOnlyList<TargetProgress>? Of((int, int, DateOnly) key, DateTimeOffset now) =>
            kept.TryGetValue(key, out var found) && found.At <= now && now < found.At + Hold ? found.Targets : null;

        internal void Keep((int, int, DateOnly) key, DateTimeOffset now, IReadOnlyList<TargetProgress> targets)
        {
            if (kept.Count >= Most)
                kept.Clear();
            kept[key] = (now, targets);
        }

        public void Forget() => kept.Clear();
    }

    /// <param name="campaigns">With their targets; those that run are looked at, else the newest.</param>
    /// <param name="units">The reader's own, and the campaigns'.</param>
    public async Task<IReadOnlyList<Glance>> Of(
        IReadOnlyList<Campaign> campaigns,
        IReadOnlyList<UnitRow> units,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var running = campaigns.Where(c => c.From <= today && today <= c.To).Take(MostCampaigns).ToList();
        var glances = new List<Glance>();
        foreach (var campaign in running.Count > 0 ? running : [.. campaigns.Take(1)])
            if (Place(campaign, units) is { } unit)
                glances.Add(await Of(campaign, unit, today, cancellationToken));
        return glances;
    }

    /// <summary>The highest unit of the campaign that the reader may see.</summary>
    private UnitRow? Place(Campaign campaign, IReadOnlyList<UnitRow> units) =>
        units
            .Where(u => u.Path.Contains($"/{campaign.UnitId}/", StringComparison.Ordinal) && viewer.Can(Permission.ViewProgress, u.Path))
            .MinBy(u => u.Path.Length);

    private async Task<Glance> Of(Campaign campaign, UnitRow unit, DateOnly today, CancellationToken cancellationToken)
    {
        var asOf = today < campaign.From ? campaign.From : today;
        IReadOnlyList<LateRow> owing = viewer.Can(Permission.RemindUnits, unit.Path)
            ? await late.Of(campaign, unit, LateRows.Most, cancellationToken)
            : [];
        IReadOnlyList<LateRow> called = await late.WithPeople([.. owing.Take(MostCalled)], cancellationToken);
        return new(campaign, unit, asOf, await Targets(campaign, unit, asOf, cancellationToken), [.. called, .. owing.Skip(MostCalled)]);
    }

    private async Task<IReadOnlyList<TargetProgress>> Targets(
        Campaign campaign,
        UnitRow unit,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var (key, now) = ((campaign.Id, unit.Id, asOf), clock.GetUtcNow());
        if (known.Of(key, now) is { } kept)
            return kept;
        var ask = new ProgressAsk(asOf, MayRead: path => path.StartsWith(unit.Path, StringComparison.Ordinal));
        var progress = await reader.Read(campaign, unit, ask, cancellationToken);
        IReadOnlyList<TargetProgress> targets = [.. progress.Targets.Where(t => t.Judged).Select(t => t with { Units = [] })];
        known.Keep(key, now, targets);
        return targets;
    }
}

/// <summary>Whatever anybody does may change where targets stand.</summary>
public sealed class GlancesMiddleware(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, Glances.Known known)
    {
        await next(context);
        if (!HttpMethods.IsGet(context.Request.Method))
            known.Forget();
    }
}
