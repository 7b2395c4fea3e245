using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cli;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Sandbox;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Plans;

/// <summary>Uploads that want more than to be read.</summary>
public sealed class HostileUploadTests : IDisposable
{
    private static readonly string Packs = Path.Combine(PackFolder.Repository, "packs");
    private readonly string data = Directory.CreateTempSubdirectory("thidua-hostile-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static void RequireOffice() =>
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(f => File.Exists(Path.Combine(f, "soffice"))),
            "LibreOffice is not installed (apt install libreoffice-writer-nogui)."
        );

    private async Task<PlanBundle> Read(byte[] bytes, string name, CancellationToken cancellationToken)
    {
        var file = Path.Combine(data, "upload");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        return await new PlanReaderProcess(new RunFolders(data)).Read(file, name, Packs, cancellationToken);
    }

    private string[] Left() => Directory.GetFileSystemEntries(RunFolders.IncomingOf(data));

    [Fact]
    public async Task A_document_that_links_to_a_server_makes_no_request()
    {
        RequireOffice();
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var bundle = await Read(
            Odt("KẾ HOẠCH", ((IPEndPoint)server.LocalEndpoint).Port),
            "ke-hoach.odt",
            TestContext.Current.CancellationToken
        );
        Assert.Null(bundle.Refused?.English);
        Assert.Contains("KẾ HOẠCH", bundle.Text, StringComparison.Ordinal);
        Assert.False(server.Pending());
        Assert.Empty(Left());
    }

    [Fact]
    public async Task A_secret_that_is_refused_leaves_nothing()
    {
        RequireOffice();
        var bundle = await Read(Odt("TUYỆT MẬT", 9), "mat.odt", TestContext.Current.CancellationToken);
        Assert.Equal("secret", bundle.Refused?.Code);
        Assert.Empty(Left());
    }

    /// <summary>Stopped while LibreOffice has the file: no process and no folder is left.</summary>
    [Fact]
    public async Task A_reading_that_is_stopped_in_the_middle_leaves_nothing()
    {
        RequireOffice();
        using var cancellationToken = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var reading = Read(Odt("TUYỆT MẬT", 9), "mat.odt", cancellationToken.Token);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!reading.IsCompleted && !IsWithOffice())
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        await cancellationToken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Empty(Left());
    }

    private bool IsWithOffice() =>
        Directory
            .GetDirectories(RunFolders.IncomingOf(data), "run-*")
            .Any(run => Directory.GetDirectories(run, "thidua-read-*").Length > 0);

    [Fact]
    public async Task An_archive_of_countless_entries_is_refused_by_their_number()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            for (var at = 0; at < 300_000; at++)
                zip.CreateEntry($"word/{at}", CompressionLevel.NoCompression);
        var bundle = await Read(file.ToArray(), "ke-hoach.docx", TestContext.Current.CancellationToken);
        Assert.Equal("too-many-entries", bundle.Refused?.Code);
        Assert.Contains("10.000 mục", bundle.Refused!.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_looks_like_an_option_or_a_file_of_options_is_a_name()
    {
        foreach (var name in (string[])["@ke-hoach.txt", "-ke-hoach.txt", "--text.txt", "=.txt"])
        {
            var bundle = await Read(PlanSamples.Bytes(PlanSamples.Short), name, TestContext.Current.CancellationToken);
            Assert.Null(bundle.Refused);
            Assert.NotNull(bundle.Plan);
        }
    }

    [Fact]
    public void By_hand_too_a_name_that_begins_with_an_at_sign_is_a_name()
    {
        var parsed = CommandLine.Parse(["read", "@ke-hoach.md"]);
        Assert.Empty(parsed.Errors);
        Assert.Equal("@ke-hoach.md", parsed.GetValue<string>("file"));
    }

    /// <summary>A picture and a section that stand on a server, as a tracking document has them.</summary>
    private static byte[] Odt(string words, int port)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            Part(
                zip,
                "content.xml",
                $"""
                <?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">
                <office:body><office:text><text:p>{words}</text:p><text:p><draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char">
                <draw:image xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
                <text:section text:name="S"><text:section-source xlink:href="http://127.0.0.1:{port}/b.odt" xlink:type="simple" xlink:show="embed"/>
                <text:p>x</text:p></text:section></office:text></office:body></office:document-content>
                """
            );
            Part(
                zip,
                "META-INF/manifest.xml",
                """
                <?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
                """
            );
        }
        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}
