namespace ThiDua.EndToEnd;

/// <summary>
/// A register as one file in a running system: told its mistakes, then used on a phone, counted, exported, printed, seen as a
/// calendar; a row cancelled and brought back.
/// </summary>
public sealed class NewRegisterJourney(NewRegisterJourney.Movement movement) : IClassFixture<NewRegisterJourney.Movement>
{
    private const string Yaml = """
        code: night-walk
        title: {vi: "Sổ đi tuần đêm", en: "Night walks"}
        row: {vi: "buổi đi tuần", en: "night walk"}
        keptBy: [hamlet]
        date: night
        name: route
        parts:
          - code: all
            fields:
              - {code: night, kind: date, label: {vi: "Đêm", en: "Night"}, required: true, past: true, listed: true}
              - {code: route, kind: text, label: {vi: "Tuyến đi", en: "Route"}, required: true, listed: true}
              - {code: people, kind: number, label: {vi: "Số người đi", en: "People"}, required: true, listed: true, min: 1}
        feeds:
          - {indicator: patrol.shifts, from: 2024-09-01}
        retention: {years: 3, verified: false}

        """;

    [Fact]
    public async Task It_is_told_used_counted_exported_printed_and_brought_back()
    {
        var admin = await movement.SignedIn("quantri");
        movement.Write(Yaml.Replace("kind: text", "kind: txt", StringComparison.Ordinal));
        await Until(admin, "/admin/packs", "Có phải \"text\"?");
        await admin.IsWell("packs-mistakes");
        movement.Write(Yaml);
        await Until(admin, "/admin/packs", "không có lỗi nào");
        await admin.IsWell("packs");

        var hamlet = await movement.SignedIn("ap5", phone: true, script: false);
        await hamlet.GotoAsync("/registers/night-walk/new");
        await hamlet.Field("night").FillAsync("2024-09-15");
        await hamlet.Field("route").FillAsync("Từ chợ đến cầu");
        await hamlet.Field("people").FillAsync("5");
        await hamlet.Press(hamlet.Button("Lưu vào sổ"));
        Assert.Contains("tháng 9/2024 · đã tính", await hamlet.InnerTextAsync("main"), StringComparison.Ordinal);
        var row = new Uri(hamlet.Url).AbsolutePath;
        var csv = await (await hamlet.APIRequest.GetAsync($"{movement.Url}/registers/night-walk.csv")).TextAsync();
        Assert.Contains("Từ chợ đến cầu", csv, StringComparison.Ordinal);

        var office = await movement.SignedIn("vanphong");
        await office.GotoAsync("/registers/night-walk?print=1");
        Assert.NotEmpty(await office.PdfAsync());
        await Calendar(office, row);
        var phone = await movement.SignedIn("ap5", phone: true);
        await Calendar(phone, row);
        await Trash(phone, office, row);
    }

    private static async Task Calendar(IPage page, string row)
    {
        await page.GotoAsync("/registers/night-walk");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Xem lịch tháng", Exact = true }));
        await page.GotoAsync("/registers/night-walk?view=calendar&month=2024-09");
        Assert.Equal(1, await page.Locator($"table.month a[href='{row}']").CountAsync());
        await page.IsWell("register-calendar");
    }

    private static async Task Trash(IPage hamlet, IPage office, string row)
    {
        await hamlet.GotoAsync("/registers/night-walk");
        await hamlet.CheckAsync($"input[name=pick][value='{row.Split('/')[^1]}']");
        await hamlet.Field("reason").FillAsync("Ghi nhầm");
        await hamlet.Press(hamlet.Button("Hủy các dòng đã chọn"));
        await hamlet.IsWell("register-cancelled-many");
        await office.GotoAsync("/registers/night-walk?state=cancelled");
        await office.IsWell("register-trash");
        await office.CheckAsync("input[name=pick]");
        await office.Field("reason").FillAsync("Hủy nhầm");
        await office.Press(office.Button("Khôi phục các dòng đã chọn"));
        await office.GotoAsync("/registers/night-walk");
        Assert.Equal(1, await office.Locator($"main a[href='{row}']").CountAsync());
        await office.GotoAsync(row);
        await office.Press(office.GetByRole(AriaRole.Link, new() { Name = "Chép thành dòng mới", Exact = true }));
        Assert.Equal("Từ chợ đến cầu", await office.Field("route").InputValueAsync());
        await office.GotoAsync("/registers/night-walk/copy?year=2024");
        await office.IsWell("register-copy");
    }

    /// <summary>The running system looks at its folder every few seconds.</summary>
    private static async Task Until(IPage page, string address, string text)
    {
        for (var look = 0; look < 60; look++)
        {
            await page.GotoAsync(address);
            if ((await page.InnerTextAsync("main")).Contains(text, StringComparison.Ordinal))
                return;
            await page.WaitForTimeoutAsync(500);
        }
        Assert.Fail($"{address} never said: {text}");
    }

    /// <summary>The demo on a copy of the packs, which the journey changes.</summary>
    public sealed class Movement : IAsyncLifetime
    {
        private readonly string packs = Directory.CreateTempSubdirectory("thidua-packs").FullName;
        private readonly Chromium chromium = new();
        private ThiDuaProcess? program;

        public string Url => program!.Url;

        public void Write(string yaml) => File.WriteAllText(Path.Combine(packs, "an-ninh-to-quoc", "registers", "night-walk.yaml"), yaml);

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
            program = await ThiDuaProcess.Start("demo", "--packs", packs);
        }

        public async ValueTask DisposeAsync()
        {
            if (program is not null)
                await program.DisposeAsync();
            await chromium.DisposeAsync();
            Directory.Delete(packs, recursive: true);
        }

        public async Task<IPage> SignedIn(string account, bool phone = false, bool script = true)
        {
            var page = await chromium.Window(Url, phone, script);
            await page.GotoAsync("/sign-in");
            await page.FillAsync("#userName", account);
            await page.FillAsync("#password", program!.Passwords[account]);
            await page.Press(page.Locator("main button"));
            return page;
        }
    }
}
