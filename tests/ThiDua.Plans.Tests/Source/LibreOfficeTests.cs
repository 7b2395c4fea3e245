using System.IO.Compression;
using System.Text;
using ThiDua.Plans.Source;
using ThiDua.Plans.Source.External;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.Source;

/// <summary>Files that LibreOffice turns into Word documents, where it is installed.</summary>
public sealed class LibreOfficeTests
{
    private static readonly ReadLimits NoPrograms = ReadLimits.Default with { AllowPrograms = false };

    // Unicode in RTF: \uN with the replacement "?".
    private static byte[] Rtf(params string[] paragraphs) =>
        Encoding.ASCII.GetBytes(
            "{\\rtf1\\ansi "
                + string.Concat(paragraphs.Select(p => string.Concat(p.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c}?")) + "\\par "))
                + "}"
        );

    [Fact]
    public void Rtf_is_read_through_LibreOffice()
    {
        Assert.SkipUnless(
            Programs.Find(Office.Program, ReadLimits.Default) is not null,
            "LibreOffice is not installed (apt install libreoffice-writer)."
        );
        var document = Read(Rtf("KẾ HOẠCH", "1. Mục đích"), "ke-hoach.doc");
        Assert.Equal("rtf", document.Format);
        Assert.Equal(["KẾ HOẠCH", "1. Mục đích"], Texts(document));
    }

    [Fact]
    public void A_slow_program_is_stopped_with_its_children()
    {
        Assert.SkipUnless(
            Programs.Find(Office.Program, ReadLimits.Default) is not null,
            "LibreOffice is not installed (apt install libreoffice-writer)."
        );
        Assert.Equal("timeout", Refused(Rtf("x"), "a.rtf", ReadLimits.Default with { ProgramTimeout = TimeSpan.FromMilliseconds(1) }).Code);
    }

    /// <summary>Rows of tables, of which LibreOffice makes eighty times their size.</summary>
    [Fact]
    public void What_takes_LibreOffice_too_much_memory_is_refused_and_the_limit_is_named()
    {
        Assert.SkipUnless(
            Programs.Find(Office.Program, ReadLimits.Default) is not null,
            "LibreOffice is not installed (apt install libreoffice-writer)."
        );
        Assert.SkipUnless(Programs.Find("prlimit", ReadLimits.Default) is not null, "prlimit is not installed (apt install util-linux).");
        var rows = string.Concat(
            Enumerable.Range(0, 60_000).Select(i => $"\\trowd\\cellx1000\\cellx2000\\cellx3000\\intbl a{i}\\cell b\\cell c\\cell\\row ")
        );
        var refused = Refused(
            Encoding.ASCII.GetBytes("{\\rtf1\\ansi " + rows + "}"),
            "a.rtf",
            ReadLimits.Default with
            {
                OfficeMemory = 650_000_000,
            }
        );
        Assert.Equal("program-failed", refused.Code);
        Assert.Contains("650 MB", refused.Vietnamese, StringComparison.Ordinal);
    }

    /// <summary>Where no wall stands around it: what it is told suffices.</summary>
    [Fact]
    public void LibreOffice_fetches_nothing_that_a_document_links_to()
    {
        Assert.SkipUnless(
            Programs.Find(Office.Program, ReadLimits.Default) is not null,
            "LibreOffice is not installed (apt install libreoffice-writer)."
        );
        using var server = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();
        var address = $"http://127.0.0.1:{((System.Net.IPEndPoint)server.LocalEndpoint).Port}/a";
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            Part(
                zip,
                "META-INF/manifest.xml",
                """
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
                """
            );
            Part(
                zip,
                "content.xml",
                $"""
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text><text:p>Ke hoach</text:p><text:p>
                <draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char">
                <draw:image xlink:href="{address}.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
                <text:section text:name="S"><text:section-source xlink:href="{address}.odt" xlink:type="simple"
                 xlink:show="embed"/><text:p>x</text:p></text:section>
                </office:text></office:body></office:document-content>
                """
            );
        }
        var document = Read(file.ToArray(), "a.odt");
        Assert.Contains("Ke hoach", document.Text, StringComparison.Ordinal);
        Assert.False(server.Pending());
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    [Fact]
    public void Without_LibreOffice_the_message_says_what_to_do()
    {
        var refused = Refused(Rtf("x"), "a.rtf", NoPrograms);
        Assert.Equal("needs-office", refused.Code);
        Assert.Contains("apt install libreoffice-writer", refused.Vietnamese, StringComparison.Ordinal);
        Assert.Contains(".docx", refused.Vietnamese, StringComparison.Ordinal);
    }
}
