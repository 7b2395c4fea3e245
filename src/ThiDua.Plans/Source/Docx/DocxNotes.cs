using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Docx;

/// <summary>Footnotes and endnotes. Vietnamese documents cite whole decisions in them, so that they are kept, marked as notes.</summary>
internal sealed class DocxNotes(Func<bool, Dictionary<int, List<SourceLine>>> load, LineBudget budget)
{
    private Dictionary<int, List<SourceLine>>? _foot;
    private Dictionary<int, List<SourceLine>>? _end;
    private int _printed;

    /// <summary>Adds the lines of a note, with the number that is printed.</summary>
    public void Call(bool foot, int id, List<SourceLine> into)
    {
        var notes = foot ? _foot ??= load(true) : _end ??= load(false);
        _printed++;
        if (!notes.TryGetValue(id, out var lines))
        {
            return;
        }
        for (var i = 0; i < lines.Count; i++)
        {
            var text = i == 0 ? $"[{_printed}] {lines[i].Text}" : lines[i].Text;
            budget.Charge(text);
            into.Add(lines[i] with { Text = text, Note = true });
        }
    }

    /// <summary>Reads the notes part, placed on its root; separators are no notes.</summary>
    public static Dictionary<int, List<SourceLine>> Read(PartReader? x, DocxBody body)
    {
        var notes = new Dictionary<int, List<SourceLine>>();
        using (x)
        {
            if (x is null || !x.Enter(out var depth))
            {
                return notes;
            }
            while (x.Next(depth))
            {
                var lines = new List<SourceLine>();
                var id = x.Int("id") ?? -1;
                var isNote = x.Attribute("type") is null or "normal";
                var spent = body.Budget.Spent;
                body.Blocks(x, lines);
                body.Budget.Spent = spent;
                if (isNote)
                {
                    notes[id] = lines;
                }
            }
        }
        return notes;
    }
}
