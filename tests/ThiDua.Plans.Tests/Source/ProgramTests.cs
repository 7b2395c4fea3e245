using System.IO.Compression;
using System.Text;
using ThiDua.Plans.Source;
using ThiDua.Plans.Source.External;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.Source;

/// <summary>Files that need another program. Where it is not installed the test says so and is skipped.</summary>
public sealed class ProgramTests
{
    private static readonly ReadLimits NoPrograms = ReadLimits.Default with { AllowPrograms = false };

    // Unicode in RTF: \uN with the replacement "?".
    private static byte[] Rtf(params string[] paragraphs) =>
        Encoding.ASCII.GetBytes(
            "{\\rtf1\\ansi "
                + string.Concat(paragraphs.Select(p => string.Concat(p.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c}?")) + "\\par "))
                + "}"
        );

    [Fact]
    public void Rtf_is_read_through_LibreOffice()
    {
        Assert.SkipUnless(
            Programs.Find(Office.Program, ReadLimits.Default) is not null,
            "LibreOffice is not installed (apt install libreoffice-writer)."
        );
        var document = Read(Rtf("KẾ HOẠCH", "1. Mục đích"), "ke-hoach.doc");
        Assert.Equal("rtf", document.Format);
        Assert.Equal(["KẾ HOẠCH", "1. Mục đích"], Texts(document));
    }

    [Fact]
    public void A_slow_program_is_stopped_with_its_children()
    {
        Assert.SkipUnless(
            Programs.Find(Office.Program, ReadLimits.Default) is not null,
            "LibreOffice is not installed (apt install libreoffice-writer)."
        );
        Assert.Equal("timeout", Refused(Rtf("x"), "a.rtf", ReadLimits.Default with { ProgramTimeout = TimeSpan.FromMilliseconds(1) }).Code);
    }

    /// <summary>Rows of tables, of which LibreOffice makes eighty times their size.</summary>
    [Fact]
    public void What_takes_LibreOffice_too_much_memory_is_refused_and_the_limit_is_named()
    {
        Assert.SkipUnless(
            Programs.Find(Office.Program, ReadLimits.Default) is not null,
            "LibreOffice is not installed (apt install libreoffice-writer)."
        );
        Assert.SkipUnless(Programs.Find("prlimit", ReadLimits.Default) is not null, "prlimit is not installed (apt install util-linux).");
        var rows = string.Concat(
            Enumerable.Range(0, 60_000).Select(i => $"\\trowd\\cellx1000\\cellx2000\\cellx3000\\intbl a{i}\\cell b\\cell c\\cell\\row ")
        );
        var refused = Refused(
            Encoding.ASCII.GetBytes("{\\rtf1\\ansi " + rows + "}"),
            "a.rtf",
            ReadLimits.Default with
            {
                OfficeMemory = 650_000_000,
            }
        );
        Assert.Equal("program-failed", refused.Code);
        Assert.Contains("650 MB", refused.Vietnamese, StringComparison.Ordinal);
    }

    /// <summary>Where no wall stands around it: what it is told suffices.</summary>
    [Fact]
    public void LibreOffice_fetches_nothing_that_a_document_links_to()
    {
        Assert.SkipUnless(
            Programs.Find(Office.Program, ReadLimits.Default) is not null,
            "LibreOffice is not installed (apt install libreoffice-writer)."
        );
        using var server = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();
        var address = $"http://127.0.0.1:{((System.Net.IPEndPoint)server.LocalEndpoint).Port}/a";
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            Part(
                zip,
                "META-INF/manifest.xml",
                """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
            );
            Part(
                zip,
                "content.xml",
                $"""
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text><text:p>Ke hoach</text:p><text:p>
                <draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char"><draw:image xlink:href="{address}.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
                <text:section text:name="S"><text:section-source xlink:href="{address}.odt" xlink:type="simple" xlink:show="embed"/><text:p>x</text:p></text:section>
                </office:text></office:body></office:document-content>
                """
            );
        }
        var document = Read(file.ToArray(), "a.odt");
        Assert.Contains("Ke hoach", document.Text, StringComparison.Ordinal);
        Assert.False(server.Pending());
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    [Fact]
    public void Without_LibreOffice_the_message_says_what_to_do()
    {
        var refused = Refused(Rtf("x"), "a.rtf", NoPrograms);
        Assert.Equal("needs-office", refused.Code);
        Assert.Contains("apt install libreoffice-writer", refused.Vietnamese, StringComparison.Ordinal);
        Assert.Contains(".docx", refused.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_is_read_page_by_page_through_Tesseract()
    {
        RequireTesseract();
        var picture = Picture(new SourcePdf.PdfFile().Line("KẾ HOẠCH", bold: true).Line("Phát động phong trào thi đua năm 2024"));
        var document = Read(picture, "ke-hoach.png");
        Assert.Equal("ocr", Assert.Single(document.Warnings).Code);
        Assert.Contains("Phát động phong trào thi đua năm 2024", document.Text, StringComparison.Ordinal);
    }

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

    private static void RequireTesseract() =>
        Assert.SkipUnless(
            Programs.Find(Ocr.Program, ReadLimits.Default) is not null && Programs.Find(Ocr.Renderer, ReadLimits.Default) is not null,
            "Tesseract is not installed (apt install tesseract-ocr tesseract-ocr-vie poppler-utils)."
        );

    private static byte[] Picture(SourcePdf.PdfFile page, string format = "-png") =>
        Programs.InFolder(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "in.pdf"), page.Bytes());
            Assert.True(
                Programs.Run(
                    Programs.Find(Ocr.Renderer, ReadLimits.Default)!,
                    folder,
                    TimeSpan.FromMinutes(1),
                    1_000_000_000,
                    TestContext.Current.CancellationToken,
                    "-r",
                    "200",
                    format,
                    "-singlefile",
                    "in.pdf",
                    "page"
                )
            );
            return File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder, "page.*")));
        });

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

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46 }, "JPEG")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0xD, 0xA, 0x1A, 0xA }, "PNG")]
    public void A_picture_under_a_documents_name_is_refused(byte[] head, string kind)
    {
        var refused = Refused([.. head, .. new byte[100]], "ke-hoach.docx");
        Assert.Equal("mismatch", refused.Code);
        Assert.Contains(kind, refused.Vietnamese, StringComparison.Ordinal);
        Assert.Equal("needs-ocr", Refused([.. head, .. new byte[100]], "ke-hoach.jpg", NoPrograms).Code);
    }

    [Fact]
    public void Other_binary_files_are_refused_by_content()
    {
        Assert.Equal("unknown-kind", Refused([0x7F, 0x45, 0x4C, 0x46, .. new byte[64]], "a.docx").Code);
        Assert.Equal("unknown-kind", Refused([.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37 % 32))], "a.txt").Code);
        Assert.Equal("not-a-document", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "a.doc").Code);
        Assert.Equal(
            "encrypted",
            Refused(
                [0xD0, 0xCF, 0x11, 0xE0, .. new byte[64], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]],
                "a.docx"
            ).Code
        );
    }
}
