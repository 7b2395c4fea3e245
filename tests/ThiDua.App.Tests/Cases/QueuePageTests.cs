using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Progress.Baselines;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Cases;

/// <summary>What waits is found: in the queue by whoever decides, on one's own page by whoever does it.</summary>
public sealed class QueuePageTests
{
    [Theory, BothEngines]
    public async Task Reports_and_baselines_wait_in_one_queue_with_their_campaign(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (sent, campaign) = (await system.SentApril(), system.World.Campaign);
        var entered = await system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<RecordBaselines>()
                    .Handle(
                        new(campaign, system.World.Police.PublicId, [new("crime.cases", Period.Month(2023, 1), 9)]),
                        CancellationToken.None
                    )
        );
        using var browser = await system.Browser(system.World.Reviewer);
        await browser.Open("/review");
        Assert.Equal(
            [$"/baselines/{entered.Value}", $"/review/{sent.PublicId}"],
            browser.Page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!).Order()
        );
        await browser.Open("/review?kind=baseline");
        await browser.Send("form.printed", "Duyệt các việc đã chọn", ("pick", entered.Value));
        Assert.Contains("Đã làm xong 1 trên 1 việc", browser.Text, StringComparison.Ordinal);
        await browser.Open("/review?kind=baseline&state=approved");
        Assert.Contains(system.World.Police.Name, browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_units_task_is_opened_from_its_own_page(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.As(null, s => s.GetRequiredService<BeginTasks>().Handle(CancellationToken.None));
        using var own = await system.Browser(system.World.WomenOfficer);
        await own.Open("/my-work");
        var task = Assert.Single(own.Page.QuerySelectorAll("a[href^='/tasks/']")).GetAttribute("href")!;
        Assert.Contains("Phối hợp với đơn vị khác (1)", own.Text, StringComparison.Ordinal);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open(task);
        Assert.Contains("Chưa làm", office.Text, StringComparison.Ordinal);
    }
}
