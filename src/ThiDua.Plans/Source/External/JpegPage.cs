using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace ThiDua.Plans.Source.External;

/// <summary>A photograph as the one page of a .pdf file, so that it is made ready for recognising as scanned pages are. The picture itself is not decoded here (JPEG, ITU-T T.81, Annex B: only its frame's head is read).</summary>
internal static class JpegPage
{
    // A page as long as an A4 sheet, whatever the camera.
    public const double LongSide = 842;
    private const int LargestSide = 30_000;

    /// <summary>The file; null where the picture's head cannot be read, its end is missing, or its colours are those of print.</summary>
    public static byte[]? Pdf(ReadOnlySpan<byte> jpeg)
    {
        if (Frame(jpeg) is not var (width, height, samples) || !IsWhole(jpeg)) return null;
        var scale = LongSide / Math.Max(width, height);
        var (w, h) = (Number(width * scale), Number(height * scale));
        var content = $"q {w} 0 0 {h} 0 0 cm /I Do Q";
        var picture = $"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/{(samples == 1 ? "DeviceGray" : "DeviceRGB")}/BitsPerComponent 8/Filter/DCTDecode/Length {jpeg.Length}>>\nstream\n";
        using var file = new MemoryStream(jpeg.Length + 1024);
        var places = new List<long>();
        file.Write("%PDF-1.4\n"u8);
        Add("<</Type/Catalog/Pages 2 0 R>>", default);
        Add("<</Type/Pages/Count 1/Kids[3 0 R]>>", default);
        Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {w} {h}]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>", default);
        Add(picture, jpeg);
        Add($"<</Length {content.Length}>>\nstream\n{content}\nendstream", default);
        var start = file.Length;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n")))}trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return file.ToArray();

        void Add(string head, ReadOnlySpan<byte> stream)
        {
            places.Add(file.Length);
            Write($"{places.Count} 0 obj\n{head}");
            file.Write(stream);
            Write(stream.IsEmpty ? "\nendobj\n" : "\nendstream\nendobj\n");
        }

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
    }

    private static string Number(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    // A camera may write something of its own behind the mark that ends the picture.
    private static bool IsWhole(ReadOnlySpan<byte> jpeg) => jpeg[^Math.Min(jpeg.Length, LongestTail)..].LastIndexOf(End) >= 0;

    private const int LongestTail = 1 << 16;

    private static ReadOnlySpan<byte> End => [0xFF, 0xD9];

    // Segments from mark to mark, until the one that opens the frame.
    private static (int Width, int Height, int Samples)? Frame(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 9 < jpeg.Length;)
        {
            if (jpeg[at] != 0xFF) return null;
            var mark = jpeg[at + 1];
            if (mark == 0xFF) { at++; continue; }
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]), width = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), samples = jpeg[at + 9];
                return samples is 1 or 3 && width is > 0 and < LargestSide && height is > 0 and < LargestSide ? (width, height, samples) : null;
            }
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }
        return null;
    }
}
