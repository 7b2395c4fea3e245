using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.SourceDocx;

public sealed class ParagraphTests
{
    private const string Author = "w:id=\"7\" w:author=\"VP\" w:date=\"2024-04-01T00:00:00Z\"";

    [Fact]
    public void Tracked_changes_read_as_accepted() =>
        Assert.Equal(
            ["Giảm ít nhất 05% số vụ", "Dòng chuyển đến"],
            new WordFile
            {
                Body =
                    $"<w:p>{R("Giảm ít nhất ")}<w:del {Author}><w:r><w:delText>03%</w:delText></w:r></w:del><w:ins "
                    + $"{Author}>{R("05%")}</w:ins>{R(" số vụ")}</w:p>"
                    + $"<w:p><w:moveFrom {Author}>{R("Dòng chuyển đi")}</w:moveFrom></w:p><w:p><w:moveTo {Author}>"
                    + $"{R("Dòng chuyển đến")}</w:moveTo></w:p>",
            }.Lines()
        );

    [Fact]
    public void Line_breaks_part_centred_lines_and_items_and_join_wrapped_sentences()
    {
        const string Br = "<w:r><w:br/></w:r>";
        var document = new WordFile
        {
            Body =
                $"<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{R("KẾ HOẠCH", "<w:b/>")}{Br}{R("phát động thi đua", "<w:b/>")}</w:p>"
                + $"<w:p>{R("giao Công an xã phối hợp với ")}{Br}{R("các ban, ngành,")}{Br}{R("đoàn thể thực hiện.")}{Br}"
                + $"{R("- Văn phòng:")}{Br}{R("a) tham mưu;")}{Br}{R("đ) báo cáo")}</w:p>",
        }.Read();
        Assert.Equal(
            [
                "KẾ HOẠCH",
                "phát động thi đua",
                "giao Công an xã phối hợp với các ban, ngành, đoàn thể thực hiện.",
                "- Văn phòng:",
                "a) tham mưu;",
                "đ) báo cáo",
            ],
            document.Lines.Select(l => l.Text.Replace("  ", " "))
        );
        Assert.Equal([true, true, false, false, false, false], document.Lines.Select(l => l.Centred));
        Assert.True(document.Lines[1].Bold);
    }

    [Fact]
    public void Special_characters_are_what_they_print() =>
        Assert.Equal(
            ["Số 12-KH/ĐU đạt ≥ 75% ✓ có"],
            new WordFile
            {
                Body =
                    "<w:p>"
                    + R("Số\u00A012")
                    + "<w:r><w:noBreakHyphen/></w:r>"
                    + R("KH/ĐU đạt ")
                    + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>"
                    + R(" 75% ")
                    + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>"
                    + R(" có")
                    + "<w:r><w:softHyphen/></w:r></w:p>",
            }.Lines()
        );

    [Fact]
    public void Hidden_text_is_dropped_and_capitals_are_printed() =>
        Assert.Equal(
            ["KẾ HOẠCH năm 2024"],
            new WordFile
            {
                Body =
                    "<w:p>"
                    + R("kế hoạch", "<w:caps/>")
                    + R(" bí ẩn", "<w:vanish/>")
                    + R(" năm 2024", "<w:vanish w:val=\"0\"/>")
                    + "</w:p>",
            }.Lines()
        );

    [Fact]
    public void Bold_comes_from_run_style_and_paragraph_style()
    {
        var document = new WordFile
        {
            Styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"Dam\"><w:name w:val=\"Đậm\"/><w:rPr><w:b/></w:rPr></w:style>"
                + "<w:style w:type=\"character\" w:styleId=\"Manh\"><w:name w:val=\"Mạnh\"/><w:rPr><w:b/></w:rPr></w:style>",
            Body =
                P("đậm theo kiểu", "<w:pStyle w:val=\"Dam\"/>")
                + P("bỏ đậm", "<w:pStyle w:val=\"Dam\"/>", "<w:b w:val=\"0\"/>")
                + $"<w:p>{R("Công an xã:", "<w:rStyle w:val=\"Manh\"/>")}{R(" chủ trì")}</w:p>"
                + P("nghiêng", run: "<w:i/>"),
        }.Read();
        Assert.Equal([true, false, false, false], document.Lines.Select(l => l.Bold));
        Assert.Equal("Công an xã:", document.Lines[2].BoldLead);
        Assert.True(document.Lines[3].Italic);
    }

    [Fact]
    public void Fonts_of_the_years_before_Unicode_are_converted()
    {
        var document = new WordFile
        {
            Body =
                P("Céng hßa x· héi chñ nghÜa ViÖt Nam", run: "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>")
                + P("§éc lËp", run: "<w:rFonts w:ascii=\".VnTimeH\" w:hAnsi=\".VnTimeH\"/>")
                + P(
                    "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM, Ñoäc laäp - Töï do",
                    run: "<w:rFonts w:ascii=\"VNI-Times\" w:hAnsi=\"VNI-Times\"/>"
                ),
        }.Read();
        Assert.Equal(
            ["Cộng hòa xã hội chủ nghĩa Việt Nam", "ĐỘC LẬP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Độc lập - Tự do"],
            document.Lines.Select(l => l.Text)
        );
        Assert.Equal("old-encoding", Assert.Single(document.Warnings).Code);
    }

    [Fact]
    public void Columns_made_with_tabs_are_read_one_after_the_other() =>
        Assert.Equal(
            [
                "ỦY BAN NHÂN DÂN",
                "XÃ BÌNH MINH",
                "Số: 12/KH-UBND",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Bình Minh, ngày 15 tháng 4 năm 2024",
                "1. Mục đích",
                "Tổng số 12",
                "Nơi nhận:",
                "- Như trên;",
                "- Lưu: VT.",
                "TM. ỦY BAN NHÂN DÂN",
                "CHỦ TỊCH",
                "Nguyễn Văn A",
            ],
            new WordFile
            {
                Body =
                    Tabbed("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    + Tabbed("XÃ BÌNH MINH", "Độc lập - Tự do - Hạnh phúc")
                    + P("Số: 12/KH-UBND            Bình Minh, ngày 15 tháng 4 năm 2024")
                    + Tabbed("1.", "Mục đích")
                    + Tabbed("Tổng số", "12")
                    + Tabbed("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN")
                    + Tabbed("- Như trên;", "CHỦ TỊCH")
                    + P("- Lưu: VT.")
                    + Tabbed("", "Nguyễn Văn A"),
            }.Lines()
        );

    private static string Tabbed(string left, string right) => $"<w:p>{R(left)}<w:r><w:tab/></w:r>{R(right)}</w:p>";
}
