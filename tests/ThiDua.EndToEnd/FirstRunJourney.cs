namespace ThiDua.EndToEnd;

/// <summary>From an empty system to the first signed-in page, with the code of the console.</summary>
public sealed class FirstRunJourney(Demo demo)
{
    [Fact]
    public async Task An_empty_system_is_set_up_with_the_code_of_the_console()
    {
        await using var program = await ThiDuaProcess.Start("serve");
        Assert.NotNull(program.SetUpCode);
        var page = await demo.Chromium.Window(program.Url);
        await page.GotoAsync("/progress");
        Assert.Contains("/first-run", page.Url, StringComparison.Ordinal);
        await page.IsWell("first-run");

        await page.FillAsync("#Code", "khong-dung");
        await page.FillAsync("#UnitName", "Xã Hòa Bình Mẫu");
        await page.FillAsync("#FullName", "Nguyễn Thị Hoa");
        await page.FillAsync("#UserName", "hoa");
        await page.FillAsync("#Password", "mot cau de nho");
        await page.ClickAsync("main button.main");
        await page.WaitForSelectorAsync("[role=alert]");
        await page.IsWell("first-run-errors");
        Assert.Equal("Xã Hòa Bình Mẫu", await page.InputValueAsync("#UnitName"));

        await page.FillAsync("#Code", program.SetUpCode!);
        await page.FillAsync("#Password", "mot cau de nho");
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync(u => u.Contains("/sign-in", StringComparison.Ordinal));
        await page.IsWell("sign-in");
        await page.FillAsync("#userName", "hoa");
        await page.FillAsync("#password", "mot cau de nho");
        await page.ClickAsync("main button");
        await page.WaitForURLAsync(u => !u.Contains("/sign-in", StringComparison.Ordinal));

        foreach (var empty in new[] { "/my-work", "/progress", "/plans", "/papers", "/units", "/review", "/admin" })
        {
            await page.GotoAsync(empty);
            Assert.Equal(0, await page.Locator(".sample").CountAsync());
            await page.IsWell("empty" + empty.Replace('/', '-'));
        }
        await page.GotoAsync("/first-run");
        Assert.DoesNotContain("/first-run", page.Url, StringComparison.Ordinal);
    }
}
