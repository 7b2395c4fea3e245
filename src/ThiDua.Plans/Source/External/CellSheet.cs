using System.Globalization;
using System.Text;

namespace ThiDua.Plans.Source.External;

/// <summary>A stretch of a picture, in pixels from its upper left corner.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;
    public int Height => Bottom - Top;
}

/// <summary>
/// Cells of a table in which the recogniser of the whole page found no word, cut out and set one below the other on a sheet of their own:
/// a lone "Sở Y tế" between two rules is overlooked on a page, and read on such a sheet.
/// </summary>
internal sealed class CellSheet
{
    private const int Margin = 30;
    private const int Edge = 7;
    private const int LeastInk = 60;
    private const double MostInk = 0.4;
    private const int MostPixels = 3_000_000;

    private readonly List<(PixelBox From, int Top)> _cells = [];

    /// <summary>Cuts the cells with something in them out of a binary PGM into another; null where there are none.</summary>
    public static CellSheet? Cut(string pgm, string sheet, IEnumerable<PixelBox> cells)
    {
        using var from = new FileStream(pgm, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        if (Netpbm.Head(from, "P5") is not var (width, height))
            throw new InvalidDataException(pgm);
        var start = from.Position;
        var crops = new List<byte[]>();
        var result = new CellSheet();
        int top = Margin,
            widest = 0,
            pixels = 0;
        foreach (var cell in cells)
        {
            var box = new PixelBox(
                Math.Max(0, cell.Left + Edge),
                Math.Max(0, cell.Top + Edge),
                Math.Min(width, cell.Right - Edge),
                Math.Min(height, cell.Bottom - Edge)
            );
            if (box.Width < 20 || box.Height < 20 || (pixels += box.Width * box.Height) > MostPixels)
                continue;
            var crop = new byte[box.Width * box.Height];
            for (var y = 0; y < box.Height; y++)
            {
                from.Position = start + (long)(box.Top + y) * width + box.Left;
                from.ReadExactly(crop, y * box.Width, box.Width);
            }
            var ink = crop.Count(p => p < Netpbm.Dark);
            if (ink < LeastInk || ink > MostInk * crop.Length)
                continue;
            crops.Add(crop);
            result._cells.Add((box, top));
            top += box.Height + Margin;
            widest = Math.Max(widest, box.Width);
        }
        if (crops.Count == 0)
            return null;
        using var to = new FileStream(sheet, FileMode.Create, FileAccess.Write);
        var line = new byte[widest + 2 * Margin];
        to.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{line.Length} {top}\n255\n")));
        Array.Fill(line, byte.MaxValue);
        for (var i = 0; i < Margin; i++)
            to.Write(line);
        for (var c = 0; c < crops.Count; c++)
        {
            var box = result._cells[c].From;
            for (var y = 0; y < box.Height + Margin; y++)
            {
                Array.Fill(line, byte.MaxValue);
                if (y < box.Height)
                    Array.Copy(crops[c], y * box.Width, line, Margin, box.Width);
                to.Write(line);
            }
        }
        return result;
    }

    /// <summary>Where on the page a place of the sheet was cut from; null between the cells.</summary>
    public (double X, double Y)? OnPage(double x, double y)
    {
        foreach (var (from, top) in _cells)
            if (y >= top - Margin / 2 && y < top + from.Height + Margin / 2)
                return (from.Left + x - Margin, from.Top + y - top);
        return null;
    }
}
