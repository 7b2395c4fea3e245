namespace ThiDua.Plans.Source.Docx;

/// <summary>Total unpacked bytes of one package, over all its parts.</summary>
internal sealed class UnpackBudget(ReadLimits limits)
{
    private long _total;

    public void Take(int bytes, long partBytes, long packedBytes)
    {
        _total += bytes;
        // Small parts compress well honestly (a page of the same spaces): the ratio only counts from 4 MB on.
        if (_total > limits.MaxUnpackedBytes || (partBytes > 4 << 20 && partBytes / Math.Max(1, packedBytes) > limits.MaxRatio))
        {
            throw new UnreadableDocumentException(
                "bomb",
                $"Tệp nén bung ra quá lớn (hơn {limits.MaxUnpackedBytes / 1024 / 1024} MB hoặc quá "
                    + $"{limits.MaxRatio} lần), không đọc để bảo vệ hệ thống.",
                $"The packed file expands too much (over {limits.MaxUnpackedBytes / 1024 / 1024} MB or {limits.MaxRatio} times)."
            );
        }
    }
}

/// <summary>
/// An unpacked part, counted as it comes: declared sizes are never believed. It also bounds what the XML reader may swallow for a single
/// node (an attribute of 200 MB would be held in memory whole).
/// </summary>
internal sealed class BoundedStream(Stream inner, long packedBytes, UnpackBudget budget, long longestNode = BoundedStream.MaxNodeBytes)
    : Stream
{
    private const long MaxNodeBytes = 8 << 20;
    private long _part;
    private long _sinceNode;

    /// <summary>A node has been completed.</summary>
    public void Mark() => _sinceNode = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var n = inner.Read(buffer);
        _part += n;
        _sinceNode += n;
        budget.Take(n, _part, packedBytes);
        return _sinceNode <= longestNode
            ? n
            : throw new UnreadableDocumentException(
                "bomb",
                "Tệp có một phần tử dài bất thường, không đọc để bảo vệ hệ thống.",
                "One element of the file is abnormally long."
            );
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => _part;
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
