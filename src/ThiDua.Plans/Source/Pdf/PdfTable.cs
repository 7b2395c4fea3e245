using UglyToad.PdfPig.Content;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>A table drawn with lines: the letters within each of its cells, whatever their order in the file.</summary>
internal sealed class PdfTable
{
    private const double Near = 3;
    private readonly List<double> _xs;
    private readonly List<double> _ys;
    private readonly List<Rule> _uprights;
    private readonly List<Letter>[,] _cells;

    private readonly record struct Rule(double At, double From, double To);

    public double Top => _ys[0];

    private PdfTable(List<double> xs, List<double> ys, List<Rule> uprights, Page page)
    {
        (_xs, _ys, _uprights) = (xs, ys, uprights);
        _cells = new List<Letter>[ys.Count - 1, xs.Count - 1];
        foreach (var letter in page.Letters)
        {
            if (Place(letter) is var (row, column))
            {
                (_cells[row, column] ??= []).Add(letter);
            }
        }
    }

    public bool Holds(Letter letter) => Place(letter) is not null;

    public static List<PdfTable> Find(Page page)
    {
        var (uprights, levels) = Rules(page);
        var tables = new List<PdfTable>();
        foreach (var band in Bands(uprights))
        {
            var ys = Cluster(levels.Where(l => l.At <= band.To + Near && l.At >= band.From - Near).Select(l => l.At)).OrderDescending().ToList();
            var own = uprights.Where(u => u.From >= band.From - Near && u.To <= band.To + Near).ToList();
            var xs = Cluster(own.Select(u => u.At)).Order().ToList();
            if (xs.Count >= 3 && ys.Count >= 3 && xs.Count <= 64)
            {
                tables.Add(new PdfTable(xs, ys, own, page));
            }
        }
        return tables;
    }

    // Lines come as strokes or as thin filled boxes, whole or in pieces a cell long.
    private static (List<Rule> Uprights, List<Rule> Levels) Rules(Page page)
    {
        List<Rule> uprights = [], levels = [];
        foreach (var path in page.Paths)
        {
            if (path.IsClipping || path.GetBoundingRectangle() is not { } box || uprights.Count + levels.Count > 20_000)
            {
                continue;
            }
            if (box.Width < 2 && box.Height > 6)
            {
                uprights.Add(new Rule(box.Left, box.Bottom, box.Top));
            }
            else if (box.Height < 2 && box.Width > 6)
            {
                levels.Add(new Rule(box.Bottom, box.Left, box.Right));
            }
            else if (path.IsStroked && box.Width > 6 && box.Height > 6 && box.Width < page.Width * 0.99)
            {
                uprights.AddRange([new Rule(box.Left, box.Bottom, box.Top), new Rule(box.Right, box.Bottom, box.Top)]);
                levels.AddRange([new Rule(box.Bottom, box.Left, box.Right), new Rule(box.Top, box.Left, box.Right)]);
            }
        }
        return (uprights, levels);
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

    private (int Row, int Column)? Place(Letter letter)
    {
        double x = (letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, y = letter.StartBaseLine.Y + 0.2 * letter.PointSize;
        if (x < _xs[0] || x > _xs[^1] || y > _ys[0] || y < _ys[^1])
        {
            return null;
        }
        var column = _xs.FindIndex(1, e => x <= e) - 1;
        var row = _ys.FindIndex(1, e => y >= e) - 1;
        return row < 0 || column < 0 ? null : (row, column);
    }

    /// <summary>The rows as lines; cells without an upright between them are one cell.</summary>
    public List<SourceLine> Rows()
    {
        var rows = new List<SourceLine>();
        for (var r = 0; r < _ys.Count - 1; r++)
        {
            var middle = (_ys[r] + _ys[r + 1]) / 2;
            List<string> cells = [], printed = [];
            for (var c = 0; c < _xs.Count - 1;)
            {
                var span = 1;
                while (c + span < _xs.Count - 1 && !_uprights.Exists(u => Math.Abs(u.At - _xs[c + span]) <= Near && u.From <= middle && u.To >= middle))
                {
                    span++;
                }
                var text = Text(Enumerable.Range(c, span).SelectMany(i => _cells[r, i] ?? []));
                printed.Add(text.Replace('\n', ' '));
                cells.AddRange(Enumerable.Repeat(text, span));
                c += span;
            }
            if (printed.Exists(p => p.Length > 0))
            {
                rows.Add(new SourceLine(string.Join(" | ", printed)) { Row = new TableRow(0, r, Borderless: false, cells) });
            }
        }
        return rows;
    }

    private static string Text(IEnumerable<Letter> letters) =>
        Source.Text.Clean.Line(Layout.Gaps.Plain(Layout.Gaps.Collapse(string.Join(' ', PdfLines.Of(letters).Select(l => l.Text.Trim())))));
}
