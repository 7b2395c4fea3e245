using System.IO.Compression;
using System.Text;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>Word files put together by hand, to be more than they seem.</summary>
internal static class HostileFile
{
    public const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static byte[] Zip(params (string Name, Action<Stream> Write)[] parts)
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

    public static byte[] Docx(string xml) => Zip(("word/document.xml", s => s.Write(Encoding.UTF8.GetBytes(xml))));

    public static byte[] Body(string body) => Docx($"<w:document {W}><w:body>{body}</w:body></w:document>");

    public static Action<Stream> Repeat(string head, string piece, int times, string tail) =>
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

    public static void RefusedSoon(byte[] file, string code)
    {
        var before = GC.GetTotalAllocatedBytes();
        var took = ThiDua.Fuzz.ThreadTime.Of(() => Assert.Equal(code, Refused(file, "ke-hoach.docx").Code));
        Assert.True(took < TimeSpan.FromSeconds(5), took.ToString());
        GC.Collect();
        Assert.True(GC.GetTotalMemory(false) < 300L << 20, $"{GC.GetTotalAllocatedBytes() - before:#,0} allocated");
    }
}
