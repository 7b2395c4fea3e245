namespace ThiDua.EndToEnd;

/// <summary>A row of a register, from a hamlet's phone to the office's confirmation and back by a view that is kept.</summary>
public sealed class RegisterJourney(Demo demo)
{
    private const string Topic = "Phòng, chống lừa đảo qua mạng tại chợ Bến Sỏi";

    [Fact]
    public async Task A_row_is_written_mended_confirmed_and_found_again()
    {
        var hamlet = await demo.SignedIn("ap5", phone: true);
        await hamlet.GotoAsync("/registers");
        await hamlet.IsWell("registers");
        await hamlet.Press(hamlet.Locator("a[href='/registers/outreach/new']"));
        await hamlet.Press(hamlet.Button("Lưu vào sổ"));
        Assert.NotEqual(0, await hamlet.Locator("[role=alert] a[href='#topic']").CountAsync());
        await hamlet.IsWell("register-missing");
        await Write(hamlet, "45");
        await hamlet.IsWell("register-row");
        var row = new Uri(hamlet.Url).AbsolutePath;

        await hamlet.Press(hamlet.Locator($"a[href='{row}/edit']"));
        Assert.Equal(Topic, await hamlet.Field("topic").InputValueAsync());
        await hamlet.IsWell("register-edit");
        await hamlet.Field("attendance").FillAsync("54");
        await hamlet.Press(hamlet.Button("Lưu vào sổ"));
        Assert.Contains("54", await hamlet.InnerTextAsync("main"), StringComparison.Ordinal);

        var office = await demo.SignedIn("vanphong");
        await office.GotoAsync(row);
        await office.Press(office.Button("Xác nhận"));
        await office.GotoAsync(row);
        Assert.Contains("Đã xác nhận", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        await office.IsWell("register-confirmed");
        await KeepView(office, row);
    }

    private static async Task Write(IPage page, string attendance)
    {
        // The day before the sample's own.
        await page.Field("date").FillAsync("2024-09-15");
        await page.Field("topic").FillAsync(Topic);
        await page.SelectOptionAsync("#channel", "meeting");
        await page.Field("attendance").FillAsync(attendance);
        await page.Press(page.Button("Lưu vào sổ"));
        var heading = await page.InnerTextAsync("h1");
        Assert.True(heading == Topic, await page.InnerTextAsync("main"));
    }

    private static async Task KeepView(IPage page, string row)
    {
        const string name = "Lừa đảo qua mạng";
        await page.GotoAsync("/registers/outreach");
        await page.IsWell("register-rows");
        await page.Search("bến sỏi");
        Assert.Equal(1, await page.Locator($"main a[href='{row}']").CountAsync());
        await page.ClickAsync("details.tools > summary");
        await page.Press(page.Locator("details.tools a[href^='/views']"));
        await page.IsWell("views");
        await page.Field("Name").FillAsync(name);
        await page.Press(page.Button("Lưu cách xem"));
        await page.GotoAsync("/registers/outreach");
        await page.Press(page.Locator(".chips").GetByRole(AriaRole.Link, new() { Name = name }));
        Assert.Equal(1, await page.Locator($"main a[href='{row}']").CountAsync());
        Assert.Equal(1, await page.Locator("table.rows tbody tr").CountAsync());
    }
}
