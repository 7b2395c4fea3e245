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
        CancellationToken cancellationToken = default,
        IProgress<ReadProgress>? progress = null
    )
    {
        limits ??= ReadLimits.Default;
        var bytes = ReadAll(stream, limits, cancellationToken);
        var document = ReadKind(bytes, fileName, limits, progress, cancellationToken);
        SecrecyMark.Refuse(document);
        return document;
    }

    private static SourceDocument ReadKind(
        ArraySegment<byte> bytes,
        string fileName,
        ReadLimits limits,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (bytes.Count == 0)
        {
            throw new UnreadableDocumentException("empty", "Tệp rỗng, không có nội dung nào.", "The file is empty.");
        }
        return FileKinds.Of(bytes) switch
        {
            FileKind.Zip => ZipDocument.Read(bytes, limits, () => ThroughOffice(bytes, ".odt", limits, cancellationToken), cancellationToken),
            FileKind.Pdf => PdfSource.Read(bytes, limits, pages => Ocr.Pdf(bytes, pages, limits, progress, cancellationToken), cancellationToken),
            FileKind.Ole => ThroughOffice(OleFile.RequireWord(bytes), ".doc", limits, cancellationToken),
            FileKind.Rtf => ThroughOffice(bytes, ".rtf", limits, cancellationToken),
            FileKind.Image => Ocr.Picture(RequirePictureName(bytes, fileName), limits, progress, cancellationToken),
            FileKind.Text => ReadText(bytes, fileName, limits, cancellationToken),
            _ => throw UnknownKind(),
        };
    }

    private static SourceDocument ThroughOffice(ArraySegment<byte> bytes, string extension, ReadLimits limits, CancellationToken cancellationToken)
    {
        var docx = Office.ToDocx(bytes, extension, limits, cancellationToken);
        return ZipDocument.Read(docx, limits, () => throw UnreadableDocumentException.Damaged(extension), cancellationToken) with
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

    private static SourceDocument ReadText(ArraySegment<byte> bytes, string fileName, ReadLimits limits, CancellationToken cancellationToken)
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
            return HtmlSource.Read(text, limits, warnings, cancellationToken);
        }
        return TextSource.Read(text, fileName, limits, warnings, cancellationToken);
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

    private static ArraySegment<byte> ReadAll(Stream stream, ReadLimits limits, CancellationToken cancellationToken)
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
            cancellationToken.ThrowIfCancellationRequested();
            if (buffer.Length + n > limits.MaxFileBytes)
            {
                throw UnreadableDocumentException.TooLarge(limits.MaxFileBytes);
            }
            buffer.Write(chunk, 0, n);
        }
        return new ArraySegment<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
