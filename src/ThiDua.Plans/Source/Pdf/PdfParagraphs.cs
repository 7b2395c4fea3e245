using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>Joins printed lines into paragraphs, over page breaks too.</summary>
internal sealed class PdfParagraphs(LineBudget budget)
{
    private const string Ends = ".;:!?”\"";
    private readonly LineBuilder _builder = new();
    private PdfLine? _last;
    private bool _lastAlone;
    private bool _centred;
    private bool _newPage;
    private PdfMargins _margins;

    /// <summary>Begins a page; its margins decide what is a short line and what an indent.</summary>
    public void Page(PdfMargins margins)
    {
        _margins = margins;
        _newPage = true;
    }

    public void Add(PdfItem item)
    {
        if (item.Row is not null)
        {
            End();
            budget.Add(item.Row);
            return;
        }
        var centred = _margins.IsCentred(item.Line);
        if (
            _last is not null
            && (
                item.Alone || _lastAlone
                    ? !(item.Alone && _lastAlone && Continues(_last, item.Line))
                    : centred || _centred || Begins(_last, item.Line)
            )
        )
        {
            End();
        }
        Append(item.Line);
        _last = item.Line;
        _lastAlone = item.Alone;
        _centred = centred;
        _newPage = false;
    }

    /// <summary>A footnote, read after what stands on its page.</summary>
    public void Note(List<PdfLine> printed)
    {
        End();
        printed.ForEach(Append);
        var note = _builder.Build();
        _builder.Clear();
        budget.Add(note with { Text = Gaps.Plain(Gaps.Collapse(note.Text)), Bold = false, BoldLead = null, Note = true });
    }

    public void End()
    {
        if (_builder.Length == 0)
        {
            return;
        }
        var line = _builder.Build();
        if (line.Text.Length > 0)
        {
            budget.Add(line with { Text = Gaps.Plain(Gaps.Collapse(line.Text)), Centred = _centred });
        }
        _builder.Clear();
        _last = null;
    }

    // Within a column only words tell: its lines are short, and set to the left or to the middle.
    private static bool Continues(PdfLine last, PdfLine next)
    {
        var (before, text) = (last.Text.TrimEnd(), next.Segments[0].Text);
        return before.Length > 0
            && text.Length > 0
            && !Ends.Contains(before[^1])
            && char.IsLower(text[0])
            && !StartsItem(text)
            && last.Base > next.Base;
    }

    private bool Begins(PdfLine last, PdfLine next)
    {
        var text = next.Segments[0].Text;
        var before = last.Text.TrimEnd();
        var finished = before.Length > 0 && Ends.Contains(before[^1]);
        var indented = next.Left > _margins.Left + 0.8 * next.Size;
        var shortLast = last.Right < _margins.Right - 3 * last.Size;
        if (_newPage)
        {
            return indented || (finished && shortLast) || (finished && StartsItem(text));
        }
        var apart = last.Base - next.Base > 1.5 * _margins.Leading;
        var weight = last.Segments.TrueForAll(s => s.Bold) != next.Segments.TrueForAll(s => s.Bold) && (finished || shortLast || indented);
        return indented && !_margins.HangingLists
            || apart
            || weight
            || shortLast && (finished || StartsItem(text) || char.IsUpper(text[0]))
            || finished && StartsItem(text);
    }

    // "- ", "1. ", "a) ", "II. ", "Điều 3"
    private static bool StartsItem(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }
        if (text[0] is '-' or '+' or '•' or '*' or '–')
        {
            return true;
        }
        if (text.StartsWith("Điều ", StringComparison.Ordinal) || text.StartsWith("Chương ", StringComparison.Ordinal))
        {
            return true;
        }
        var n = 0;
        while (n < text.Length && n < 7 && (char.IsAsciiDigit(text[n]) || text[n] is '.' or 'I' or 'V' or 'X'))
        {
            n++;
        }
        return n > 0 && n < text.Length && (text[n - 1] == '.' || text[n] == ')')
            || (text.Length > 1 && char.IsLower(text[0]) && text[1] is ')' or '.');
    }

    private void Append(PdfLine line)
    {
        while (_builder.Length > 0 && _builder[_builder.Length - 1] == ' ')
        {
            _builder.Trim();
        }
        var n = _builder.Length;
        // "76/KH-" ⏎ "UBND" is one symbol; every other line end is a blank.
        if (n > 0 && !(_builder[n - 1] is '-' or '/' && n > 1 && char.IsLetterOrDigit(_builder[n - 2])))
        {
            _builder.Append(' ', false, false);
        }
        foreach (var segment in line.Segments)
        {
            if (!ReferenceEquals(segment, line.Segments[0]))
            {
                _builder.Append(' ', false, false);
            }
            foreach (var (text, bold, italic) in segment.Runs)
            {
                _builder.Append(text, bold, italic);
            }
        }
        budget.CheckPending(_builder.Length);
    }
}

/// <summary>Where the text of a page stands, in points.</summary>
internal readonly record struct PdfMargins(double Left, double Right, double Leading, double Size, double Indent, bool HangingLists)
{
    public static PdfMargins Of(List<PdfLine> lines)
    {
        // Letterheads and signatures keep no margins.
        var single = lines.Where(l => l.Segments.Count == 1).ToList();
        lines = single.Count > 3 ? single : lines;
        if (lines.Count == 0)
        {
            return new PdfMargins(0, 0, 0, 0, 0, false);
        }
        var left = Often(lines.Select(l => l.Left), smallest: true);
        var right = Often(lines.Select(l => l.Right), smallest: false);
        var steps = lines.Zip(lines.Skip(1), (a, b) => a.Base - b.Base).Where(s => s > 1).Order().ToList();
        var sizes = lines.Select(l => l.Size).Order().ToList();
        // Where nearly every line is indented, indents are hanging lists and not first lines.
        var indent =
            lines
                .Select(l => Math.Round(l.Left))
                .Where(l => l > left + 8)
                .GroupBy(l => l)
                .OrderByDescending(g => g.Count())
                .FirstOrDefault()
                ?.Key
            ?? left;
        var hanging = lines.Count(l => l.Left > left + 8) * 3 > lines.Count * 2;
        return new PdfMargins(
            left,
            right,
            steps.Count > 0 ? steps[steps.Count / 3] : sizes[0] * 1.2,
            sizes[sizes.Count / 2],
            indent,
            hanging
        );
    }

    public bool IsCentred(PdfLine line)
    {
        double before = line.Left - Left,
            after = Right - line.Right;
        // A short heading may stand in the middle by chance: its beginning then is where first lines begin.
        return Math.Abs(line.Left - Indent) > 3
            && before > 2.2 * line.Size
            && Math.Abs(before - after) < Math.Max(6, 0.12 * (before + after))
            && line.Segments.Count == 1;
    }

    // The outermost place where at least a tenth of the lines begin or end.
    private static double Often(IEnumerable<double> places, bool smallest)
    {
        var sorted = places.Order().ToList();
        var need = Math.Max(Math.Min(2, sorted.Count), sorted.Count / 10);
        if (!smallest)
        {
            sorted.Reverse();
        }
        for (var i = 0; i + need <= sorted.Count; i++)
        {
            if (Math.Abs(sorted[i + need - 1] - sorted[i]) < 4)
            {
                return sorted[i];
            }
        }
        return sorted[0];
    }
}
