using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting;

/// <summary>Loads what campaigns ask, with the campaigns that come before each of them.</summary>
public sealed class CampaignAsks(AppDb db, PackShelf packs, TimeProvider clock)
{
    public async Task<CampaignAsk> Of(Campaign campaign, CancellationToken cancellationToken) =>
        (await Of([campaign], cancellationToken))[0];

    // What a page has read already costs nothing when its parts ask again.
    private readonly Dictionary<int, CampaignAsk> known = [];
    private readonly Dictionary<int, string> placed = [];

    /// <summary>Paths of today that were read already.</summary>
    public void Place(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var at = "/";
            foreach (var id in UnitVersion.PathIds(path))
                placed[id] = at += $"{id}/";
        }
    }

    /// <summary>Of each, in their order.</summary>
    public async Task<IReadOnlyList<CampaignAsk>> Of(IReadOnlyList<Campaign> campaigns, CancellationToken cancellationToken)
    {
        if (campaigns.All(c => known.ContainsKey(c.Id)))
            return [.. campaigns.Select(c => known[c.Id])];
        var paths = await Paths([.. campaigns.Select(c => c.UnitId).Distinct()], cancellationToken);
        var others = await Standing([.. paths.Values.SelectMany(UnitVersion.PathIds).Distinct()], cancellationToken);
        var ids = campaigns.Concat(others).Select(c => c.Id).Distinct().ToList();
        var asked = (
            await db
                .Targets.AsNoTracking()
                .Where(t => ids.Contains(t.CampaignId) && t.Indicator != null)
                .Select(t => new
                {
                    t.CampaignId,
                    t.Indicator,
                    t.Since,
                    t.Until,
                })
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToLookup(t => t.CampaignId, t => new AskedTarget(t.Indicator, t.Since, t.Until is not null));
        var above = others.Select(o => o.UnitId).Except(paths.Keys).Distinct().ToList();
        foreach (var (unit, path) in await Paths(above, cancellationToken))
            paths[unit] = path;
        return Of(campaigns, others, paths, asked);
    }

    /// <summary>Takes what was read already; until the request ends these are not asked for again.</summary>
    /// <param name="standing">Every standing campaign of the units on these paths, with its targets.</param>
    public void Know(IReadOnlyList<Campaign> standing, IEnumerable<string> below)
    {
        Place(below);
        var asked = standing
            .SelectMany(c => c.Targets)
            .ToLookup(t => t.CampaignId, t => new AskedTarget(t.Indicator, t.Since, t.Until is not null));
        foreach (var ask in Of(standing, standing, placed, asked))
            known[ask.Campaign.Id] = ask;
    }

    private IReadOnlyList<CampaignAsk> Of(
        IReadOnlyList<Campaign> campaigns,
        IReadOnlyList<Campaign> others,
        Dictionary<int, string> paths,
        ILookup<int, AskedTarget> asked
    )
    {
        var alone = others.Select(o => Ask(o, paths[o.UnitId], asked[o.Id], [])).ToList();
        return [.. campaigns.Select(c => Ask(c, paths[c.UnitId], asked[c.Id], Before(c, paths[c.UnitId], alone)))];
    }

    /// <summary>Of a campaign that is about to begin: it has no key yet, and comes after all that there are.</summary>
    public async Task<CampaignAsk> OfNew(Campaign campaign, IEnumerable<string?> indicators, CancellationToken cancellationToken)
    {
        var path = (await Paths([campaign.UnitId], cancellationToken))[campaign.UnitId];
        var others = await Of(await Standing([.. UnitVersion.PathIds(path)], cancellationToken), cancellationToken);
        var targets = indicators.Select(i => new AskedTarget(i, null, false));
        return Ask(campaign, path, targets, [.. others.Where(o => Meet(o.Campaign, campaign))]);
    }

    private sealed record AskedTarget(string? Indicator, DateOnly? Since, bool IsOver);

    private CampaignAsk Ask(Campaign campaign, string path, IEnumerable<AskedTarget> targets, IReadOnlyList<CampaignAsk> before)
    {
        var (pack, all) = (packs[campaign.Pack], targets.ToList());
        IReadOnlySet<string> Needed(IEnumerable<AskedTarget> of) =>
            ReportingRules.Needed(pack, packs.Definitions, of.Select(t => t.Indicator));
        // A target that was changed asks for the same figures as before; only what is new to the campaign is asked from its day.
        var since = all.Where(t => t.Since is not null)
            .SelectMany(t => Needed([t]).Select(code => (Code: code, Day: t.Since!.Value)))
            .GroupBy(t => t.Code)
            .ToDictionary(g => g.Key, g => g.Min(t => t.Day));
        foreach (var code in Needed(all.Where(t => t.Since is null)))
            since.Remove(code);
        return new(campaign, pack, path, Needed(all.Where(t => !t.IsOver)), before) { Since = since };
    }

    private static IReadOnlyList<CampaignAsk> Before(Campaign campaign, string path, IEnumerable<CampaignAsk> others) =>
        [
            .. others.Where(o =>
                o.Campaign.Id != campaign.Id
                && path.StartsWith(o.Path, StringComparison.Ordinal)
                && (o.Path.Length < path.Length || o.Campaign.Id < campaign.Id)
                && Meet(o.Campaign, campaign)
            ),
        ];

    private static bool Meet(Campaign one, Campaign other) => one.From <= other.To && other.From <= one.To;

    private Task<List<Campaign>> Standing(List<int> units, CancellationToken cancellationToken) =>
        db.StandingCampaigns.AsNoTracking().Where(c => units.Contains(c.UnitId)).OrderBy(c => c.Id).ToListAsync(cancellationToken);

    private async Task<Dictionary<int, string>> Paths(List<int> units, CancellationToken cancellationToken)
    {
        if (units.All(placed.ContainsKey))
            return units.ToDictionary(u => u, u => placed[u]);
        var today = clock.Today();
        var versions = await db
            .UnitVersions.AsNoTracking()
            .Where(v => units.Contains(v.UnitId))
            .Select(v => new
            {
                v.UnitId,
                v.From,
                v.Path,
            })
            .ToListAsync(cancellationToken);
        return versions
            .GroupBy(v => v.UnitId)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(v => v.From <= today).ThenByDescending(v => v.From).First().Path);
    }
}
