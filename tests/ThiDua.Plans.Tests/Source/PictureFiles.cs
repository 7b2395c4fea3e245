using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ThiDua.Plans.Tests.Source;

/// <summary>Files of pictures that no program at hand writes.</summary>
internal static class PictureFiles
{
    /// <summary>One .tif file of several pages (TIFF 6.0: grey, not packed, one strip a page), from pictures in .pgm.</summary>
    public static byte[] Tiff(params ReadOnlySpan<byte[]> pages)
    {
        using var file = new MemoryStream();
        using var to = new BinaryWriter(file);
        to.Write("II*\0"u8);
        to.Write(8);
        for (var page = 0; page < pages.Length; page++)
        {
            var (width, height, start) = Pgm(pages[page]);
            const int Fields = 8;
            var behind = (int)file.Position + 2 + (12 * Fields) + 4;
            to.Write((short)Fields);
            foreach (
                var (tag, value) in ((short, int)[])
                    [(256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, behind), (278, height), (279, width * height)]
            )
            {
                to.Write(tag);
                to.Write((short)4);
                to.Write(1);
                to.Write(value);
            }
            var size = width * height + (width * height & 1);
            to.Write(page + 1 < pages.Length ? behind + size : 0);
            to.Write(pages[page].AsSpan(start, width * height));
            file.Position = behind + size;
        }
        return file.ToArray();
    }

    /// <summary>A .png file (PNG, third edition) of nothing but white, one bit a point.</summary>
    public static byte[] WhitePng(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 1;
        Chunk(file, "IHDR", head);
        using var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[1 + ((width + 7) / 8)];
            row.AsSpan(1).Fill(0xFF);
            for (var i = 0; i < height; i++)
                pack.Write(row);
        }
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string name, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(named);
        var check = uint.MaxValue;
        foreach (var b in named)
        {
            check ^= b;
            for (var bit = 0; bit < 8; bit++)
                check = check >> 1 ^ (check & 1) * 0xEDB88320;
        }
        BinaryPrimitives.WriteUInt32BigEndian(number, ~check);
        file.Write(number);
    }

    private static (int Width, int Height, int Start) Pgm(byte[] file)
    {
        var fields = Encoding.ASCII.GetString(file, 0, 40).Split([' ', '\n'], 5);
        return (int.Parse(fields[1], null), int.Parse(fields[2], null), fields.Take(4).Sum(f => f.Length + 1));
    }
}
