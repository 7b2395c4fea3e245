using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Plans;

/// <summary><c>thidua read</c> as a process of its own, as people start it.</summary>
public sealed class ReadVerbTests
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "samples", "ke-hoach-thi-dua-2024.md");

    [Fact]
    public async Task A_plan_comes_out_as_json()
    {
        var (code, output, error) = await Verb.Run("read", Sample, "--json");
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal("KH-UBND", json.RootElement.GetProperty("header").GetProperty("symbol").GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("targets").EnumerateArray());
    }

    [Fact]
    public async Task A_plan_comes_through_a_pipe()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/stdin is of Linux.");
        var (code, output, _) = await Verb.Fed(
            await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken),
            "read",
            "/dev/stdin"
        );
        Assert.Equal(0, code);
        Assert.Contains("15/KH-UBND", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_opened_is_one_line_and_exit_2()
    {
        var (code, output, error) = await Verb.Run("read", Path.Combine(AppContext.BaseDirectory, "none.docx"));
        Assert.Equal((2, ""), (code, output));
        Assert.Single(error.Trim().Split('\n'));
        Assert.Contains("không mở được tệp", error, StringComparison.Ordinal);
    }

    /// <summary>A large file is read in a process of its own with a limit to its memory; what comes out is the same.</summary>
    [Fact]
    public async Task A_large_plan_comes_out_whole()
    {
        using var file = new TemporaryFile(
            ".md",
            Encoding.UTF8.GetBytes(
                string.Concat(Enumerable.Repeat(await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken) + "\n\n", 40))
            )
        );
        var (code, output, error) = await Verb.Run("read", file.Path, "--json");
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal("KH-UBND", json.RootElement.GetProperty("header").GetProperty("symbol").GetString());
        Assert.True(json.RootElement.GetProperty("targets").GetArrayLength() > 100);
    }

    /// <summary>
    /// So many short lines, packed so small, need more memory than a file of that size may take: by hand as in an upload it is
    /// refused, and the message says what to do.
    /// </summary>
    [Fact]
    public async Task What_needs_too_much_memory_for_its_size_is_refused()
    {
        using var file = new TemporaryFile(".docx", ManyLines(190_000));
        Assert.InRange(file.Length, 128 * 1024, 1024 * 1024);
        var (code, output, error) = await Verb.Run("read", file.Path, "--json");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("cần quá 40 MB bộ nhớ", error, StringComparison.Ordinal);
        var upload = await new PlanReaderProcess().Read(
            file.Path,
            "nhieu-dong.docx",
            Path.Combine(AppContext.BaseDirectory, "packs"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("too-heavy", upload.Refused?.Code);
        Assert.Contains("tách thành tệp nhỏ hơn", upload.Refused!.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_that_is_damaged_is_one_line_and_exit_2()
    {
        using var file = new TemporaryFile(".docx", [0x50, 0x4B, 3, 4, .. new byte[200_000]]);
        var (code, output, error) = await Verb.Run("read", file.Path, "--json");
        Assert.Equal((2, ""), (code, output));
        Assert.Single(error.Trim().Split('\n'));
    }

    private static byte[] ManyLines(int lines)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            part.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
            for (var i = 0; i < lines; i++)
                part.Write($"<w:p><w:r><w:t>- Công an xã mở {i % 100} lớp</w:t></w:r></w:p>");
            part.Write("</w:body></w:document>");
        }
        return bytes.ToArray();
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string extension, byte[] bytes)
        {
            Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + extension);
            File.WriteAllBytes(Path, bytes);
            Length = bytes.Length;
        }

        public string Path { get; }
        public int Length { get; }

        public void Dispose() => File.Delete(Path);
    }
}
