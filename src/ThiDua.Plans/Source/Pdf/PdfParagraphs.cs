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
            && !PdfItems.Starts(text)
            && last.Base > next.Base;
    }

    private bool Begins(PdfLine last, PdfLine next)
    {
        var text = next.Segments[0].Text;
        var before = last.Text.TrimEnd();
        var finished = before.Length > 0 && Ends.Contains(before[^1]);
        var indented = next.Left > _margins.Left + 0.8 * next.Size;
        var shortLast = _margins.IsShort(last, next);
        if (_newPage)
        {
            return indented || (finished && shortLast) || (finished && PdfItems.Starts(text));
        }
        var apart = last.Base - next.Base > 1.5 * _margins.Leading;
        var weight = last.Segments.TrueForAll(s => s.Bold) != next.Segments.TrueForAll(s => s.Bold) && (finished || shortLast || indented);
        return indented && !_margins.HangingLists
            || apart
            || weight
            || shortLast && (finished || PdfItems.Starts(text))
            || char.IsUpper(text[0]) && _margins.IsClearlyShort(last, next)
            || finished && PdfItems.Starts(text);
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
