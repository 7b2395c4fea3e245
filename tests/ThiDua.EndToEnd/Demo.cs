using System.Text.Json;

[assembly: AssemblyFixture(typeof(ThiDua.EndToEnd.Demo))]

namespace ThiDua.EndToEnd;

/// <summary>The demo as a newcomer starts it, once for all journeys.</summary>
public sealed class Demo : IAsyncLifetime
{
    private ThiDuaProcess? program;

    public string Url => program!.Url;
    public string Data => program!.Data;

    public IReadOnlyDictionary<string, string> Passwords => program!.Passwords;

    /// <summary>Where a sample account holds its role.</summary>
    public string UnitOf(string account)
    {
        using var told = JsonDocument.Parse(File.ReadAllText(Path.Combine(Data, "sample-accounts.json")));
        return told
            .RootElement.GetProperty("Accounts")
            .EnumerateArray()
            .First(a => a.GetProperty("UserName").GetString() == account)
            .GetProperty("Unit")
            .GetString()!;
    }

    public Chromium Chromium { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Chromium.InitializeAsync();
        program = await ThiDuaProcess.Start("demo");
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
        await Chromium.DisposeAsync();
    }

    /// <summary>A window in which this sample account has signed in.</summary>
    public async Task<IPage> SignedIn(string account, bool phone = false, bool script = true, bool dark = false, bool english = false)
    {
        var page = await Chromium.Window(Url, phone, script, dark);
        await page.GotoAsync("/sign-in");
        if (english)
            await page.Press(page.Locator("button[name=to]"));
        await page.FillAsync("#userName", account);
        await page.FillAsync("#password", program!.Passwords[account]);
        await page.Press(page.Locator("main button"));
        Assert.DoesNotContain("/sign-in", page.Url, StringComparison.Ordinal);
        return page;
    }
}
