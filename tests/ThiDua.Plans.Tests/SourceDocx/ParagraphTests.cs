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
                    $"<w:p>{R("Giảm ít nhất ")}<w:del {Author}><w:r><w:delText>03%</w:delText></w:r></w:del><w:ins {Author}>{R("05%")}</w:ins>{R(" số vụ")}</w:p>"
                    + $"<w:p><w:moveFrom {Author}>{R("Dòng chuyển đi")}</w:moveFrom></w:p><w:p><w:moveTo {Author}>{R("Dòng chuyển đến")}</w:moveTo></w:p>",
            }.Lines()
        );

    [Fact]
    public void Fields_give_their_last_result_only() =>
        Assert.Equal(
            ["Trang 3 của 12, xem mục II.2", "Ngày 15/4/2024"],
            new WordFile
            {
                Body =
                    "<w:p>"
                    + R("Trang ")
                    + Field(" PAGE ", "3")
                    + R(" của ")
                    + Field(" IF " + "\\* x", "12")
                    + R(", xem ")
                    + "<w:hyperlink w:anchor=\"x\">"
                    + R("mục II.2")
                    + "</w:hyperlink></w:p>"
                    + "<w:p>"
                    + R("Ngày ")
                    + "<w:fldSimple w:instr=\" DATE \">"
                    + R("15/4/2024")
                    + "</w:fldSimple></w:p>",
            }.Lines()
        );

    [Fact]
    public void A_field_within_a_fields_code_is_no_text() =>
        Assert.Equal(
            ["a ketqua b"],
            new WordFile
            {
                Body =
                    "<w:p>"
                    + R("a ")
                    + Char("begin")
                    + "<w:r><w:instrText>IF </w:instrText></w:r>"
                    + Field(" X ", "trong ma")
                    + Char("separate")
                    + R("ketqua")
                    + Char("end")
                    + R(" b")
                    + "</w:p>",
            }.Lines()
        );

    private static string Char(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";

    private static string Field(string code, string result) =>
        Char("begin") + $"<w:r><w:instrText xml:space=\"preserve\">{code}</w:instrText></w:r>" + Char("separate") + R(result) + Char("end");

    [Fact]
    public void Line_breaks_part_centred_lines_and_items_and_join_wrapped_sentences()
    {
        const string Br = "<w:r><w:br/></w:r>";
        var document = new WordFile
        {
            Body =
                $"<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{R("KẾ HOẠCH", "<w:b/>")}{Br}{R("phát động thi đua", "<w:b/>")}</w:p>"
                + $"<w:p>{R("giao Công an xã phối hợp với ")}{Br}{R("các ban, ngành,")}{Br}{R("đoàn thể thực hiện.")}{Br}{R("- Văn phòng:")}{Br}{R("a) tham mưu;")}{Br}{R("đ) báo cáo")}</w:p>",
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
    public void Notes_follow_the_paragraph_that_calls_them()
    {
        var document = new WordFile
        {
            Footnotes =
                "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                + $"<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>{R(" Quyết định số 510/QĐ-BCA ngày 20/01/2022.")}</w:p></w:footnote>",
            Endnotes = $"<w:endnote w:id=\"2\">{P("Ghi chú cuối.")}</w:endnote>",
            Body =
                $"<w:p>{R("Phân loại năm 2024")}<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r>{R(" theo quy định")}</w:p>"
                + $"<w:p>{R("Hết")}<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>",
        }.Read();
        Assert.Equal(
            ["Phân loại năm 2024 theo quy định", "[1] Quyết định số 510/QĐ-BCA ngày 20/01/2022.", "Hết", "[2] Ghi chú cuối."],
            document.Lines.Select(l => l.Text)
        );
        Assert.Equal([false, true, false, true], document.Lines.Select(l => l.Note));
    }

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph() =>
        Assert.Equal(
            ["Đoạn neo", "Trong khung", "Đoạn sau"],
            new WordFile
            {
                Validate = false,
                Body =
                    "<w:p>"
                    + R("Đoạn neo")
                    + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
                    + P("Trong khung")
                    + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
                    + P("Trong khung")
                    + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                    + P("Đoạn sau"),
            }.Lines()
        );

    [Fact]
    public void Content_controls_are_read_and_their_prompts_are_not() =>
        Assert.Equal(
            ["Số: 12/KH-UBND", "Trong khối"],
            new WordFile
            {
                Body =
                    $"<w:p>{R("Số: ")}<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{R("12/KH-UBND")}</w:sdtContent></w:sdt>"
                    + $"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{R("Bấm để nhập")}</w:sdtContent></w:sdt></w:p>"
                    + $"<w:sdt><w:sdtPr/><w:sdtContent>{P("Trong khối")}</w:sdtContent></w:sdt>",
            }.Lines()
        );

    [Fact]
    public void A_table_of_contents_is_left_out() =>
        Assert.Equal(
            ["I. MỤC ĐÍCH"],
            new WordFile
            {
                Styles = "<w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>",
                Body = P("I. MỤC ĐÍCH\t1", "<w:pStyle w:val=\"TOC1\"/>") + P("I. MỤC ĐÍCH"),
            }.Lines()
        );

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
