namespace ThiDua.EndToEnd;

/// <summary>
/// Figures of the year compared with are frozen once approved; opened again in the open, entered by one person and approved by
/// another, without scripts and on a phone.
/// </summary>
public sealed class BaselineJourney(Demo demo)
{
    [Fact]
    public async Task Approved_baselines_are_frozen_and_approved_by_a_second_person()
    {
        var office = await demo.SignedIn("vanphong", script: false);
        await office.OpenProgress();
        await office.Press(office.Locator("main a[href$='/baselines']").First);
        await office.Fits("no-script-baselines-frozen");
        Assert.Contains("giữ cố định", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await office.Locator(".months input").CountAsync());
        var baselines = new Uri(office.Url).AbsolutePath;
        await office.Press(office.Locator("main a[href^='/baselines/']"));
        var sheet = new Uri(office.Url).AbsolutePath;

        var second = await demo.SignedIn("phochutich", phone: true, script: false);
        await second.GotoAsync(sheet);
        await second.Locator(".acts summary").Filter(new() { HasText = "Mở lại để sửa" }).ClickAsync();
        await second.Field("reason-reopen").FillAsync("Đối chiếu lại với báo cáo năm 2023.");
        await second.Press(second.Button("Mở lại để sửa"));
        await second.Fits("no-script-baseline-reopened");

        await office.GotoAsync(baselines);
        var first = office.Locator(".months input").First;
        await first.FillAsync($"{int.Parse(await first.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture) + 1}");
        await office.Press(office.Button("Lưu số liệu kỳ gốc"));
        Assert.Contains("Chờ duyệt", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        await office.Press(office.Locator("main a[href^='/baselines/']"));
        Assert.Contains("bước quyết định do người khác làm", await office.InnerTextAsync(".acts"), StringComparison.Ordinal);
        Assert.Equal(0, await office.Button("Duyệt").CountAsync());

        await second.GotoAsync("/review?kind=baseline");
        await second.Fits("no-script-baseline-queue");
        await second.Press(second.Locator($"a[href='{sheet}']"));
        await second.Fits("no-script-baseline-sheet");
        Assert.Equal(1, await second.Locator("tr.changed").CountAsync());
        await second.Press(second.Button("Duyệt"));

        var leader = await demo.SignedIn("lanhdao", phone: true);
        await leader.GotoAsync(sheet);
        Assert.Equal(0, await leader.Locator("tr.changed").CountAsync());
        Assert.Contains("Duyệt", await leader.InnerTextAsync(".history"), StringComparison.Ordinal);
        await leader.IsWell("baseline-approved");
    }
}
