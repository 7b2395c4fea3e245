using System.Net;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Home;

public sealed class HelpTests
{
    [Theory, BothEngines]
    public async Task The_administrator_says_whom_to_call_and_everybody_reads_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open("/admin/contact");
        await admin.Send("form", ("Name", ""), ("Phone", "gọi anh Ba"));
        Assert.Contains("Cần nhập mục này.", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Chỉ ghi chữ số", admin.Text, StringComparison.Ordinal);
        Assert.Equal("gọi anh Ba", admin.Page.QuerySelector("#Phone")!.GetAttribute("value"));
        await admin.Send("form", ("Name", "Văn phòng UBND xã"), ("Phone", "0277 3850 123"), ("Hours", "giờ hành chính"));
        Assert.Contains("Đã lưu", admin.Text, StringComparison.Ordinal);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        var foot = Browser.Fold(head.Page.QuerySelector("body > footer")!.TextContent);
        Assert.Contains("Cần giúp đỡ, xin gọi: Văn phòng UBND xã, 0277 3850 123 (giờ hành chính)", foot, StringComparison.Ordinal);
        using var nobody = await system.Browser();
        await nobody.Open("/sign-in");
        Assert.Contains("Quên mật khẩu?", nobody.Text, StringComparison.Ordinal);
        Assert.Equal("tel:02773850123", nobody.Page.QuerySelector("main a.tel")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(Roles.UnitOfficer, "Hướng dẫn: Trưởng ấp, cán bộ đơn vị")]
    [InlineData(Roles.CampaignOffice, "Hướng dẫn: Văn phòng, bộ phận thường trực")]
    [InlineData(Roles.Leader, "Hướng dẫn: Lãnh đạo")]
    [InlineData(Roles.Administrator, "Hướng dẫn: Người quản trị")]
    [InlineData(Roles.Auditor, "Hướng dẫn: Giám sát")]
    [InlineData(Roles.Inspector, "Hướng dẫn: Cán bộ kiểm tra")]
    [InlineData(Roles.CouncilMember, "Hướng dẫn: Thành viên Hội đồng thi đua")]
    public async Task Help_opens_on_ones_own_role_and_every_step_leads_somewhere(string role, string title)
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var who = await system.As(null, s => TestWorld.Account(s, "nguoimoi", "Người mới", system.World.Commune, role));
        using var browser = await system.Browser(who);
        await browser.Open("/help");
        Assert.StartsWith(title, browser.Text, StringComparison.Ordinal);
        var steps = browser.Page.QuerySelectorAll(".steps a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(steps);
        foreach (var step in steps)
        {
            await browser.Open(step);
            Assert.True(browser.Status == HttpStatusCode.OK, step);
        }
    }
}
