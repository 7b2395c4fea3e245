namespace ThiDua.EndToEnd;

/// <summary>Figures of the year compared with are entered by one person and approved by another, without scripts and on a phone.</summary>
public sealed class BaselineJourney(Demo demo)
{
    [Fact]
    public async Task Baselines_are_approved_by_a_second_person()
    {
        var office = await demo.SignedIn("vanphong", script: false);
        await office.OpenProgress();
        await office.Press(office.Locator("main a[href$='/baselines']"));
        await office.Fits("no-script-baselines");
        var first = office.Locator(".months input").First;
        await first.FillAsync($"{int.Parse(await first.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture) + 1}");
        await office.Press(office.Button("Lưu số liệu kỳ gốc"));
        Assert.Contains("Chờ duyệt", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        await office.Press(office.Locator("main a[href^='/baselines/']"));
        var sheet = new Uri(office.Url).AbsolutePath;
        Assert.Contains("bước quyết định do người khác làm", await office.InnerTextAsync(".acts"), StringComparison.Ordinal);
        Assert.Equal(0, await office.Button("Duyệt").CountAsync());

        var second = await demo.SignedIn("phochutich", phone: true, script: false);
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
