using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.SourcePdf;

/// <summary>What the places of letters and lines say: words, columns and paragraphs that nothing else tells apart.</summary>
public sealed class PdfLayoutTests
{
    private static readonly string[] Flush =
    [
        "I. MỤC TIÊU",
        "1. Mục tiêu chung",
        "Nâng cao ý thức của nhân dân.",
        "2. Chỉ tiêu",
        "a) Tỷ lệ hộ đăng ký thi đua đạt ít nhất 85%.",
        "2.1 Tuyên truyền",
        "1/ Mở lớp",
        "- Tuần tra",
        "b) Mở ít nhất 03 lớp tập huấn cho lực lượng nòng cốt ở cơ sở, bảo",
        "đảm mỗi ấp có ít nhất 05 người tham dự, hoàn thành trong quý II",
        "năm 2025.",
        "Đề nghị các ấp thực hiện.",
    ];

    [Fact]
    public void Short_lines_without_an_indent_are_paragraphs_and_full_ones_go_on()
    {
        var file = new PdfFile();
        Array.ForEach(Flush, l => file.Line(l));
        Assert.Equal([.. Flush[..8], string.Join(' ', Flush[8..11]), Flush[11]], Texts(file.Read()));
    }

    [Fact]
    public void A_page_of_short_lines_alone_keeps_them_apart()
    {
        string[] lines = ["III. PHÂN CÔNG", "1. Công an xã", "Tuần tra hằng đêm", "2. Các ấp", "Họp dân hằng quý"];
        var file = new PdfFile();
        Array.ForEach(lines, l => file.Line(l));
        Assert.Equal(lines, Texts(file.Read()));
    }

    [Fact]
    public void A_line_that_the_next_word_would_not_have_fitted_on_goes_on_although_a_name_follows()
    {
        string[] lines =
        [
            "1. Các cơ quan, đơn vị trên địa bàn xã chủ động phối hợp với",
            "Nguyễn Trãi và các trường học tổ chức tuyên truyền, vận động nhân",
            "dân tham gia.",
        ];
        var file = new PdfFile();
        Array.ForEach(lines, l => file.Line(l));
        Assert.Equal([string.Join(' ', lines)], Texts(file.Read()));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(12)]
    [InlineData(8)]
    public void Columns_of_a_letterhead_that_nearly_touch_are_two(double gap)
    {
        var file = new PdfFile();
        const string organ = "UBND HUYỆN PHƯỚC";
        var right = 60 + file.Width(organ) + gap;
        file.At(60, 780, organ)
            .At(right, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true)
            .At(80, 762, "LONG")
            .At(right + 60, 762, "Độc lập - Tự do - Hạnh phúc", bold: true)
            .At(65, 744, "Số: 15/KH-UBND")
            .At(right + 25, 744, "Phước Lộc, ngày 12 tháng 02 năm 2025")
            .Down(70)
            .Centred("KẾ HOẠCH")
            .Centred("Phong trào thi đua năm 2025");
        Assert.Equal(
            [
                organ,
                "LONG",
                "Số: 15/KH-UBND",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Phước Lộc, ngày 12 tháng 02 năm 2025",
                "KẾ HOẠCH",
                "Phong trào thi đua năm 2025",
            ],
            Texts(file.Read())
        );
    }

    [Theory]
    [InlineData(0.2, 12)]
    [InlineData(0.13, 12)]
    [InlineData(0.2, 9)]
    [InlineData(0.3, 20)]
    public void White_parts_words_where_there_are_no_blanks(double gap, double size)
    {
        const string text = "2. Mở ít nhất 03 lớp tập huấn";
        Assert.Equal([text], Texts(new PdfFile().Words(85, 700, text, gap, size).Read()));
    }

    [Fact]
    public void One_line_without_blanks_is_parted_on_a_page_that_has_them()
    {
        const string text = "Mở ít nhất 03 lớp tập huấn cho lực lượng nòng cốt";
        var lines = Texts(new PdfFile().Line("1. Công an xã chủ trì tuần tra hằng tháng.").Words(85, 700, text, 0.2).Read());
        Assert.Equal(text, lines[^1]);
    }

    [Fact]
    public void A_heading_set_wide_keeps_its_words_whole() =>
        Assert.Equal(["KẾ HOẠCH THI ĐUA"], Texts(new PdfFile().Spaced(85, 700, "KẾ HOẠCH THI ĐUA", 0.15).Read()));
}
