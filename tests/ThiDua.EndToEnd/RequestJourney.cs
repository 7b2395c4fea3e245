namespace ThiDua.EndToEnd;

/// <summary>Figures at short notice: asked in a minute, answered on a phone with two taps, added up as they come.</summary>
public sealed class RequestJourney(Demo demo)
{
    private const string Subject = "Quân số trực đêm 16/9";

    [Fact]
    public async Task Figures_are_asked_answered_reminded_of_and_closed()
    {
        var office = await demo.SignedIn("vanphong");
        await Ask(office);
        var table = new Uri(office.Url).AbsolutePath;
        await office.IsWell("request-empty");

        var phone = await demo.SignedIn("ap4", phone: true);
        await phone.GotoAsync("/my-work");
        await PhoneJourney.IsWellOnAPhone(phone, "request-my-work");
        await phone.Press(phone.Locator(".ask").Filter(new() { HasText = Subject }).Locator("a.main"));
        await PhoneJourney.IsWellOnAPhone(phone, "request-form");
        await phone.Press(phone.Button("Gửi trả lời"));
        await PhoneJourney.IsWellOnAPhone(phone, "request-missing");
        await phone.Field("q1").FillAsync("6");
        await phone.Locator("[name=q2][value='1']").CheckAsync();
        await phone.Press(phone.Button("Gửi trả lời"));
        Assert.Contains("Đã gửi trả lời", await phone.InnerTextAsync("main"), StringComparison.Ordinal);
        await PhoneJourney.IsWellOnAPhone(phone, "request-answered");
        var answer = new Uri(phone.Url).AbsolutePath;

        await office.GotoAsync(table);
        Assert.Contains("6 người", await office.InnerTextAsync("dl.facts"), StringComparison.Ordinal);
        await office.Press(office.Button("Nhắc đơn vị chưa trả lời"));
        Assert.Contains("Đã gửi lời nhắc", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        await office.IsWell("request-table");
        var book = await office.Context.APIRequest.GetAsync($"{demo.Url}{table}.xlsx?totals=1");
        Assert.True(book.Ok);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await book.BodyAsync())[..2]));
        await office.Press(office.Locator("main a[href$='closing=true']"));
        await office.IsWell("request-closing");
        await office.Press(office.Button("Kết thúc"));
        await office.IsWell("request-closed");

        await phone.GotoAsync(answer);
        Assert.Contains("Văn phòng đã kết thúc lần hỏi này", await phone.InnerTextAsync("main"), StringComparison.Ordinal);
        await PhoneJourney.IsWellOnAPhone(phone, "request-over");
    }

    private static async Task Ask(IPage office)
    {
        await office.GotoAsync("/my-work");
        await office.Press(office.Locator("main a[href='/requests']"));
        await office.IsWell("requests");
        await office.Press(office.Locator("a[href='/requests/new']"));
        await office.IsWell("request-new");
        await office.Field("title").FillAsync(Subject);
        await office.Field("questions").FillAsync("Số người trực (người)\nĐã kiểm tra đèn, còi?");
        await office.Field("day").FillAsync("2024-09-17");
        await office.Field("time").FillAsync("16:00");
        await office.Locator("[name=kinds][value=hamlet]").CheckAsync();
        await office.Press(office.Button("Gửi yêu cầu"));
        Assert.Equal(Subject, await office.InnerTextAsync("h1"));
    }
}
