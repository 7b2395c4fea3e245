namespace ThiDua.EndToEnd;

/// <summary>What is no plan is refused with its reason, and leaves nothing behind.</summary>
public sealed class RefusedImportJourney(Demo demo)
{
    private static readonly byte[] Jpeg =
    [
        0xFF,
        0xD8,
        0xFF,
        0xE0,
        0x00,
        0x10,
        .. "JFIF"u8,
        0x00,
        0x01,
        0x01,
        0x00,
        0x00,
        0x48,
        0x00,
        0x48,
        0x00,
        0x00,
        0xFF,
        0xD9,
    ];

    [Theory]
    [InlineData("rong.docx", false, "Tệp rỗng")]
    [InlineData("anh-chup.docx", true, "ảnh")]
    public async Task A_file_that_is_no_plan_is_refused(string name, bool picture, string why)
    {
        var page = await demo.SignedIn("vanphong");
        await page.GotoAsync("/plans/new");
        await page.SetInputFilesAsync(
            "#File",
            new FilePayload
            {
                Name = name,
                MimeType = "application/octet-stream",
                Buffer = picture ? Jpeg : [],
            }
        );
        await page.Press(page.Button("Đọc kế hoạch"));
        var message = await page.InnerTextAsync("[role=alert]");
        Assert.Contains(name, message, StringComparison.Ordinal);
        Assert.Contains(why, message, StringComparison.Ordinal);
        await page.IsWell($"refused-{Path.GetFileNameWithoutExtension(name)}");

        // On a busy machine the answer came on the page that waits, and stays in the list until it is put aside.
        if (page.Url.Contains("/plans/reading/", StringComparison.Ordinal))
            await page.Press(page.Button("Bỏ khỏi danh sách"));
        await page.GotoAsync("/plans");
        Assert.DoesNotContain(name, await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
