namespace ThiDua.EndToEnd;

/// <summary>Every main page of the demo, on a phone and on a desk, in both languages: nothing overflows, axe finds nothing.</summary>
public sealed class PagesJourney(Demo demo)
{
    private static readonly string[] OfficePages =
    [
        "/progress",
        "/review",
        "/plans",
        "/plans/new",
        "/papers",
        "/papers/new",
        "/units",
        "/registers",
        "/registers/outreach",
        "/registers/outreach/import",
        "/my-work",
        "/notices",
    ];
    private static readonly string[] AdminPages =
    [
        "/admin",
        "/admin/people/new",
        "/admin/acts",
        "/admin/jobs",
        "/admin/packs",
        "/units",
        "/start-for-real",
        "/account",
        "/account/password",
    ];

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task The_offices_pages_are_well(bool phone, bool english)
    {
        var page = await demo.SignedIn("vanphong", phone, english: english);
        foreach (var address in OfficePages)
            await Visit(page, address, phone, english);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_administrators_pages_are_well(bool phone, bool english)
    {
        var page = await demo.SignedIn("quantri", phone, english: english);
        foreach (var address in AdminPages)
            await Visit(page, address, phone, english);
    }

    [Fact]
    public async Task Dark_pages_keep_their_contrast()
    {
        var page = await demo.SignedIn("vanphong", dark: true);
        foreach (var address in new[] { "/progress", "/review", "/units" })
            await Visit(page, address, phone: false, english: false, "dark-");
    }

    [Fact]
    public async Task Every_page_says_that_its_data_is_sample_data()
    {
        var page = await demo.SignedIn("vanphong");
        foreach (var address in OfficePages)
        {
            await page.GotoAsync(address);
            Assert.Contains("Dữ liệu mẫu", await page.InnerTextAsync(".sample"), StringComparison.Ordinal);
        }
    }

    private static async Task Visit(IPage page, string address, bool phone, bool english, string mark = "")
    {
        var answer = await page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address} answers {answer.Status}");
        Assert.Equal(english ? "en" : "vi", await page.GetAttributeAsync("html", "lang"));
        await page.IsWell($"{mark}{(phone ? "phone" : "desk")}-{(english ? "en" : "vi")}{address.Replace('/', '-')}");
    }
}
