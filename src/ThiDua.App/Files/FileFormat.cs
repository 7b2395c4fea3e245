using System.Text;

namespace ThiDua.App.Files;

/// <summary>What a file is.</summary>
/// <param name="Extensions">The first is given to a file whose name ends otherwise.</param>
public sealed record FileFormat(string Code, string ContentType, params string[] Extensions)
{
    public bool IsPhoto { get; private init; }

    public static readonly FileFormat Jpeg = new("jpeg", "image/jpeg", ".jpg", ".jpeg") { IsPhoto = true };

    /// <summary>All that is taken; what is served is served as one of these or as bytes without a meaning.</summary>
    public static readonly IReadOnlyList<FileFormat> All =
    [
        Jpeg,
        new("png", "image/png", ".png") { IsPhoto = true },
        new("webp", "image/webp", ".webp") { IsPhoto = true },
        new("pdf", "application/pdf", ".pdf"),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
        new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"),
        new("odt", "application/vnd.oasis.opendocument.text", ".odt"),
        new("ods", "application/vnd.oasis.opendocument.spreadsheet", ".ods"),
        new("doc", "application/msword", ".doc"),
        new("xls", "application/vnd.ms-excel", ".xls"),
        new("ppt", "application/vnd.ms-powerpoint", ".ppt"),
        new("text", "text/plain; charset=utf-8", ".txt", ".csv", ".md"),
    ];

    public static FileFormat? Find(string code) => All.FirstOrDefault(f => f.Code == code);

    /// <summary>The name with an ending that fits: what is no program is not saved as one.</summary>
    public string NameFor(string name) =>
        Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? name : name + Extensions[0];
}

/// <summary>What a file is, by its content alone.</summary>
/// <param name="Refused">Code of what it is and is not taken as; null with a format.</param>
public readonly record struct ToldFormat(FileFormat? Format, string? Refused)
{
    private const int Edge = 1 << 20;

    private static readonly (string Name, string Code)[] Packed =
    [
        ("word/document", "docx"),
        ("xl/workbook", "xlsx"),
        ("ppt/presentation", "pptx"),
        ("mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        ("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
    ];

    private static readonly (string Name, string Code)[] Streams =
    [
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("PowerPoint Document", "ppt"),
    ];

    public static async Task<ToldFormat> Of(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var head = new byte[(int)Math.Min(content.Length, Edge)];
        await content.ReadExactlyAsync(head, cancellationToken);
        var told = head.Length == 0 ? No("empty") : await Of(head, content, cancellationToken);
        content.Position = 0;
        return told;
    }

    private static async Task<ToldFormat> Of(byte[] head, Stream content, CancellationToken cancellationToken) =>
        head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Yes("jpeg"),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Yes("png"),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Yes("webp"),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Yes("pdf"),
            [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => OfZip(head, await Tail(content, cancellationToken)),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => await OfCompound(content, cancellationToken),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', var a, var b, ..] => No(
                (a, b) is ((byte)'h', (byte)'e') or ((byte)'m', (byte)'i') or ((byte)'a', (byte)'v') ? "heic" : "video"
            ),
            [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'#', (byte)'!', ..] => No("program"),
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] => No("archive"),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'B', (byte)'M', ..]
            or [0x49, 0x49, 0x2A, 0, ..]
            or [0x4D, 0x4D, 0, 0x2A, ..] => No("picture"),
            [(byte)'I', (byte)'D', (byte)'3', ..]
            or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..]
            or [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => No("sound"),
            _ => await OfText(head, content, cancellationToken),
        };

    private static ToldFormat Yes(string code) => new(FileFormat.Find(code), null);

    private static ToldFormat No(string code) => new(null, code);

    // The names of what is packed stand unpacked in the list at its end; an OpenDocument file says first what it is.
    private static ToldFormat OfZip(byte[] head, byte[] tail)
    {
        bool Has(string name) => tail.AsSpan().IndexOf(Encoding.ASCII.GetBytes(name)) >= 0;
        if (Has("vbaProject"))
            return No("macro");
        var first = Encoding.ASCII.GetString(head.AsSpan(0, Math.Min(head.Length, 120)));
        var code = Packed.FirstOrDefault(p => Has(p.Name) || first.Contains(p.Name, StringComparison.Ordinal)).Code;
        return code is null ? No("archive") : Yes(code);
    }

    private static async Task<byte[]> Tail(Stream content, CancellationToken cancellationToken)
    {
        var tail = new byte[(int)Math.Min(content.Length, Edge)];
        content.Position = content.Length - tail.Length;
        await content.ReadExactlyAsync(tail, cancellationToken);
        return tail;
    }

    private static async Task<ToldFormat> OfCompound(Stream content, CancellationToken cancellationToken)
    {
        var all = new byte[(int)content.Length];
        content.Position = 0;
        await content.ReadExactlyAsync(all, cancellationToken);
        bool Has(string name) => all.AsSpan().IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
        if (Has("_VBA_PROJECT"))
            return No("macro");
        var code = Streams.FirstOrDefault(s => Has(s.Name)).Code;
        return code is null ? No("unknown") : Yes(code);
    }

    private static async Task<ToldFormat> OfText(byte[] head, Stream content, CancellationToken cancellationToken)
    {
        var start = Encoding.UTF8.GetString(head.AsSpan(0, Math.Min(head.Length, 1024))).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.StartsWith('<'))
            return No("web");
        content.Position = 0;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
        var part = new char[32 * 1024];
        try
        {
            for (int count; (count = await reader.ReadAsync(part, cancellationToken)) > 0; )
                if (part.AsSpan(0, count).ContainsAnyInRange('\0', '\u0008'))
                    return No("unknown");
        }
        catch (DecoderFallbackException)
        {
            return No("unknown");
        }
        return Yes("text");
    }
}
