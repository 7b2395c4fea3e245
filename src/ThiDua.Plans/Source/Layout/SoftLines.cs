namespace ThiDua.Plans.Source.Layout;

/// <summary>Makes lines of a paragraph that may hold line breaks.</summary>
internal static class SoftLines
{
    /// <summary>
    /// Splits at line breaks that mean a new line, joins at those that only wrap a sentence, and adds the label to the first line.
    /// </summary>
    public static void Emit(LineBuilder builder, List<SourceLine> into, LineBudget budget, string? label, bool centred, int level)
    {
        var start = 0;
        var end = builder.Length;
        for (var i = 0; i <= end; i++)
        {
            if (i < end && (builder[i] != '\n' || (!centred && Wraps(builder, i, start, end))))
            {
                continue;
            }
            var line = builder.Build(start, i);
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
    private static bool Wraps(LineBuilder builder, int at, int start, int end)
    {
        var before = at - 1;
        while (before >= start && builder[before] == ' ')
        {
            before--;
        }
        var after = at + 1;
        while (after < end && builder[after] == ' ')
        {
            after++;
        }
        if (
            before < start
            || after >= end
            || !char.IsLower(builder[after])
            || !(char.IsLetterOrDigit(builder[before]) || builder[before] == ',')
        )
        {
            return false;
        }
        // "a) ", "đ) " begin an item although they are small letters.
        if (after + 1 < end && builder[after + 1] is ')' or '.')
        {
            return false;
        }
        builder[at] = ' ';
        return true;
    }

    private static SourceLine Tidy(SourceLine line)
    {
        var text = Gaps.Collapse(line.Text);
        return ReferenceEquals(text, line.Text) && line.BoldLead is null
            ? line
            : line with
            {
                Text = text,
                BoldLead = line.BoldLead is null ? null : Gaps.Plain(Gaps.Collapse(line.BoldLead)),
            };
    }
}
