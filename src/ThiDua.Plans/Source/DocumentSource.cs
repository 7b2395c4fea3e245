namespace ThiDua.Plans.Source;

/// <summary>Turns a file into its text form, whatever kind of file it is.</summary>
public static class DocumentSource
{
    /// <summary>Reads a document. The kind is told by the content; the name only decides between plain text and Markdown.</summary>
    /// <exception cref="UnreadableDocumentException">
    /// The file cannot be read (damaged, too large, no text …) or may not (a state secret).
    /// </exception>
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
        return new FileReader(limits, progress, cancellationToken).Read(bytes, fileName);
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
