namespace ThiDua.EndToEnd;

/// <summary>Debian's Chromium, driven once for all journeys; without it they are skipped and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Executable = new[]
    {
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    }.FirstOrDefault(File.Exists);

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Executable,
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh window: a phone of 360 px, or a desktop of 1280 px.</summary>
    public async Task<IPage> Window(string url, bool phone = false, bool script = true, bool dark = false)
    {
        Assert.SkipWhen(browser is null, "Chromium is not installed (apt-get install chromium).");
        var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = url,
                JavaScriptEnabled = script,
                Locale = "vi-VN",
                TimezoneId = "Asia/Ho_Chi_Minh",
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                ViewportSize = phone ? new() { Width = 360, Height = 760 } : new() { Width = 1280, Height = 900 },
                HasTouch = phone,
                IsMobile = phone,
            }
        );
        // A limit to waiting, no pause: a machine that does other work too opens a page in more than 15 s now and then.
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }
}
