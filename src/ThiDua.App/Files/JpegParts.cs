using System.Buffers.Binary;

namespace ThiDua.App.Files;

/// <summary>The parts that a JPEG file is made of, up to its picture.</summary>
public static class JpegParts
{
    private const byte StartOfScan = 0xDA,
        Jfif = 0xE0,
        Color = 0xE2,
        LastOfPrograms = 0xEF,
        Comment = 0xFE;

    /// <summary>Whether it is one that carries nothing beside its picture: no Exif, XMP, IPTC, comment or further picture.</summary>
    public static bool IsBare(ReadOnlySpan<byte> file)
    {
        if (file is not [0xFF, 0xD8, .., 0xFF, 0xD9])
            return false;
        for (var at = 2; at + 4 <= file.Length; )
        {
            if (file[at] != 0xFF)
                return false;
            var part = file[at + 1];
            if (part == StartOfScan)
                return true;
            if (part is > Jfif and <= LastOfPrograms and not Color or Comment)
                return false;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return false;
    }
}
