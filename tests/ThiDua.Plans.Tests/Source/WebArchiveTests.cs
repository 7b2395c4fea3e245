using System.Text;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.Source;

/// <summary>Web pages kept with their pictures in one file (.mht), which Word also saves under the name .doc.</summary>
public sealed class WebArchiveTests
{
    private const string Page = "<html><body><p align=center><b>KẾ HOẠCH</b></p><p>Phong trào thi đua năm 2025</p></body></html>";
    private static readonly string[] Lines = ["KẾ HOẠCH", "Phong trào thi đua năm 2025"];

    [Theory]
    [InlineData("ke-hoach.mht")]
    [InlineData("ke-hoach.doc")]
    [InlineData("ke-hoach.txt")]
    public void An_archive_is_told_by_its_content(string name)
    {
        var document = Read(Archive(Part("text/html", Page)), name);
        Assert.Equal("mht", document.Format);
        Assert.Equal(Lines, Texts(document));
        Assert.True(document.Lines[0].Bold && document.Lines[0].Centred);
    }

    [Fact]
    public void Quoted_printable_and_base64_are_decoded_and_other_parts_passed_over()
    {
        var quoted = string.Concat(
            Encoding
                .UTF8.GetBytes(Page)
                .Select((b, i) => (i % 20 == 19 ? "=\r\n" : "") + (b is > 126 or (byte)'=' ? $"={b:X2}" : $"{(char)b}"))
        );
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Page), Base64FormattingOptions.InsertLineBreaks);
        Assert.Equal(Lines, Texts(Read(Archive(Part("text/html", quoted, "quoted-printable")), "a.mht")));
        Assert.Equal(
            Lines,
            Texts(
                Read(Archive(Part("image/png", "iVBORw0KGgo=", "base64") + Part("text/html; charset=\"utf-8\"", base64, "base64")), "a.mht")
            )
        );
    }

    [Fact]
    public void Every_length_of_base64_comes_back_whole()
    {
        for (var length = 1; length < 9; length++)
        {
            var text = "abcdefghi"[..length];
            var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(text)).TrimEnd('=');
            Assert.Equal([text], Texts(Read(Archive(Part("text/plain", encoded, "base64")), "a.mht")));
        }
    }

    [Fact]
    public void The_page_of_a_part_with_alternatives_is_found()
    {
        var inner = "--y\r\n" + Part("text/plain", "KẾ HOẠCH")[8..] + "--y\r\n" + Part("text/html", Page)[8..] + "--y--\r\n";
        Assert.Equal(Lines, Texts(Read(Archive(Part("multipart/alternative; boundary=y", inner)), "a.mht")));
    }

    [Fact]
    public void A_stamp_in_the_headers_of_an_archive_refuses_it() =>
        Assert.Equal(
            "secret",
            Refused(Encoding.UTF8.GetString(Archive(Part("text/html", Page) + Part("text/html", "<p>TỐI MẬT</p>"))), "a.mht").Code
        );

    [Fact]
    public void An_archive_without_text_is_refused_and_lines_with_colons_are_no_archive()
    {
        Assert.Equal("no-text", Refused(Encoding.UTF8.GetString(Archive(Part("image/png", "abcd", "base64"))), "a.mht").Code);
        Assert.Equal("txt", Read("Content-Type: thi đua\n\nKế hoạch", "a.txt").Format);
    }

    // Each part holds an archive of its own: they are not opened one within the other without end.
    [Fact]
    public void Archives_within_archives_end()
    {
        var text = "x";
        for (var i = 0; i < 2000; i++)
        {
            text = $"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{text}";
        }
        Assert.Equal("x", Texts(Read(text, "a.mht"))[^1]);
    }

    private static byte[] Archive(string parts) =>
        Encoding.UTF8.GetBytes(
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
                + $"\tboundary=\"x=_y\"\r\n\r\nThis is an archive.\r\n{parts}--x=_y--\r\n"
        );

    private static string Part(string type, string content, string encoding = "8bit") =>
        $"--x=_y\r\nContent-Type: {type}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: "
        + $"file:///C:/a.htm\r\n\r\n{content}\r\n";
}
