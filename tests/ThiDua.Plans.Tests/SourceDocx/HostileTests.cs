using System.IO.Compression;
using System.Text;
using ThiDua.Plans.Source;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>Each hostile file ends in its own message, soon, and without eating the memory.</summary>
public sealed class HostileTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static byte[] Zip(params (string Name, Action<Stream> Write)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(entry);
            }
        }
        return stream.ToArray();
    }

    private static byte[] Docx(string xml) => Zip(("word/document.xml", s => s.Write(Encoding.UTF8.GetBytes(xml))));

    private static byte[] Body(string body) => Docx($"<w:document {W}><w:body>{body}</w:body></w:document>");

    private static Action<Stream> Repeat(string head, string piece, int times, string tail) =>
        stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes(head));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1000)));
            for (var i = 0; i < times / 1000; i++)
            {
                stream.Write(block);
            }
            stream.Write(Encoding.UTF8.GetBytes(tail));
        };

    private static void RefusedSoon(byte[] file, string code)
    {
        var before = GC.GetTotalAllocatedBytes();
        var took = ThiDua.Fuzz.ThreadTime.Of(() => Assert.Equal(code, Refused(file, "ke-hoach.docx").Code));
        Assert.True(took < TimeSpan.FromSeconds(5), took.ToString());
        GC.Collect();
        Assert.True(GC.GetTotalMemory(false) < 300L << 20, $"{GC.GetTotalAllocatedBytes() - before:#,0} allocated");
    }

    [Fact]
    public void A_bomb_of_tags() =>
        RefusedSoon(
            Zip(
                (
                    "word/document.xml",
                    Repeat($"<w:document {W}><w:body>", "<w:bookmarkStart w:id=\"1\"/>", 9_000_000, "</w:body></w:document>")
                )
            ),
            "bomb"
        );

    [Fact]
    public void A_bomb_of_empty_paragraphs() =>
        RefusedSoon(
            Zip(("word/document.xml", Repeat($"<w:document {W}><w:body>", "<w:p></w:p>", 20_000_000, "</w:body></w:document>"))),
            "too-many-paragraphs"
        );

    [Fact]
    public void A_bomb_in_one_attribute() =>
        RefusedSoon(
            Zip(
                ("word/document.xml", Repeat($"<w:document {W}><w:body><w:p x=\"", "aaaaaaaaaa", 20_000_000, "\"/></w:body></w:document>"))
            ),
            "bomb"
        );

    [Fact]
    public void A_bomb_of_text() =>
        RefusedSoon(
            Zip(
                (
                    "word/document.xml",
                    Repeat($"<w:document {W}><w:body><w:p><w:r><w:t>", "chữ dài ", 20_000_000, "</w:t></w:r></w:p></w:body></w:document>")
                )
            ),
            "bomb"
        );

    [Fact]
    public void Entities_are_prohibited() =>
        RefusedSoon(
            Docx(
                $"<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
            ),
            "damaged"
        );

    [Fact]
    public void Nesting_has_an_end() => RefusedSoon(Body(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000))), "too-deep");

    [Fact]
    public void A_hundred_nested_tables_are_no_hundred_but_thirty_are_read()
    {
        var open = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 30));
        var close = string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 30));
        Assert.Equal(["trong cùng"], Texts(Read(Body(open + "<w:p><w:r><w:t>trong cùng</w:t></w:r></w:p>" + close), "a.docx")));
    }

    [Fact]
    public void Inline_nesting_of_a_hundred_is_read()
    {
        var open = string.Concat(Enumerable.Repeat("<w:smartTag>", 100));
        Assert.Equal(
            ["sâu"],
            Texts(Read(Body("<w:p>" + open + "<w:r><w:t>sâu</w:t></w:r>" + open.Replace("<w", "</w") + "</w:p>"), "a.docx"))
        );
    }

    [Fact]
    public void Too_many_paragraphs() =>
        RefusedSoon(
            Zip(
                (
                    "word/document.xml",
                    s =>
                    {
                        var writer = new StreamWriter(s);
                        writer.Write($"<w:document {W}><w:body>");
                        for (var i = 0; i < 201_000; i++)
                        {
                            writer.Write($"<w:p><w:r><w:t>{i * 7919}</w:t></w:r></w:p>");
                        }
                        writer.Write("</w:body></w:document>");
                        writer.Flush();
                    }
                )
            ),
            "too-many-paragraphs"
        );

    [Fact]
    public void Too_much_text() =>
        RefusedSoon(
            Zip(
                (
                    "word/document.xml",
                    s =>
                    {
                        var random = new Random(7);
                        var writer = new StreamWriter(s);
                        writer.Write($"<w:document {W}><w:body>");
                        for (var i = 0; i < 2_100; i++)
                        {
                            writer.Write(
                                $"<w:p><w:r><w:t>{string.Concat(Enumerable.Range(0, 1250).Select(_ => random.Next(10_000_000, 99_999_999)))}</w:t></w:r></w:p>"
                            );
                        }
                        writer.Write("</w:body></w:document>");
                        writer.Flush();
                    }
                )
            ),
            "too-much-text"
        );

    /// <summary>A short head is printed in each row that it covers; a whole text stands once, however many rows it covers.</summary>
    [Fact]
    public void Merged_cells_that_repeat_a_long_text()
    {
        var text = string.Concat(Enumerable.Range(0, 4000));
        var document = Read(
            Body(
                "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>"
                    + text
                    + "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>TT</w:t></w:r></w:p></w:tc><w:tc/></w:tr>"
                    + string.Concat(
                        Enumerable
                            .Range(0, 60_000)
                            .Select(i =>
                                $"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc><w:tc><w:p><w:r><w:t>{i}</w:t></w:r></w:p></w:tc><w:tc/></w:tr>"
                            )
                    )
                    + "</w:tbl>"
            ),
            "ke-hoach.docx"
        );
        Assert.Equal(60_001, document.Lines.Count);
        Assert.True(document.Lines.Sum(l => l.Text.Length) < text.Length + 60_000 * 15);
        Assert.Equal(text, document.Lines[^1].Row!.Cells[0]);
    }

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
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/noi/dung.xml\"/></Relationships>"u8
                    )
            ),
            (
                "noi/_rels/dung.xml.rels",
                s =>
                    s.Write(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/numbering\" Target=\"../so.xml\"/></Relationships>"u8
                    )
            ),
            (
                "so.xml",
                s =>
                    s.Write(
                        Encoding.UTF8.GetBytes(
                            $"<w:numbering {strict}>{WordFile.Abstract(0, WordFile.Lvl(0, "upperRoman", "%1."))}{WordFile.Instance(1, 0)}</w:numbering>"
                        )
                    )
            ),
            (
                "noi/dung.xml",
                s =>
                    s.Write(
                        Encoding.UTF8.GetBytes(
                            $"<w:document {strict}><w:body>{WordFile.P("MỤC ĐÍCH", WordFile.Num(1) + "<w:jc w:val=\"center\"/>", "<w:b/>")}</w:body></w:document>"
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
