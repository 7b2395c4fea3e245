using System.Text;
using ThiDua.Plans.Source;
using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>Text that a Word document holds as a file within itself (altChunk).</summary>
public sealed class ChunkTests
{
    private const string Page =
        "<html><body><p>I. MỤC TIÊU</p><table border=1><tr><td>TT<td>Nhiệm vụ</tr><tr><td>1<td>Tuần tra</tr></table></body></html>";

    [Fact]
    public void A_web_page_within_is_read_where_it_stands()
    {
        var document = Around(Utf8(Page), "text/html").Read();
        Assert.Equal(["Trước", "I. MỤC TIÊU", "TT | Nhiệm vụ", "1 | Tuần tra", "Sau"], Source.Documents.Texts(document));
        Assert.Empty(document.Warnings);
    }

    [Fact]
    public void Its_tables_are_other_than_those_around_it()
    {
        const string table =
            "<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val=\"single\"/></w:tblBorders></w:tblPr><w:tblGrid>"
            + "<w:gridCol/><w:gridCol/></w:tblGrid>"
            + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        var document = new WordFile { Body = table + Chunk(0) + table + P("Sau"), Chunks = [("text/html", Utf8(Page))] }.Read();
        Assert.Equal([0, 1, 1, 2], document.Lines.Where(l => l.Row is not null).Select(l => l.Row!.Table));
    }

    [Theory]
    [InlineData("text/plain", "II. NHIỆM VỤ")]
    [InlineData("application/xhtml+xml", "<p>II. NHIỆM VỤ</p>")]
    [InlineData(
        "message/rfc822",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n"
            + "Content-Type: text/html\r\n\r\n<p>II. NHIỆM VỤ</p>\r\n--x--"
    )]
    public void Text_pages_and_archives_are_read(string type, string content) =>
        Assert.Equal(["Trước", "II. NHIỆM VỤ", "Sau"], Around(Utf8(content), type).Lines());

    [Fact]
    public void Another_Word_document_within_is_read_and_one_within_that()
    {
        var inner = new WordFile { Body = P("Trong cùng") }.Bytes();
        var outer = Around(inner, Word).Bytes();
        Assert.Equal(["Trước", "Trước", "Trong cùng", "Sau", "Sau"], Around(outer, Word).Lines());
    }

    [Fact]
    public void Rtf_is_read_where_LibreOffice_is_and_told_where_it_is_not()
    {
        var file = Around(Encoding.ASCII.GetBytes(@"{\rtf1\ansi Tuan tra\par}"), "application/rtf");
        var document = Source.Documents.Read(file.Bytes(), "a.docx", ReadLimits.Default with { AllowPrograms = false });
        Assert.Equal(["Trước", "Sau"], Source.Documents.Texts(document));
        var warning = Assert.Single(document.Warnings);
        Assert.Equal(("embedded-unread", new LineRange(1, 1)), (warning.Code, warning.Lines));
        Assert.Contains("sau dòng 1", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_or_is_not_there_is_told_with_its_place()
    {
        var file = new WordFile
        {
            Body = P("A\t\tB") + Chunk(0) + P("Sau") + "<w:altChunk r:id=\"không\"/>" + Chunk(1),
            Chunks = [("application/octet-stream", [0x1F, 0x8B, 1, 2]), ("image/png", [0x89, 0x50, 0x4E, 0x47, 1])],
            Validate = false,
        };
        Assert.Equal([1, 2, 2], file.Read().Warnings.Select(w => w.Lines!.Value.First));
    }

    [Fact]
    public void A_document_that_is_nothing_but_an_unreadable_file_is_refused_by_its_name()
    {
        var file = new WordFile { Body = Chunk(0), Chunks = [("application/octet-stream", [0x1F, 0x8B, 1, 2])] };
        var refused = Source.Documents.Refused(file.Bytes(), "a.docx");
        Assert.Equal("no-text", refused.Code);
        Assert.Contains("nhúng", refused.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_within_refuses_the_whole_document() =>
        Assert.Equal("secret", Source.Documents.Refused(Around(Utf8("<p>TUYỆT MẬT</p>"), "text/html").Bytes(), "a.docx").Code);

    [Fact]
    public void Documents_within_share_one_measure_of_what_may_be_unpacked()
    {
        var inner = new WordFile { Body = string.Concat(Enumerable.Repeat(P(new string(' ', 2000) + "a"), 500)) }.Bytes();
        var file = new WordFile
        {
            Body = string.Concat(Enumerable.Range(0, 4).Select(Chunk)),
            Chunks = [.. Enumerable.Repeat((Word, inner), 4)],
        };
        var limits = ReadLimits.Default with { MaxUnpackedBytes = 3_000_000 };
        Assert.Equal("bomb", Source.Documents.Refused(file.Bytes(), "a.docx", limits).Code);
    }

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static WordFile Around(byte[] content, string type) =>
        new() { Body = P("Trước") + Chunk(0) + P("Sau"), Chunks = [(type, content)] };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
