using ThiDua.Plans.Source;
using ThiDua.Plans.Source.External;
using ThiDua.Plans.Source.Pdf;

namespace ThiDua.Plans.Tests.Source;

/// <summary>Tesseract's table of words, put together into the lines of a page; the tables are written here, no program runs.</summary>
public sealed class OcrPageTests
{
    private const int Width = 2480,
        Height = 3508,
        Size = 50;

    private readonly List<string> _rows = [Row(1, 0, 0, Width, Height)];

    private static string Row(int level, int left, int top, int width, int height, double sure = -1, string text = "") =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{level}\t1\t0\t0\t0\t0\t{left}\t{top}\t{width}\t{height}\t{sure}\t{text}"
        );

    // A line of words with a blank of 15 pixels between them; "|" leaves a wide gap.
    private OcrPageTests Line(int left, int top, string words, double sure = 95)
    {
        _rows.Add(Row(4, left, top, 10, Size));
        foreach (var word in words.Split(' '))
        {
            if (word is "|")
            {
                left += 400;
                continue;
            }
            _rows.Add(Row(5, left, top, word.Length * 25, Size, sure, word));
            left += (word.Length * 25) + 15;
        }
        return this;
    }

    private string[] Read() =>
        [.. PdfSource.Lines([PdfPage.Recognised(1, new OcrPage(_rows).Read())], ReadLimits.Default).Select(l => l.Text)];

    [Fact]
    public void Columns_of_the_letterhead_and_of_the_foot_are_read_one_by_one()
    {
        Line(300, 200, "ỦY BAN NHÂN DÂN")
            .Line(1150, 204, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            .Line(330, 270, "XÃ BÌNH MINH")
            .Line(1300, 272, "Độc lập - Tự do - Hạnh phúc")
            .Line(320, 360, "Số: 12/KH-UBND")
            .Line(1250, 362, "Bình Minh, ngày 15 tháng 4 năm 2024")
            .Line(1000, 500, "KẾ HOẠCH")
            .Line(800, 580, "Phát động phong trào thi đua");
        Assert.Equal(
            [
                "ỦY BAN NHÂN DÂN",
                "XÃ BÌNH MINH",
                "Số: 12/KH-UBND",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Bình Minh, ngày 15 tháng 4 năm 2024",
                "KẾ HOẠCH",
                "Phát động phong trào thi đua",
            ],
            Read()
        );
    }

    [Fact]
    public void Two_columns_that_Tesseract_took_for_one_line_are_parted()
    {
        Line(300, 200, "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Line(330, 270, "XÃ BÌNH MINH | Độc lập - Tự do - Hạnh phúc");
        Assert.Equal(["ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"], Read());
    }

    [Fact]
    public void Broken_lines_become_paragraphs()
    {
        for (var i = 0; i < 6; i++)
            Line(450, 300 + (i * 200), "- Tuyên truyền đến từng hộ gia đình về phòng, chống tội phạm và tệ nạn xã hội ở")
                .Line(350, 370 + (i * 200), "các ấp trong năm.");
        Assert.All(
            Read(),
            text => Assert.Equal("- Tuyên truyền đến từng hộ gia đình về phòng, chống tội phạm và tệ nạn xã hội ở các ấp trong năm.", text)
        );
    }

    [Fact]
    public void Specks_and_the_page_number_are_no_text()
    {
        Line(1200, 80, "lô")
            .Line(350, 300, "Ủy ban nhân dân xã giao các ban, ngành, đoàn thể xã tổ chức thực hiện Kế hoạch này.")
            .Line(900, 500, "ˆ^ ~ `", sure: 20);
        Assert.Equal(["Ủy ban nhân dân xã giao các ban, ngành, đoàn thể xã tổ chức thực hiện Kế hoạch này."], Read());
    }

    /// <summary>Right writing of common words, capitals kept; a word that may be right stays ("chi tiêu" is not "chỉ tiêu").</summary>
    [Theory]
    [InlineData("II. TỎ CHÚC THỰC HIỆN", "II. TỔ CHỨC THỰC HIỆN")]
    [InlineData("- Đây mạnh tuyên truyên, giáo duc", "- Đẩy mạnh tuyên truyền, giáo dục")]
    [InlineData("Cung cấp địch vụ công; phô biến tài liêu", "Cung cấp dịch vụ công; phô biến tài liệu")]
    [InlineData("Dự toán chi tiêu năm 2024", "Dự toán chi tiêu năm 2024")]
    [InlineData("xã hội hoá, uỷ ban", "xã hội hoá, uỷ ban")]
    [InlineData(".2. Mục tiêu cụ thê", "2. Mục tiêu cụ thể")]
    [InlineData("-_ Tiếp tục tuần tra", "- Tiếp tục tuần tra")]
    [InlineData("Quyết định số 12/QĐÐ-UBND", "Quyết định số 12/QĐ-UBND")]
    [InlineData("ơi nhận: KT. CHỦ TỊCH", "Nơi nhận: KT. CHỦ TỊCH")]
    [InlineData("no Nơi nhận.", "Nơi nhận:")]
    [InlineData("Tại nơi nhận hồ sơ", "Tại nơi nhận hồ sơ")]
    [InlineData("TT Tỉnh ủy, TT HDND tỉnh", "TT Tỉnh ủy, TT HĐND tỉnh")]
    [InlineData("Quyết định số 12/QD-UBND, Nghị định số 5/ND-CP", "Quyết định số 12/QĐ-UBND, Nghị định số 5/NĐ-CP")]
    [InlineData("- 1002 người dân được tư vấn", "- 100% người dân được tư vấn")]
    [InlineData("10922 xã, phường", "100% xã, phường")]
    [InlineData("- 1002% cơ quan", "- 100% cơ quan")]
    [InlineData("- 1000 người dân, số 1002 ngày", "- 1000 người dân, số 1002 ngày")]
    [InlineData("", "")]
    [InlineData("'`.", "")]
    public void What_Tesseract_does_wrong_most_is_put_right(string read, string right) =>
        Assert.Equal(right, RecognisedText.Restored(read));

    [Theory]
    [InlineData("")]
    [InlineData("5\t1\t1\t1\t1\t1\tx\ty\t1\t1\t90\tA")]
    [InlineData("1\t1\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\t10\t10\t10\t-1\tA")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\t10\t-10\t10\t90\tTT")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\tNaN\t10\t10\t90\tTT")]
    [InlineData("5\t1\t1\t1\t1\t1\t10\t1e308\t10\t10\t90\tTT")]
    public void A_damaged_table_has_no_words(string row) => Assert.Empty(new OcrPage([row, row]).Read().Lines);
}
