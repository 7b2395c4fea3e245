using System.Globalization;
using System.Text;

namespace ThiDua.Plans.Source.External;

/// <summary>
/// A grey picture (a binary PGM of 8 bits a sample) turned by a quarter, a half or three quarters, a band of its rows at a time.
/// </summary>
internal static class TurnedPicture
{
    private const int RowsAtOnce = 128;

    /// <param name="degrees">Clockwise: 90, 180 or 270.</param>
    /// <exception cref="InvalidDataException">The file is not such a picture, or it ends too early.</exception>
    public static void Write(string pgm, string turned, int degrees)
    {
        using var from = File.OpenRead(pgm);
        if (Netpbm.Head(from, "P5") is not var (width, height))
            throw new InvalidDataException(pgm);
        var start = from.Position;
        using var to = File.Create(turned);
        var (rows, row) = degrees is 180 ? (height, width) : (width, height);
        to.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{row} {rows}\n255\n")));
        var band = new byte[RowsAtOnce * row];
        var part = new byte[Math.Max(RowsAtOnce, width)];
        for (var first = 0; first < rows; first += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, rows - first);
            if (degrees is 180)
                Reversed(first, count);
            else
                Column(first, count);
            to.Write(band, 0, count * row);
        }

        void Read(int x, int y, int length)
        {
            if (RandomAccess.Read(from.SafeFileHandle, part.AsSpan(0, length), start + ((long)y * width) + x) < length)
                throw new InvalidDataException(pgm);
        }

        void Reversed(int first, int count)
        {
            for (var i = 0; i < count; i++)
            {
                Read(0, height - 1 - first - i, width);
                part.AsSpan(0, width).Reverse();
                part.AsSpan(0, width).CopyTo(band.AsSpan(i * row));
            }
        }

        // Rows of the turned picture are columns of the other: from the left and its foot up, or from the right and its head down.
        void Column(int first, int count)
        {
            var left = degrees is 90 ? first : width - first - count;
            for (var y = 0; y < height; y++)
            {
                Read(left, y, count);
                for (var i = 0; i < count; i++)
                {
                    if (degrees is 90)
                        band[(i * row) + height - 1 - y] = part[i];
                    else
                        band[((count - 1 - i) * row) + y] = part[i];
                }
            }
        }
    }
}
