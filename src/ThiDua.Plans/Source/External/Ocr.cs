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

    // Of an A2 sheet at that resolution: a page that says it is metres long is drawn no larger. A photograph is drawn as an A4 sheet, half as long, whatever the camera.
    private const int LongestSide = 7016;

    // A picture may say that it is far larger than its file: one of 50 million points is made do with 600 MB.
    private const long MostMemory = 1_000_000_000;

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
            RequireVietnamese(tesseract, folder, limits, cancellationToken);
            File.WriteAllBytes(Path.Combine(folder, "in.pdf"), pdf.AsSpan());
            return Pages(render, tesseract, folder, pages, limits, progress, cancellationToken);
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
            RequireVietnamese(tesseract, folder, limits, cancellationToken);
            File.WriteAllBytes(Path.Combine(folder, "in"), picture.AsSpan());
            // Tesseract puts pictures of any kind into a .pdf file as they are; taking each page for a single line of text, it does so at once.
            if (
                !Programs.Run(
                    tesseract,
                    folder,
                    limits.ProgramTimeout,
                    MostMemory,
                    cancellationToken,
                    "in",
                    "in",
                    "-l",
                    "vie",
                    "--psm",
                    "7",
                    "pdf"
                )
            )
            {
                throw Failed();
            }
            return Pages(
                render,
                tesseract,
                folder,
                PdfSource.Photographs(Path.Combine(folder, "in.pdf"), limits),
                limits,
                progress,
                cancellationToken
            );
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
        string render,
        string tesseract,
        string folder,
        IReadOnlyList<PicturedPage> pages,
        ReadLimits limits,
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
                    texts[page.Number] = Page(render, tesseract, folder, page, limits, cancellationToken);
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

    private static PdfPage Page(
        string render,
        string tesseract,
        string folder,
        PicturedPage page,
        ReadLimits limits,
        CancellationToken cancellationToken
    )
    {
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        int? side =
            page.Photograph ? LongestSide / 2
            : page.Longest * Dpi / PointsPerInch > LongestSide ? LongestSide
            : null;
        string[] size = side is { } points
            ? ["-scale-to", points.ToString(CultureInfo.InvariantCulture)]
            : ["-r", Dpi.ToString(CultureInfo.InvariantCulture)];
        var picture = "page" + number;
        // What a digital signature shows of itself is laid over the page as an annotation, often over its words.
        if (
            !Programs.Run(
                render,
                folder,
                limits.ProgramTimeout,
                MostMemory,
                cancellationToken,
                [.. size, "-hide-annotations", "-singlefile", "-f", number, "-l", number, "in.pdf", picture]
            )
        )
        {
            throw Failed();
        }
        RedChannel.Take(Path.Combine(folder, picture + ".ppm"), Path.Combine(folder, picture + ".pgm"));
        File.Delete(Path.Combine(folder, picture + ".ppm"));
        var (file, read) = Upright(tesseract, folder, picture + ".pgm", limits, cancellationToken);
        if (CellSheet.Cut(Path.Combine(folder, file), Path.Combine(folder, picture + "-cells.pgm"), read.EmptyCells()) is { } sheet)
        {
            read.Add(Words(tesseract, folder, picture + "-cells.pgm", limits, cancellationToken, "--psm", "6"), sheet);
            File.Delete(Path.Combine(folder, picture + "-cells.pgm"));
        }
        File.Delete(Path.Combine(folder, file));
        return PdfPage.Recognised(page.Number, read.Read());
    }

    // The picture, turned where it shows a page that lies on its side or head, as photographs and sheets with wide tables do.
    private static (string File, OcrPage Read) Upright(
        string tesseract,
        string folder,
        string file,
        ReadLimits limits,
        CancellationToken cancellationToken
    )
    {
        var read = Recognised(file);
        if (
            !read.MayBeTurned
            || !Programs.Run(tesseract, folder, limits.ProgramTimeout, MostMemory, cancellationToken, file, file, "-l", "osd", "--psm", "0")
            || Turn(File.ReadLines(Path.Combine(folder, file + ".osd"))) is not { } degrees
        )
        {
            return (file, read);
        }
        var turned = "turned-" + file;
        TurnedPicture.Write(Path.Combine(folder, file), Path.Combine(folder, turned), degrees);
        var anew = Recognised(turned);
        var better = anew.Sound > read.Sound;
        File.Delete(Path.Combine(folder, better ? file : turned));
        return better ? (turned, anew) : (file, read);

        OcrPage Recognised(string picture) =>
            new(Words(tesseract, folder, picture, limits, cancellationToken), PictureRules.Of(Path.Combine(folder, picture)));
    }

    // "Rotate: 270", clockwise; null for none.
    private static int? Turn(IEnumerable<string> orientation) =>
        orientation.FirstOrDefault(l => l.StartsWith("Rotate:", StringComparison.Ordinal)) is { } line
        && int.TryParse(line.AsSpan(7), CultureInfo.InvariantCulture, out var degrees)
        && degrees is 90 or 180 or 270
            ? degrees
            : null;

    private static IEnumerable<string> Words(
        string tesseract,
        string folder,
        string picture,
        ReadLimits limits,
        CancellationToken cancellationToken,
        params ReadOnlySpan<string> how
    )
    {
        if (
            !Programs.Run(
                tesseract,
                folder,
                limits.ProgramTimeout,
                MostMemory,
                cancellationToken,
                [picture, picture, "-l", "vie", .. how, "tsv"]
            )
        )
        {
            throw Failed();
        }
        return File.ReadLines(Path.Combine(folder, picture + ".tsv"));
    }

    private static void RequireVietnamese(string tesseract, string folder, ReadLimits limits, CancellationToken cancellationToken)
    {
        // Asks for one line of text from nothing: the fastest way to learn whether the model loads.
        if (!Programs.Run(tesseract, folder, limits.ProgramTimeout, MostMemory, cancellationToken, "--print-parameters", "-l", "vie"))
        {
            throw NotInstalled("tesseract-ocr-vie");
        }
    }

    private static string Find(string name, ReadLimits limits) => Programs.Find(name, limits) ?? throw NotInstalled(name);

    private static UnreadableDocumentException NotInstalled(string what) =>
        new(
            "needs-ocr",
            $"Văn bản là ảnh chụp, cần nhận dạng chữ, nhưng máy chủ chưa cài ({what}). Cài bằng lệnh: apt install tesseract-ocr tesseract-ocr-vie poppler-utils",
            $"The document is a picture; recognising its text needs {what}: apt install tesseract-ocr tesseract-ocr-vie poppler-utils"
        );

    private static UnreadableDocumentException Failed() =>
        new(
            "program-failed",
            "Không nhận dạng được chữ trong ảnh (tệp ảnh hỏng hoặc quá lớn).",
            "The picture could not be read: it is damaged or too large."
        );
}
