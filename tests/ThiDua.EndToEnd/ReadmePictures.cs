namespace ThiDua.EndToEnd;

/// <summary>Takes the README's pictures anew when THIDUA_PICTURES names a folder (docs/images).</summary>
public sealed class ReadmePictures(Demo demo)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("THIDUA_PICTURES");

    [Fact]
    public async Task Are_taken()
    {
        Assert.SkipWhen(Folder is null, "THIDUA_PICTURES names no folder.");
        var office = await demo.SignedIn("vanphong");
        await office.OpenProgress();
        await Shot(office, "progress");
        await office.GotoAsync("/plans/new");
        await office.SetInputFilesAsync(
            "input[type=file]",
            Path.Combine(AppContext.BaseDirectory, "samples", "ke-hoach-thi-dua-2024.docx")
        );
        await office.ReadPlan();
        await Shot(office, "review");
        await office.DrawUp();
        await office.Locator(".paper-page").ScreenshotAsync(new() { Path = Path.Combine(Folder!, "report-page.png") });
        await Shot(office, "report");
        var hamlet = await demo.SignedIn("ap6", phone: true);
        await Take(hamlet, "/my-work", "my-work-phone");
        await hamlet.Press(hamlet.Locator("main a.button, main a[href^='/reports/']").First);
        await Shot(hamlet, "form-phone");
    }

    private static async Task Take(IPage page, string address, string name)
    {
        await page.GotoAsync(address);
        await Shot(page, name);
    }

    private static Task Shot(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{name}.png") });
}
