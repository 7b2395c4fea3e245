using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Registers;

/// <summary>A figure that a register counts is shown in the report, not asked; sending says that the count is whole.</summary>
public sealed class RegisterReportTests
{
    private static readonly Period May = Period.Month(2024, 5);

    private static async Task<TestSystem> Start(Engine engine, SpoiltPack pack)
    {
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        var system = await TestSystem.Start(engine, packs: pack.Parent);
        // A target of the campaign stands on what the register counts.
        await system.As(
            system.World.OfficeHead,
            async s =>
            {
                var db = s.GetRequiredService<Data.AppDb>();
                await db.Targets.OrderBy(t => t.Id).Take(1).ExecuteUpdateAsync(t => t.SetProperty(x => x.Indicator, "outreach.sessions"));
            }
        );
        return system;
    }

    private static Task<ReportSheet?> Sheet(TestSystem system, Period period) =>
        system.As(
            system.World.HamletHeads[0],
            s =>
                s.GetRequiredService<ReportSheets>()
                    .Find(
                        system.World.Hamlets[0].PublicId,
                        system.World.Campaign,
                        period.ToString(),
                        Security.Permission.FillReport,
                        CancellationToken.None
                    )
        );

    private static async Task<Outcome<SavedReport>> Send(TestSystem system, string sessions)
    {
        var sheet = (await Sheet(system, May))!;
        var values = sheet.Figures.ToDictionary(f => f.Indicator.Code, f => f.Indicator.Code == "outreach.sessions" ? sessions : "1");
        return await system.As(
            system.World.HamletHeads[0],
            s =>
                s.GetRequiredService<SubmitReport>()
                    .Handle(
                        new()
                        {
                            Unit = system.World.Hamlets[0].PublicId,
                            Campaign = system.World.Campaign,
                            Period = May.ToString(),
                            Values = values,
                            Comments = values.ToDictionary(v => v.Key, _ => "đã xem lại"),
                        },
                        CancellationToken.None
                    )
        );
    }

    private static async Task<long?> Sessions(TestSystem system) =>
        (await Sheet(system, May))!.Own("outreach.sessions").SingleOrDefault(v => v.Period == May)?.Value;

    [Theory, BothEngines]
    public async Task The_workbook_of_a_period_leaves_out_what_rows_count(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        async Task<List<string>> Codes(string period)
        {
            var address = $"/reports/{system.World.Hamlets[0].PublicId}/{system.World.Campaign}/{period}/xlsx";
            var file = await head.Client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
            return [.. ThiDua.App.Imports.TableFile.Rows(new MemoryStream(file)).Select(r => r.Cells[3])];
        }
        Assert.Contains("outreach.sessions", await Codes("202404"));
        var may = await Codes("202405");
        Assert.DoesNotContain("outreach.sessions", may);
        Assert.NotEmpty(may);
    }

    [Theory, BothEngines]
    public async Task It_is_asked_until_the_register_counts_and_shown_from_then_on(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        AskedFigure Of(ReportSheet sheet) => sheet.Figures.Single(f => f.Indicator.Code == "outreach.sessions");
        Assert.Null(Of((await Sheet(system, Period.Month(2024, 4)))!).CountedBy);
        Assert.Equal(UnseenRegister.Code, Of((await Sheet(system, May))!).CountedBy?.Code);
        system.SetClock(2024, 5, 31);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        await browser.Open($"/reports/{system.World.Hamlets[0].PublicId}/{system.World.Campaign}/{May}");
        Assert.Null(browser.Page.QuerySelector("[name='outreach.sessions']"));
        Assert.Contains("Gửi báo cáo là xác nhận không phát sinh", browser.Text, StringComparison.Ordinal);
        await RegisterCountTests.Save(system, system.World.HamletHeads[0], system.World.Hamlets[0], UnseenRegister.Row());
        await browser.Open(browser.Path);
        Assert.Contains("1 buổi", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Sending_takes_the_count_whatever_was_typed_and_without_rows_says_nought(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        system.SetClock(2024, 5, 31);
        Assert.Null(await Sessions(system));
        Assert.True((await Send(system, "99")).Ok);
        Assert.Equal(0, await Sessions(system));
        // A row that is found later counts; taken back, the count is nought again and not nothing.
        var row = await RegisterCountTests.Save(system, system.World.HamletHeads[0], system.World.Hamlets[0], UnseenRegister.Row());
        Assert.Equal(1, await Sessions(system));
        await system.As(
            system.World.HamletHeads[0],
            s => s.GetRequiredService<MoveCase>().Handle(new(row.Value!.Id, "cancel", "Ghi nhầm"), CancellationToken.None)
        );
        Assert.Equal(0, await Sessions(system));
    }

    [Theory, BothEngines]
    public async Task A_row_of_an_approved_period_waits_and_says_so(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        system.SetClock(2024, 5, 31);
        await RegisterCountTests.Save(system, system.World.HamletHeads[0], system.World.Hamlets[0], UnseenRegister.Row());
        var report = (await Send(system, "")).Value!.PublicId;
        Task<Outcome> Decide(string act, string? reason = null) =>
            system.As(
                system.World.OfficeHead,
                s => s.GetRequiredService<MoveCase>().Handle(new(report, act, reason), CancellationToken.None)
            );
        Assert.True((await Decide("approve")).Ok);
        var late = await RegisterCountTests.Save(
            system,
            system.World.HamletHeads[0],
            system.World.Hamlets[0],
            UnseenRegister.Row(street: "Đường ấp 5")
        );
        Assert.Equal(1, await Sessions(system));
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        await browser.Open($"/registers/rows/{late.Value!.Id}");
        Assert.Contains("thay đổi chờ mở lại báo cáo mới được tính", browser.Text, StringComparison.Ordinal);
        Assert.True((await Decide("reopen", "Bổ sung buổi ra quân")).Ok);
        Assert.True((await Send(system, "")).Ok);
        Assert.Equal(2, await Sessions(system));
        Assert.True((await Decide("approve")).Ok);
        await browser.Open(browser.Path);
        Assert.DoesNotContain("chờ mở lại", browser.Text, StringComparison.Ordinal);
    }
}
