using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Docx;

/// <summary>The running text of a part: paragraphs, tables and what wraps them.</summary>
internal sealed class DocxBody(
    DocxStyles styles,
    ListCounter counter,
    DocxNotes? notes,
    LineBudget budget,
    LegacyFonts fonts,
    DocxChunks? chunks
)
{
    private readonly Stack<ParagraphText> _free = new();
    private ParagraphText? _carried;
    private int _tables;

    public LineBudget Budget => budget;
    public DocxStyles Styles => styles;

    public int NextTable() => NextTables(1);

    /// <summary>Takes so many numbers of tables, and gives the first.</summary>
    public int NextTables(int count)
    {
        _tables += count;
        return _tables - count;
    }

    /// <summary>Reads the blocks within the current element.</summary>
    public void Blocks(PartReader x, List<SourceLine> into, TableCell? cell = null)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        var wrappers = new Wrappers();
        var outer = _carried;
        _carried = null;
        while (x.Next(depth))
        {
            if (wrappers.Passes(x))
            {
                continue;
            }
            switch (x.Name)
            {
                case "tcPr" when cell is not null:
                    DocxBorders.Cell(x, cell);
                    break;
                case "p" when x.IsWord:
                    Paragraph(x, into, cell is not null);
                    break;
                case "tbl" when x.IsWord:
                    new DocxTable(this, NextTable()).Read(x, into);
                    break;
                case "altChunk" or "subDoc" when chunks is not null:
                    chunks.Read(x, into, this);
                    break;
                default:
                    x.Skip();
                    break;
            }
        }
        if (_carried is { } last)
        {
            Finish(last, into, cell is not null);
        }
        _carried = outer;
    }

    private void Paragraph(PartReader x, List<SourceLine> into, bool inCell)
    {
        var paragraph = _carried ?? (_free.TryPop(out var free) ? free : new ParagraphText());
        _carried = null;
        budget.Begin();
        new RunReader(this, styles, notes, fonts).Paragraph(x, paragraph);
        if (paragraph.Format.Mark.Deleted)
        {
            // Its mark was deleted under change tracking: the next paragraph goes on in the same line, with its own properties.
            paragraph.Format = default;
            paragraph.HasBase = false;
            _carried = paragraph;
            return;
        }
        Finish(paragraph, into, inCell);
    }

    private void Finish(ParagraphText paragraph, List<SourceLine> into, bool inCell)
    {
        var format = paragraph.Format;
        var style = styles.Paragraph(format.Style);
        var after = paragraph.After;
        if (!style.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase))
        {
            var numId = format.NumId ?? style.Paragraph.NumId;
            var level = format.Level ?? (format.NumId is null ? style.Paragraph.Level : null);
            var label = numId is { } id and not 0 ? counter.Next(id, level, format.Style) : null;
            var outline = format.Outline ?? style.Paragraph.Outline;
            // A column of running numbers has nothing else in its cells; elsewhere a number without text is an accident.
            if (inCell && paragraph.Builder.Length == 0 && !string.IsNullOrEmpty(label))
            {
                into.Add(new SourceLine(label) { Label = label });
            }
            SoftLines.Emit(
                paragraph.Builder,
                into,
                budget,
                label,
                format.Centred ?? style.Paragraph.Centred ?? false,
                outline is >= 0 and < 9 ? outline.Value + 1 : 0
            );
        }
        paragraph.Reset();
        _free.Push(paragraph);
        if (after is not null)
        {
            into.AddRange(after);
        }
    }
}

/// <summary>Elements that only wrap content and are read as if they were not there, at one place of the text.</summary>
internal struct Wrappers
{
    private bool _choicePending;
    private bool _dropContent;

    /// <summary>True when the current element was dealt with: entered (its children come next) or passed over.</summary>
    public bool Passes(PartReader x)
    {
        switch (x.Name)
        {
            case "ins" or "moveTo" or "customXml" or "smartTag" or "sdt" or "hyperlink" or "fldSimple" or "dir" or "bdo":
                return true;
            case "del" or "moveFrom":
                x.Skip();
                return true;
            case "sdtPr":
                _dropContent = IsPlaceholder(x);
                return true;
            case "sdtContent":
                if (_dropContent)
                {
                    x.Skip();
                }
                _dropContent = false;
                return true;
            case "AlternateContent":
                _choicePending = true;
                return true;
            case "Choice" or "Fallback":
                if (!_choicePending)
                {
                    x.Skip();
                }
                _choicePending = false;
                return true;
            default:
                return false;
        }
    }

    // "Click here to enter text", and the table of contents, which says every heading twice.
    private static bool IsPlaceholder(PartReader x)
    {
        var drop = false;
        if (!x.Enter(out var depth))
        {
            return false;
        }
        while (x.Next(depth))
        {
            drop |= x.Name == "showingPlcHdr" && x.On;
            drop |= x.Name == "docPartGallery" && x.Val == "Table of Contents";
        }
        return drop;
    }
}
