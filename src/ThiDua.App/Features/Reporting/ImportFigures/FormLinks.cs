using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <param name="Unit">The unit at which the right is held: the form has it and all below it.</param>
public sealed record FormLink(string Unit, string Campaign, Period Period, string Href);

/// <summary>Forms that I could fill in now: the last periods that have opened, of the campaigns my units take part in.</summary>
public sealed class FormLinks(AppDb db, CampaignAsks asks, Viewer viewer, TimeProvider clock)
{
    private const int PeriodsOfCampaign = 3,
        Most = 8;

    public async Task<IReadOnlyList<FormLink>> Mine(CancellationToken cancellationToken)
    {
        var (links, today) = (new List<FormLink>(), clock.Today());
        foreach (var path in viewer.Scopes(Permission.FillReport).OrderBy(p => p.Length).Take(Most))
        {
            var below = db.UnitVersions.AsNoTracking().ValidOn(today).Below(path);
            var top = await below.Where(v => v.Path == path).Select(v => new { v.Name, v.Unit!.PublicId }).FirstAsync(cancellationToken);
            var kinds = await below.Select(v => v.Kind).Distinct().ToListAsync(cancellationToken);
            var above = UnitVersion.PathIds(path).ToList();
            var campaigns = await db
                .OpenCampaigns.AsNoTracking()
                .Where(c => above.Contains(c.UnitId) && c.From <= today)
                .OrderByDescending(c => c.From)
                .Take(Most)
                .ToListAsync(cancellationToken);
            links.AddRange(
                from ask in await asks.Of(campaigns, cancellationToken)
                from period in Open(ask, kinds, today)
                let href = FormEndpoint.Href(top.PublicId, ask.Campaign.PublicId, period.ToString())
                select new FormLink(top.Name, ask.Campaign.Label, period, href)
            );
        }
        return [.. links.Take(Most)];
    }

    private static IEnumerable<Period> Open(CampaignAsk ask, IReadOnlyList<string> kinds, DateOnly today) =>
        kinds.SelectMany(ask.Periods).Distinct().Where(p => p.Last <= today).OrderByDescending(p => p.Last).Take(PeriodsOfCampaign);
}
