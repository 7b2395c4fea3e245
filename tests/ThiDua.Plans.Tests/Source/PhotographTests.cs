using ThiDua.Plans.Source;
using ThiDua.Plans.Source.External;
using static ThiDua.Plans.Tests.Source.Documents;
using static ThiDua.Plans.Tests.Source.Tesseract;

namespace ThiDua.Plans.Tests.Source;

/// <summary>Pictures of documents, where Tesseract is installed.</summary>
public sealed class PhotographTests
{
    /// <summary>Pictures of any kind are made ready as scanned pages are.</summary>
    [Theory]
    [InlineData("-jpeg", "anh.jpg")]
    [InlineData("-png", "anh.png")]
    [InlineData("-tiff", "anh.tif")]
    public void A_table_within_a_photograph_is_a_table(string format, string name)
    {
        RequireTesseract();
        var page = new SourcePdf.PdfFile()
            .Line("I. PHÂN CÔNG NHIỆM VỤ", bold: true)
            .Table(
                [85, 330, 430, 540],
                44,
                ["Nội dung", "Chủ trì", "Thời gian"],
                ["Tổng kết phong trào thi đua", "Văn phòng xã", "Tháng 12"]
            );
        var document = Read(Picture(page, format), name);
        Assert.Equal("image", document.Format);
        Assert.Contains(
            document.Lines,
            l => l.Row is { } row && string.Join('|', row.Cells) == "Tổng kết phong trào thi đua|Văn phòng xã|Tháng 12"
        );
    }

    /// <summary>A telephone that lay across, a sheet put into the scanner head down.</summary>
    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_page_that_lies_on_its_side_or_head_is_set_upright(int degrees)
    {
        RequireTesseract();
        string[] lines =
        [
            "Phát động phong trào thi đua năm 2024",
            "Các ấp đăng ký giao ước thi đua trước ngày 30 tháng 4 năm 2024",
            "Công an xã chủ trì, phối hợp với các ban, ngành, đoàn thể xã",
            "Văn phòng Ủy ban nhân dân xã tổng hợp kết quả hằng tháng",
        ];
        var page = new SourcePdf.PdfFile();
        foreach (var line in lines)
            page.Line(line);
        var picture = Picture(page, "-gray");
        var turned = Programs.InFolder(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "a.pgm"), picture);
            TurnedPicture.Write(Path.Combine(folder, "a.pgm"), Path.Combine(folder, "b.pgm"), degrees);
            return PictureFiles.Tiff(File.ReadAllBytes(Path.Combine(folder, "b.pgm")));
        });
        Assert.All(lines, line => Assert.Contains(line, Read(turned, "anh.tif").Text, StringComparison.Ordinal));
    }

    /// <summary>A fax, or what an office's scanner writes: several pages in one .tif file.</summary>
    [Fact]
    public void A_picture_of_several_pages_is_read_in_their_order_and_not_beyond_the_limit()
    {
        RequireTesseract();
        var file = PictureFiles.Tiff(
            Picture(new SourcePdf.PdfFile().Line("Phát động phong trào thi đua năm 2024"), "-gray"),
            Picture(new SourcePdf.PdfFile().Line("Tổng kết phong trào thi đua cuối năm"), "-gray")
        );
        var text = Read(file, "quet.tif").Text;
        Assert.InRange(
            text.IndexOf("Phát động phong trào", StringComparison.Ordinal),
            0,
            text.IndexOf("Tổng kết phong trào", StringComparison.Ordinal)
        );
        Assert.Equal("too-many-pages", Refused(file, "quet.tif", ReadLimits.Default with { MaxScannedPages = 1 }).Code);
    }

    /// <summary>112 MB of white in 150 KB.</summary>
    [Fact]
    public void A_picture_that_is_cut_off_or_far_larger_than_its_file_is_refused()
    {
        RequireTesseract();
        Assert.SkipUnless(Programs.Find("prlimit", ReadLimits.Default) is not null, "prlimit is not installed (apt install util-linux).");
        Assert.Equal("program-failed", Refused(PictureFiles.WhitePng(30_000, 30_000), "anh.png").Code);
        var picture = Picture(new SourcePdf.PdfFile().Line("Phát động phong trào thi đua năm 2024"), "-jpeg");
        Assert.Equal("program-failed", Refused(picture[..(picture.Length / 2)], "anh.jpg").Code);
    }
}
