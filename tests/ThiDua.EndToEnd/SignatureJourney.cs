namespace ThiDua.EndToEnd;

/// <summary>A paper goes to the leader, comes back, goes again and is recorded as signed; printed, it is the sheet alone.</summary>
public sealed class SignatureJourney(Demo demo)
{
    private const string Mend = "Bổ sung số liệu của Ấp 6.";

    [Fact]
    public async Task A_paper_is_laid_before_the_leader_and_recorded_as_signed()
    {
        var office = await demo.SignedIn("vanphong");
        await office.DrawUp();
        var paper = new Uri(office.Url).AbsolutePath;
        await office.Press(office.Button("Trình ký"));
        Assert.Contains("Đã trình ký", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        await office.IsWell("paper-submitted");

        var leader = await demo.SignedIn("lanhdao", phone: true);
        await Open(leader, paper);
        await leader.IsWell("paper-to-sign");
        await leader.ClickAsync("summary:has-text('Trả lại')");
        await leader.Field("reason-return").FillAsync(Mend);
        await leader.Press(leader.Button("Trả lại"));

        await office.GotoAsync(paper);
        Assert.Contains(Mend, await office.InnerTextAsync(".alert"), StringComparison.Ordinal);
        await office.IsWell("paper-returned");
        await office.Press(office.Button("Trình ký"));
        await Open(leader, paper);
        await leader.Press(leader.Button("Ghi nhận đã ký"));
        await leader.GotoAsync(paper);
        Assert.Equal(0, await leader.Locator(".acts button").CountAsync());
        Assert.Contains("Ghi nhận đã ký", await leader.InnerTextAsync(".history"), StringComparison.Ordinal);
        await leader.IsWell("paper-signed");
        await PrintsAlone(leader);
    }

    private static async Task Open(IPage page, string paper)
    {
        await page.GotoAsync("/review?kind=paper");
        await page.Press(page.Locator($"a[href='{paper}']"));
    }

    /// <summary>Nothing but the sheet, and all of the sheet: recipients and signature too.</summary>
    private static async Task PrintsAlone(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var there in new[] { ".official header", ".official .recipients", ".official .signer" })
            Assert.True(await page.Locator(there).IsVisibleAsync(), $"{there} is not printed.");
        foreach (var away in new[] { ".top", ".sample", "body > footer", ".history", "h1 >> nth=0", ".crumbs" })
            Assert.False(await page.Locator(away).First.IsVisibleAsync(), $"{away} is printed.");
    }
}
