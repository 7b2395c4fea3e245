using ThiDua.Plans.Source;
using ThiDua.Plans.Source.External;
using static ThiDua.Plans.Tests.Source.Documents;
using static ThiDua.Plans.Tests.Source.Tesseract;

namespace ThiDua.Plans.Tests.Source;

/// <summary>Pages of a .pdf file that are pictures, where Tesseract is installed.</summary>
public sealed class ScannedTests
{
    private static readonly ReadLimits NoPrograms = ReadLimits.Default with { AllowPrograms = false };

    [Fact]
    public void A_scan_is_read_page_by_page_through_Tesseract()
    {
        RequireTesseract();
        var picture = Picture(new SourcePdf.PdfFile().Line("KẾ HOẠCH", bold: true).Line("Phát động phong trào thi đua năm 2024"));
        var document = Read(picture, "ke-hoach.png");
        Assert.Equal("ocr", Assert.Single(document.Warnings).Code);
        Assert.Contains("Phát động phong trào thi đua năm 2024", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_within_a_scan_is_a_table()
    {
        RequireTesseract();
        var page = new SourcePdf.PdfFile()
            .Line("I. PHÂN CÔNG NHIỆM VỤ", bold: true)
            .Table(
                [85, 115, 330, 430, 540],
                44,
                ["TT", "Nội dung", "Chủ trì", "Thời gian"],
                ["1", "Tuyên truyền đến từng\nhộ gia đình trong xã", "Công an xã", "Quý II"],
                ["2", "Tổng kết phong trào thi đua", "Văn phòng xã", "Tháng 12"]
            );
        var document = Read(new SourcePdf.PdfFile().Picture(Picture(page)).Bytes(), "quet.pdf");
        var rows = document.Lines.Where(l => l.Row is not null).Select(l => string.Join('|', l.Row!.Cells)).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal(
            "1|Tuyên truyền đến từng hộ gia đình trong xã|Công an xã|Quý II",
            rows[1].Replace("II.", "II", StringComparison.Ordinal)
        );
        Assert.Equal(["Công an xã", "Văn phòng xã"], PlanReader.Read(document).Tasks.SelectMany(t => t.Lead));
    }

    /// <summary>A scanner that knows no Vietnamese lays its own text behind the picture.</summary>
    [Fact]
    public void Text_without_marks_behind_a_scan_is_recognised_anew_and_kept_where_that_cannot_be()
    {
        RequireTesseract();
        string[] lines =
        [
            "Phát động phong trào thi đua năm 2024",
            "Các ấp đăng ký giao ước thi đua trước ngày 30 tháng 4 năm 2024",
            "Công an xã chủ trì, phối hợp với các ban, ngành, đoàn thể xã",
            "Văn phòng Ủy ban nhân dân xã tổng hợp kết quả hằng tháng",
        ];
        string[] misread =
        [
            "Phat dong phong trao thi dua nam 2024",
            "Cac ap dang ky giao uoc thi dua truoc ngay 30 thang 4 nam 2024",
            "C6ng an xa chu tri, phdi hop vdi cac ban, nganh, doan thd xa",
            "Van phong Uy ban nhan dan xa tdng hop kdt qua hang thang",
        ];
        SourcePdf.PdfFile printed = new(),
            scanned = new();
        foreach (var line in lines)
            printed.Line(line);
        foreach (var line in misread)
            scanned.Line(line);
        var file = scanned.Picture(Picture(printed)).Bytes();
        var anew = Read(file, "quet.pdf");
        Assert.All(lines, line => Assert.Contains(line, anew.Text, StringComparison.Ordinal));
        Assert.Contains("nhận dạng chữ tự động", Assert.Single(anew.Warnings).Message, StringComparison.Ordinal);
        var kept = Read(file, "quet.pdf", NoPrograms);
        Assert.Contains(misread[0], kept.Text, StringComparison.Ordinal);
        Assert.Contains("apt install tesseract-ocr", Assert.Single(kept.Warnings).Message, StringComparison.Ordinal);
    }

    /// <summary>A page may say that it is five metres long: its picture stays within bounds.</summary>
    [Fact]
    public void A_huge_page_is_drawn_smaller()
    {
        RequireTesseract();
        var file = new SourcePdf.PdfFile().Line("Phát động phong trào thi đua năm 2024").Bytes();
        var page = Ocr.Pdf(file, [new(1, 14_400)], ReadLimits.Default, null, TestContext.Current.CancellationToken)[1];
        Assert.Contains("Phát động phong trào", string.Concat(page.Lines.Select(l => l.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_cannot_be_recognised_says_so_rather_than_that_the_file_is_damaged()
    {
        RequireTesseract();
        Assert.Throws<UnreadableDocumentException>(() =>
            Ocr.Pdf(
                "no pdf"u8.ToArray(),
                [new(1, 842), new(2, 842), new(3, 842)],
                ReadLimits.Default,
                null,
                TestContext.Current.CancellationToken
            )
        );
    }
}
