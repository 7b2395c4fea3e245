using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace ThiDua.App.Tests.Files;

/// <summary>Photos as phones write them, and as nobody should.</summary>
internal static class PhotoSamples
{
    public const string Place = "ap-binh-hoa-10.2437-105.9722";

    private static readonly SKColor[] Quarters = [SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.Yellow];

    /// <summary>
    /// Upright it has a red, a green, a blue and a yellow quarter, row by row; stored as a camera held otherwise stores it.
    /// </summary>
    public static byte[] Jpeg(int width, int height, int orientation = 1)
    {
        var turned = orientation >= 5;
        using var stored = new SKBitmap(turned ? height : width, turned ? width : height);
        for (var row = 0; row < stored.Height; row++)
        for (var column = 0; column < stored.Width; column++)
        {
            // Exif 2.3, tag 274: what the first row and the first column of what is stored are for the eye.
            var (x, y) = orientation switch
            {
                2 => (width - 1 - column, row),
                3 => (width - 1 - column, height - 1 - row),
                4 => (column, height - 1 - row),
                5 => (row, column),
                6 => (width - 1 - row, column),
                7 => (width - 1 - row, height - 1 - column),
                8 => (row, height - 1 - column),
                _ => (column, row),
            };
            stored.SetPixel(column, row, Quarters[(y * 2 / height * 2) + (x * 2 / width)]);
        }
        using var data = stored.Encode(SKEncodedImageFormat.Jpeg, 95);
        return WithMetadata(data.ToArray(), orientation);
    }

    public static byte[] Encoded(SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(64, 48);
        picture.Erase(SKColors.SeaGreen);
        using var data = picture.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>Whether the quarters stand as they should, for the eye.</summary>
    public static bool IsUpright(byte[] jpeg)
    {
        using var picture = SKBitmap.Decode(jpeg);
        var at = new[] { (1, 1), (3, 1), (1, 3), (3, 3) };
        return at.Select(p => picture.GetPixel(picture.Width * p.Item1 / 4, picture.Height * p.Item2 / 4))
            .Zip(Quarters)
            .All(p => Near(p.First, p.Second));
    }

    /// <summary>A PNG of some hundred bytes that says it has 3.6 thousand million pixels.</summary>
    public static byte[] Bomb()
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, 60_000);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), 60_000);
        (head[8], head[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(new byte[1 << 20]);
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", head);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(Stream to, string name, byte[] content)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        to.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        to.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check(named));
        to.Write(number);
    }

    /// <summary>CRC-32 of ISO 3309, as PNG asks for it.</summary>
    private static uint Check(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var b in content)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ (0xEDB88320 & (0 - (sum & 1)));
        }
        return ~sum;
    }

    private static bool Near(SKColor one, SKColor other) =>
        Math.Abs(one.Red - other.Red) < 40 && Math.Abs(one.Green - other.Green) < 40 && Math.Abs(one.Blue - other.Blue) < 40;

    /// <summary>Orientation, position and maker, and a comment: what tells where somebody stood.</summary>
    private static byte[] WithMetadata(byte[] jpeg, int orientation)
    {
        byte[] exif =
        [
            .. "Exif\0\0II*\0"u8,
            .. Number(8),
            2,
            0,
            .. Entry(0x0112, 3, 1, orientation),
            .. Entry(0x8825, 4, 1, 38),
            .. Number(0),
            2,
            0,
            .. Entry(1, 2, 2, 'N'),
            .. Entry(2, 5, 3, 68),
            .. Number(0),
            .. Number(10),
            .. Number(1),
            .. Number(14),
            .. Number(1),
            .. Number(3730),
            .. Number(100),
        ];
        return [.. jpeg[..2], .. Part(0xE1, exif), .. Part(0xFE, Encoding.ASCII.GetBytes(Place)), .. jpeg[2..]];
    }

    private static byte[] Part(byte mark, byte[] content) =>
        [0xFF, mark, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Entry(ushort tag, ushort type, int count, int value) =>
        [(byte)tag, (byte)(tag >> 8), (byte)type, (byte)(type >> 8), .. Number(count), .. Number(value)];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
