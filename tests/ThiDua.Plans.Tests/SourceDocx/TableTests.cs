using static ThiDua.Plans.Tests.SourceDocx.WordFile;
using static ThiDua.Plans.Tests.SourceDocx.WordTable;

namespace ThiDua.Plans.Tests.SourceDocx;

public sealed class TableTests
{
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
    public void Tables_and_rows_are_counted()
    {
        var document = new WordFile
        {
            Body = Tbl(Drawn, Tr(Tc("a"), Tc("b"))) + Tbl(Drawn, Tr(Tc("c"), Tc("d")), Tr(Tc("e"), Tc("f"))),
        }.Read();
        Assert.Equal([(0, 0), (1, 0), (1, 1)], document.Lines.Select(l => (l.Row!.Table, l.Row.Index)));
    }
}
