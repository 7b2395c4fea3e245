using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Imports;
using ThiDua.App.Security;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Reporting;

/// <summary>A file or another system never bypasses what the form asks, and never changes what is approved.</summary>
public sealed class FigureChannelTests
{
    private const string Head = "unit;indicator;period;value\n";

    private static Task<ImportResult> Import(TestSystem system, TestAccount? who, string rows) =>
        system.As(
            who,
            s =>
            {
                if (who is null)
                    s.GetRequiredService<Viewer>().ActAsOperator();
                return s.GetRequiredService<RunImport>()
                    .Handle(
                        new(FigureTarget.Facts, "so-lieu.csv", new MemoryStream(Encoding.UTF8.GetBytes(Head + rows)), false),
                        CancellationToken.None
                    );
            }
        );

    [Theory, BothEngines]
    public async Task A_figure_beyond_the_bound_is_refused_and_no_page_falls(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var refused = await Import(
            system,
            system.World.OfficeHead,
            "90001.A1;household.total;202404;9223372036854775807\n90001.A2;household.total;202404;1000000000000001\n"
        );
        Assert.Equal([(2, "number-too-large"), (3, "number-too-large")], refused.Errors.Select(e => (e.Row, e.Code)));
        Assert.Contains("1.000.000.000.000.000", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.True((await Import(system, system.World.OfficeHead, "90001.A1;household.total;202404;1000000000000000\n")).Applied);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/progress/{system.World.Campaign}");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Theory, BothEngines]
    public async Task The_forms_checks_run_on_files(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var refused = await Import(
            system,
            system.World.OfficeHead,
            "90001.CA;crime.cases;202404;30\n90001.CA;crime.cleared;202404;34\n90001.A1;household.total;202404;300\n90001.A1;household.reached;202404;301\n"
        );
        Assert.Equal(["part-above-whole-year", "reach-above-stock"], refused.Errors.Select(e => e.Code).Distinct().Order());
        Assert.Equal(0, await system.Db(db => db.Facts.CountAsync()));
        Assert.True((await Import(system, system.World.OfficeHead, "90001.A1;household.total;202404;300\n")).Applied);
        Assert.Equal(
            "reach-above-stock",
            Assert.Single((await Import(system, system.World.OfficeHead, "90001.A1;household.reached;202404;301\n")).Errors).Code
        );
    }

    [Theory, BothEngines]
    public async Task A_period_that_has_not_ended_is_not_open_yet(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var refused = await Import(system, system.World.OfficeHead, "90001.A1;road.lit;202405;1\n90001.A1;road.lit;202406;1\n");
        Assert.Equal(["period-not-open", "future-period"], refused.Errors.Select(e => e.Code));
    }

    [Theory, BothEngines]
    public async Task What_is_approved_waits_until_it_is_reopened_and_counts_only_then(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await Approved(system);
        var april = Period.Month(2024, 4);
        var result = await Import(system, system.World.OfficeHead, "90001.A1;road.lit;202404;11\n90001.A2;road.lit;202404;7\n");
        Assert.Equal((1, 1, true), (result.New, result.Pending, result.Applied));
        Assert.Equal(
            9,
            (
                await system.Db(db =>
                    db.Figures.SingleAsync(f =>
                        f.UnitId == system.World.Hamlets[0].Id
                        && f.PeriodId == april.Id
                        && db.Indicators.Any(i => i.Id == f.IndicatorId && i.Code == "road.lit")
                    )
                )
            ).Value
        );
        using var reviewer = await system.Browser(system.World.Reviewer);
        await reviewer.Open($"/review/{report}");
        Assert.Contains("Số liệu chờ mở lại kỳ: 1", reviewer.Text, StringComparison.Ordinal);
        await system.Review(system.World.Reviewer, report, "reopen", "Số liệu mới");
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open($"/reports/{system.World.Hamlets[0].PublicId}/{system.World.Campaign}/202404");
        Assert.Equal("11", head.Page.QuerySelector("[name='road.lit']")!.GetAttribute("value"));
        Assert.Equal(0, await system.Db(db => db.PendingValues.CountAsync(p => p.EndedById == null)));
        Assert.Equal(await system.Rebuilt(), await system.Stored());
    }

    [Theory, BothEngines]
    public async Task Who_brought_a_figure_by_a_file_does_not_approve_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await Sent(system);
        Assert.True((await Import(system, system.World.Reviewer, "90001.A1;road.lit;202404;6\n")).Applied);
        var outcome = await system.Review(system.World.Reviewer, report, "approve");
        Assert.Contains("không tự làm bước", Assert.Single(outcome.Errors).Message, StringComparison.Ordinal);
        Assert.True((await system.Review(system.World.OfficeHead, report, "approve")).Ok);
    }

    [Theory, BothEngines]
    public async Task Another_system_sends_figures_once_however_often_it_asks(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.OfficeHead);
        var first = await Post(browser.Client, "k1", "90001.A1", 5);
        Assert.Equal((1, 0), (first.GetProperty("new").GetInt32(), first.GetProperty("changed").GetInt32()));
        await Post(browser.Client, "k2", "90001.A1", 6);
        Assert.Equal(first.ToString(), (await Post(browser.Client, "k1", "90001.A1", 5)).ToString());
        Assert.Equal(6, await system.Db(db => db.Figures.Select(f => f.Value).SingleAsync()));
        var refused = await Post(browser.Client, null, "90001.A9", 5, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("unknown-unit", refused.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(await system.Rebuilt(), await system.Stored());
    }

    private static async Task<JsonElement> Post(
        HttpClient client,
        string? key,
        string unit,
        int value,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/facts")
        {
            Content = JsonContent.Create(
                new
                {
                    facts = new[]
                    {
                        new
                        {
                            unit,
                            indicator = "road.lit",
                            period = "202404",
                            value,
                        },
                    },
                }
            ),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        var answer = await client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string> Sent(TestSystem system) => (await system.SentApril()).PublicId;

    private static async Task<string> Approved(TestSystem system)
    {
        var report = await Sent(system);
        Assert.True((await system.Review(system.World.Reviewer, report, "approve")).Ok);
        return report;
    }
}
