using System.Text.Json;

namespace ThiDua.EndToEnd;

/// <summary>The sample has an account for every role; each lands on a page of its own, which is well on a phone.</summary>
public sealed class RolesJourney(Demo demo)
{
    private sealed record Account(string UserName, string Password, string Who, string Role, string Unit);

    [Fact]
    public async Task Each_role_has_an_account_and_a_second_commune_has_two()
    {
        using var file = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(demo.Data, "sample-accounts.json"), TestContext.Current.CancellationToken)
        );
        var accounts = file.RootElement.GetProperty("Accounts").Deserialize<List<Account>>()!;
        Assert.Equal(
            ["Administrator", "ApiClient", "Auditor", "CampaignOffice", "CouncilMember", "Inspector", "Leader", "UnitOfficer"],
            accounts.Select(a => a.Role).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(accounts, a => Assert.True(a.Who.Length > 0 && a.Unit.Length > 0));
        var foreign = accounts.Where(a => a.Unit.Contains("Láng Mẫu", StringComparison.Ordinal)).Select(a => a.Role);
        Assert.Equal(["CampaignOffice", "UnitOfficer"], foreign.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("quantri", "/admin")]
    [InlineData("vanphong", "/my-work")]
    [InlineData("lanhdao", "/")]
    [InlineData("ap1", "/my-work")]
    [InlineData("hoidong", "/progress/")]
    [InlineData("kiemtra", "/progress/")]
    [InlineData("giamsat", "/admin/acts")]
    [InlineData("hethong", "/my-work")]
    [InlineData("vanphong2", "/my-work")]
    [InlineData("ap-xakhac", "/my-work")]
    public async Task Each_account_lands_on_a_page_that_is_well(string account, string first)
    {
        var page = await demo.SignedIn(account, phone: true);
        Assert.StartsWith(first, new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.IsWell($"first-{account}");
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, false)]
    [InlineData(false, false, true)]
    public async Task The_leaders_first_page_is_well(bool phone, bool english, bool dark)
    {
        var page = await demo.SignedIn("lanhdao", phone, english: english, dark: dark);
        await page.IsWell($"leader-{(phone ? "phone" : "desk")}-{(english ? "en" : "vi")}{(dark ? "-dark" : "")}");
        // What waits, and both counts, without scrolling.
        Assert.True(await page.Locator(".counts").First.EvaluateAsync<bool>("e => e.getBoundingClientRect().top < innerHeight"));
    }

    [Fact]
    public async Task A_foreign_office_sees_nothing_of_the_sample_commune()
    {
        var own = await demo.SignedIn("vanphong");
        await own.GotoAsync("/progress");
        var campaign = new Uri(own.Url).AbsolutePath;
        var foreign = await demo.SignedIn("vanphong2");
        foreach (var address in new[] { campaign, campaign.Replace("/progress/", "/campaigns/", StringComparison.Ordinal) })
            Assert.Equal(404, (await foreign.GotoAsync(address))!.Status);
    }
}
