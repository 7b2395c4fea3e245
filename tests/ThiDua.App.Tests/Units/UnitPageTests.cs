using System.Net;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Units;

/// <summary>The pages of the acts on the tree, as a browser without JavaScript gets them.</summary>
public sealed class UnitPageTests
{
    [Theory, BothEngines]
    public async Task A_parent_is_picked_by_a_search_and_the_move_said_before(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        using var browser = await system.Browser(p.Admin);
        await browser.Open($"/units/{p.NorthHamlets[0].PublicId}");
        await browser.Follow("Chuyển đơn vị");
        await browser.Send("form[role=search]", ("q", "xa nam"));
        Assert.Contains("Xã Nam", browser.Text, StringComparison.Ordinal);
        await browser.Open(browser.Page.QuerySelector("main td a.button")!.GetAttribute("href")!);
        await browser.Send("form[method=post]", ("From", "2024-05-10"), ("Reason", ""));
        Assert.Contains("Cần ghi căn cứ", browser.Text, StringComparison.Ordinal);
        await browser.Send("form[method=post]", ("From", "2024-05-10"), ("Reason", UnitDesk.Why));
        Assert.Contains("cùng 0 đơn vị trực thuộc chuyển về Xã Nam từ ngày 10/05/2024", browser.Text, StringComparison.Ordinal);
        await browser.Send("form[method=post]", "Chuyển đơn vị này");
        Assert.Equal($"/units/{p.NorthHamlets[0].PublicId}", browser.Path);
        Assert.Contains("Xã Nam", browser.Text, StringComparison.Ordinal);
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task Two_hamlets_are_merged_on_the_page(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        await system.Record(
            new(p.NorthHamlets[0].Id, "road.lit", Period.Month(2024, 4), 3),
            new ThiDua.App.Facts.FactEntry(p.NorthHamlets[1].Id, "road.lit", Period.Month(2024, 4), 4)
        );
        using var browser = await system.Browser(p.Admin);
        await browser.Open($"/units/{p.NorthHamlets[0].PublicId}");
        await browser.Follow("Sáp nhập");
        await browser.Open(
            browser
                .Page.QuerySelectorAll("main td a.button")
                .First(a => a.GetAttribute("aria-label") == "Chọn Thôn 2")
                .GetAttribute("href")!
        );
        await browser.Send("form[method=post]", ("Name", "Thôn Đoàn Kết"), ("From", "2024-05-10"), ("Reason", UnitDesk.Why));
        Assert.Contains("1 số liệu đang có dưới đây thành số đầu kỳ", browser.Text, StringComparison.Ordinal);
        Assert.Contains("7 tuyến", browser.Text, StringComparison.Ordinal);
        await browser.Send("form[method=post]", "Sáp nhập các đơn vị này");
        Assert.Contains("Thôn Đoàn Kết", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Tiền thân: Thôn 1 (đến hết ngày 09/05/2024)", browser.Text, StringComparison.Ordinal);
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task A_hamlet_is_split_on_the_page_and_the_parts_are_checked(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        await system.Record(new ThiDua.App.Facts.FactEntry(p.NorthHamlets[0].Id, "road.lit", Period.Month(2024, 4), 7));
        using var browser = await system.Browser(p.Admin);
        await browser.Open($"/units/{p.NorthHamlets[0].PublicId}");
        await browser.Follow("Chia tách");
        (string, string?)[] typed =
        [
            ("Part0-Name", "Thôn 1A"),
            ("Part1-Name", "Thôn 1B"),
            ("Part0-Weight", "1"),
            ("Part1-Weight", "1"),
            ("Part0-road.lit", "3"),
            ("Part1-road.lit", "3"),
            ("From", "2024-05-10"),
            ("Reason", UnitDesk.Why),
        ];
        await browser.Send("form[method=post]", typed);
        Assert.Contains("các phần cộng lại là 6, phải bằng 7", browser.Text, StringComparison.Ordinal);
        await browser.Send("form[method=post]", ("Part1-road.lit", "4"));
        await browser.Send("form[method=post]", "Chia tách đơn vị này");
        Assert.Equal($"/units/{p.North.PublicId}", browser.Path);
        Assert.Contains("Thôn 1A", browser.Text, StringComparison.Ordinal);
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task What_becomes_of_the_figures_of_a_closed_unit_is_said(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        await system.Record(new ThiDua.App.Facts.FactEntry(p.NorthHamlets[0].Id, "road.lit", Period.Month(2024, 4), 7));
        using var browser = await system.Browser(p.Admin);
        await browser.Open($"/units/{p.North.PublicId}/close");
        await browser.Send("form[method=post]", ("From", "2024-05-10"), ("Reason", UnitDesk.Why));
        Assert.Contains("Còn 3 đơn vị trực thuộc", browser.Text, StringComparison.Ordinal);
        await browser.Open($"/units/{p.NorthHamlets[0].PublicId}/close");
        await browser.Send("form[method=post]", ("From", "2024-05-10"), ("Reason", UnitDesk.Why));
        Assert.Contains("1 số liệu đang có dưới đây rời khỏi tổng của cấp trên", browser.Text, StringComparison.Ordinal);
        await browser.Send("form[method=post]", "Kết thúc đơn vị này");
        Assert.Equal($"/units/{p.North.PublicId}", browser.Path);
        Assert.DoesNotContain("Thôn 1", browser.Text, StringComparison.Ordinal);
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task A_parent_is_renamed_and_a_new_unit_reports_from_today(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        using var browser = await system.Browser(p.Admin);
        await browser.Open($"/units/{p.North.PublicId}/change");
        await browser.Send("form[method=post]", ("Name", "Phường Bắc"), ("Kind", "ward"), ("Reason", UnitDesk.Why));
        Assert.Contains("Phường Bắc", browser.Text, StringComparison.Ordinal);
        await browser.Follow("Thêm đơn vị");
        Assert.Equal("2024-05-15", browser.Page.QuerySelector("#From")!.GetAttribute("value"));
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("#Kind option"), o => o.GetAttribute("value") == "province");
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task Foreign_units_are_not_there(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        using var browser = await system.Browser(system.World.Administrator);
        var own = system.World.Hamlets[0].PublicId;
        foreach (var page in new[] { "move", "merge", "split", "close", "change" })
        {
            await browser.Open($"/units/{p.NorthHamlets[0].PublicId}/{page}");
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        }
        foreach (
            var address in new[] { $"/units/{own}/move?to={p.North.PublicId}", $"/units/{own}/merge?with={p.NorthHamlets[0].PublicId}" }
        )
        {
            await browser.Open(address);
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        }
        await browser.Open($"/units/{own}/move?q=Xa+Nam");
        Assert.DoesNotContain("Xã Nam", browser.Text, StringComparison.Ordinal);
    }
}
