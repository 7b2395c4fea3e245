using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Progress;

/// <summary>The pages as a browser without JavaScript gets them.</summary>
public sealed class ProgressPageTests
{
    [Theory, BothEngines]
    public async Task The_only_campaign_opens_at_once_and_shows_each_state_in_words(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/progress");
        Assert.Equal($"/progress/{system.World.Campaign}", browser.Path);
        Assert.Contains("Tính đến ngày 15/5/2024", browser.Text, StringComparison.Ordinal);
        string[] said =
        [
            "Đúng tiến độ: dự báo giảm 15%, chỉ tiêu giảm ít nhất 5% so với năm 2023",
            "Chậm tiến độ: dự báo 73,53%, chỉ tiêu trên 75%",
            "Đúng tiến độ: dự báo 95%, chỉ tiêu trên 90%",
            "Đạt: 40%, chỉ tiêu ít nhất 30%",
            "Không tính được: chưa có số liệu “Số mô hình có nhóm Zalo”",
            "Chưa có số liệu; chỉ tiêu 100%",
            "0 trên 6 đơn vị đạt, chỉ tiêu mỗi đơn vị ít nhất 75%",
            "tạm tính: 4 trên 6 đơn vị đã báo cáo",
            "34 vụ (từ 01/01/2024 đến 30/4/2024); cùng kỳ năm 2023: 40 vụ",
            "25 trên 34 vụ",
        ];
        foreach (var sentence in said)
            Assert.Contains(sentence, browser.Text, StringComparison.Ordinal);
        var counts = browser.Page.QuerySelectorAll(".counts li").Select(l => Browser.Fold(l.TextContent)).ToList();
        Assert.Equal(
            [
                "1 Đạt",
                "2 Đúng tiến độ",
                "2 Chậm tiến độ",
                "0 Không đạt",
                "1 Chưa có số liệu",
                "1 Chưa đủ số liệu để dự báo",
                "1 Không tính được",
                "0 Không phát sinh",
            ],
            counts
        );
    }

    [Theory, BothEngines]
    public async Task Worst_targets_come_first(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/progress");
        var states = browser.Page.QuerySelectorAll(".targets .state").Select(s => Browser.Fold(s.TextContent)).ToList();
        Assert.Equal(8, states.Count);
        // One hamlet of six is certified, and nothing says that the others will be: that is the furthest from what is asked.
        Assert.Equal(["Chưa đủ số liệu để dự báo", "Chậm tiến độ", "Chậm tiến độ", "Không tính được", "Chưa có số liệu"], states.Take(5));
        Assert.Equal("Đạt", states[^1]);
    }

