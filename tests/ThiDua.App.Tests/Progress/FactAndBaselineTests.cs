using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Facts;
using ThiDua.App.Features.Progress.Baselines;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Progress;

public sealed class FactAndBaselineTests
{
    [Theory, BothEngines]
    public async Task A_fact_says_who_when_what_it_replaced_and_its_approval(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Baseline(9, 10, 10, 10, 8, 8, 8, 8, 7, 7, 7, 7);
        await system.ReopenBaseline();
        await system.Baseline(ProgressWorld.Crimes2023);
        var january = Period.Month(2023, 1).Id;
        var chain = await system.Db(async db =>
            await db.Facts.Where(f => f.UnitId == system.World.Police.Id && f.PeriodId == january).OrderBy(f => f.Id).ToListAsync()
        );
        Assert.Equal([9L, 10L], chain.Select(f => f.Value!.Value));
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/facts/{new FactKey(chain[0].HomeId, 2023, chain[0].Id)}");
        Assert.Contains("Số này đã được sửa thành 10 vụ", browser.Text, StringComparison.Ordinal);
        await browser.Open($"/facts/{new FactKey(chain[1].HomeId, 2023, chain[1].Id)}");
        foreach (
            var said in new[]
            {
                "Công an xã · tháng 1/2023",
                "Nguyễn Thị Lan",
                "10:00 15/05/2024",
                "Số liệu kỳ gốc do văn phòng nhập",
                "Thay cho 9 vụ",
                "Đã duyệt",
                "người duyệt: Trần Văn Sáu",
            }
        )
            Assert.Contains(said, browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task The_office_enters_last_years_figures_on_a_page(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/campaigns/{system.World.Campaign}/baselines");
        await browser.Send("form[method=post]", ("crime.cases:202301", "12"), ("crime.cases:202302", "abc"));
        Assert.Contains("Hãy nhập một số", browser.Text, StringComparison.Ordinal);
        Assert.Equal("abc", browser.Page.QuerySelector("[name='crime.cases:202302']")!.GetAttribute("value"));
        await browser.Send(
            "form[method=post]",
            [.. ProgressWorld.Crimes2023.Index().Select(m => ($"crime.cases:2023{m.Index + 1:00}", (string?)$"{m.Item}"))]
        );
        Assert.Contains("Đã lưu số liệu kỳ gốc", browser.Text, StringComparison.Ordinal);
        Assert.Equal("8", browser.Page.QuerySelector("[name='crime.cases:202305']")!.GetAttribute("value"));

        // The year's figure beside its months would count twice.
        await browser.Send("form[method=post]", ("crime.cases:2023", "100"));
        Assert.Contains("chỉ giữ một cách nhập", browser.Text, StringComparison.Ordinal);
        // Months withdrawn and the year in their place, in one go.
        await browser.Send(
            "form[method=post]",
            [.. Enumerable.Range(1, 12).Select(m => ($"crime.cases:2023{m:00}", (string?)"")), ("crime.cases:2023", "100")]
        );
        Assert.Contains("Đã lưu số liệu kỳ gốc", browser.Text, StringComparison.Ordinal);
        await system.Months(system.World.Police.Id, "crime.cases", 8, 9, 9, 8);
        var fall = (await system.Read(system.World.OfficeHead)).Of("crime.cases-change");
        Assert.Equal((NoValue.NoMonthlyBaseline, 100), (fall.Total.Reason, (int)fall.Total.Baseline!.Value!.Value.Round(0)));
    }

    [Theory, BothEngines]
    public async Task A_second_person_approves_baselines(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var january = new BaselineFigure("crime.cases", Period.Month(2023, 1), 9);
        Task<Outcome<string>> Enter(TestAccount who, BaselineFigure figure) =>
            system.As(
                who,
                s =>
                    s.GetRequiredService<RecordBaselines>()
                        .Handle(new(system.World.Campaign, system.World.Police.PublicId, [figure]), CancellationToken.None)
            );
        Task<Outcome> Approve(TestAccount who, string sheet) =>
            system.As(who, s => s.GetRequiredService<MoveCase>().Handle(new MoveInput(sheet, "approve"), CancellationToken.None));
        async Task<(long?, long?)> Holds() =>
            await system.Db(db =>
                db.Figures.Where(f => f.UnitId == system.World.Police.Id && f.PeriodId == january.Period.Id)
                    .Select(f => new { f.Value, f.ApprovedValue })
                    .SingleAsync()
            )
                is var f
                ? (f.Value, f.ApprovedValue)
                : default;
        var sheet = (await Enter(system.World.OfficeHead, january)).Value!;
        Assert.Equal((9L, null), await Holds());
        Assert.Contains(
            "không tự làm bước",
            Assert.Single((await Approve(system.World.OfficeHead, sheet)).Errors).Message,
            StringComparison.Ordinal
        );
        Assert.True((await Approve(system.World.PoliceOfficer, sheet)).Missing);
        Assert.True((await Approve(system.World.Reviewer, sheet)).Ok);
        Assert.Equal((9L, 9L), await Holds());
        // What is approved is frozen, until who may approve it opens it again, with a reason.
        Assert.Contains(
            "giữ cố định",
            Assert.Single((await Enter(system.World.Reviewer, january with { Value = 10 })).Errors).Message,
            StringComparison.Ordinal
        );
        await system.ReopenBaseline();
        Assert.Equal((9L, 9L), await Holds());
        // Mended by the one who approved before: what is official stays until the other has looked at it.
        Assert.Equal(sheet, (await Enter(system.World.Reviewer, january with { Value = 10 })).Value);
        Assert.Equal((10L, 9L), await Holds());
        Assert.False((await Approve(system.World.Reviewer, sheet)).Ok);
        Assert.True((await Approve(system.World.OfficeHead, sheet)).Ok);
        Assert.Equal((10L, 10L), await Holds());
        // Nothing changed is nothing to approve.
        Assert.Null((await Enter(system.World.Reviewer, january with { Value = 10 })).Value);
    }

    [Theory, BothEngines]
    public async Task Figures_of_last_years_own_reports_are_the_baseline_and_are_not_asked_again(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.SentApril();
        var report = await system.Db(db => db.Reports.Select(r => r.Id).FirstAsync());
        var police = system.World.Police.Id;
        await system.Write(new(() => report), new FactEntry(police, "crime.cases", Period.Month(2023, 1), 9));
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/campaigns/{system.World.Campaign}/baselines");
        Assert.Contains("1 số liệu lấy từ báo cáo của chính đơn vị", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("[name='crime.cases:202301']"));
        await browser.Send("form[method=post]", ("crime.cases:202302", "7"));
        Assert.Contains("Đã lưu số liệu kỳ gốc", browser.Text, StringComparison.Ordinal);
        var changed = await system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<RecordBaselines>()
                    .Handle(
                        new(system.World.Campaign, system.World.Police.PublicId, [new("crime.cases", Period.Month(2023, 1), 1)]),
                        CancellationToken.None
                    )
        );
        Assert.Contains("sửa ở báo cáo đó", Assert.Single(changed.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baselines_are_taken_only_for_what_targets_compare_with()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        async Task<bool> Refused(TestAccount who, TestUnit unit, BaselineFigure figure) =>
            (
                await system.As(
                    who,
                    s =>
                        s.GetRequiredService<RecordBaselines>()
                            .Handle(new(system.World.Campaign, unit.PublicId, [figure]), CancellationToken.None)
                )
            ).Missing;
        BaselineFigure Figure(string indicator, Period period) => new(indicator, period, 3);
        var (office, police, good) = (system.World.OfficeHead, system.World.Police, Figure("crime.cases", Period.Month(2023, 1)));
        Assert.True(await Refused(office, police, Figure("crime.cases", Period.Month(2024, 1))));
        Assert.True(await Refused(office, police, Figure("crime-report.received", Period.Month(2023, 1))));
        Assert.True(await Refused(office, system.World.Hamlets[0], good));
        Assert.True(await Refused(system.World.PoliceOfficer, police, good));
        Assert.False(await Refused(office, police, good));
    }

    [Theory, BothEngines]
    public async Task The_list_of_a_held_value_shows_each_units_last(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/progress/{system.World.Campaign}/facts?indicator=household.reached&from=2024-01-01&to=2024-12-31");
        Assert.Contains("450 hộ", browser.Text, StringComparison.Ordinal);
        Assert.Equal(4, browser.Page.QuerySelectorAll("main tbody tr").Length);
        await browser.Open(
            $"/progress/{system.World.Campaign}/facts?indicator=household.reached&from=2024-02-01&to=2024-02-29&asOf=2024-02-29"
        );
        Assert.Contains("260 hộ", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task The_api_gives_the_same_figures(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        var text = await browser.Client.GetStringAsync(
            $"/api/v1/campaigns/{system.World.Campaign}/progress",
            TestContext.Current.CancellationToken
        );
        Assert.Contains("Tỷ lệ khám phá án", text, StringComparison.Ordinal);
        var target = JsonDocument
            .Parse(text)
            .RootElement.GetProperty("targets")
            .EnumerateArray()
            .Single(t => t.GetProperty("indicator").GetString() == "crime.cleared-rate");
        var total = target.GetProperty("total");
        Assert.Equal("behind", target.GetProperty("state").GetString());
        Assert.Equal(
            (73.529412m, 25m, 34m),
            (
                total.GetProperty("value").GetDecimal(),
                total.GetProperty("numerator").GetDecimal(),
                total.GetProperty("denominator").GetDecimal()
            )
        );
        Assert.Equal(
            ("parts", 1, 1),
            (
                total.GetProperty("forecastMethod").GetString(),
                total.GetProperty("unitsAsked").GetInt32(),
                total.GetProperty("unitsReported").GetInt32()
            )
        );
        using var stranger = system.Client();
        Assert.DoesNotContain(
            "73.5",
            await stranger
                .GetStringAsync($"/api/v1/campaigns/{system.World.Campaign}/progress", TestContext.Current.CancellationToken)
                .ContinueWith(t => t.IsFaulted ? "" : t.Result, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_table_opens_in_a_spreadsheet_and_runs_nothing()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.Fill();
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/progress/{system.World.Campaign}");
        var answer = await browser.Client.GetAsync(
            browser.Page.QuerySelector("main a[href*='handler=Csv']")!.GetAttribute("href"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var rows = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.Contains(
            rows,
            r =>
                r.StartsWith(
                    "2;Tỷ lệ khám phá án;trên 75%;Xã Hòa Thuận Mẫu;Chậm tiến độ;73,529412;25;34;73,529412;",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            rows,
            r => r.StartsWith("5;Hộ dân được tuyên truyền ở mỗi ấp;ít nhất 75%;Ấp 4;Chậm tiến độ;20;40;200;60;", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(rows, r => r.Split(';').Any(c => c.Length > 1 && c[0] is '=' or '+' or '@'));
    }
}
