using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.External;

/// <summary>
/// The straight lines of a scanned page: dark runs in narrow strips of the picture, put together from strip to strip however the
/// page lay askew. Lengths are in pixels, from the upper left corner.
/// </summary>
/// <param name="Tilt">How far a level line falls on its way to the right, per pixel.</param>
internal sealed record PictureRules(int Width, int Height, List<Rule> Uprights, List<Rule> Levels, double Tilt)
{
    // Of a page's shorter side: 31 dots of an A4 page at 300 dots per inch, so that no letter's stroke fills five strips in a row.
    private const int Strips = 80;
    private const double Filled = 0.9;
    private const int Thickest = 14;
    private const int Step = 4;
    private const int ShortestLevel = 6;
    private const int ShortestUpright = 5;
    private const int LargestSide = 20_000;

    // More of them in one strip are hatching, or a picture.
    private const int MostRuns = 200;

    private sealed class Chain
    {
        public required int First;
        public required double Start;
        public int Last;
        public double At;
        public int Length => Last - First + 1;
    }

    /// <summary>Reads a binary PGM of 8 bits a sample, row by row.</summary>
    /// <exception cref="InvalidDataException">The file is none.</exception>
    public static PictureRules Of(string pgm)
    {
        using var from = new FileStream(pgm, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (Netpbm.Head(from, "P5") is not var (width, height) || width > LargestSide || height > LargestSide)
            throw new InvalidDataException(pgm);
        var row = new byte[width];
        var side = Math.Max(8, Math.Min(width, height) / Strips);
        var strips = width / side;
        var run = new int[strips];
        var found = new List<double>[strips];
        for (var s = 0; s < strips; s++)
            found[s] = [];
        var columns = new int[width];
        List<Chain> open = [],
            uprights = [];
        for (var y = 0; y < height; y++)
        {
            from.ReadExactly(row);
            for (var s = 0; s < strips; s++)
            {
                var dark = 0;
                for (var x = s * side; x < (s + 1) * side; x++)
                    if (row[x] < Netpbm.Dark)
                        dark++;
                if (dark >= Filled * side)
                {
                    run[s]++;
                    continue;
                }
                if (run[s] is > 0 and <= Thickest)
                    found[s].Add(y - 1 - (run[s] - 1) / 2.0);
                run[s] = 0;
            }
            for (var x = 0; x < width; x++)
                if (row[x] < Netpbm.Dark)
                    columns[x]++;
            if ((y + 1) % side != 0)
                continue;
            Extend(open, uprights, Runs(columns, side), y / side);
            Array.Clear(columns);
        }
        List<Chain> openLevels = [],
            levelChains = [];
        for (var s = 0; s < strips; s++)
            Extend(openLevels, levelChains, found[s], s);
        levelChains.RemoveAll(c => c.Length < ShortestLevel);
        uprights.RemoveAll(c => c.Length < ShortestUpright);
        var tilt = Tilted(levelChains, side, width);
        return new(
            width,
            height,
            [.. uprights.Select(c => Straight(c, side, -tilt))],
            [.. levelChains.Select(c => Straight(c, side, tilt))],
            tilt
        );
    }

    // Centres of the runs of columns that are dark all down the strip.
    private static List<double> Runs(int[] columns, int side)
    {
        var runs = new List<double>();
        var run = 0;
        for (var x = 0; x <= columns.Length; x++)
        {
            if (x < columns.Length && columns[x] >= Filled * side)
            {
                run++;
                continue;
            }
            if (run is > 0 and <= Thickest)
                runs.Add(x - 1 - (run - 1) / 2.0);
            run = 0;
        }
        return runs;
    }

    // Each run goes on with the line that ended near it in the strip before, or in the one before that.
    private static void Extend(List<Chain> open, List<Chain> all, List<double> runs, int strip)
    {
        open.RemoveAll(c => c.Last < strip - 2);
        if (runs.Count > MostRuns)
            return;
        foreach (var at in runs)
        {
            var chain = open.Where(c => c.Last < strip && Math.Abs(c.At - at) <= Step).MinBy(c => Math.Abs(c.At - at));
            if (chain is null)
            {
                chain = new Chain { First = strip, Start = at };
                open.Add(chain);
                all.Add(chain);
            }
            (chain.Last, chain.At) = (strip, at);
        }
    }

    private static double Tilted(List<Chain> levels, int side, int width)
    {
        var slopes = levels
            .Where(c => c.Length * side > width / 4)
            .Select(c => (c.At - c.Start) / ((c.Last - c.First) * side))
            .Order()
            .ToList();
        return slopes.Count == 0 ? 0 : slopes[slopes.Count / 2];
    }

    // The line on the page set upright: turned back about the upper left corner.
    private static Rule Straight(Chain chain, int strip, double tilt)
    {
        double from = chain.First * strip,
            to = (chain.Last + 1) * strip,
            middle = (from + to) / 2;
        return new((chain.Start + chain.At) / 2 - tilt * middle, from, to);
    }

    /// <summary>A place of the picture on the page set upright.</summary>
    public (double X, double Y) Upright(double x, double y) => (x + Tilt * y, y - Tilt * x);

    /// <summary>Where in the picture a place of the page set upright is.</summary>
    public (double X, double Y) InPicture(double x, double y) => (x - Tilt * y, y + Tilt * x);
}
