using System.IO.Compression;
using System.Text;
using SkiaSharp;
using ThiDua.App.Files;

namespace ThiDua.App.Tests.Files;

public sealed class FileFormatTests
{
    private static Task<ToldFormat> Told(byte[] content) => ToldFormat.Of(new MemoryStream(content), TestContext.Current.CancellationToken);

    internal static byte[] Zip(params string[] names)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
                using (var entry = zip.CreateEntry(name).Open())
                    entry.Write("application/vnd.oasis.opendocument.text"u8);
        return file.ToArray();
    }

    private static byte[] Compound(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(stream), .. new byte[100]];

    public static TheoryData<string, byte[]> Taken =>
        new()
        {
            { "jpeg", PhotoSamples.Jpeg(20, 20) },
            { "png", PhotoSamples.Encoded(SKEncodedImageFormat.Png) },
            { "webp", PhotoSamples.Encoded(SKEncodedImageFormat.Webp) },
            { "pdf", "%PDF-1.7\n%âãÏÓ"u8.ToArray() },
            { "docx", Zip("[Content_Types].xml", "word/document.xml") },
            { "xlsx", Zip("xl/workbook.xml", "[Content_Types].xml") },
            { "pptx", Zip("ppt/presentation.xml") },
            { "doc", Compound("WordDocument") },
            { "xls", Compound("Workbook") },
            { "text", "Biên bản họp dân ngày 12/5\n"u8.ToArray() },
        };

    [Theory, MemberData(nameof(Taken))]
    public async Task Is_told_by_its_content(string code, byte[] content) =>
        Assert.Equal((code, null), ((await Told(content)).Format?.Code, (await Told(content)).Refused));

    public static TheoryData<string, byte[]> NotTaken =>
        new()
        {
            { "empty", [] },
            { "program", "MZ\u0090\0"u8.ToArray() },
            { "program", "#!/bin/sh\nrm -rf /\n"u8.ToArray() },
            { "archive", Zip("a.txt", "b.exe") },
            { "archive", "Rar!\u001a\u0007"u8.ToArray() },
            { "macro", Zip("word/document.xml", "word/vbaProject.bin") },
            { "macro", Compound("WordDocument" + "_VBA_PROJECT") },
            { "unknown", Compound("Root Entry") },
            { "heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"u8.ToArray() },
            { "video", "\0\0\0\u0018ftypisom\0\0\0\0"u8.ToArray() },
            { "picture", "GIF89a..."u8.ToArray() },
            { "web", "<!doctype html><script>alert(1)</script>"u8.ToArray() },
            { "web", "  <svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
            { "unknown", [0xC3, 0x28, 1, 2, 3] },
            { "unknown", [1, 2, 3, 0, 5] },
        };

    [Theory, MemberData(nameof(NotTaken))]
    public async Task What_is_not_taken_is_named(string code, byte[] content)
    {
        var told = await Told(content);
        Assert.Equal((null, code), (told.Format?.Code, told.Refused));
        foreach (var language in (string[])["vi", "en"])
            Assert.Contains(
                $"\"Refused.{code}\"",
                await File.ReadAllTextAsync(
                    Path.Combine(Architecture.Source.Root, $"src/ThiDua.App/Files/Text.{language}.resx"),
                    TestContext.Current.CancellationToken
                ),
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("text", "ghi chép.txt", "ghi chép.txt")]
    [InlineData("text", "chay.bat", "chay.bat.txt")]
    [InlineData("pdf", "bien-ban.PDF", "bien-ban.PDF")]
    [InlineData("jpeg", "anh", "anh.jpg")]
    public void A_name_ends_as_its_content_does(string code, string name, string expected) =>
        Assert.Equal(expected, FileFormat.Find(code)!.NameFor(name));
}
