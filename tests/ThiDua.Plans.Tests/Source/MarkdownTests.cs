using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.Source;

public sealed class MarkdownTests
{
    [Fact]
    public void Lines_of_the_text_form_are_lines_of_the_file()
    {
        var document = Read("Số: /KH-UBND\r\n\r\n**KẾ HOẠCH**  \nnăm 2024\rcuối\n");
        Assert.Equal(["Số: /KH-UBND", "", "KẾ HOẠCH", "năm 2024", "cuối"], Texts(document));
        Assert.Equal("md", document.Format);
    }

    [Theory]
    [InlineData("# I. MỤC ĐÍCH", "I. MỤC ĐÍCH", 1, false)]
    [InlineData("## **2. Chỉ tiêu thi đua**", "2. Chỉ tiêu thi đua", 2, true)]
    [InlineData("####**1. Tuyên truyền** ##", "1. Tuyên truyền", 4, true)]
    [InlineData("**1.** **Công an xã**", "1. Công an xã", 0, true)]
    [InlineData("***a) Yêu cầu***", "a) Yêu cầu", 0, true)]
    [InlineData("__II. CHỈ TIÊU__", "II. CHỈ TIÊU", 0, true)]
    [InlineData("**Mục tiêu**:", "Mục tiêu:", 0, true)]
    [InlineData("#hashtag là chữ thường", "#hashtag là chữ thường", 0, false)]
    public void Heading_and_bold_marks_become_properties(string raw, string text, int level, bool bold)
    {
        var line = Read(raw + "\n\n**x**").Lines[0];
        Assert.Equal((text, level, bold), (line.Text, line.HeadingLevel, line.Bold));
    }

    [Theory]
    [InlineData("**Công an xã:** chủ trì, phối hợp", "Công an xã: chủ trì, phối hợp", "Công an xã:")]
    [InlineData("- **Công an xã:** chủ trì", "- Công an xã: chủ trì", "Công an xã:")]
    [InlineData("**1. Công an xã:** chủ trì", "1. Công an xã: chủ trì", "1. Công an xã:")]
    [InlineData("a) **Văn phòng** tham mưu", "a) Văn phòng tham mưu", "Văn phòng")]
    [InlineData("Giao **Công an xã** chủ trì", "Giao Công an xã chủ trì", null)]
    public void Bold_at_the_start_is_kept_apart(string raw, string text, string? lead)
    {
        var line = Read(raw).Lines[0];
        Assert.Equal((text, lead, false), (line.Text, line.BoldLead, line.Bold));
    }

    [Theory]
    [InlineData("*Bình Minh, ngày 15 tháng 4 năm 2024*", "Bình Minh, ngày 15 tháng 4 năm 2024", true)]
    [InlineData("_Nơi nhận:_", "Nơi nhận:", true)]
    [InlineData("(*) Ghi chú: đến 31/12 (*)", "(*) Ghi chú: đến 31/12 (*)", false)]
    [InlineData("* Công an xã:", "* Công an xã:", false)]
    [InlineData("_________________", "_________________", false)]
    [InlineData("-----", "-----", false)]
    [InlineData("KH_UBND_2024", "KH_UBND_2024", false)]
    [InlineData("1\\. Mục đích \\- yêu cầu \\*", "1. Mục đích - yêu cầu *", false)]
    [InlineData("C:\\kehoach", "C:\\kehoach", false)]
    [InlineData("tỷ lệ < 15% và > 5%", "tỷ lệ < 15% và > 5%", false)]
    [InlineData("A &amp; B<br>C<sup>2</sup>", "A & B C2", false)]
    [InlineData("<!-- image -->", "", false)]
    [InlineData("xem [Nghị định 30](https://example.vn/30) nhé", "xem Nghị định 30 nhé", false)]
    [InlineData("![](dau.png)Số: 12/KH-UBND", "Số: 12/KH-UBND", false)]
    [InlineData("> trích dẫn", "trích dẫn", false)]
    public void Other_marks(string raw, string text, bool italic)
    {
        var line = Read(raw, "a.md").Lines[0];
        Assert.Equal((text, italic), (line.Text, line.Italic));
    }

    [Fact]
    public void A_bold_run_over_two_lines_is_bold_on_both()
    {
        var lines = Read("**Phát động phong trào\nnăm 2024**").Lines;
        Assert.All(lines, l => Assert.True(l.Bold));
        Assert.Equal(["Phát động phong trào", "năm 2024"], lines.Select(l => l.Text));
    }

    [Fact]
    public void A_pipe_table_gives_rows_with_cells()
    {
        var lines = Read("Phụ lục\n| TT | Nhiệm vụ | Chủ trì |\n|:--|---|---|\n| 1 | **Tuyên truyền** | Công an xã |\n\nHết | thật").Lines;
        Assert.Equal(
            ["Phụ lục", "TT | Nhiệm vụ | Chủ trì", "", "1 | Tuyên truyền | Công an xã", "", "Hết | thật"],
            lines.Select(l => l.Text)
        );
        Assert.Equal((0, 0), (lines[1].Row!.Table, lines[1].Row!.Index));
        Assert.Equal((0, 1), (lines[3].Row!.Table, lines[3].Row!.Index));
        Assert.Equal(["1", "Tuyên truyền", "Công an xã"], lines[3].Row!.Cells);
        Assert.Null(lines[5].Row);
    }

