using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using ThiDua.Plans.Source.Pdf;

namespace ThiDua.Plans.Source.External;

/// <summary>Pictured text through Tesseract with its Vietnamese model, page by page.</summary>
internal static class Ocr
{
    public const string Program = "tesseract";
    public const string Renderer = "pdftoppm";
    private const int Dpi = 300;
    private const double PointsPerInch = 72;
    // Of an A2 sheet at that resolution: a page that says it is metres long is drawn no larger.
    private const int LongestSide = 7016;
    // Each takes some 100 MB beside this process.
    private const int MostAtOnce = 4;

    /// <summary>The given pages of a .pdf file, by page number; as many pages at once as there are processors.</summary>
    /// <exception cref="UnreadableDocumentException">Not installed (<c>needs-ocr</c>), failed or took too long.</exception>
    public static Dictionary<int, PdfPage> Pdf(ArraySegment<byte> pdf, IReadOnlyList<PicturedPage> pages, ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken ct)
    {
        var (tesseract, render) = (Find(Program, limits), Find(Renderer, limits));
        return Programs.InFolder(folder =>
        {
            RequireVietnamese(tesseract, folder, limits, ct);
            File.WriteAllBytes(Path.Combine(folder, "in.pdf"), pdf.AsSpan());
            var texts = new ConcurrentDictionary<int, PdfPage>();
            var begun = 0;
            try
            {
                Parallel.ForEach(pages, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostAtOnce), CancellationToken = ct }, page =>
                {
                    progress?.Report(new ReadProgress(Interlocked.Increment(ref begun), pages.Count));
                    texts[page.Number] = Page(render, tesseract, folder, page, limits, ct);
                });
            }
            // What the first page died of is what is said of the file.
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }
            return new Dictionary<int, PdfPage>(texts);
        });
    }

    /// <summary>A picture (JPEG, PNG, TIFF …) as a document.</summary>
    /// <inheritdoc cref="Pdf"/>
    public static SourceDocument Picture(ArraySegment<byte> picture, ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken ct)
    {
        var text = PdfSource.Lines([Photographed(picture, limits, progress, ct) ?? Alone(picture, limits, progress, ct)], limits);
        return text.Count > 0
            ? new SourceDocument("image", text, [new Warning("ocr", "Văn bản là ảnh chụp, đã nhận dạng chữ tự động; hãy soát lại kỹ.", null)])
            : throw new UnreadableDocumentException("no-text", "Ảnh không có chữ nào nhận dạng được.", "No text could be recognised in the picture.");
    }

    // A photograph goes the way of a scanned page, where it can; null where it cannot, or nothing was found in it.
    private static PdfPage? Photographed(ArraySegment<byte> picture, ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken ct)
    {
        if (picture is not [0xFF, 0xD8, ..] || Programs.Find(Renderer, limits) is null || JpegPage.Pdf(picture) is not { } pdf)
        {
            return null;
        }
        try
        {
            var page = Pdf(pdf, [new(1, JpegPage.LongSide)], limits, progress, ct)[1];
            return page.Letters > 0 || page.Tables.Count > 0 ? page : null;
        }
        catch (UnreadableDocumentException e) when (e.Code is "program-failed")
        {
            return null;
        }
    }

    private static PdfPage Alone(ArraySegment<byte> picture, ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken ct)
    {
        var tesseract = Find(Program, limits);
        progress?.Report(new ReadProgress(1, 1));
        return Programs.InFolder(folder =>
        {
            RequireVietnamese(tesseract, folder, limits, ct);
            File.WriteAllBytes(Path.Combine(folder, "in"), picture.AsSpan());
            return PdfPage.Recognised(1, new OcrPage(Words(tesseract, folder, "in", limits, ct)).Read());
        });
    }

    private static PdfPage Page(string render, string tesseract, string folder, PicturedPage page, ReadLimits limits, CancellationToken ct)
    {
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        string[] size = page.Longest * Dpi / PointsPerInch > LongestSide ? ["-scale-to", LongestSide.ToString(CultureInfo.InvariantCulture)] : ["-r", Dpi.ToString(CultureInfo.InvariantCulture)];
        var picture = "page" + number;
        // What a digital signature shows of itself is laid over the page as an annotation, often over its words.
        if (!Programs.Run(render, folder, limits.ProgramTimeout, ct, [.. size, "-hide-annotations", "-singlefile", "-f", number, "-l", number, "in.pdf", picture]))
        {
            throw Failed();
        }
        RedChannel.Take(Path.Combine(folder, picture + ".ppm"), Path.Combine(folder, picture + ".pgm"));
        File.Delete(Path.Combine(folder, picture + ".ppm"));
        var file = Path.Combine(folder, picture + ".pgm");
        var read = new OcrPage(Words(tesseract, folder, picture + ".pgm", limits, ct), PictureRules.Of(file));
        if (CellSheet.Cut(file, Path.Combine(folder, picture + "-cells.pgm"), read.EmptyCells()) is { } sheet)
        {
            read.Add(Words(tesseract, folder, picture + "-cells.pgm", limits, ct, "--psm", "6"), sheet);
            File.Delete(Path.Combine(folder, picture + "-cells.pgm"));
        }
        File.Delete(file);
        return PdfPage.Recognised(page.Number, read.Read());
    }

    private static IEnumerable<string> Words(string tesseract, string folder, string picture, ReadLimits limits, CancellationToken ct, params ReadOnlySpan<string> how)
    {
        if (!Programs.Run(tesseract, folder, limits.ProgramTimeout, ct, [picture, picture, "-l", "vie", .. how, "tsv"]))
        {
            throw Failed();
        }
        return File.ReadLines(Path.Combine(folder, picture + ".tsv"));
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
