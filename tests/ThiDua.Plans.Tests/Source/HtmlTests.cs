using ThiDua.Plans.Source;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.Source;

public sealed class HtmlTests
{
    private static SourceDocument Html(string body) =>
        Read("<!DOCTYPE html><html><head><title>Tiêu đề</title></head><body>" + body + "</body></html>", "ke-hoach.html");

    [Fact]
    public void Blocks_are_lines_with_their_look()
    {
        var lines = Html(
            "<h1>KẾ HOẠCH<br>năm 2024</h1>\n<h2>I. MỤC ĐÍCH</h2><p>Đoạn  một\n  tiếp <b>đậm</b></p><p "
                + "align=center><i>ngày 15/4</i></p><p><strong>Công an xã:</strong> chủ trì"
        ).Lines;
        Assert.Equal(
            ["KẾ HOẠCH", "năm 2024", "I. MỤC ĐÍCH", "Đoạn một tiếp đậm", "ngày 15/4", "Công an xã: chủ trì"],
            lines.Select(l => l.Text)
        );
        Assert.Equal([1, 1, 2, 0, 0, 0], lines.Select(l => l.HeadingLevel));
        Assert.Equal([true, true, true, false, false, false], lines.Select(l => l.Bold));
        Assert.True(lines[4] is { Centred: true, Italic: true });
        Assert.Equal("Công an xã:", lines[5].BoldLead);
    }

    [Fact]
    public void Lists_print_their_labels() =>
        Assert.Equal(
            ["- A", "- B", "3. C", "a. c1", "b. c2", "4. D", "X"],
            Texts(
                Html(
                    "<ul><li>A<li>B</ul><ol start=3><li>C<ol type=a><li>c1</li><li><p>c2</p></li></ol></li><li>"
                        + "D</ol><ul style='list-style: none'><li>X</ul>"
                )
            )
        );

    [Fact]
    public void A_table_gives_rows_and_a_letterhead_gives_lines()
    {
        var lines = Html(
            "<table><tr><td>UBND XÃ<br>BÌNH MINH</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>"
                + "<table border=1><tr><th>TT<th>Việc<th>Chủ trì<tr><td rowspan=2>1<td>A<td>Công an<tr><td colspan=2>B</table>"
        ).Lines;
        Assert.Equal(
            ["UBND XÃ", "BÌNH MINH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TT | Việc | Chủ trì", "1 | A | Công an", "1 | B"],
            lines.Select(l => l.Text)
        );
        Assert.Equal(["1", "B", "B"], lines[5].Row!.Cells);
        Assert.Equal([true, true, true, false, false, false], lines.Select(l => l.Row!.Borderless));
    }

    [Fact]
    public void What_is_not_shown_is_not_read() =>
        Assert.Equal(
            ["Thấy", "Cuối"],
            Texts(
                Html(
                    "<nav>Trang chủ</nav><script>if (a<b) x='</p>'</script><style>p{}</style><p>Thấy<span "
                        + "style='display:none'>ẩn</span></p><!-- chú thích --><div hidden>ẩn</div><p>Cuối"
                )
            )
        );

    [Fact]
    public void Classes_of_the_pages_own_style_sheet_count()
    {
        var line = Read(
            "<html><head><style>.official .organ, p.to { font-weight: 700; text-align: center } "
                + "@media print { .organ { display: none } }</style></head><body><p class='x organ'>UBND XÃ</p>",
            "a.html"
        ).Lines[0];
        Assert.True(line is { Text: "UBND XÃ", Bold: true, Centred: true });
    }

    [Fact]
    public void Word_as_web_page_keeps_its_printed_numbers() =>
        Assert.Equal(
            ["1. Mục đích", "- Yêu cầu & điều kiện ≥ 5%"],
            Texts(
                Read(
                    "<html xmlns:o=\"urn:x\"><head><meta charset=utf-8><!--[if gte mso 9]><xml><w:x>Ẩn</w:x></xml>"
                        + "<![endif]--></head><body><p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>"
                        + "1.<span>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>Mục\r\nđích<o:p></o:p></p>"
                        + "<p>-&nbsp;Yêu cầu &amp; điều kiện &ge; 5%</p>",
                    "a.doc"
                )
            )
        );

    [Fact]
    public void Broken_markup_still_gives_its_text() =>
        Assert.Equal(["a < b", "c", "d", "e"], Texts(Html("</b></p>a < b<p>c</div></span><p>d<td>e</table></p></")));

    /// <summary>
    /// HTML lets the end tags of rows, cells and items be left out (WHATWG HTML, 13.1.2.4): hundreds of rows are no nesting.
    /// </summary>
    [Fact]
    public void Rows_cells_and_items_may_leave_out_their_end_tags()
    {
        var rows = Html(
            "<table border=1>"
                + string.Concat(Enumerable.Range(1, 400).Select(i => $"<tr><td>{i}<td><p>Việc {i}<td>Công an xã"))
                + "</table><ul>"
                + string.Concat(Enumerable.Range(1, 400).Select(i => $"<li><p>Ý {i}"))
                + "</ul>"
        ).Lines;
        Assert.Equal(800, rows.Count);
        Assert.Equal("400 | Việc 400 | Công an xã", rows[399].Text);
        Assert.Equal(399, rows[399].Row!.Index);
        Assert.Equal("- Ý 400", rows[799].Text);
    }

    [Fact]
    public void A_markdown_file_with_some_tags_stays_markdown() =>
        Assert.Equal("md", Read("<div align=center>\n\n# I. A\n\n</div>", "a.md").Format);

    [Fact]
    public void Nesting_without_end_is_refused_and_a_hundred_deep_is_not()
    {
        Assert.Equal("x", Html(string.Concat(Enumerable.Repeat("<div><span>", 50)) + "x").Lines[0].Text);
        Assert.Equal("too-deep", Refused("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)), "a.html").Code);
    }

    [Theory]
    [InlineData("<b>", 200, "<p></p>", 500_000)]
    [InlineData("", 0, "<a href='", 1_000_000)]
    [InlineData("", 0, "<!--", 1_000_000)]
    [InlineData("<table><tr><td>", 30, "<td rowspan=99999 colspan=60>", 100_000)]
    [InlineData("<style>", 1, ".a{b:c}", 1_000_000)]
    [InlineData("<table>", 1, "<b>x", 1_000_000)]
    [InlineData("", 0, "<b><p>", 1_000_000)]
    [InlineData("", 0, "<p>x<li>y<td>z", 1_000_000)]
    public void Hostile_pages_stay_linear(string deep, int times, string repeated, int repeats)
    {
        var html =
            "<html><body>" + string.Concat(Enumerable.Repeat(deep, times)) + string.Concat(Enumerable.Repeat(repeated, repeats)) + "x";
        Exception? thrown = null;
        var took = ThiDua.Fuzz.ThreadTime.Of(() => thrown = Record.Exception(() => Read(html, "a.html")));
        Assert.True(thrown is null or UnreadableDocumentException, thrown?.ToString());
        Assert.True(took < TimeSpan.FromSeconds(5), took.ToString());
    }
}
