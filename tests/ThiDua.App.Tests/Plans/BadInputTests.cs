using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Jobs;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;
using ThiDua.Plans;

namespace ThiDua.App.Tests.Plans;

/// <summary>
/// Files that cannot be read, through the real child process: a clear message naming file and limit, within the time, and
/// nothing kept.
/// </summary>
[Collection(nameof(BadInputTests))]
public sealed class BadInputTests
{
    // The child's own limit is 5 s; the rest is for a machine that runs other tests beside.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string, string> Refused =>
        new()
        {
            { "empty", "trong.docx", "rỗng" },
            { "jpeg", "anh.docx", "anh.docx" },
            { "text of 50 MB", "dai.txt", "20 MB" },
            { "over 50 MB", "lon.txt", "50 MB" },
            { "a million paragraphs", "doan.docx", "200.000" },
            { "zip bomb", "nen.docx", "nen.docx" },
            { "state secret", "mat.txt", "MẬT" },
            { "damaged", "hong.docx", "hong.docx" },
        };

    [Theory, MemberData(nameof(Refused))]
    public async Task It_is_refused_with_a_reason_and_nothing_is_kept(string kind, string name, string said)
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var clock = Stopwatch.StartNew();
        var (job, taken) = await PlanSamples.Upload(system, name, Make(kind));
        clock.Stop();

        var message = job is null
            ? Assert.Single(taken.Errors).Message
            : name + ": " + JobContext.ResultOf<PlanRead>(job)!.Refused!.Vietnamese;
        Assert.Contains(name, message, StringComparison.Ordinal);
        Assert.Contains(said, message, StringComparison.OrdinalIgnoreCase);
        Assert.True(clock.Elapsed < Patience, $"{clock.Elapsed}");
        Assert.Equal(1, await system.Db(db => db.PlanDrafts.CountAsync()));
        Assert.Equal(1, await system.Db(db => db.Files.CountAsync()));
        Assert.Empty(Files(system, "files"));
        Assert.Empty(Files(system, "incoming"));
    }

    [Fact]
    public async Task A_good_file_is_read_in_the_child_as_it_is_here()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var (job, _) = await PlanSamples.Upload(system, "ke-hoach.docx", PlanSamples.Sample("docx"));
        var here = await system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<ImportPlan>()
                    .HandleTrusted(
                        new()
                        {
                            Unit = system.World.Commune.PublicId,
                            FileName = "ke-hoach.docx",
                            File = new MemoryStream(PlanSamples.Sample("docx")),
                        },
                        CancellationToken.None
                    )
        );
        var read = JobContext.ResultOf<PlanRead>(job!)!.Draft;
        var there = await system.Db(db => db.PlanDrafts.SingleAsync(d => d.Case.PublicId == read));
        Assert.Equal(here.Value!.SourceText, there.SourceText);
        Assert.Equal(here.Value!.Content, there.Content);
        Assert.Single(Files(system, "files"));
        Assert.Empty(Files(system, "incoming"));
    }

    [Fact]
    public async Task A_text_of_18_MB_is_below_the_limit_and_is_read_in_the_memory_that_a_child_may_have()
    {
        var file = Path.GetTempFileName();
        try
        {
            var plan = PlanSamples.Sample("md");
            await using (var to = File.OpenWrite(file))
                for (var size = 0; size < 18_000_000; size += plan.Length)
                    await to.WriteAsync(plan, TestContext.Current.CancellationToken);
            var bundle = await new PlanReaderProcess().Read(file, "k.txt", Packs, TestContext.Current.CancellationToken);
            Assert.Null(bundle.Refused?.English);
            Assert.EndsWith("]}", bundle.Plan, StringComparison.Ordinal);
            Assert.True(bundle.Text!.Length > 10_000_000);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void What_a_child_wrote_before_it_died_is_no_answer() => Assert.Null(PlanBundle.Parse("{\"header\":{"u8));

    [Fact]
    public async Task The_child_is_ended_when_nobody_waits_for_it_any_more()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, PlanSamples.Short, TestContext.Current.CancellationToken);
            using var stop = new CancellationTokenSource();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new PlanReaderProcess().Read(file, "k.txt", Packs, stop.Token));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_organs_of_the_packs_are_known_to_the_child_and_to_the_import_here()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var pack = Directory.CreateDirectory(Path.Combine(folder.FullName, "thu"));
            await File.WriteAllTextAsync(
                Path.Combine(pack.FullName, "lexicon.yaml"),
                "organs:\n  - name: Bến phà\nabbreviations: []\n",
                TestContext.Current.CancellationToken
            );
            var file = Path.Combine(folder.FullName, "k.txt");
            await File.WriteAllTextAsync(
                file,
                "KẾ HOẠCH\nNăm 2026\n\nI. NHIỆM VỤ\n- Bến phà Trung tâm niêm yết giá vé.\n",
                TestContext.Current.CancellationToken
            );
            var bundle = await new PlanReaderProcess().Read(file, "k.txt", folder.FullName, TestContext.Current.CancellationToken);
            Assert.Equal(["Bến phà Trung tâm"], Assert.Single(PlanJson.Parse(bundle.Plan!).Tasks).Lead);
            var without = await new PlanReaderProcess().Read(file, "k.txt", Packs, TestContext.Current.CancellationToken);
            Assert.Empty(Assert.Single(PlanJson.Parse(without.Plan!).Tasks).Lead);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Packs => Path.Combine(PackFolder.Repository, "packs");

    private static string[] Files(TestSystem system, string folder) =>
        Directory.Exists(Path.Combine(system.DataFolder, folder))
            ? Directory.GetFiles(Path.Combine(system.DataFolder, folder), "*", SearchOption.AllDirectories)
            : [];

    private static byte[] Make(string kind) =>
        kind switch
        {
            "empty" => [],
            "jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, .. new byte[2000]],
            "text of 50 MB" => Text(49 * 1024 * 1024),
            "over 50 MB" => Text(51 * 1024 * 1024),
            "a million paragraphs" => Word(w =>
            {
                for (var i = 0; i < 1_000_000; i++)
                    w.Write("<w:p><w:r><w:t>Đoạn</w:t></w:r></w:p>");
            }),
            "zip bomb" => Word(w =>
            {
                var zeros = new string(' ', 1024 * 1024);
                for (var i = 0; i < 1500; i++)
                    w.Write(zeros);
            }),
            "state secret" => PlanSamples.Bytes("MẬT\n\n" + PlanSamples.Short),
            _ => [.. PlanSamples.Sample("docx").Take(900)],
        };

    private static byte[] Text(int size)
    {
        var line = PlanSamples.Bytes("Tổ chức tuyên truyền đến từng hộ gia đình trên địa bàn. ");
        var bytes = new byte[size];
        for (var at = 0; at < size; at += line.Length)
            line.AsSpan(0, Math.Min(line.Length, size - at)).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    private static byte[] Word(Action<StreamWriter> body)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(
                zip,
                "[Content_Types].xml",
                w =>
                    w.Write(
                        """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
                    )
            );
            Part(
                zip,
                "_rels/.rels",
                w =>
                    w.Write(
                        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
                    )
            );
            Part(
                zip,
                "word/document.xml",
                w =>
                {
                    w.Write("""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""");
                    body(w);
                    w.Write("</w:body></w:document>");
                }
            );
        }
        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        write(writer);
    }
}

/// <summary>One child at a time: they are timed.</summary>
[CollectionDefinition(nameof(BadInputTests), DisableParallelization = true)]
public sealed class BadInputCollection;
