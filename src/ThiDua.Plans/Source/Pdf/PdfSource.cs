using ThiDua.Plans.Source.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>PDF files with a text layer; pages without one go through the recogniser that the caller gives.</summary>
internal static class PdfSource
{
    // A scanned page may carry a stray stamp or number as text.
    private const int LettersOfAnEmptyPage = 8;

    /// <param name="recognise">Reads the pictured pages of these numbers; called only when there are any.</param>
    public static SourceDocument Read(
        ArraySegment<byte> file,
        ReadLimits limits,
        Func<IReadOnlyList<PicturedPage>, Dictionary<int, PdfPage>> recognise,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var pdf = PdfDocument.Open(
                file.AsSpan().ToArray(),
                new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true }
            );
            if (pdf.NumberOfPages > limits.MaxPages)
            {
                throw new UnreadableDocumentException(
                    "too-many-pages",
                    $"Tệp PDF có {pdf.NumberOfPages} trang, vượt giới hạn {limits.MaxPages} trang.",
                    $"The PDF has {pdf.NumberOfPages} pages; the limit is {limits.MaxPages}."
                );
            }
            return Read(pdf, limits, recognise, cancellationToken);
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableDocumentException(
                "encrypted",
                "Tệp PDF có mật khẩu, không đọc được. Hãy bỏ mật khẩu rồi thử lại.",
                "The PDF is protected by a password.",
                e
            );
        }
        // The library lets almost any exception through on damaged input.
        catch (Exception e) when (e is not (UnreadableDocumentException or OperationCanceledException or OutOfMemoryException))
        {
            throw UnreadableDocumentException.Damaged("PDF", e);
        }
    }

    private static SourceDocument Read(
        PdfDocument pdf,
        ReadLimits limits,
        Func<IReadOnlyList<PicturedPage>, Dictionary<int, PdfPage>> recognise,
        CancellationToken cancellationToken
    )
    {
        var pages = new List<PdfPage>();
        var stamps = new PdfStamps(pdf);
        foreach (var page in pdf.GetPages())
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(PdfPage.Of(page, stamps.Of(page)));
        }
        var warnings = Recognise(pages, limits, recognise);
        var lines = Lines(pages, limits);
        return lines.Count > 0
            ? new SourceDocument("pdf", lines, warnings)
            : throw new UnreadableDocumentException("no-text", "Tệp PDF không có chữ nào.", "The PDF has no text.");
    }

    /// <summary>The pages of a file that holds nothing but pictures.</summary>
    /// <exception cref="UnreadableDocumentException">They are too many.</exception>
    public static IReadOnlyList<PicturedPage> Photographs(string file, ReadLimits limits)
    {
        using var bytes = File.OpenRead(file);
        using var pdf = PdfDocument.Open(bytes);
        RequireFew(pdf.NumberOfPages, limits);
        return [.. Enumerable.Range(1, pdf.NumberOfPages).Select(n => new PicturedPage(n, 0, Photograph: true))];
    }

    private static void RequireFew(int pictures, ReadLimits limits)
    {
        if (pictures > limits.MaxScannedPages)
        {
            throw new UnreadableDocumentException(
                "too-many-pages",
                $"Tệp có {pictures} trang là ảnh chụp, vượt giới hạn {limits.MaxScannedPages} trang; hãy tách tệp hoặc dùng bản có chữ.",
                $"{pictures} pages of the file are pictures; the limit is {limits.MaxScannedPages}."
            );
        }
    }

    // Pages without text, and those whose text an earlier recogniser left without Vietnamese marks: it is kept where this one cannot run.
    private static List<Warning> Recognise(
        List<PdfPage> pages,
        ReadLimits limits,
        Func<IReadOnlyList<PicturedPage>, Dictionary<int, PdfPage>> recognise
    )
    {
        var empty = pages.Where(p => p.Letters < LettersOfAnEmptyPage && p.HasPicture).ToList();
        RequireFew(empty.Count, limits);
        var misread = pages.Where(p => p.Misread).ToList();
        List<PdfPage> pictured = empty.Count + misread.Count <= limits.MaxScannedPages ? [.. empty, .. misread] : empty;
        try
        {
            foreach (
                var (number, read) in pictured.Count > 0 ? recognise(pictured.ConvertAll(p => new PicturedPage(p.Number, p.Longest))) : []
            )
            {
                pages[number - 1] = read;
            }
        }
        catch (UnreadableDocumentException e) when (e.Code is "needs-ocr" && empty.Count == 0)
        {
            pictured = [];
        }
        var warnings = new List<Warning>();
        if (pictured.Count > 0)
        {
            warnings.Add(new Warning("ocr", $"{pictured.Count} trang là ảnh chụp, đã nhận dạng chữ tự động; hãy soát lại kỹ.", null));
        }
        if (misread.Count > 0 && pictured.Count == empty.Count)
        {
            warnings.Add(
                new Warning(
                    "ocr",
                    $"Chữ kèm theo ảnh chụp của {misread.Count} trang không có dấu tiếng Việt. Hãy cài chương trình "
                        + "nhận dạng chữ (apt install tesseract-ocr tesseract-ocr-vie poppler-utils) rồi đọc lại, hoặc "
                        + "dùng bản có chữ.",
                    null
                )
            );
        }
        return warnings;
    }

    /// <summary>The text of the pages, without page numbers and running heads.</summary>
    public static List<SourceLine> Lines(List<PdfPage> pages, ReadLimits limits)
    {
        PdfFurniture.Remove([.. pages.Select(p => p.Lines)]);
        var budget = new LineBudget(limits);
        var paragraphs = new PdfParagraphs(budget);
        var tables = new PdfTableNumbers();
        var margins = pages
            .GroupBy(p => Math.Round(p.Width))
            .ToDictionary(g => g.Key, g => PdfMargins.Of([.. g.SelectMany(p => p.Lines)], g.Key));
        var notes = new PdfNotes(paragraphs);
        for (var i = 0; i < pages.Count; i++)
        {
            var all = margins[Math.Round(pages[i].Width)];
            paragraphs.Page(PdfMargins.Of(pages[i].Lines, pages[i].Width).Within(all));
            var foot = pages[i].TakeNotes(all.Size, notes.Open);
            foreach (var item in pages[i].Items(i == 0))
            {
                paragraphs.Add(item.Row is null ? item : item with { Row = tables.Number(item.Row) });
                tables.Between(item.Row is null);
            }
            notes.Page(foot);
        }
        paragraphs.End();
        notes.End();
        return budget.Lines;
    }
}
