using Microsoft.EntityFrameworkCore;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Progress;

/// <summary>Every figure leads to facts that make exactly it (F11).</summary>
public sealed class FigureLinkTests
{
    [Theory, BothEngines]
    public async Task Every_figure_of_every_page_is_the_sum_of_its_facts(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        await Hard(system);
        using var browser = await system.Browser(system.World.OfficeHead);
        var campaign = system.World.Campaign;
        var targets = await system.Db(db => db.Targets.Select(t => t.PublicId).ToListAsync());
        var followed = 0;
        foreach (var basis in new[] { "all", "approved" })
        {
            followed += await browser.Sums($"/progress/{campaign}?basis={basis}");
            foreach (var target in targets)
            {
                followed += await browser.Sums($"/progress/{campaign}/targets/{target}?basis={basis}");
                followed += await browser.Sums($"/progress/{campaign}/targets/{target}?basis={basis}&asOf=2024-02-20");
            }
            followed += await browser.Sums($"/progress/{campaign}/units/{system.World.Hamlets[0].PublicId}?basis={basis}");
        }
        Assert.True(followed > 150, $"{followed} figures");
    }

    /// <summary>The change of a ratio with a month missing, a stock by the quarter, an answer of several units.</summary>
    private static async Task Hard(TestSystem system)
    {
        var (police, world) = (system.World.Police.Id, system.World);
        await system.Facts2023(police, "crime-report.received", 20);
        await system.Facts2023(police, "crime-report.resolved", 11);
        await system.Record(
            new(world.Women.Id, "skilful.models", Period.Quarter(2024, 1), 4),
            new(world.Hamlets[1].Id, "skilful.models", Period.Quarter(2024, 2), 2)
        );
        await system.Approve(police, [.. Enumerable.Range(1, 3).Select(m => ("crime.cases", Period.Month(2024, m)))]);
        CampaignTarget Target(int order, string name, string indicator, string? direction, int? baseline, decimal? value, string unit) =>
            new()
            {
                CampaignId = world.CampaignId,
                Order = order,
                Text = name,
                Measure = name,
                Indicator = indicator,
                Comparator = value is null ? null : ">=",
                Value = value,
                Unit = unit,
                Direction = direction,
                Baseline = baseline,
            };
        await system.Change(db =>
            db.Targets.AddRange(
                Target(20, "Tăng tỷ lệ giải quyết", "crime-report.resolved-rate", "increase", 2023, 5, "%"),
                Target(21, "Mô hình dân vận khéo", "skilful.models", null, null, 20, "mô hình"),
                Target(22, "Các đơn vị được công nhận", "certified.order", null, null, null, "%")
            )
        );
    }
}
