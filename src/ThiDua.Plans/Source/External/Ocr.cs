using System.Globalization;

namespace ThiDua.Plans.Source.External;

/// <summary>Pictured text through Tesseract with its Vietnamese model, page by page.</summary>
internal static class Ocr
{
    public const string Program = "tesseract";
    public const string Renderer = "pdftoppm";
    private const string Dpi = "300";

    /// <summary>Lines of the given pages of a .pdf file, by page number.</summary>
    /// <exception cref="UnreadableDocumentException">Not installed (<c>needs-ocr</c>), failed or took too long.</exception>
    public static Dictionary<int, List<string>> Pdf(ArraySegment<byte> pdf, IReadOnlyList<int> pages, ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken ct)
    {
        var (tesseract, render) = (Find(Program, limits), Find(Renderer, limits));
        return Programs.InFolder(folder =>
        {
            RequireVietnamese(tesseract, folder, limits, ct);
            File.WriteAllBytes(Path.Combine(folder, "in.pdf"), pdf.AsSpan());
            var texts = new Dictionary<int, List<string>>();
            foreach (var page in pages)
            {
                progress?.Report(new ReadProgress(texts.Count + 1, pages.Count));
                var number = page.ToString(CultureInfo.InvariantCulture);
                if (!Programs.Run(render, folder, limits.ProgramTimeout, ct, "-r", Dpi, "-gray", "-png", "-singlefile", "-f", number, "-l", number, "in.pdf", "page"))
                {
                    throw Failed();
                }
                texts[page] = Page(tesseract, folder, "page.png", limits, ct);
            }
            return texts;
        });
    }

    /// <summary>A picture (JPEG, PNG, TIFF …) as a document.</summary>
    /// <inheritdoc cref="Pdf"/>
    public static SourceDocument Picture(ArraySegment<byte> picture, ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken ct)
    {
        var tesseract = Find(Program, limits);
        progress?.Report(new ReadProgress(1, 1));
        var lines = Programs.InFolder(folder =>
        {
            RequireVietnamese(tesseract, folder, limits, ct);
            File.WriteAllBytes(Path.Combine(folder, "in"), picture.AsSpan());
            return Page(tesseract, folder, "in", limits, ct);
        });
        return lines.Count > 0
            ? new SourceDocument("image", [.. lines.Select(l => new SourceLine(l))], [new Warning("ocr", "Văn bản là ảnh chụp, đã nhận dạng chữ tự động; hãy soát lại kỹ.", null)])
            : throw new UnreadableDocumentException("no-text", "Ảnh không có chữ nào nhận dạng được.", "No text could be recognised in the picture.");
    }

    private static List<string> Page(string tesseract, string folder, string picture, ReadLimits limits, CancellationToken ct)
    {
        if (!Programs.Run(tesseract, folder, limits.ProgramTimeout, ct, picture, "text", "-l", "vie"))
        {
            throw Failed();
        }
        var lines = File.ReadAllLines(Path.Combine(folder, "text.txt")).Select(l => Text.Clean.Line(l).Trim()).Where(l => l.Length > 0).ToList();
        // The number of the page, printed alone at its top or foot.
        lines.RemoveAll(l => (l == lines[0] || l == lines[^1]) && Source.Pdf.PdfFurniture.IsPageNumber(l));
        return lines;
    }

    private static void RequireVietnamese(string tesseract, string folder, ReadLimits limits, CancellationToken ct)
    {
        // Asks for one line of text from nothing: the fastest way to learn whether the model loads.
        if (!Programs.Run(tesseract, folder, limits.ProgramTimeout, ct, "--print-parameters", "-l", "vie"))
        {
            throw NotInstalled("tesseract-ocr-vie");
        }
    }

    private static string Find(string name, ReadLimits limits) => Programs.Find(name, limits) ?? throw NotInstalled(name);

    private static UnreadableDocumentException NotInstalled(string what) => new("needs-ocr",
        $"Văn bản là ảnh chụp, cần nhận dạng chữ, nhưng máy chủ chưa cài ({what}). Cài bằng lệnh: apt install tesseract-ocr tesseract-ocr-vie poppler-utils",
        $"The document is a picture; recognising its text needs {what}: apt install tesseract-ocr tesseract-ocr-vie poppler-utils");

    private static UnreadableDocumentException Failed() => new("program-failed", "Không nhận dạng được chữ trong ảnh (tệp ảnh hỏng).", "The picture could not be read.");
}
