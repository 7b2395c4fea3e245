namespace ThiDua.EndToEnd;

/// <summary>A signed plan photographed: its letters are recognised, and what was read is checked beside it.</summary>
public sealed class ScanJourney(Demo demo)
{
    private const float Patience = 120_000;

    private const string Paper = """
        <!DOCTYPE html><html lang="vi"><meta charset="utf-8"><style>
        body { width: 1240px; margin: 0; padding: 90px 110px; box-sizing: border-box; background: #fff; color: #000; font: 27px/1.45 "DejaVu Serif", serif; }
        table { width: 100%; text-align: center; font-weight: bold; } td { vertical-align: top; width: 42%; } h1, .c { text-align: center; font-size: 27px; margin: 18px 0; }
        </style><body>
        <table><tr><td>ỦY BAN NHÂN DÂN<br>XÃ MẪU SƠN<br><br>Số: 25/KH-UBND</td><td style="width:58%">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br><br>Mẫu Sơn, ngày 15 tháng 01 năm 2024</td></tr></table>
        <h1>KẾ HOẠCH</h1><p class="c"><b>Phát động phong trào thi đua giữ gìn an ninh trật tự năm 2024</b></p>
        <p>Căn cứ Kế hoạch số 11/KH-UBND ngày 05 tháng 01 năm 2024 của Ủy ban nhân dân huyện về phong trào thi đua.</p>
        <p><b>I. CHỈ TIÊU THI ĐUA</b></p>
        <p>- Tuyên truyền phòng, chống tội phạm đến ít nhất 85% số hộ dân trên địa bàn xã.</p>
        <p>- Tỷ lệ điều tra, khám phá án đạt trên 75%.</p>
        <p><b>II. TỔ CHỨC THỰC HIỆN</b></p>
        <p>1. Công an xã chủ trì, phối hợp với Hội Nông dân xã tổ chức tuần tra ban đêm.</p>
        <p>2. Hội Liên hiệp Phụ nữ xã vận động hội viên tham gia tố giác tội phạm.</p>
        <table style="margin-top:40px"><tr><td style="text-align:left;font-weight:normal"><b>Nơi nhận:</b><br>- Đảng ủy xã;<br>- Các ấp;<br>- Lưu: VT.</td><td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br><br>Trần Văn Mẫu</td></tr></table>
        </body></html>
        """;

    [Fact]
    public async Task A_photographed_plan_is_recognised_and_checked()
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/tesseract")
                && Directory.GetFiles("/usr/share/tesseract-ocr", "vie.traineddata", SearchOption.AllDirectories).Length > 0,
            "Tesseract is not installed (apt install tesseract-ocr tesseract-ocr-vie)."
        );
        var page = await demo.SignedIn("vanphong");
        await page.GotoAsync("/plans/new");
        await page.SetInputFilesAsync(
            "#File",
            new FilePayload
            {
                Name = "ke-hoach-chup.png",
                MimeType = "image/png",
                Buffer = await Photographed(),
            }
        );
        // Tesseract takes longer than the upload waits: the page that waits leads on, here by its script.
        await page.Press(page.Button("Đọc kế hoạch"));
        if (page.Url.Contains("/plans/reading/", StringComparison.Ordinal))
            await page.IsWell("scan-reading");
        await page.Locator(".item").First.WaitForAsync(new() { Timeout = Patience });

        var text = await page.TextContentAsync("main");
        Assert.Contains("85", text, StringComparison.Ordinal);
        Assert.Contains("Công an xã", text, StringComparison.Ordinal);
        Assert.Contains("nhận dạng chữ", text, StringComparison.OrdinalIgnoreCase);
        await page.IsWell("scan-review");
        await page.GotoAsync(page.Url.Split('?')[0] + "/head");
        Assert.Equal("25/KH-UBND", await page.InputValueAsync("#Symbol"));
    }

    private async Task<byte[]> Photographed()
    {
        var page = await demo.Chromium.Window(demo.Url);
        await page.SetViewportSizeAsync(1240, 1754);
        await page.SetContentAsync(Paper);
        var picture = await page.ScreenshotAsync(new() { FullPage = true });
        await page.CloseAsync();
        return picture;
    }
}
