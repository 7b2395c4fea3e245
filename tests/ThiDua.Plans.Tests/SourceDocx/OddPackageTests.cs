using System.IO.Compression;
using System.Text;
using ThiDua.Plans.Source;
using static ThiDua.Plans.Tests.Source.Documents;
using static ThiDua.Plans.Tests.SourceDocx.HostileFile;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>Zip archives that are no ordinary Word document.</summary>
public sealed class OddPackageTests
{
    [Fact]
    public void A_bomb_of_entries()
    {
        var parts = Enumerable.Range(0, 10_001).Select(i => ($"word/{i}", (Action<Stream>)(_ => { }))).ToArray();
        var file = Zip([.. parts]);
        RefusedSoon(file, "too-many-entries");
        // The number that the end of the file declares is not believed.
        BitConverter.TryWriteBytes(file.AsSpan(file.AsSpan().LastIndexOf("PK\u0005\u0006"u8) + 10), (short)1);
        RefusedSoon(file, "too-many-entries");
        Assert.Equal("damaged", Refused(Zip(parts[..9_999]), "a.zip").Code);
    }

    [Fact]
    public void A_size_that_is_declared_and_not_there()
    {
        var file = Body("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>");
        // The uncompressed size in the central directory (offset 24) and in the local header (offset 22).
        var central = file.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(file.AsSpan(central + 24), 1 << 30);
        BitConverter.TryWriteBytes(file.AsSpan(22), 1 << 30);
        Exception? thrown = null;
        var took = ThiDua.Fuzz.ThreadTime.Of(() => thrown = Record.Exception(() => Read(file, "a.docx")));
        Assert.True(thrown is null or UnreadableDocumentException { Code: "damaged" }, thrown?.ToString());
        Assert.True(took < TimeSpan.FromSeconds(5), took.ToString());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK\u0003\u0004 and then nothing", "damaged")]
    [InlineData("PK\u0005\u0006", "damaged")]
    public void Stumps(string content, string code) => Assert.Equal(code, Refused(Encoding.Latin1.GetBytes(content), "a.docx").Code);

    [Fact]
    public void Other_packages_are_named()
    {
        Assert.Equal(
            "not-a-document",
            Refused(Zip(("xl/workbook.xml", s => s.Write("<a/>"u8)), ("[Content_Types].xml", s => s.Write("<a/>"u8))), "a.docx").Code
        );
        Assert.Equal("not-a-document", Refused(Zip(("ke-hoach.txt", s => s.Write("a"u8))), "a.docx").Code);
        Assert.Equal("damaged", Refused(Zip(("[Content_Types].xml", s => s.Write("<a/>"u8))), "a.docx").Code);
        Assert.Equal("damaged", Refused(Docx("<html/>"), "a.docx").Code);
        Assert.Equal("damaged", Refused(Docx($"<w:document {W}><w:body><w:p>"), "a.docx").Code);
        Assert.Equal("no-text", Refused(Body("<w:p/>"), "a.docx").Code);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_by_its_length_alone()
    {
        var refused = Refused(new byte[ReadLimits.Default.MaxFileBytes + 1], "a.docx");
        Assert.Equal("too-large", refused.Code);
        Assert.Contains("50 MB", refused.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_documents_and_unusual_part_names_are_read()
    {
        const string strict = "xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"";
        var file = Zip(
            (
                "_rels/.rels",
                s =>
                    s.Write(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"u8
                            + "<Relationship Id=\"r1\" "u8
                            + "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "u8
                            + "Target=\"/noi/dung.xml\"/></Relationships>"u8
                    )
            ),
            (
                "noi/_rels/dung.xml.rels",
                s =>
                    s.Write(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"u8
                            + "<Relationship Id=\"r1\" "u8
                            + "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/numbering\" "u8
                            + "Target=\"../so.xml\"/></Relationships>"u8
                    )
            ),
            (
                "so.xml",
                s =>
                    s.Write(
                        Encoding.UTF8.GetBytes(
                            $"<w:numbering {strict}>"
                                + $"{WordFile.Abstract(0, WordFile.Lvl(0, "upperRoman", "%1."))}{WordFile.Instance(1, 0)}</w:numbering>"
                        )
                    )
            ),
            (
                "noi/dung.xml",
                s =>
                    s.Write(
                        Encoding.UTF8.GetBytes(
                            $"<w:document {strict}><w:body>"
                                + $"{WordFile.P("MỤC ĐÍCH", WordFile.Num(1) + "<w:jc w:val=\"center\"/>", "<w:b/>")}</w:body></w:document>"
                        )
                    )
            )
        );
        var line = Read(file, "a.docx").Lines[0];
        Assert.True(line is { Text: "I. MỤC ĐÍCH", Bold: true, Centred: true });
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            DocumentSource.Read(new MemoryStream(Body(string.Concat(Enumerable.Repeat("<w:p/>", 5000)))), "a.docx", null, cancelled.Token)
        );
    }
}