    [Fact]
    public void Plain_text_keeps_its_marks()
    {
        var document = Read("* Công an xã: 2*3 = 6\n   lùi vào\tcột", "a.txt");
        Assert.Equal("txt", document.Format);
        Assert.Equal(["* Công an xã: 2*3 = 6", "lùi vào\tcột"], Texts(document));
    }

    [Fact]
    public void Text_is_composed_and_free_of_invisible_characters()
    {
        var document = Read("Kế hoa\u0323ch\u200B s\u00F4\u0301\u00A012\u2011KH\u00AD", "a.txt");
        Assert.Equal("Kế hoạch số 12-KH", document.Lines[0].Text);
    }

    [Fact]
    public void Data_above_a_text_is_not_of_it_and_moves_no_line()
    {
        var lines = Read(
            "---\nlayout: vanban\ntitle: \"Kế hoạch số 4/KH-UBND\"\ntags:\n- An ninh\n- Trật tự\n---\n\n# KẾ HOẠCH\n---\nA\n"
        ).Lines;
        Assert.Equal(["", "", "", "", "", "", "", "", "KẾ HOẠCH"], lines.Take(9).Select(l => l.Text));
    }

    [Theory]
    [InlineData("*2.1. *Việc triển khai", "2.1. Việc triển khai")]
    [InlineData("**Điều 3. **Chánh Văn phòng", "Điều 3. Chánh Văn phòng")]
    [InlineData("*2.2. Sở", "2.2. Sở")]
    [InlineData("Nội vụ*", "Nội vụ")]
    [InlineData("* Tuyên truyền *lưu động", "* Tuyên truyền *lưu động")]
    [InlineData("Cột (*)", "Cột (*)")]
    public void Emphasis_that_a_converter_broke_leaves_no_marks(string raw, string text) =>
        Assert.Equal(text, Read(raw + "\n\n**x**").Lines[0].Text);

    [Fact]
    public void A_table_whose_cells_were_put_on_lines_is_rows_again()
    {
        const string file =
            "**x**\n\n|\n**STT**\n|\n**Nhiệm vụ**\n|\n**Chủ trì**\n|\n|\n**I. TUYÊN TRUYỀN**\n|\n|\n1\n|\n"
            + "Phát tờ\nrơi\n|\n|\n|\n2\n|\nTuần tra\n|\nCông an xã\n|\n\nHết.\n";
        var document = Read(file);
        var rows = document.Lines.Where(l => l.Row is not null).Select(l => l.Row!.Cells).ToArray();
        Assert.Equal(
            [
                ["STT", "Nhiệm vụ", "Chủ trì"],
                ["I. TUYÊN TRUYỀN", "I. TUYÊN TRUYỀN", "I. TUYÊN TRUYỀN"],
                ["1", "Phát tờ rơi", ""],
                ["2", "Tuần tra", "Công an xã"],
            ],
            rows
        );
        Assert.Equal(("Hết.", file.Count(c => c == '\n')), (document.Lines[^1].Text, document.Lines.Count));
    }

    [Fact]
    public void Bars_without_a_head_of_a_table_stay_lines() =>
        Assert.DoesNotContain(Read("**x**\n|\nỦY BAN NHÂN DÂN\n|\nCỘNG HÒA\n|\n|\nSố: 1\n|\n").Lines, l => l.Row is not null);

    /// <summary>What a converter leaves of the pages of a .pdf: a form feed and the page's number, at its head or its foot.</summary>
    [Fact]
    public void Numbers_of_pages_are_no_text() =>
        Assert.Equal(
            ["- Tỷ", "", "", "lệ khám phá đạt 95%.", "", "12", ""],
            Texts(Read("- Tỷ\n\n\f2\nlệ khám phá đạt 95%.\n\n12\n3\n\f", "a.txt"))
        );

    [Fact]
    public void Numbers_of_pages_amid_the_text_are_left_out_and_those_of_rows_are_not()
    {
        string[] page = [.. Enumerable.Repeat("Các ấp tổ chức tuyên truyền đến từng hộ gia đình.", 14)];
        string[] copied = [.. page, "Công an xã chủ trì, phối hợp với lực", "2", "lượng tại chỗ.", .. page, "- 3 -", .. page, "5"];
        var lines = Texts(Read(string.Join('\n', copied), "a.txt"));
        Assert.Equal(copied.Length, lines.Length);
        Assert.Equal(["5"], lines.Where(l => l.Length is > 0 and < 6));
        string[] rows = ["1", .. page, "2", .. page, "3"];
        Assert.Equal(rows, Texts(Read(string.Join('\n', rows), "a.txt")));
    }
}
