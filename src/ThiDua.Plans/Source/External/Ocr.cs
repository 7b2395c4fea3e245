using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using ThiDua.Plans.Source.Pdf;

namespace ThiDua.Plans.Source.External;

/// <summary>Pictured text through Tesseract with its Vietnamese model, page by page.</summary>
internal static class Ocr
{
    public const string Program = "tesseract";
    public const string Renderer = "pdftoppm";

    // Each takes some 100 MB beside this process.
    private const int MostAtOnce = 4;

    /// <summary>The given pages of a .pdf file, by page number; as many pages at once as there are processors.</summary>
    /// <exception cref="UnreadableDocumentException">Not installed (<c>needs-ocr</c>), failed or took too long.</exception>
    public static Dictionary<int, PdfPage> Pdf(
        ArraySegment<byte> pdf,
        IReadOnlyList<PicturedPage> pages,
        ReadLimits limits,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var (tesseract, render) = (Find(Program, limits), Find(Renderer, limits));
        return Programs.InFolder(folder =>
        {
            var reader = new OcrReader(render, tesseract, folder, limits, cancellationToken);
            RequireVietnamese(reader);
            File.WriteAllBytes(Path.Combine(folder, "in.pdf"), pdf.AsSpan());
            return Pages(reader, pages, progress, cancellationToken);
        });
    }

    /// <summary>A picture (JPEG, PNG, TIFF with one page or several) as a document.</summary>
    /// <inheritdoc cref="Pdf"/>
    public static SourceDocument Picture(
        ArraySegment<byte> picture,
        ReadLimits limits,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var (tesseract, render) = (Find(Program, limits), Find(Renderer, limits));
        var pages = Programs.InFolder(folder =>
        {
            var reader = new OcrReader(render, tesseract, folder, limits, cancellationToken);
            RequireVietnamese(reader);
            File.WriteAllBytes(Path.Combine(folder, "in"), picture.AsSpan());
            // Tesseract puts pictures of any kind into a .pdf file as they are, at once where it takes each page for a single line.
            if (!reader.Tesseract("in", "in", "-l", "vie", "--psm", "7", "pdf"))
            {
                throw OcrReader.Failed();
            }
            return Pages(reader, PdfSource.Photographs(Path.Combine(folder, "in.pdf"), limits), progress, cancellationToken);
        });
        var text = PdfSource.Lines([.. pages.OrderBy(p => p.Key).Select(p => p.Value)], limits);
        return text.Count > 0
            ? new SourceDocument(
                "image",
                text,
                [new Warning("ocr", "Văn bản là ảnh chụp, đã nhận dạng chữ tự động; hãy soát lại kỹ.", null)]
            )
            : throw new UnreadableDocumentException(
                "no-text",
                "Ảnh không có chữ nào nhận dạng được.",
                "No text could be recognised in the picture."
            );
    }

    // Those of the file in.pdf.
    private static Dictionary<int, PdfPage> Pages(
        OcrReader reader,
        IReadOnlyList<PicturedPage> pages,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var texts = new ConcurrentDictionary<int, PdfPage>();
        var begun = 0;
        try
        {
            Parallel.ForEach(
                pages,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostAtOnce),
                    CancellationToken = cancellationToken,
                },
                page =>
                {
                    progress?.Report(new ReadProgress(Interlocked.Increment(ref begun), pages.Count));
                    texts[page.Number] = reader.Page(page);
                }
            );
        }
        // What the first page died of is what is said of the file.
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        return new(texts);
    }

    private static void RequireVietnamese(OcrReader reader)
    {
        // Asks for one line of text from nothing: the fastest way to learn whether the model loads.
        if (!reader.Tesseract("--print-parameters", "-l", "vie"))
        {
            throw NotInstalled("tesseract-ocr-vie");
        }
    }

    private static string Find(string name, ReadLimits limits) => Programs.Find(name, limits) ?? throw NotInstalled(name);

    private static UnreadableDocumentException NotInstalled(string what) =>
        new(
            "needs-ocr",
            $"Văn bản là ảnh chụp, cần nhận dạng chữ, nhưng máy chủ chưa cài ({what}). Cài bằng lệnh: apt "
                + "install tesseract-ocr tesseract-ocr-vie poppler-utils",
            $"The document is a picture; recognising its text needs {what}: apt install tesseract-ocr tesseract-ocr-vie poppler-utils"
        );
}
