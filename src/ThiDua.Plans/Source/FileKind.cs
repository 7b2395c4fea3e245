namespace ThiDua.Plans.Source;

/// <summary>What a file is, by its first bytes and never by its name.</summary>
internal enum FileKind
{
    Text,
    Zip,
    Pdf,
    Ole,
    Rtf,
    Image,
    Other,
}

internal static class FileKinds
{
    public static FileKind Of(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0x50, 0x4B, 3 or 5 or 7, ..] => FileKind.Zip,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => FileKind.Ole,
            [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, ..] or [0x49, 0x49, 0x2A, 0, ..] or [0x4D, 0x4D, 0, 0x2A, ..] =>
                FileKind.Image,
            [0x47, 0x49, 0x46, 0x38, ..] => FileKind.Image,
            [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => FileKind.Image,
            [0x42, 0x4D, _, _, _, _, 0, 0, 0, 0, ..] => FileKind.Image,
            [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => FileKind.Rtf,
            [0x1F, 0x8B, ..]
            or [0x52, 0x61, 0x72, 0x21, ..]
            or [0x37, 0x7A, 0xBC, 0xAF, ..]
            or [0x7F, 0x45, 0x4C, 0x46, ..]
            or [0x4D, 0x5A, ..] => FileKind.Other,
            _ when head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
            _ => FileKind.Text,
        };

    /// <summary>Whether decoded text holds what only a binary file holds.</summary>
    public static bool IsBinary(string text)
    {
        var control = 0;
        var length = Math.Min(text.Length, 65_536);
        foreach (var c in text.AsSpan(0, length))
        {
            control += c is < '\t' or > '\r' and < ' ' or '\u007F' or '\uFFFD' ? 1 : 0;
        }
        return control > 2 && control * 50 > length;
    }

    public static string ImageName(ReadOnlySpan<byte> head) =>
        head[0] switch
        {
            0xFF => "JPEG",
            0x89 => "PNG",
            0x47 => "GIF",
            0x52 => "WebP",
            0x42 => "BMP",
            _ => "TIFF",
        };
}
