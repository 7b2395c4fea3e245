using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Notices;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>
/// Reports that units owe and have not sent: reminded of by the deadline rules of the pack. What came back reminds by its own
/// clock.
/// </summary>
public sealed class OwedReports(AppDb db, CampaignAsks asks, IStringLocalizer<Text> text) : IOwed
{
    /// <summary>On how many days after the day those above are told; no text says it: a starting value.</summary>
    private static readonly IReadOnlyList<int> TellAfter = [3, 10];

    public async Task<IReadOnlyList<DueThing>> Between(DateOnly last, DateOnly today, CancellationToken cancellationToken)
    {
        var things = new List<DueThing>();
        var running = await db.OpenCampaigns.AsNoTracking().Where(c => c.From <= today).ToListAsync(cancellationToken);
        foreach (var ask in await asks.Of(running, cancellationToken))
        {
            var (campaign, book) = (ask.Campaign, new DeadlineBook(ask.Pack));
            var asked =
                from kind in ask.Kinds
                from period in ask.Periods(kind)
                where ask.IsOwed(period)
                where ReminderRules.On(book.Of(period).Day, book.Of(period).RemindBefore, TellAfter, last, today).Any()
                group kind by period;
            foreach (var kinds in asked)
                things.AddRange(await Missing(campaign, kinds.Key, [.. kinds], book.Of(kinds.Key), today, cancellationToken));
        }
        return things;
    }

    private async Task<IEnumerable<DueThing>> Missing(
        Campaign campaign,
        Period period,
        List<string> kinds,
        Due due,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var (reports, id, end, name) = (db.Reports, period.Id, period.Last, text.Name(period));
        var top = await UnitQueries.Path(db, campaign.UnitId, today, cancellationToken);
        var units = await db
            .UnitVersions.AsNoTracking()
            .ValidOn(today)
            .Below(top)
            .Where(v => kinds.Contains(v.Kind))
            .Where(v => db.UnitVersions.Any(o => o.UnitId == v.UnitId && o.From <= end))
            .Where(v =>
                !reports.Any(r =>
                    r.CampaignId == campaign.Id && r.UnitId == v.UnitId && r.PeriodId == id && r.Case.State != ReportingRules.Draft
                )
            )
            .Rows()
            .ToListAsync(cancellationToken);
        return units.Select(u => new DueThing(
            $"report:{campaign.Id}:{u.Id}:{id}",
            text["ReportOf", name],
            u.Name,
            u.Path,
            $"/reports/{u.PublicId}/{campaign.PublicId}/{period}",
            due.Day,
            Permission.FillReport,
            false,
            due.RemindBefore,
            TellAfter
        ));
    }
}
