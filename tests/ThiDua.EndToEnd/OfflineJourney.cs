namespace ThiDua.EndToEnd;

/// <summary>A hamlet head's phone where there is no signal: what is typed waits, goes once, and is never mixed up.</summary>
public sealed partial class OfflineJourney(Demo demo, OfflineJourney.Commune commune) : IClassFixture<OfflineJourney.Commune>
{
    /// <summary>A program of its own: its rows count into reports that other journeys look at.</summary>
    public sealed class Commune : IAsyncLifetime
    {
        internal ThiDuaProcess Program { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Program = await ThiDuaProcess.Start("demo");

        public ValueTask DisposeAsync() => Program.DisposeAsync();
    }

    private const string Form = "/registers/outreach/new",
        Save = "Lưu vào sổ";

    [Fact]
    public async Task Pages_come_from_the_device_and_rows_go_in_their_order_once_there_is_signal()
    {
        await using var wire = await Wire.To(() => commune.Program.Url);
        var page = await Phone(wire, "ap1");
        // The phone's clock is a day ahead: nothing rests on it.
        await page.Context.AddInitScriptAsync(
            "{ const D = Date, day = 864e5; globalThis.Date = class extends D { constructor(...a) { a.length ? super(...a) : super(D.now() + day); } static now() { return D.now() + day; } }; }"
        );
        wire.Signal = Signal.None;
        await page.GotoAsync("/my-work");
        await Assertions.Expect(page.Locator(".copied")).ToContainTextAsync("Đang xem bản lưu lúc");
        await page.IsWell("offline-copy");
        await page.GotoAsync("/progress");
        Assert.Equal("Chưa có sóng", await page.InnerTextAsync("h1"));
        await page.IsWell("offline-page");
        await page.IsTouchable();

        await page.GotoAsync(Form);
        await Write(page, "Ngoài sóng: buổi thứ nhất");
        await Assertions.Expect(page.Locator("[data-items] > li")).ToHaveCountAsync(1);
        await page.GotoAsync(Form);
        Assert.Equal("", await page.Field("topic").InputValueAsync());
        await Write(page, "Ngoài sóng: buổi thứ hai");
        await Assertions.Expect(page.Locator("[data-items] > li")).ToHaveCountAsync(2);
        await page.IsWell("offline-queue");
        await page.IsTouchable();
        await Drop_and_take_back(page);

        wire.Signal = Signal.Good;
        await page.GotoAsync("/my-work");
        await Assertions.Expect(page.Locator(".unsent a[href^='/registers/rows/']")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".unsent a").First).ToContainTextAsync("buổi thứ nhất");
        await page.IsWell("offline-sent");
        Assert.Equal(["Ngoài sóng: buổi thứ hai", "Ngoài sóng: buổi thứ nhất"], await Rows(page, "ngoai song"));
        var kept = await page.EvaluateAsync<string[]>(
            "(async () => { const all = []; for (const n of await caches.keys()) if (n.startsWith('pages:')) for (const k of await (await caches.open(n)).keys()) all.push(new URL(k.url).pathname); return all; })()"
        );
        Assert.Contains("/my-work", kept);
        Assert.DoesNotContain(
            kept,
            k => !k.StartsWith("/my-work", StringComparison.Ordinal) && !Kept.Any(p => k.StartsWith(p, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_phone_may_install_it()
    {
        var page = await demo.SignedIn("ap1", phone: true);
        await page.GotoAsync("/my-work");
        await Until(page, "navigator.serviceWorker.controller");
        var wire = await page.Context.NewCDPSessionAsync(page);
        var told = await wire.SendAsync("Page.getInstallabilityErrors");
        // A window of a test is one without history kept: that alone is no fault of the page.
        var errors = told!.Value.GetProperty("installabilityErrors").EnumerateArray().Select(e => e.GetProperty("errorId").GetString());
        Assert.DoesNotContain(errors, e => e != "in-incognito");
    }

    private static readonly string[] Kept = ["/registers", "/reports/", "/tasks/", "/queue", "/help"];

    [Theory]
    [InlineData(Signal.LosesAnswers, "Mất trả lời")]
    [InlineData(Signal.Away, "Máy chủ vắng")]
    public async Task A_row_whose_answer_did_not_come_is_there_once(Signal signal, string topic)
    {
        await using var wire = await Wire.To(() => commune.Program.Url);
        var page = await Phone(wire, "ap1");
        await page.GotoAsync(Form);
        wire.Signal = signal;
        await Write(page, topic);
        await Assertions.Expect(page.Locator("[data-just]")).ToBeVisibleAsync();
        wire.Signal = Signal.Good;
        await SendNow(page);
        await Assertions.Expect(page.Locator("[data-items] a[href^='/registers/rows/']")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("[data-all]")).ToBeHiddenAsync();
        Assert.Single(await Rows(page, topic));
    }

    [Fact]
    public async Task A_note_a_photo_and_a_report_wait_together_and_each_is_there_once()
    {
        await using var wire = await Wire.To(() => commune.Program.Url);
        var page = await Phone(wire, "ap1");
        var task = (await page.Locator("main a[href^='/tasks/']").First.GetAttributeAsync("href"))!;
        var report = (await page.Locator("main a[href^='/reports/']").First.GetAttributeAsync("href"))!;
        await Until(page, $"(await caches.match('{task}')) && (await caches.match('{report}'))");
        wire.Signal = Signal.None;
        await page.GotoAsync(task);
        await page.FillAsync("form[action*=Note] textarea", "Đã họp dân hai lần.");
        await page.Press(page.Locator("form[action*=Note] button"));
        await page.GotoAsync(task);
        var photo = new FilePayload
        {
            Name = "anh.png",
            MimeType = "image/png",
            Buffer = PhoneJourney.Photo,
        };
        await page.SetInputFilesAsync("form[action*=Attach] input[type=file]", photo);
        await page.Press(page.Locator("form[action*=Attach] button"));
        await page.GotoAsync(report);
        await page.Field("results").FillAsync("Làm khi mất sóng");
        await page.Press(page.Button("Gửi báo cáo"));
        await Assertions.Expect(page.Locator("[data-items] > li")).ToHaveCountAsync(3);
        wire.Signal = Signal.Good;
        await SendNow(page);
        await Assertions.Expect(page.Locator("[data-items] a:not(.button)")).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        await page.GotoAsync(task);
        Assert.Equal(1, await page.Locator("main .said").Filter(new() { HasText = "Đã họp dân hai lần." }).CountAsync());
        Assert.Equal(1, await page.Locator(".files > li").CountAsync());
        await page.GotoAsync(report);
        Assert.Contains("Báo cáo đã gửi", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_changed_stands_side_by_side_and_nothing_is_overwritten()
    {
        await using var wire = await Wire.To(() => commune.Program.Url);
        var page = await Phone(wire, "ap2");
        await page.GotoAsync(Form);
        await Fill(page, "Hai người cùng sửa");
        await page.Press(page.Button(Save));
        var row = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{row}/edit");
        var office = await demo.Chromium.Window(wire.Url);
        await SignIn(office, "ap2");
        await office.GotoAsync($"{row}/edit");
        await office.Field("attendance").FillAsync("60");
        await office.Press(office.Button(Save));

        wire.Signal = Signal.None;
        await page.Field("attendance").FillAsync("70");
        await page.Press(page.Button(Save));
        wire.Signal = Signal.Good;
        await SendNow(page);
        var both = page.Locator("[data-beside]");
        await Assertions.Expect(both).ToContainTextAsync("70", new() { Timeout = 60_000 });
        await Assertions.Expect(both).ToContainTextAsync("60");
        await page.IsWell("offline-conflict");
        await page.IsTouchable();
        await page.Press(page.Locator("[data-edit]"));
        await Assertions.Expect(page.Field("attendance")).ToHaveValueAsync("70");
        await page.Press(page.Button(Save));
        Assert.Contains("60", await page.InnerTextAsync("[id='attendance-beside']"), StringComparison.Ordinal);
        await page.Press(page.Button(Save));
        Assert.Equal(row, new Uri(page.Url).AbsolutePath);
        await page.GotoAsync("/queue");
        await Assertions.Expect(page.Locator("[data-empty]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_signs_out_is_asked_and_leaves_nothing_behind()
    {
        await using var wire = await Wire.To(() => commune.Program.Url);
        var page = await Phone(wire, "ap2");
        await page.GotoAsync(Form);
        wire.Signal = Signal.NoForms;
        await Write(page, "Chưa gửi mà đã đăng xuất");
        await page.Press(page.Locator("header form[action='/sign-out'] button"));
        await Assertions.Expect(page.Locator("[data-leaving]")).ToBeVisibleAsync();
        await page.IsWell("offline-leaving");
        await page.Press(page.Locator("[data-leave]"));
        await Until(page, "!(await caches.keys()).some(n => !n.startsWith('shell:')) && (await indexedDB.databases()).length === 0");
        wire.Signal = Signal.None;
        await page.GotoAsync("/my-work");
        Assert.Equal("Chưa có sóng", await page.InnerTextAsync("h1"));
    }

    [Fact]
    public async Task Another_person_on_the_same_phone_sees_nothing_of_the_first()
    {
        await using var wire = await Wire.To(() => commune.Program.Url);
        var page = await Phone(wire, "ap2");
        await page.GotoAsync(Form);
        wire.Signal = Signal.NoForms;
        await Write(page, "Việc của người trước");
        await page.Context.ClearCookiesAsync();
        await SignIn(page, "ap4");
        await page.GotoAsync("/queue");
        await Assertions.Expect(page.Locator("[data-empty]")).ToBeVisibleAsync();
        Assert.DoesNotContain("Việc của người trước", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await Until(page, "(await caches.keys()).filter(n => n.startsWith('pages:')).length === 1");
        Assert.Empty(await Rows(page, "viec cua nguoi truoc"));
    }

    [Fact]
    public async Task Where_the_device_is_full_the_page_stays_and_says_so()
    {
        await using var wire = await Wire.To(() => commune.Program.Url);
        var page = await Phone(wire, "ap4");
        await page.GotoAsync(Form);
        await Fill(page, "Máy hết chỗ");
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Storage.overrideQuotaForOrigin", new() { ["origin"] = wire.Url, ["quotaSize"] = 1 });
        wire.Signal = Signal.None;
        // Pressed from within: the window stays where it is, and a click would wait for the next page.
        await page.EvaluateAsync("document.querySelector('form.report button.main').click()");
        await Until(page, "document.querySelector('[data-said]').textContent.includes('bộ nhớ của máy đã đầy')");
        Assert.Equal("Máy hết chỗ", await page.EvaluateAsync<string>("document.getElementById('topic').value"));
        wire.Signal = Signal.Good;
        await page.EvaluateAsync("document.querySelector('form.report button.main').click()");
        await page.WaitForURLAsync("**/registers/rows/*");
        Assert.Equal("Máy hết chỗ", await page.InnerTextAsync("h1"));
    }

    [Fact]
    public async Task A_row_waits_through_an_update_and_a_restart_of_the_program()
    {
        await using var wire = await Wire.To(() => commune.Program.Url);
        var page = await Phone(wire, "ap3");
        await page.GotoAsync(Form);
        wire.Signal = Signal.NoForms;
        await Write(page, "Qua một bản mới");
        wire.Update = "next-";
        await page.ReloadAsync();
        await Until(page, "(await caches.keys()).every(n => !n.startsWith('shell:') || n.startsWith('shell:next-'))");
        await commune.Program.Restart();
        wire.Signal = Signal.Good;
        await page.GotoAsync("/my-work");
        await Assertions.Expect(page.Locator(".unsent a[href^='/registers/rows/']")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        Assert.Single(await Rows(page, "qua mot ban moi"));
    }
}
