using static ThiDua.Plans.Tests.SourceDocx.WordFile;
using static ThiDua.Plans.Tests.SourceDocx.WordTable;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>Tables that only place text on the page, whole or in their last rows.</summary>
public sealed class LayoutTableTests
{
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
    public void A_frame_around_the_text_is_no_table()
    {
        var document = new WordFile { Body = Tbl(Drawn, Tr(TcOf(P("I. MỤC ĐÍCH") + P("1. Chung")))) }.Read();
        Assert.Equal(["I. MỤC ĐÍCH", "1. Chung"], document.Lines.Select(l => l.Text));
        Assert.All(document.Lines, l => Assert.Null(l.Row));
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
