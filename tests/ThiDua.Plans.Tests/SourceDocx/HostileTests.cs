using System.IO.Compression;
using static ThiDua.Plans.Tests.Source.Documents;
using static ThiDua.Plans.Tests.SourceDocx.HostileFile;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>Each hostile file ends in its own message, soon, and without eating the memory.</summary>
public sealed class HostileTests
{
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
                $"<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document {W}><w:body><w:p><w:r>"
                    + "<w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
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
                                WordFile.P(string.Concat(Enumerable.Range(0, 1250).Select(_ => random.Next(10_000_000, 99_999_999))))
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
                                $"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc><w:tc><w:p><w:r><w:t>{i}</w:t></w:r></w:p>"
                                + "</w:tc><w:tc/></w:tr>"
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
}
