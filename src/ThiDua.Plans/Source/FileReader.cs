using ThiDua.Plans.Source.Docx;
using ThiDua.Plans.Source.External;
using ThiDua.Plans.Source.Html;
using ThiDua.Plans.Source.Pdf;
using ThiDua.Plans.Source.Text;

namespace ThiDua.Plans.Source;

/// <summary>Reads one file and the files within it, all within the same limits.</summary>
internal sealed class FileReader(ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
{
    // A document within a document within … : Word itself keeps one within another.
    private const int Deepest = 3;

    // Each takes LibreOffice some seconds.
    private const int MostThroughOffice = 8;

    private readonly UnpackBudget _unpacked = new(limits);
    private int _depth;
    private int _throughOffice;

    public ReadLimits Limits => limits;
    public UnpackBudget Unpacked => _unpacked;
    public CancellationToken CancellationToken => cancellationToken;

    public SourceDocument Read(ArraySegment<byte> file, string fileName)
    {
        if (file.Count == 0)
        {
            throw new UnreadableDocumentException("empty", "Tệp rỗng, không có nội dung nào.", "The file is empty.");
        }
        var document = FileKinds.Of(file) switch
        {
            FileKind.Zip => ZipDocument.Read(file, this, () => ThroughOffice(file, ".odt")),
            FileKind.Pdf => PdfSource.Read(
                file,
                limits,
                pages => Ocr.Pdf(file, pages, limits, progress, cancellationToken),
                cancellationToken
            ),
            FileKind.Ole => ThroughOffice(OleFile.RequireWord(file), ".doc"),
            FileKind.Rtf => ThroughOffice(file, ".rtf"),
            FileKind.Image => Ocr.Picture(RequirePictureName(file, fileName), limits, progress, cancellationToken),
            FileKind.Text => WebArchive.Open(file, limits)?.Read(ReadText) ?? ReadText(file, fileName),
            _ => throw UnknownKind(),
        };
        SecrecyMark.Refuse(document);
        return document;
    }

    /// <summary>A file that a document holds in place of a part of its text.</summary>
    public SourceDocument ReadWithin(ArraySegment<byte> file, string fileName)
    {
        if (_depth == Deepest || FileKinds.Of(file) is FileKind.Pdf or FileKind.Image)
        {
            throw UnknownKind();
        }
        _depth++;
        try
        {
            return Read(file, fileName);
        }
        finally
        {
            _depth--;
        }
    }

    private SourceDocument ThroughOffice(ArraySegment<byte> file, string extension)
    {
        if (++_throughOffice > MostThroughOffice)
        {
            throw UnknownKind();
        }
        var docx = Office.ToDocx(file, extension, limits, cancellationToken);
        return ZipDocument.Read(docx, this, () => throw UnreadableDocumentException.Damaged(extension)) with { Format = extension[1..] };
    }

    // Someone who sends a picture under a document's name meant another file, or was deceived.
    private static ArraySegment<byte> RequirePictureName(ArraySegment<byte> file, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (extension is not (".docx" or ".docm" or ".doc" or ".odt" or ".rtf" or ".pdf" or ".md" or ".txt" or ".html" or ".htm"))
        {
            return file;
        }
        var kind = FileKinds.ImageName(file);
        throw new UnreadableDocumentException(
            "mismatch",
            $"Tệp mang đuôi {extension} nhưng nội dung là ảnh {kind}. Hãy chọn đúng tệp văn bản, hoặc đổi đuôi tệp cho đúng loại ảnh.",
            $"The file is named {extension} but holds a {kind} picture."
        );
    }

    private static UnreadableDocumentException UnknownKind() =>
        new(
            "unknown-kind",
            "Không nhận ra loại tệp này. Hãy dùng .docx, .pdf, .md, .txt hoặc .html.",
            "The kind of this file is not known. Use .docx, .pdf, .md, .txt or .html."
        );

    private SourceDocument ReadText(ArraySegment<byte> file, string fileName)
    {
        RefuseLong(file, fileName);
        var warnings = new List<Warning>();
        var text = TextDecoder.Decode(file, warnings);
        if (FileKinds.IsBinary(text))
        {
            throw UnknownKind();
        }
        if (text.AsSpan().Trim().IsEmpty)
        {
            throw new UnreadableDocumentException("empty", "Tệp không có chữ nào.", "The file has no text.");
        }
        if (HtmlText.IsPage(text, fileName))
        {
            return HtmlSource.Read(text, limits, warnings, cancellationToken);
        }
        return TextSource.Read(text, fileName, limits, warnings, cancellationToken);
    }

    // Before it is decoded: no encoding but UTF-32 takes more than twice the bytes of UTF-8. A web page may hold pictures.
    private void RefuseLong(ReadOnlySpan<byte> file, string fileName)
    {
        if (file.Length > 2 * limits.MaxTextBytes + 4096 && !HtmlText.IsPage(System.Text.Encoding.UTF8.GetString(file[..4096]), fileName))
        {
            throw UnreadableDocumentException.TooMuchText(limits.MaxTextBytes);
        }
    }
}
