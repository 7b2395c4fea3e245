namespace ThiDua.EndToEnd;

/// <summary>
/// A road on the map: written without script on a phone, drawn on a desktop, found by keyboard, printed. The sample is one with a
/// register of roads in its pack.
/// </summary>
public sealed class MapJourney(MapJourney.RoadDemo demo) : IClassFixture<MapJourney.RoadDemo>
{
    private const string Line = "11.37000, 106.12000\n11.37400, 106.12500\n11.37500, 106.13000";

    [Fact]
    public async Task A_road_is_written_without_script_on_a_phone()
    {
        var page = await demo.SignedIn("ap1", phone: true, script: false);
        await page.GotoAsync("/registers/test-roads/new");
        await page.Fits("map-form-no-script");
        await page.Field("day").FillAsync("2024-09-10");
        await page.Field("road").FillAsync("Đường Tổ 3");
        await page.Field("line").FillAsync("106.12, 11.37\n106.13, 11.38");
        await page.Press(page.Button("Lưu vào sổ"));
        await page.Fits("map-form-wrong");
        Assert.Contains("Ghi vĩ độ trước", await page.InnerTextAsync("#line-error"), StringComparison.Ordinal);
        Assert.Equal("106.12, 11.37\n106.13, 11.38", await page.Field("line").InputValueAsync());
        await page.Field("line").FillAsync(Line);
        await page.Press(page.Button("Lưu vào sổ"));
        await page.Fits("map-row-no-script");
        Assert.Contains("1,26 km", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync("/registers/test-roads/map");
        await page.Fits("map-list-no-script");
        var box = await page.GetAttributeAsync("figure.map > svg", "data-box");
        await page.Press(page.Locator("[data-zoom='0.5']"));
        Assert.NotEqual(box, await page.GetAttributeAsync("figure.map > svg", "data-box"));
        Assert.Contains("box=", page.Url, StringComparison.Ordinal);
        await page.Press(page.Locator("#map-rows a").First);
        Assert.Equal("Đường Tổ 3", await page.InnerTextAsync("h1"));
    }

    [Fact]
    public async Task A_road_is_drawn_by_mouse_and_by_keyboard_and_found_on_the_map_by_keyboard()
    {
        var page = await demo.SignedIn("ap2");
        await page.GotoAsync("/registers/test-roads/new");
        var map = page.Locator("#line").Locator("xpath=ancestor::*[@data-draw]").Locator(".draw");
        await map.Locator("path.leaflet-interactive, .leaflet-overlay-pane path")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Field("day").FillAsync("2024-09-11");
        await page.Field("road").FillAsync("Đường vẽ tay");
        await map.ClickAsync(
            new()
            {
                Position = new() { X = 200, Y = 200 },
            }
        );
        await map.ClickAsync(
            new()
            {
                Position = new() { X = 320, Y = 120 },
            }
        );
        // By keyboard: the map is moved, and the button adds the point under the cross.
        await map.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        var tools = page.Locator("#line").Locator("xpath=ancestor::*[@data-draw]").Locator(".draw-tools button");
        await tools.First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(3, (await page.Field("line").InputValueAsync()).Split('\n').Length);
        Assert.Contains("3 điểm, dài", await page.Locator("[data-draw=line] [role=status]").InnerTextAsync(), StringComparison.Ordinal);
        await page.IsWell("map-draw");
        await tools.Nth(1).ClickAsync();
        Assert.Equal(2, (await page.Field("line").InputValueAsync()).Split('\n').Length);
        await page.Press(page.Button("Lưu vào sổ"));
        await page.IsWell("map-row");
        var row = new Uri(page.Url).AbsolutePath;

        var office = await demo.SignedIn("vanphong");
        await office.GotoAsync("/map");
        await office.IsWell("map");
        var mark = office.Locator($"figure.map a[href='{row}']");
        Assert.Contains("Đường vẽ tay", await mark.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        await mark.FocusAsync();
        await office.Keyboard.PressAsync("Enter");
        await office.WaitForURLAsync($"**{row}");
        Assert.Equal("Đường vẽ tay", await office.InnerTextAsync("h1"));

        await office.GotoAsync("/map");
        await office.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await office.Locator("figure.map > svg").IsVisibleAsync());
        Assert.False(await office.Locator(".map-tools").IsVisibleAsync());
        await office.Fits("map-print");
    }

    [Fact]
    public async Task A_map_fits_a_phone_and_is_dragged_with_script()
    {
        var phone = await demo.SignedIn("vanphong", phone: true);
        await phone.GotoAsync("/map?layer=outreach&layers=chosen");
        await phone.IsWell("map-phone");
        var page = await demo.SignedIn("vanphong");
        await page.GotoAsync("/map?layer=outreach&layers=chosen");
        var svg = page.Locator("figure.map > svg");
        var before = await svg.GetAttributeAsync("viewBox");
        await svg.ScrollIntoViewIfNeededAsync();
        var box = (await svg.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 40, box.Y + 40);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 140, box.Y + 90, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        Assert.NotEqual(before, await svg.GetAttributeAsync("viewBox"));
        var dark = await demo.SignedIn("vanphong", dark: true);
        await dark.GotoAsync("/map?layer=outreach&layers=chosen");
        await dark.IsWell("map-dark");
    }

    /// <summary>The demo with one register more than the shipped pack has.</summary>
    public sealed class RoadDemo : IAsyncLifetime
    {
        private const string Register = """
            code: test-roads
            title: {vi: "Sổ tuyến đường thử", en: "Roads"}
            row: {vi: "tuyến đường", en: "road"}
            keptBy: [hamlet]
            date: day
            name: road
            parts:
              - code: all
                fields:
                  - {code: day, kind: date, label: {vi: "Ngày", en: "Day"}, required: true, past: true, listed: true}
                  - {code: road, kind: text, label: {vi: "Tên tuyến", en: "Road"}, required: true, listed: true}
                  - {code: line, kind: shape, shape: line, label: {vi: "Tuyến trên bản đồ", en: "Line"}, listed: true}
                  - {code: metres, kind: number, label: {vi: "Chiều dài", en: "Length"}, unit: {vi: "m", en: "m"}, lengthOf: line}
            feeds: []
            retention: {years: 3, verified: false}

            """;

        private readonly string packs = Directory.CreateTempSubdirectory("thidua-packs").FullName;
        private readonly Chromium chromium = new();
        private ThiDuaProcess? program;

        public async ValueTask InitializeAsync()
        {
            await chromium.InitializeAsync();
            var shipped = ThiDua.App.Cli.ServeOptions.DefaultPacks;
            foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(packs, Path.GetRelativePath(shipped, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
            await File.WriteAllTextAsync(Path.Combine(packs, "an-ninh-to-quoc", "registers", "test-roads.yaml"), Register);
            program = await ThiDuaProcess.Start("demo", "--packs", packs);
        }

        public async ValueTask DisposeAsync()
        {
            if (program is not null)
                await program.DisposeAsync();
            await chromium.DisposeAsync();
            Directory.Delete(packs, recursive: true);
        }

        public async Task<IPage> SignedIn(string account, bool phone = false, bool script = true, bool dark = false)
        {
            var page = await chromium.Window(program!.Url, phone, script, dark);
            await page.GotoAsync("/sign-in");
            await page.FillAsync("#userName", account);
            await page.FillAsync("#password", program.Passwords[account]);
            await page.Press(page.Locator("main button"));
            return page;
        }
    }
}
