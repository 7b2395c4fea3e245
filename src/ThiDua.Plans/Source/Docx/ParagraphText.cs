using ThiDua.Plans.Source.Text;

namespace ThiDua.Plans.Source.Docx;

/// <summary>A paragraph while it is read: its pieces, its properties, and what comes after it (text boxes, notes).</summary>
internal sealed class ParagraphText
{
    public readonly LineBuilder Builder = new();
    public ParagraphFormat Format;
    public CharacterFormat Base;
    public bool HasBase;
    public List<SourceLine>? After;

    public void Reset()
    {
        Builder.Clear();
        Format = default;
        Base = default;
        HasBase = false;
        After = null;
    }

    /// <summary>Splits at line breaks that mean a new line, joins at those that only wrap a sentence, and adds the label to the first line.</summary>
    public void Emit(List<SourceLine> into, LineBudget budget, string? label, bool centred, int level)
    {
        var start = 0;
        var end = Builder.Length;
        for (var i = 0; i <= end; i++)
        {
            if (i < end && (Builder[i] != '\n' || (!centred && Wraps(i, start, end))))
            {
                continue;
            }
            var line = Builder.Build(start, i);
            start = i + 1;
            if (line.Text.Length == 0)
            {
                continue;
            }
            line = Tidy(line) with { Centred = centred, HeadingLevel = level };
            line = string.IsNullOrEmpty(label) ? line : line with { Text = $"{label} {line.Text.TrimStart('\t')}", Label = label };
            label = null;
            budget.Charge(line.Text);
            into.Add(line);
        }
    }

    // "…của Ủy ban" ⏎ "nhân dân xã": the break only shaped the right margin.
    private bool Wraps(int at, int start, int end)
    {
        var before = at - 1;
        while (before >= start && Builder[before] == ' ')
        {
            before--;
        }
        var after = at + 1;
        while (after < end && Builder[after] == ' ')
        {
            after++;
        }
        if (before < start || after >= end || !char.IsLower(Builder[after]) || !(char.IsLetterOrDigit(Builder[before]) || Builder[before] == ','))
        {
            return false;
        }
        // "a) ", "đ) " begin an item although they are small letters.
        if (after + 1 < end && Builder[after + 1] is ')' or '.')
        {
            return false;
        }
        Builder[at] = ' ';
        return true;
    }

    private static SourceLine Tidy(SourceLine line)
    {
        var text = Gaps.Collapse(line.Text);
        return ReferenceEquals(text, line.Text) && line.BoldLead is null
            ? line
            : line with { Text = text, BoldLead = line.BoldLead is null ? null : Gaps.Plain(Gaps.Collapse(line.BoldLead)) };
    }
}
