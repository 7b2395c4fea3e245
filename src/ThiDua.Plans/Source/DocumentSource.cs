using ThiDua.Plans.Source.External;
using ThiDua.Plans.Source.Html;
using ThiDua.Plans.Source.Pdf;
using ThiDua.Plans.Source.Text;

namespace ThiDua.Plans.Source;

/// <summary>Turns a file into its text form, whatever kind of file it is.</summary>
public static class DocumentSource
{
    /// <summary>Reads a document. The kind is told by the content; the name only decides between plain text and Markdown.</summary>
    /// <exception cref="UnreadableDocumentException">The file cannot be read (damaged, too large, no text …) or may not (a state secret).</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SourceDocument Read(
        Stream stream,
        string fileName,
        ReadLimits? limits = null,
        CancellationToken ct = default,
        IProgress<ReadProgress>? progress = null
    )
    {
        limits ??= ReadLimits.Default;
        var bytes = ReadAll(stream, limits, ct);
        var document = ReadKind(bytes, fileName, limits, progress, ct);
        SecrecyMark.Refuse(document);
        return document;
    }

    private static SourceDocument ReadKind(
        ArraySegment<byte> bytes,
        string fileName,
        ReadLimits limits,
        IProgress<ReadProgress>? progress,
        CancellationToken ct
    )
    {
        if (bytes.Count == 0)
        {
            throw new UnreadableDocumentException("empty", "Tệp rỗng, không có nội dung nào.", "The file is empty.");
        }
        return FileKinds.Of(bytes) switch
        {
            FileKind.Zip => ZipDocument.Read(bytes, limits, () => ThroughOffice(bytes, ".odt", limits, ct), ct),
            FileKind.Pdf => PdfSource.Read(bytes, limits, pages => Ocr.Pdf(bytes, pages, limits, progress, ct), ct),
            FileKind.Ole => ThroughOffice(OleFile.RequireWord(bytes), ".doc", limits, ct),
            FileKind.Rtf => ThroughOffice(bytes, ".rtf", limits, ct),
            FileKind.Image => Ocr.Picture(RequirePictureName(bytes, fileName), limits, progress, ct),
            FileKind.Text => ReadText(bytes, fileName, limits, ct),
            _ => throw UnknownKind(),
        };
    }

    private static SourceDocument ThroughOffice(ArraySegment<byte> bytes, string extension, ReadLimits limits, CancellationToken ct)
    {
        var docx = Office.ToDocx(bytes, extension, limits, ct);
        return ZipDocument.Read(docx, limits, () => throw UnreadableDocumentException.Damaged(extension), ct) with
        {
            Format = extension[1..],
        };
    }

    // Someone who sends a picture under a document's name meant another file, or was deceived.
    private static ArraySegment<byte> RequirePictureName(ArraySegment<byte> bytes, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (extension is not (".docx" or ".docm" or ".doc" or ".odt" or ".rtf" or ".pdf" or ".md" or ".txt" or ".html" or ".htm"))
        {
            return bytes;
        }
        var kind = FileKinds.ImageName(bytes);
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

    private static SourceDocument ReadText(ArraySegment<byte> bytes, string fileName, ReadLimits limits, CancellationToken ct)
    {
        RefuseLong(bytes, fileName, limits);
        var warnings = new List<Warning>();
        var text = TextDecoder.Decode(bytes, warnings);
        if (FileKinds.IsBinary(text))
        {
            throw UnknownKind();
        }
        if (text.AsSpan().Trim().IsEmpty)
        {
            throw new UnreadableDocumentException("empty", "Tệp không có chữ nào.", "The file has no text.");
        }
        if (HtmlSource.LooksLikeHtml(text, fileName))
        {
            return HtmlSource.Read(text, limits, warnings, ct);
        }
        return TextSource.Read(text, fileName, limits, warnings, ct);
    }

    // Before it is decoded: no encoding but UTF-32 takes more than twice the bytes of UTF-8. A web page may hold pictures.
    private static void RefuseLong(ReadOnlySpan<byte> bytes, string fileName, ReadLimits limits)
    {
        if (
            bytes.Length > 2 * limits.MaxTextBytes + 4096
            && !HtmlSource.LooksLikeHtml(System.Text.Encoding.UTF8.GetString(bytes[..4096]), fileName)
        )
        {
            throw UnreadableDocumentException.TooMuchText(limits.MaxTextBytes);
        }
    }

    private static ArraySegment<byte> ReadAll(Stream stream, ReadLimits limits, CancellationToken ct)
    {
        if (stream.CanSeek && stream.Length - stream.Position > limits.MaxFileBytes)
        {
            throw UnreadableDocumentException.TooLarge(limits.MaxFileBytes);
        }
        var buffer = new MemoryStream(stream.CanSeek ? (int)(stream.Length - stream.Position) : 0);
        var chunk = new byte[81_920];
        int n;
        while ((n = stream.Read(chunk)) > 0)
        {
            ct.ThrowIfCancellationRequested();
            if (buffer.Length + n > limits.MaxFileBytes)
            {
                throw UnreadableDocumentException.TooLarge(limits.MaxFileBytes);
            }
            buffer.Write(chunk, 0, n);
        }
        return new ArraySegment<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
