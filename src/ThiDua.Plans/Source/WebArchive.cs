using System.Buffers.Text;
using System.Text;
using ThiDua.Plans.Source.Html;

namespace ThiDua.Plans.Source;

/// <summary>
/// A web page kept with its pictures in one file (RFC 2557: .mht, .mhtml), which Word also saves under the name .doc. Its text is the first
/// part that is HTML.
/// </summary>
internal sealed class WebArchive
{
    private const int MostParts = 2000;
    private const int Deepest = 4;

    private readonly ReadLimits _limits;
    private readonly List<(string Type, ArraySegment<byte> Content)> _texts = [];
    private int _parts;

    private WebArchive(ReadLimits limits) => _limits = limits;

    /// <summary>The file as an archive; null for one that is none.</summary>
    public static WebArchive? Open(ArraySegment<byte> file, ReadLimits limits)
    {
        file = file[Math.Max(0, file.AsSpan().IndexOfAnyExcept((byte)'\r', (byte)'\n'))..];
        if (MimeHead.Read(file) is not { } head || !head.Has("MIME-Version") || head["Content-Type"].Length == 0)
        {
            return null;
        }
        var archive = new WebArchive(limits);
        archive.Take(head, file[head.Length..], 0);
        return archive;
    }

    /// <param name="read">Reads one text by the name that fits its type.</param>
    public SourceDocument Read(Func<ArraySegment<byte>, string, SourceDocument> read)
    {
        var pages = _texts.FindAll(t => t.Type is "text/html" or "application/xhtml+xml");
        var texts = pages.Count > 0 ? pages : _texts;
        if (texts.Count == 0)
        {
            throw new UnreadableDocumentException("no-text", "Tệp lưu trang web (MHT) không có chữ nào.", "The web archive has no text.");
        }
        var document = read(texts[0].Content, pages.Count > 0 ? "a.html" : "a.txt");
        // Word keeps the page's headers in a part of their own, where a secrecy stamp may stand.
        foreach (var (_, content) in pages.Skip(1).Where(p => p.Content.Count > 0).Take(Deepest))
        {
            RefuseStamped(read, content);
        }
        return document with { Format = "mht" };
    }

    private static void RefuseStamped(Func<ArraySegment<byte>, string, SourceDocument> read, ArraySegment<byte> content)
    {
        try
        {
            SecrecyMark.Refuse(read(content, "a.html"));
        }
        catch (UnreadableDocumentException e) when (e.Code is "no-text" or "empty" or "unknown-kind")
        {
            // A part without text bears no stamp.
        }
    }

    private void Take(MimeHead head, ArraySegment<byte> body, int depth)
    {
        if (head.Type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            if (head.Boundary is { Length: > 0 } boundary && depth < Deepest)
            {
                Parts(body, Encoding.Latin1.GetBytes("--" + boundary), depth);
            }
            return;
        }
        if (head.Type is "text/html" or "application/xhtml+xml" or "text/plain" or "")
        {
            _texts.Add((head.Type.Length == 0 ? "text/plain" : head.Type, Decoded(body, head["Content-Transfer-Encoding"])));
        }
    }

    private void Parts(ArraySegment<byte> body, byte[] mark, int depth)
    {
        var at = Next(body, 0, mark);
        while (at >= 0 && _parts++ < MostParts)
        {
            var from = at + mark.Length;
            var next = Next(body, from, mark);
            var part = next < 0 ? body[from..] : body[from..next];
            if (part.AsSpan().StartsWith("--"u8))
            {
                return;
            }
            part = AfterLine(part);
            // A part without a head begins with the blank line that would end it.
            if (MimeHead.Read(part) is { } head)
            {
                Take(head, part[head.Length..], depth + 1);
            }
            at = next;
        }
    }

    // A boundary stands at the beginning of a line.
    private static int Next(ArraySegment<byte> body, int from, byte[] mark)
    {
        while (body.AsSpan(from).IndexOf(mark) is >= 0 and var found)
        {
            if (from + found == 0 || body[from + found - 1] == '\n')
            {
                return from + found;
            }
            from += found + mark.Length;
        }
        return -1;
    }

    private static ArraySegment<byte> AfterLine(ArraySegment<byte> part) =>
        part.AsSpan().IndexOf((byte)'\n') is >= 0 and var end ? part[(end + 1)..] : part[part.Count..];

    private ArraySegment<byte> Decoded(ArraySegment<byte> body, string encoding)
    {
        if (body.Count > 4 * _limits.MaxTextBytes)
        {
            throw UnreadableDocumentException.TooMuchText(_limits.MaxTextBytes);
        }
        return encoding.ToLowerInvariant() switch
        {
            "quoted-printable" => QuotedPrintable(body),
            "base64" => FromBase64(body),
            _ => body,
        };
    }

    private static ArraySegment<byte> QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var bytes = new byte[body.Length];
        var length = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes[length++] = body[i];
            }
            else if (i + 2 < body.Length && Hex(body[i + 1]) is >= 0 and var high && Hex(body[i + 2]) is >= 0 and var low)
            {
                bytes[length++] = (byte)(high << 4 | low);
                i += 2;
            }
            else
            {
                // "=" at the end of a line: the line goes on.
                i += body[(i + 1)..].StartsWith("\r\n"u8) ? 2 : 1;
            }
        }
        return new(bytes, 0, length);
    }

    private static int Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : -1;

    private static ArraySegment<byte> FromBase64(ReadOnlySpan<byte> body)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        var trimmed = body.ToArray().AsSpan();
        var length = 0;
        foreach (var code in body)
        {
            if (char.IsAsciiLetterOrDigit((char)code) || code is (byte)'+' or (byte)'/')
            {
                trimmed[length++] = code;
            }
        }
        length -= length % 4 == 1 ? 1 : 0;
        Base64.DecodeFromUtf8(trimmed[..(length - length % 4)], bytes, out _, out var written);
        if (length % 4 > 0)
        {
            var last = Convert.FromBase64String(Encoding.ASCII.GetString(trimmed[(length - length % 4)..length]).PadRight(4, '='));
            last.CopyTo(bytes, written);
            written += last.Length;
        }
        return new(bytes, 0, written);
    }
}
