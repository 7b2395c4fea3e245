using ThiDua.Plans.Source;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.SourcePdf;

public sealed class PdfTests
{
    private const string Full = "Ủy ban nhân dân xã giao các ban, ngành, đoàn thể xã tổ chức thực hiện";

    [Fact]
    public void A_letterhead_is_read_column_by_column()
    {
        var file = new PdfFile()
            .At(120, 780, "ỦY BAN NHÂN DÂN", bold: true, size: 12)
            .At(290, 782, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true, size: 12)
            .At(130, 764, "XÃ BÌNH MINH", bold: true, size: 12)
            .At(320, 764, "Độc lập - Tự do - Hạnh phúc", bold: true, size: 12)
            .At(125, 740, "Số: 12/KH-UBND", size: 12)
            .At(310, 738, "Bình Minh, ngày 15 tháng 4 năm 2024", size: 12)
            .Down(70)
            .Centred("KẾ HOẠCH")
            .Centred("Phát động thi đua");
        file.Down(10).Line(Full, indent: true).Line(Full + " đúng hạn").Line("và báo cáo.");
        var document = file.Read();
        Assert.Equal(
            [
                "ỦY BAN NHÂN DÂN",
                "XÃ BÌNH MINH",
                "Số: 12/KH-UBND",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Bình Minh, ngày 15 tháng 4 năm 2024",
                "KẾ HOẠCH",
                "Phát động thi đua",
                $"{Full} {Full} đúng hạn và báo cáo.",
            ],
            Texts(document)
        );
        Assert.True(document.Lines[6].Bold);
        Assert.Equal("pdf", document.Format);
    }

    [Fact]
    public void Lines_become_paragraphs_over_page_breaks_and_furniture_is_dropped()
    {
        var file = new PdfFile();
        for (var page = 1; page <= 4; page++)
        {
            if (page > 1)
            {
                file.Page();
            }
            file.At(250, 800, "Kế hoạch thi đua năm 2024", size: 10)
                .At(300, 30, page.ToString(System.Globalization.CultureInfo.InvariantCulture));
            file.Line($"{page}. Mục thứ {page}", indent: true, bold: true);
            file.Line($"- {Full}", indent: true).Line(Full + " ngay").Line("trong năm.");
            file.Line($"- {Full}", indent: true);
            if (page < 4)
            {
                file.Page().Line("và báo cáo kết quả về Ban Chỉ đạo trước ngày 15/12.");
            }
        }
        var texts = Texts(file.Read());
        Assert.Equal(12, texts.Length);
        Assert.Equal(
            [
                "1. Mục thứ 1",
                $"- {Full} {Full} ngay trong năm.",
                $"- {Full} và báo cáo kết quả về Ban Chỉ đạo trước ngày 15/12.",
                "2. Mục thứ 2",
            ],
            texts.Take(4)
        );
    }

    [Fact]
    public void A_stamp_that_runs_on_every_page_still_refuses_the_document()
    {
        var file = new PdfFile();
        for (var page = 1; page <= 4; page++)
        {
            if (page > 1)
            {
                file.Page();
            }
            file.At(280, 810, "MẬT", bold: true).Line($"{page}. Mục thứ {page}", indent: true).Line(Full).Line("và báo cáo.");
        }
        Assert.Equal("secret", Refused(file.Bytes(), "a.pdf").Code);
    }

    [Fact]
    public void A_symbol_broken_over_lines_is_one_word()
    {
        var document = new PdfFile()
            .Line("Căn cứ Kế hoạch của Ủy ban nhân dân thành phố Tây Ninh số 76/KH-", indent: true)
            .Line("UBND ngày 27/3/2024 về phát động phong trào thi đua năm 2024 của xã")
            .Line("Bình Minh.")
            .Read();
        Assert.Contains("số 76/KH-UBND ngày", document.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_block_is_read_column_by_column()
    {
        var document = new PdfFile()
            .Line(Full, indent: true)
            .Line("và báo cáo.")
            .At(340, 700, "TM. ỦY BAN NHÂN DÂN", bold: true)
            .At(85, 698, "Nơi nhận:", bold: true, size: 12)
            .At(380, 682, "CHỦ TỊCH", bold: true)
            .At(85, 680, "- Các cơ quan tham mưu, giúp việc Đảng", size: 11)
            .At(85, 666, "ủy xã;", size: 11)
            .At(85, 650, "- Lưu: VT.", size: 11)
            .At(365, 600, "Nguyễn Văn A", bold: true)
            .Read();
        Assert.Equal(
            ["Nơi nhận:", "- Các cơ quan tham mưu, giúp việc Đảng ủy xã;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"],
            Texts(document).Skip(1)
        );
    }

    [Fact]
    public void A_stamp_in_a_pdf_refuses_it() =>
        Assert.Equal(
            "secret",
            Refused(
                new PdfFile().At(120, 780, "UBND XÃ").At(130, 760, "TUYỆT MẬT", bold: true).Line("", indent: true).Line(Full).Bytes(),
                "a.pdf"
            ).Code
        );

    [Fact]
    public void A_page_without_text_needs_recognition_and_says_how_to_get_it()
    {
        var file = new PdfFile();
        var refused = Refused(file.Bytes(), "a.pdf", ReadLimits.Default with { AllowPrograms = false });
        Assert.Equal("needs-ocr", refused.Code);
        Assert.Contains("apt install tesseract-ocr tesseract-ocr-vie poppler-utils", refused.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_and_too_many_pages_are_refused()
    {
        var file = new PdfFile();
        file.Page();
        var bytes = file.Line(Full).Bytes();
        Assert.Equal("too-many-pages", Refused(bytes, "a.pdf", ReadLimits.Default with { MaxPages = 1 }).Code);
        Assert.Equal("damaged", Refused(System.Text.Encoding.ASCII.GetBytes("%PDF-1.7\nnothing"), "a.pdf").Code);
        for (var cut = 50; cut < bytes.Length; cut += bytes.Length / 12)
        {
            var thrown = Record.Exception(() => Read(bytes[..cut], "a.pdf"));
            Assert.True(thrown is null or UnreadableDocumentException, thrown?.ToString());
        }
    }

    [Fact]
    public void A_footnote_is_one_over_lines_and_pages_and_stands_where_it_ends()
    {
        var file = new PdfFile();
        for (var i = 0; i < 8; i++)
            file.Line(Full);
        file.At(85, 70, "1 Quyết định số 12/QĐ-", size: 9)
            .At(85, 58, "UBND ngày 01/02/2024 của tỉnh.", size: 9)
            .At(85, 46, "2 Kế hoạch số 15/KH-UBND của", size: 9)
            .Page();
        for (var i = 0; i < 8; i++)
            file.Line(Full);
        file.Line("hết.").At(85, 58, "Ủy ban nhân dân huyện.", size: 9);
        var lines = file.Read().Lines;
        Assert.Equal(
            ["1 Quyết định số 12/QĐ-UBND ngày 01/02/2024 của tỉnh.", "2 Kế hoạch số 15/KH-UBND của Ủy ban nhân dân huyện."],
            lines.Where(l => l.Note).Select(l => l.Text)
        );
        Assert.True(lines[^1].Note);
    }
}