    [Theory, BothEngines]
    public async Task Every_count_leads_to_its_facts_and_they_add_up_to_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/progress");
        var links = browser
            .Page.QuerySelectorAll(".targets .parts a")
            .Select(a => (Shown: Browser.Fold(a.TextContent), Href: a.GetAttribute("href")!))
            .ToList();
        Assert.True(links.Count >= 8, $"{links.Count} links");
        foreach (var (shown, href) in links)
        {
            await browser.Open(href);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            var sum = Browser.Fold(browser.Page.QuerySelector("main .big")?.TextContent ?? $"no facts at {href}: {browser.Text}");
            if (char.IsDigit(shown[0]))
                Assert.Equal(shown.Split(' ')[0], sum.Split(' ')[0]);
            Assert.NotEmpty(browser.Page.QuerySelectorAll("main td a[href^='/facts/']"));
        }
    }

    [Theory, BothEngines]
    public async Task A_target_says_how_it_is_forecast_by_month_and_by_unit(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/progress/{system.World.Campaign}/targets/{(await system.Target("crime.cases-change")).PublicId}");
        Assert.Contains(
            "Từ 01/01/2024 đến 30/4/2024: 34 vụ; cùng kỳ năm 2023: 40 vụ. Như vậy giảm 15%.",
            browser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Dự báo cả kỳ 85 vụ, so với cả năm 2023. Theo nhịp các tháng của năm 2023", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("main figure svg[role=img] title"));
        var months = browser.Page.QuerySelectorAll("main details tbody tr").Select(r => Browser.Fold(r.TextContent)).ToList();
        Assert.Equal(5, months.Count);
        Assert.StartsWith("tháng 1/2024 8 10", months[0], StringComparison.Ordinal);
        Assert.Contains("giảm 15%", months[3], StringComparison.Ordinal);

        await browser.Open($"/progress/{system.World.Campaign}/targets/{(await system.Target("household.reached-rate")).PublicId}");
        var units = browser
            .Page.QuerySelectorAll("main h2:last-of-type ~ table tbody tr, main table")
            .Last(t => t.TextContent.Contains("Ấp", StringComparison.Ordinal));
        Assert.Contains("Ấp 4", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(units);
        Assert.Contains("mỗi đơn vị", browser.Text, StringComparison.Ordinal);
        await browser.Follow("Xem trong kế hoạch");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Theory, BothEngines]
    public async Task What_one_may_not_see_is_not_found(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        var (first, second) = (system.World.Hamlets[0], system.World.Hamlets[1]);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open($"/progress/{system.World.Campaign}");
        Assert.Contains(first.Name, head.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("34 vụ", head.Text, StringComparison.Ordinal);
        Assert.Contains("Tỷ lệ khám phá án", head.Text, StringComparison.Ordinal);
        var target = (await system.Target("household.reached-rate")).PublicId;
        string[] closed =
        [
            $"/progress/{system.World.Campaign}/units/{second.PublicId}",
            $"/progress/{system.World.Campaign}/units/{system.World.Commune.PublicId}",
            $"/progress/{system.World.Campaign}/targets/{target}?unit={second.PublicId}",
            $"/progress/{system.World.Campaign}/facts?unit={second.PublicId}&indicator=household.reached",
            $"/api/v1/campaigns/{system.World.Campaign}/progress?unit={second.PublicId}",
            $"/campaigns/{system.World.Campaign}/baselines",
            "/progress/nothing",
        ];
        foreach (var address in closed)
        {
            await head.Open(address);
            Assert.Equal(HttpStatusCode.NotFound, head.Status);
        }
        var fact = await system.Db(db => Task.FromResult(db.Facts.First(f => f.UnitId == second.Id)));
        await head.Open($"/facts/{new FactKey(fact.HomeId, fact.Year, fact.Id)}");
        Assert.Equal(HttpStatusCode.NotFound, head.Status);
    }

    [Fact]
    public async Task The_overview_costs_ten_queries_beside_those_for_the_rights_and_fifty_kilobytes()
    {
        var counter = new QueryCounter();
        await using var system = await TestSystem.Start(
            Engine.Sqlite,
            also: s =>
            {
                s.AddSingleton<IInterceptor>(counter);
                TestSystem.WithoutLoops(s);
            }
        );
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        var target = (await system.Target("household.reached-rate")).PublicId;
        foreach (
            var address in new[] { "", $"/targets/{target}", $"/units/{system.World.Hamlets[0].PublicId}", $"/facts?indicator=crime.cases" }
        )
        {
            await browser.Open($"/progress/{system.World.Campaign}{address}");
            counter.Restart();
            await browser.Open($"/progress/{system.World.Campaign}{address}");
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            // One more for each place that the address names: the campaign, and a unit.
            Assert.True(counter.Count is >= 1 and <= 12, $"{address}: {counter.Count} queries\n{counter.Asked}");
        }
        var request = new HttpRequestMessage(HttpMethod.Get, $"/progress/{system.World.Campaign}");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1000, 50_000);
    }

    [Fact]
    public async Task No_page_carries_script_or_inline_style()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        foreach (var target in await system.Db(db => Task.FromResult(db.Targets.Select(t => t.PublicId).ToList())))
        {
            await browser.Open($"/progress/{system.World.Campaign}/targets/{target}");
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Empty(browser.Page.QuerySelectorAll("[style], script:not([src]), style"));
            Assert.All(
                browser.Page.QuerySelectorAll("svg[role=img]"),
                s => Assert.NotEqual("", s.QuerySelector("title")?.TextContent ?? "")
            );
        }
    }

    [Fact]
    public async Task English_says_the_same()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/progress");
        await browser.Client.PostAsync(
            "/language",
            new FormUrlEncodedContent([
                new("to", "en"),
                new(
                    "__RequestVerificationToken",
                    browser.Page.QuerySelector("form[action='/language'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!
                ),
            ]),
            TestContext.Current.CancellationToken
        );
        await browser.Open("/progress");
        Assert.Contains("Behind: forecast 73,53%, target more than 75%", browser.Text, StringComparison.Ordinal);
    }
}
