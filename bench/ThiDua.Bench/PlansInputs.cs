using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ThiDua.Plans.Source;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace ThiDua.Bench;

/// <summary>Reading files into their text form.</summary>
internal static class PlansInputs
{
    public static readonly (string Name, Func<Result> Measure)[] All =
    [
        ("docx-to-xdocument", DocxRatio),
        ("text-linear-20mb", TextLinear),
        ("text-20mb", TextTwentyMegabytes),
    ];

    /// <summary>Our reading of a .docx against ZipArchive and XDocument.Load of the same parts, in one run: at most 3.</summary>
    private static Result DocxRatio()
    {
        var file = WordInputs.Docx(paragraphs: 3000);
        void Ours() => DocumentSource.Read(new MemoryStream(file), "ke-hoach.docx");
        void Theirs()
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                XDocument.Load(part);
            }
        }
        Result.Fastest(5, Ours);
        Result.Fastest(5, Theirs);
        double ours = double.MaxValue,
            theirs = double.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            // Turn by turn, so that a busy moment of the machine falls on both.
            ours = Math.Min(ours, Result.Fastest(1, Ours));
            theirs = Math.Min(theirs, Result.Fastest(1, Theirs));
        }
        return new Result("docx-to-xdocument", ours / theirs, "times", 3);
    }

    /// <summary>Time a megabyte at 20 MB against time a megabyte at 1 MB: linear is 1.</summary>
    private static Result TextLinear()
    {
        byte[] small = Text(1),
            large = Text(20);
        Result.Fastest(3, () => DocumentSource.Read(new MemoryStream(small), "a.md"));
        var one = Result.Fastest(7, () => DocumentSource.Read(new MemoryStream(small), "a.md"));
        var twenty = Result.Fastest(3, () => DocumentSource.Read(new MemoryStream(large), "a.md"));
        return new Result("text-linear-20mb", twenty / (one * 20), "times", 2);
    }

    private static Result TextTwentyMegabytes()
    {
        var large = Text(20);
        return new Result("text-20mb", Result.Fastest(3, () => DocumentSource.Read(new MemoryStream(large), "a.md")), "ms", 2000);
    }

    private static byte[] Text(int megabytes)
    {
        var text = new StringBuilder();
        var bytes = 0;
        for (var i = 0; bytes < (megabytes << 20) - 2000; i++)
        {
            var line =
                i % 12 == 0
                    ? $"## **{i}. Nhiệm vụ, giải pháp chủ yếu**\n\n"
                    : "- **Công an xã:** chủ trì, phối hợp với các ban, ngành, đoàn thể xã tổ chức tuyên truyền cho "
                        + $"ít nhất {i % 100}% số hộ dân trên địa bàn; báo cáo kết quả trước ngày 15/12/2024 theo quy định.\n";
            bytes += Encoding.UTF8.GetByteCount(line);
            text.Append(line);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Pages of text, 45 lines each; in the letters that every reader's own fonts have.</summary>
    internal static byte[] Pdf(int pages, Func<string> words)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        for (var i = 0; i < pages; i++)
        {
            var page = builder.AddPage(PageSize.A4);
            for (var line = 0; line < 45; line++)
            {
                var text = new string([.. ("- To chuc thuc hien" + words()).Normalize(NormalizationForm.FormD).Where(char.IsAscii)]);
                page.AddText(text.Length > 95 ? text[..95] : text, 11, new PdfPoint(70, 770 - 16 * line), font);
            }
        }
        return builder.Build();
    }
}
