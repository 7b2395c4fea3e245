namespace ThiDua.EndToEnd;

/// <summary>
/// A month of two hamlets on a phone: the signal goes and comes, the session ends in mid-form, and one of them telephones.
/// </summary>
public sealed class PhoneJourney(Demo demo)
{
    private const string Said = "Họp 12 tổ dân cư tự quản.\nPhát 300 tờ rơi.";
    private const string More = "Đề nghị xã hỗ trợ thêm tờ rơi.";
    private const string Month = "Báo cáo tháng 7/2024";

    // One pixel: what a phone's photo is to the page that takes it.
    internal static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    [Fact]
    public async Task Nothing_typed_is_lost_and_whoever_telephones_confirms_with_one_tap()
    {
        var office = await demo.SignedIn("vanphong");
        await Reopen(office, "ap2");
        await Reopen(office, "ap3");

        var phone = await demo.SignedIn("ap2", phone: true);
        // As where the page has no worker, that is, no HTTPS; with one it is the journey of OfflineJourney.
        await phone.AddInitScriptAsync("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })");
        await phone.GotoAsync("/my-work");
        await phone.Press(phone.Locator(".duty").Filter(new() { HasText = Month }).Locator("a.main"));
        var form = phone.Url;
        await LoseTheSignal(phone);
        await LoseTheSession(phone, form);
        // From the page after signing in: one tap to the form, one to send it.
        await phone.SendReport();
        await IsWellOnAPhone(phone, "phone-sent");

        await EnterFor(office, "ap3");
        var told = await demo.SignedIn("ap3", phone: true);
        await told.GotoAsync("/my-work");
        await IsWellOnAPhone(told, "phone-to-confirm");
        await told.Press(told.Locator("section[aria-labelledby=to-confirm]").GetByRole(AriaRole.Button));
        Assert.Contains("Báo cáo đã được duyệt", await told.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("ông Tư, báo qua điện thoại", await told.InnerTextAsync("main"), StringComparison.Ordinal);
        await IsWellOnAPhone(told, "phone-confirmed");
        await Approve("ap2");
    }

    private static async Task LoseTheSignal(IPage page)
    {
        var said = page.Locator("[data-said]");
        await page.Context.SetOfflineAsync(true);
        await page.Field("results").FillAsync(Said);
        await Assertions.Expect(said).ToContainTextAsync("Chưa có sóng, sẽ lưu khi có");
        await page.Button("Gửi báo cáo").ClickAsync();
        Assert.Equal(Said, await page.Field("results").InputValueAsync());
        Assert.True(await said.IsSeen(), "Where what was typed is, is not said where one looks.");
        Assert.True(await page.Locator(".where").IsSeen(), "Unit and due day are out of sight.");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(said).ToContainTextAsync("Đã lưu lúc");
        await IsWellOnAPhone(page, "phone-saved");
    }

    private async Task LoseTheSession(IPage page, string form)
    {
        await page.Context.ClearCookiesAsync();
        await page.Field("proposals").FillAsync(More);
        var again = page.Locator("[data-said] a");
        await Assertions.Expect(again).ToHaveTextAsync("Đăng nhập lại để làm tiếp");
        await IsWellOnAPhone(page, "phone-session-ended");
        await page.Press(again);
        await page.FillAsync("#userName", "ap2");
        await page.FillAsync("#password", demo.Passwords["ap2"]);
        await page.Press(page.Locator("main button"));
        Assert.Equal(form, page.Url);
        Assert.Equal((Said, More), (await page.Field("results").InputValueAsync(), await page.Field("proposals").InputValueAsync()));
        await Assertions.Expect(page.Locator("form.report .alert")).ToContainTextAsync("Đã lấy lại những gì bạn gõ");
        await IsWellOnAPhone(page, "phone-restored");
        var scripts = await page.EvaluateAsync<int>(
            "Promise.all([...document.scripts].map(s => fetch(s.src).then(r => r.text()))).then(t => t.join('').length)"
        );
        Assert.InRange(scripts, 1, 10 * 1024);
    }

    private async Task EnterFor(IPage office, string account)
    {
        await office.GotoAsync("/reports/on-behalf");
        await office.IsWell("on-behalf");
        var unit = demo.UnitOf(account);
        await office.Press(
            office.Locator("section").Filter(new() { HasText = Month }).Locator("li").Filter(new() { HasText = unit }).Locator("a.button")
        );
        await office.Field("provided").FillAsync("ông Tư, báo qua điện thoại");
        await office
            .Field("photos")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "phieu.png",
                    MimeType = "image/png",
                    Buffer = Photo,
                }
            );
        await office.SendReport();
        Assert.Contains("phieu", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        await office.IsWell("on-behalf-sent");
    }

    private async Task Reopen(IPage office, string account)
    {
        await Find(office, account, "approved");
        await office.ClickAsync("summary:has-text('Mở lại')");
        await office.Locator("details[open] textarea").FillAsync("Xem lại phần nhận xét.");
        await office.Press(office.Button("Mở lại"));
    }

    private async Task Approve(string account)
    {
        var other = await demo.SignedIn("phochutich");
        await Find(other, account, "submitted");
        await other.IsWell("phone-to-approve");
        await other.Press(other.Button("Duyệt"));
    }

    private async Task Find(IPage page, string account, string state)
    {
        await page.GotoAsync($"/review?kind=report&state={state}&q={Uri.EscapeDataString($"tháng 7/2024 {demo.UnitOf(account)}")}");
        await page.Press(page.Locator("table.rows tbody a").First);
        Assert.Contains(demo.UnitOf(account), await page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    internal static async Task IsWellOnAPhone(IPage page, string name)
    {
        await page.IsWell(name);
        Assert.Empty(await page.Faults());
    }
}
