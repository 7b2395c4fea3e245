using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>What stands within or beside a paragraph: fields, notes, text boxes, content controls.</summary>
public sealed class AsideTests
{
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
    public void Notes_follow_the_paragraph_that_calls_them()
    {
        var document = new WordFile
        {
            Footnotes =
                "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                + "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>"
                + $"{R(" Quyết định số 510/QĐ-BCA ngày 20/01/2022.")}</w:p></w:footnote>",
            Endnotes = $"<w:endnote w:id=\"2\">{P("Ghi chú cuối.")}</w:endnote>",
            Body =
                $"<w:p>{R("Phân loại năm 2024")}<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
                + $"<w:footnoteReference w:id=\"2\"/></w:r>{R(" theo quy định")}</w:p>"
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
                    + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic>"
                    + "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
                    + P("Trong khung")
                    + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
                    + "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
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
}
