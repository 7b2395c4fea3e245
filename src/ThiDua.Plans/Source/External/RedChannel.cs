using System.Globalization;
using System.Text;

namespace ThiDua.Plans.Source.External;

/// <summary>
/// The red part of a coloured picture as a grey one: in it the red of a seal is as white as the paper, and what is printed beneath the
/// seal stays black. Both files are of the Netpbm formats (a binary PPM of 8 bits a sample in, a binary PGM out).
/// </summary>
internal static class RedChannel
{
    private const int Samples = 3;
    private const int PixelsAtOnce = 1 << 16;

    /// <exception cref="InvalidDataException">The file is not a binary PPM of 8 bits a sample, or it ends too early.</exception>
    public static void Take(string ppm, string pgm)
    {
        using var from = new FileStream(ppm, FileMode.Open, FileAccess.Read, FileShare.Read, PixelsAtOnce);
        if (Netpbm.Head(from, "P6") is not var (width, height))
            throw new InvalidDataException(ppm);
        using var to = new FileStream(pgm, FileMode.Create, FileAccess.Write);
        to.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n")));
        var coloured = new byte[PixelsAtOnce * Samples];
        var red = new byte[PixelsAtOnce];
        for (var left = (long)width * height; left > 0; )
        {
            var pixels = (int)Math.Min(left, PixelsAtOnce);
            from.ReadExactly(coloured, 0, pixels * Samples);
            for (var i = 0; i < pixels; i++)
                red[i] = coloured[i * Samples];
            to.Write(red, 0, pixels);
            left -= pixels;
        }
    }
}
