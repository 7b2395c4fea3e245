namespace ThiDua.Plans.Source.Text;

/// <summary>Numbers of pages that were copied along with the text: alone in their lines, one after the other, a page apart.</summary>
internal static class PageNumbers
{
    // The cells of a table, copied line by line, stand nearer.
    private const int LeastLines = 12;

    /// <summary>
    /// Leaves their lines empty, where there are two at least and the first is 2 (no number is printed on the first page, Decree 30/2020,
    /// Annex I) or one stands amid a sentence: the rows of a table are numbered from 1, and no number of theirs stands so.
    /// </summary>
    public static void Drop(List<SourceLine> lines)
    {
        var found = new List<int>();
        var text = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Length == 0)
                continue;
            text++;
            if (lines[i].Row is not null || Number(lines[i].Text) is not { } number)
                continue;
            if (found.Count == 0 ? number is not (1 or 2) : number != Number(lines[found[^1]].Text) + 1 || text <= LeastLines)
                continue;
            found.Add(i);
            text = 0;
        }
        if (found.Count < 2 || Number(lines[found[0]].Text) is 1 && !found.Exists(i => Amid(lines, i)))
            return;
        foreach (var i in found)
            lines[i] = SourceLine.Empty;
    }

    private static bool Amid(List<SourceLine> lines, int at)
    {
        var above = at == 0 ? -1 : lines.FindLastIndex(at - 1, l => l.Text.Length > 0);
        var below = at + 1 == lines.Count ? -1 : lines.FindIndex(at + 1, l => l.Text.Length > 0);
        return above >= 0 && below >= 0 && char.IsLower(lines[below].Text[0]) && lines[above].Text[^1] is not ('.' or ';' or ':');
    }

    // "3", "- 3 -".
    private static int? Number(ReadOnlySpan<char> text) =>
        text.Trim(" -–") is { Length: > 0 and < 4 } number && !number.ContainsAnyExceptInRange('0', '9') ? int.Parse(number, null) : null;
}
