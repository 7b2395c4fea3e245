namespace ThiDua.Plans.Source.Layout;

/// <summary>A line drawn on a page: where it stands across, and from where to where it runs.</summary>
internal readonly record struct Rule(double At, double From, double To);

/// <summary>A table drawn with lines: where its top is on the page, and its rows.</summary>
internal sealed record PageTable(double Top, List<SourceLine> Rows);

/// <summary>The grid that the drawn lines of a page make; lengths are in points, from the lower left corner of the page.</summary>
internal sealed class RuledGrid
{
    private const double Near = 3;
    private const double OpenRow = 9;
    private const int MostColumns = 64;
    private readonly List<double> _xs;
    private readonly List<double> _ys;
    private readonly List<Rule> _uprights;

    private RuledGrid(List<double> xs, List<double> ys, List<Rule> uprights) => (_xs, _ys, _uprights) = (xs, ys, uprights);

    /// <summary>Grids of two columns and two rows at least, from the upright lines of a page and its level ones.</summary>
    public static List<RuledGrid> Find(List<Rule> uprights, List<Rule> levels)
    {
        var grids = new List<RuledGrid>();
        foreach (var band in Bands(uprights))
        {
            var ys = Cluster(levels.Where(l => l.At <= band.To + Near && l.At >= band.From - Near).Select(l => l.At))
                .OrderDescending()
                .ToList();
            var own = uprights.Where(u => u.From >= band.From - Near && u.To <= band.To + Near).ToList();
            var xs = Cluster(own.Select(u => u.At)).Order().ToList();
            Close(ys, own, xs.Count, band);
            if (xs.Count is >= 3 and <= MostColumns && ys.Count >= 3)
            {
                grids.Add(new RuledGrid(xs, ys, own));
            }
        }
        return grids;
    }

    // A table goes on to the next page without a level line at its foot, a stamp hides the one at its head: most uprights tell.
    private static void Close(List<double> ys, List<Rule> uprights, int columns, Rule band)
    {
        if (ys.Count > 0 && band.To - ys[0] > OpenRow && uprights.Count(u => band.To - u.To < OpenRow) * 2 >= columns)
        {
            ys.Insert(0, band.To);
        }
        if (ys.Count > 0 && ys[^1] - band.From > OpenRow && uprights.Count(u => u.From - band.From < OpenRow) * 2 >= columns)
        {
            ys.Add(band.From);
        }
    }

    // Uprights that touch each other's height belong to one table.
    private static List<Rule> Bands(List<Rule> uprights)
    {
        var bands = new List<Rule>();
        foreach (var rule in uprights.OrderByDescending(u => u.To))
        {
            if (bands.Count > 0 && rule.To >= bands[^1].From - Near)
            {
                bands[^1] = bands[^1] with { From = Math.Min(bands[^1].From, rule.From) };
                continue;
            }
            bands.Add(rule);
        }
        return bands;
    }

    private static List<double> Cluster(IEnumerable<double> places)
    {
        var clusters = new List<double>();
        foreach (var place in places.Order())
        {
            if (clusters.Count == 0 || place - clusters[^1] > Near)
            {
                clusters.Add(place);
            }
        }
        return clusters;
    }

    /// <summary>The cell that a place of the page is in; null outside of the grid.</summary>
    public (int Row, int Column)? Place((double X, double Y) at)
    {
        if (at.X < _xs[0] || at.X > _xs[^1] || at.Y > _ys[0] || at.Y < _ys[^1])
        {
            return null;
        }
        var column = _xs.FindIndex(1, e => at.X <= e) - 1;
        var row = _ys.FindIndex(1, e => at.Y >= e) - 1;
        return row < 0 || column < 0 ? null : (row, column);
    }

    /// <summary>The pieces of a page that stand in the grid, as a table; cells without an upright between them are one cell.</summary>
    /// <param name="at">Where on the page a piece stands.</param>
    /// <param name="text">The text of a cell's pieces, line breaks kept.</param>
    public PageTable Table<T>(IEnumerable<T> pieces, Func<T, (double X, double Y)> at, Func<IEnumerable<T>, string> text)
    {
        var cells = new List<T>[_ys.Count - 1, _xs.Count - 1];
        foreach (var piece in pieces)
        {
            if (Place(at(piece)) is var (row, column))
            {
                (cells[row, column] ??= []).Add(piece);
            }
        }
        var rows = new List<SourceLine>();
        for (var r = 0; r < _ys.Count - 1; r++)
        {
            if (Row(r, columns => text(columns.SelectMany(c => cells[r, c] ?? []))) is { } row)
            {
                rows.Add(row);
            }
        }
        return new PageTable(_ys[0], rows);
    }

    /// <summary>The cells, merged ones once: left, bottom, right, top.</summary>
    public IEnumerable<(double Left, double Bottom, double Right, double Top)> Cells()
    {
        for (var r = 0; r < _ys.Count - 1; r++)
        {
            foreach (var (from, span) in Spans(r))
            {
                yield return (_xs[from], _ys[r + 1], _xs[from + span], _ys[r]);
            }
        }
    }

    private SourceLine? Row(int r, Func<IEnumerable<int>, string> text)
    {
        List<string> cells = [],
            printed = [];
        foreach (var (from, span) in Spans(r))
        {
            var cell = text(Enumerable.Range(from, span));
            printed.Add(cell.Replace('\n', ' '));
            cells.AddRange(Enumerable.Repeat(cell, span));
        }
        return printed.Exists(p => p.Length > 0)
            ? new SourceLine(string.Join(" | ", printed)) { Row = new TableRow(0, r, Borderless: false, cells) }
            : null;
    }

    // From which column on and over how many each cell of a row goes.
    private IEnumerable<(int From, int Span)> Spans(int r)
    {
        var middle = (_ys[r] + _ys[r + 1]) / 2;
        for (var c = 0; c < _xs.Count - 1; )
        {
            var span = 1;
            while (
                c + span < _xs.Count - 1
                && !_uprights.Exists(u => Math.Abs(u.At - _xs[c + span]) <= Near && u.From <= middle && u.To >= middle)
            )
            {
                span++;
            }
            yield return (c, span);
            c += span;
        }
    }
}
