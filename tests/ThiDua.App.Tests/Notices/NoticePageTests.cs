using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Notices;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Notices;

public sealed class NoticePageTests
{
    private static Task Ask(TestSystem system, int hamlet, string key) =>
        system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<RemindUnits>()
                    .Handle(
                        new(
                            "report",
                            Permission.FillReport,
                            [new(system.World.Hamlets[hamlet].Id, key, "báo cáo tháng 4/2024", "/my-work", new(2024, 5, 5))]
                        ),
                        CancellationToken.None
                    )
        );

    private static string Bell(Browser browser) => Browser.Fold(browser.Page.QuerySelector("header .bell")!.TextContent);

    [Theory, BothEngines]
    public async Task A_notice_is_read_when_it_is_opened_and_can_be_marked_either_way(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await Ask(system, 0, "a");
        using var head = await system.Browser(system.World.HamletHeads[0]);
        Assert.Equal("Nhắc việc (1)", Bell(head));
        await head.Open("/notices");
        Assert.Contains("Kính đề nghị Ấp 1 sớm gửi báo cáo tháng 4/2024", head.Text, StringComparison.Ordinal);
        var open = head.Page.QuerySelector("tbody a.button")!.GetAttribute("href")!;
        using var other = await system.Browser(system.World.HamletHeads[1]);
        await other.Open(open);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await head.Open(open);
        Assert.Equal(("/my-work", "Nhắc việc"), (head.Path, Bell(head)));
        await head.Open("/notices");
        await head.Send("form.printed", "Đánh dấu chưa xem");
        Assert.Equal("Nhắc việc (1)", Bell(head));
        await head.Send("form.printed", "Đánh dấu đã xem");
        Assert.Equal("Nhắc việc", Bell(head));
    }

    [Theory, BothEngines]
    public async Task What_somebody_turned_off_stays_off_until_they_turn_it_on(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open("/notices/settings");
        Assert.Equal(3, head.Page.QuerySelectorAll("input[name=wanted][checked]").Length);
        await head.Send("form", ("wanted", "Remind"));
        Assert.Contains("Đã lưu lựa chọn.", head.Text, StringComparison.Ordinal);
        await Ask(system, 0, "b");
        Assert.Empty(await system.Db(db => db.Notices.ToListAsync()));
        await head.Open("/notices/settings");
        Assert.Equal("Remind", Assert.Single(head.Page.QuerySelectorAll("input[name=wanted][checked]")).GetAttribute("value"));
        await head.Send("form", ("wanted", "Ask"));
        await Ask(system, 0, "c");
        Assert.Single(await system.Db(db => db.Notices.ToListAsync()));
        Assert.Equal(2, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "notice.mute")));
    }
}
