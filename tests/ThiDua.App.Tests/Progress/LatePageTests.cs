using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Features.Accounts.Mine;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Progress;

/// <summary>Who is late, as the office chases it.</summary>
public sealed class LatePageTests
{
    [Theory, BothEngines]
    public async Task One_sees_whom_to_call_reminds_one_or_all_and_takes_the_words_along(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.As(
            system.World.HamletHeads[0],
            s => s.GetRequiredService<ChangePhone>().Handle("0912 345 678", CancellationToken.None)
        );
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/late");
        var row = office.Page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == "Ấp 1");
        Assert.Contains("Trưởng Ấp 1", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:0912345678", row.QuerySelector("a[href^='tel:']")!.GetAttribute("href"));
        await office.Send("form.printed", "Nhắc", ("id", row.QuerySelector("input[name=pick]")!.GetAttribute("value")));
        Assert.Contains("Đã gửi lời nhắc đến 1 đơn vị", office.Text, StringComparison.Ordinal);
        var words = office.Page.QuerySelector("textarea[readonly]")!.TextContent;
        Assert.StartsWith("Kính đề nghị Ấp 1 sớm gửi báo cáo ", words, StringComparison.Ordinal);
        Assert.Contains("http", words, StringComparison.Ordinal);
        await office.Open("/late");
        Assert.Contains("15/05/2024", office.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Ấp 1")).TextContent);
        await office.Send("form.printed", "Nhắc các đơn vị đã chọn");
        Assert.Contains("Hãy đánh dấu những đơn vị cần nhắc trước.", office.Text, StringComparison.Ordinal);
        await office.Send("form.actions");
        Assert.Contains("Chưa có người nhận trong hệ thống", office.Text, StringComparison.Ordinal);
        Assert.Contains("Trường Tiểu học Hòa Thuận", office.Text, StringComparison.Ordinal);
        Assert.Equal(8, await system.Db(db => db.Notices.Select(n => n.AccountId).Distinct().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task What_was_sent_leaves_the_list_and_the_list_can_be_taken_away(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await system.Browser(system.World.OfficeHead);
        var csv = await office.Client.GetStringAsync("/late.csv", TestContext.Current.CancellationToken);
        Assert.Contains("Ấp 1;", csv, StringComparison.Ordinal);
        Assert.Contains("Công an xã", csv, StringComparison.Ordinal);
        await office.Open("/late?q=cong+an");
        Assert.Single(office.Page.QuerySelectorAll("tbody tr"));
        await office.Open($"/late?unit={system.World.Police.PublicId}");
        Assert.Single(office.Page.QuerySelectorAll("tbody tr"));
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open("/late");
        Assert.Equal(HttpStatusCode.NotFound, head.Status);
    }

    [Theory, BothEngines]
    public async Task What_came_back_is_late_only_when_its_day_of_mending_is_past(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.SentApril();
        Assert.True((await system.Review(system.World.Reviewer, sent.PublicId, "return", "Số đường chưa đúng")).Ok);
        var due = (await system.Db(db => db.Cases.Where(c => c.PublicId == sent.PublicId).Select(c => c.Due).SingleAsync()))!.Value;
        using var office = await system.Browser(system.World.OfficeHead);
        var csv = await office.Client.GetStringAsync("/late.csv", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("bị trả lại", csv, StringComparison.Ordinal);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open($"/reports/{system.World.Hamlets[0].PublicId}/{system.World.Campaign}/202404");
        Assert.EndsWith($"hạn {Show.Date(due)}", head.Page.QuerySelector("p.where")!.TextContent, StringComparison.Ordinal);
        var after = due.AddDays(1);
        system.SetClock(after.Year, after.Month, after.Day);
        using var later = await system.Browser(system.World.OfficeHead);
        csv = await later.Client.GetStringAsync("/late.csv", TestContext.Current.CancellationToken);
        Assert.Contains("tháng 4/2024 (bị trả lại, chờ sửa)", csv, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_leader_of_one_part_sees_and_reminds_that_part_alone(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var part = await system.As(null, s => TestWorld.Account(s, "truongap", "Trưởng", system.World.Hamlets[2], Roles.Leader));
        using var browser = await system.Browser(part);
        await browser.Open("/late");
        Assert.Equal("Ấp 3", Browser.Fold(Assert.Single(browser.Page.QuerySelectorAll("tbody th")).TextContent));
    }
}
