namespace ThiDua.Plans.Reading.Structure;

/// <summary>
/// Parts a paragraph into clauses, at semicolons and full stops (not those inside numbers, symbols or quotes); one that
/// does not end, at a comma.
/// </summary>
internal static class Clauses
{
    public static List<TextRange> Of(Paragraph paragraph)
    {
        var text = paragraph.Folded;
        var clauses = new List<TextRange>();
        var start = Math.Min(paragraph.Marker.End, text.Length);
        var closed = 0;
        for (var i = start; i < text.Length; i++)
        {
            var ends =
                text[i] is ';' || (text[i] is '.' && (i + 1 == text.Length || text[i + 1] is ' ') && !Abbreviation(paragraph.Text, i));
            // "(năm trước 12 vụ; cùng kỳ 09 vụ)" is one.
            if (text[i] is '(')
                closed = ClosingBracket(text, i);
            if (i - start > Longest)
                (ends, closed) = (ends || text[i] is ',' || i - start > 2 * Longest && text[i] is ' ', i);
            if (!ends || i < closed)
                continue;
            if (i > start)
                clauses.Add(new(start, i));
            start = i + 1;
        }
        if (start < text.Length)
            clauses.Add(new(start, text.Length));
        return clauses;
    }

    // Every figure of a clause is looked at with all of it.
    private const int Longest = 1500;
    private const int LongestBracket = 250;

    private static int ClosingBracket(string text, int open) => text.IndexOf(')', open, Math.Min(LongestBracket, text.Length - open));

    private static bool Abbreviation(string text, int dot) =>
        dot > 1
        && char.IsUpper(text[dot - 1])
        && char.IsUpper(text[dot - 2])
        && dot + 2 < text.Length
        && char.IsUpper(text[dot + 2])
        && dot - 2 >= 0
        && (dot < 3 || !char.IsLetter(text[dot - 3]));
}
