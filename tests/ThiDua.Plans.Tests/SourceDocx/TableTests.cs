using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.SourceDocx;

public sealed class TableTests
{
    private const string Drawn =
        "<w:tblBorders><w:top w:val=\"single\"/><w:left w:val=\"single\"/><w:bottom w:val=\"single\"/><w:right w:val=\"single\"/><w:insideH w:val=\"single\"/><w:insideV w:val=\"single\"/></w:tblBorders>";

    private static string Tbl(string properties, params string[] rows) =>
        $"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{string.Concat(rows)}</w:tbl>{P("")}";

    private static string Tr(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Tc(string text, string properties = "") => TcOf(P(text), properties);

    private static string TcOf(string content, string properties = "") =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/>{properties}</w:tcPr>{content}</w:tc>";

    [Fact]
    public void A_letterhead_is_read_cell_by_cell()
    {
        var document = new WordFile
        {
            Body =
                Tbl(
                    "",
                    Tr(
                        TcOf(P("ỦY BAN NHÂN DÂN", "<w:jc w:val=\"center\"/>") + P("XÃ BÌNH MINH")),
                        TcOf(P("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + P("Độc lập - Tự do - Hạnh phúc"))
                    ),
                    Tr(Tc("Số: 12/KH-UBND"), Tc("Bình Minh, ngày 15 tháng 4 năm 2024"))
                ) + P("KẾ HOẠCH"),
        }.Read();
        Assert.Equal(
            [
                "ỦY BAN NHÂN DÂN",
                "XÃ BÌNH MINH",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Số: 12/KH-UBND",
                "Bình Minh, ngày 15 tháng 4 năm 2024",
                "KẾ HOẠCH",
            ],
            document.Lines.Select(l => l.Text)
        );
        Assert.All(document.Lines.Take(6), l => Assert.True(l.Row!.Borderless));
        Assert.Equal([0, 0, 0, 0, 1, 1], document.Lines.Take(6).Select(l => l.Row!.Index));
        Assert.True(document.Lines[0].Centred);
        Assert.Null(document.Lines[6].Row);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(3)]
    public void Recipients_and_signature_in_the_last_rows_of_a_table_of_data_are_read_once(int columns)
    {
        string[] fill = [.. Enumerable.Repeat(Tc("x"), columns - 2)];
        var foot = Tr(
            TcOf(
                P("Nơi nhận:") + P("- Đảng ủy xã;") + P("- Lưu: VT."),
                $"<w:gridSpan w:val=\"{columns - 1}\"/><w:vMerge w:val=\"restart\"/>"
            ),
            TcOf(P("TM. ỦY BAN NHÂN DÂN") + P("CHỦ TỊCH"))
        );
        var name = Tr(TcOf(P(""), $"<w:gridSpan w:val=\"{columns - 1}\"/><w:vMerge/>"), Tc("Nguyễn Văn Mẫu"));
        var document = new WordFile
        {
            Body = Tbl(Drawn, Tr([Tc("STT"), Tc("Nội dung"), .. fill]), Tr([Tc("1"), Tc("Phát động"), .. fill]), foot, name),
            Validate = false,
        }.Read();
        Assert.Equal(
            ["Nơi nhận:", "- Đảng ủy xã;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"],
            document.Lines.Skip(2).Select(l => l.Text)
        );
        Assert.Equal([false, false, true], document.Lines.Take(3).Select(l => l.Row!.Borderless));
    }

    [Fact]
    public void A_column_of_recipients_is_no_foot() =>
        Assert.Equal(
            ["STT | Văn bản | Nơi nhận", "1 | Báo cáo | Nơi nhận báo cáo", "2 | Kế hoạch | TM. UBND"],
            new WordFile
            {
                Body = Tbl(
                    Drawn,
                    Tr(Tc("STT"), Tc("Văn bản"), Tc("Nơi nhận")),
                    Tr(Tc("1"), Tc("Báo cáo"), Tc("Nơi nhận báo cáo")),
                    Tr(Tc("2"), Tc("Kế hoạch"), Tc("TM. UBND"))
                ),
                Validate = false,
            }.Lines()
        );

    [Fact]
    public void A_letterhead_with_drawn_borders_still_is_one() =>
        Assert.Equal(
            ["UBND XÃ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            new WordFile { Body = Tbl(Drawn, Tr(Tc("UBND XÃ"), Tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))) }.Lines()
        );

    [Fact]
    public void An_assignment_table_gives_a_line_a_row()
    {
        var document = new WordFile
        {
            Styles =
                "<w:style w:type=\"table\" w:styleId=\"Luoi\"><w:name w:val=\"Table Grid\"/><w:tblPr>" + Drawn + "</w:tblPr></w:style>",
            Body = Tbl(
                "<w:tblStyle w:val=\"Luoi\"/>",
                Tr(Tc("TT"), Tc("Nhiệm vụ"), Tc("Chủ trì")),
                Tr(Tc("1"), Tc("Tuyên truyền"), TcOf(P("Công an xã") + P("Văn phòng")))
            ),
        }.Read();
        Assert.Equal(["TT | Nhiệm vụ | Chủ trì", "1 | Tuyên truyền | Công an xã Văn phòng"], document.Lines.Select(l => l.Text));
        Assert.Equal(["1", "Tuyên truyền", "Công an xã\nVăn phòng"], document.Lines[1].Row!.Cells);
        Assert.False(document.Lines[1].Row!.Borderless);
    }

    [Fact]
    public void Merged_cells_are_repeated()
    {
        var document = new WordFile
        {
            Body = Tbl(
                Drawn,
                Tr(Tc("I. CÔNG TÁC TUYÊN TRUYỀN", "<w:gridSpan w:val=\"3\"/>")),
                Tr(Tc("Công an xã", "<w:vMerge w:val=\"restart\"/>"), Tc("Việc A"), Tc("30/6")),
                Tr(Tc("", "<w:vMerge/>"), Tc("Việc B"), Tc("31/12"))
            ),
        }.Read();
        Assert.Equal(
            ["I. CÔNG TÁC TUYÊN TRUYỀN", "Công an xã | Việc A | 30/6", "Công an xã | Việc B | 31/12"],
            document.Lines.Select(l => l.Text)
        );
        Assert.Equal(Enumerable.Repeat("I. CÔNG TÁC TUYÊN TRUYỀN", 3), document.Lines[0].Row!.Cells);
        Assert.Equal("Công an xã", document.Lines[2].Row!.Cells[0]);
    }

    [Fact]
    public void A_numbered_column_prints_its_numbers() =>
        Assert.Equal(
            ["TT | Việc", "1. | A", "2. | B"],
            new WordFile
            {
                Numbering = Abstract(0, Lvl(0, "decimal", "%1.")) + Instance(1, 0),
                Body = Tbl(Drawn, Tr(Tc("TT"), Tc("Việc")), Tr(TcOf(P("", Num(1))), Tc("A")), Tr(TcOf(P("", Num(1))), Tc("B"))),
            }.Lines()
        );

    [Fact]
    public void Nested_tables_stay_in_their_cell()
    {
        var document = new WordFile { Body = Tbl(Drawn, Tr(Tc("Ngoài"), TcOf(Tbl(Drawn, Tr(Tc("TT"), Tc("Trong")))))) }.Read();
        Assert.Equal(["Ngoài | TT | Trong"], document.Lines.Select(l => l.Text));
        Assert.Equal(["Ngoài", "TT | Trong"], document.Lines[0].Row!.Cells);
    }

    [Fact]
    public void A_deleted_row_is_gone_and_a_row_in_a_content_control_is_not() =>
        Assert.Equal(
            ["TT | Việc", "2 | B"],
            new WordFile
            {
                Body = Tbl(
                    Drawn,
                    Tr(Tc("TT"), Tc("Việc")),
                    "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"A\"/></w:trPr>" + Tc("1") + Tc("A") + "</w:tr>",
                    "<w:sdt><w:sdtPr/><w:sdtContent>" + Tr(Tc("2"), Tc("B")) + "</w:sdtContent></w:sdt>"
                ),
            }.Lines()
        );

    [Fact]
    public void A_borderless_table_with_many_columns_is_data() =>
        Assert.Equal(
            ["TT | Chỉ tiêu | Năm 2024", "1 | Vụ án | 5", "2 | Mô hình | 3"],
            new WordFile
            {
                Body = Tbl(
                    "",
                    Tr(Tc("TT"), Tc("Chỉ tiêu"), Tc("Năm 2024")),
                    Tr(Tc("1"), Tc("Vụ án"), Tc("5")),
                    Tr(Tc("2"), Tc("Mô hình"), Tc("3"))
                ),
            }.Lines()
        );

    [Fact]
    public void A_frame_around_the_text_is_no_table()
    {
        var document = new WordFile { Body = Tbl(Drawn, Tr(TcOf(P("I. MỤC ĐÍCH") + P("1. Chung")))) }.Read();
        Assert.Equal(["I. MỤC ĐÍCH", "1. Chung"], document.Lines.Select(l => l.Text));
        Assert.All(document.Lines, l => Assert.Null(l.Row));
    }

    [Fact]
    public void Tables_and_rows_are_counted()
    {
        var document = new WordFile
        {
            Body = Tbl(Drawn, Tr(Tc("a"), Tc("b"))) + Tbl(Drawn, Tr(Tc("c"), Tc("d")), Tr(Tc("e"), Tc("f"))),
        }.Read();
        Assert.Equal([(0, 0), (1, 0), (1, 1)], document.Lines.Select(l => (l.Row!.Table, l.Row.Index)));
    }

    [Fact]
    public void A_stamp_in_a_text_cell_or_header_refuses_the_document()
    {
        var body = P("KẾ HOẠCH");
        Assert.Equal(
            "secret",
            Source
                .Documents.Refused(
                    new WordFile
                    {
                        Body = Tbl("", Tr(TcOf(P("UBND XÃ") + P("TỐI MẬT")), Tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))) + body,
                    }.Bytes(),
                    "a.docx"
                )
                .Code
        );
        Assert.Equal("secret", Source.Documents.Refused(new WordFile { Header = P("MẬT"), Body = body }.Bytes(), "a.docx").Code);
    }
}
