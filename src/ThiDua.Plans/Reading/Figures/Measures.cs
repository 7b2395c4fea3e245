namespace ThiDua.Plans.Reading.Figures;

/// <summary>The thing measured, without its figure.</summary>
internal static class Measures
{
    private static readonly Phrases<bool> Leading = Vocabulary.Set("measures/before-the-measure");
    private static readonly Phrases<bool> Trailing = Vocabulary.Set("measures/behind-the-measure");

    /// <summary>
    /// The text around the figure in its part of the clause: what leads to it, or, when the figure comes first, what
    /// follows.
    /// </summary>
    public static string Of(Words words, TextRange part, Figure figure)
    {
        var before = Inside(words.Text[part.Start..Math.Max(part.Start, Math.Min(figure.Start, part.End))])
            .Trim(' ', ',', ';', '.', '(', ')', '-', '+');
        var after = words.Text[Math.Min(figure.End, part.End)..part.End].Trim(' ', ',', ';', '.', '(', ')');
        if (figure.Unit is not ("%" or "‰"))
            after = (
                words.Text[
                    UnitStart(words, figure)..Math.Min(
                        Math.Max(figure.End, UnitStart(words, figure)),
                        Math.Max(part.End, UnitStart(words, figure))
                    )
                ]
                + " "
                + after
            ).Trim();
        before = Strip(before);
        after = Strip(after);
        if (before.Length == 0 && after.Length == 0)
            return words.Text[part.Start..part.End].Trim(' ', ',', ';', '.', '(', ')', '-', '+');
        if (before.Length == 0)
            return after;
        // "duy trì nhóm Zalo ở 100% các mô hình": what is counted stands behind the figure.
        if (after.Length > 0 && before.EndsWith(" ở", StringComparison.Ordinal))
            return $"{before} {after}";
        // "số vụ cháy từ 12 vụ xuống còn 8 vụ": what is counted stands before it already.
        if (figure.Change is not null && before.Contains(figure.Unit, StringComparison.OrdinalIgnoreCase))
            return before;
        return
            after.Length == 0
            || Folding.Of(after).StartsWith("so voi", StringComparison.Ordinal)
            || figure.Unit is "%"
                && new Words(before).Count >= 4
                && !Folding.Of(after).StartsWith("tong so", StringComparison.Ordinal)
                && !Folding.Of(after).StartsWith("so ", StringComparison.Ordinal)
            ? before
            : before + " " + after;
    }

    private static int UnitStart(Words words, Figure figure)
    {
        var at = figure.Word;
        while (at + 1 < words.Count && words.IsNumber(at))
            at++;
        return Math.Min(words.Start(at), figure.End);
    }

    private static string Strip(string text)
    {
        var words = new Words(text);
        int first = 0,
            last = words.Count - 1;
        while (first <= last && Leading.Match(words, first, out _) is > 0 and var n)
            first += n;
        while (last >= first && Trailing.MatchEnding(words, last, out _) is > 0 and var n && !Existing(words, last))
            last -= n;
        return first > last ? "" : Closed(WithinBrackets(words.Slice(first, last)));
    }

    /// <summary>Of a thing named in brackets whose opening stands before its figure, no more than the brackets hold.</summary>
    private static string WithinBrackets(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(')
                depth++;
            else if (text[i] == ')' && --depth < 0)
                return text.IndexOf(' ', 0, i) > 0 ? text[..i] : text;
        }
        return text;
    }

    /// <summary>"hiện có" (standing) is part of the thing, not a verb that leads to its figure.</summary>
    private static bool Existing(Words words, int last) => last > 0 && Folding.Of(words.Slice(last - 1, last)) == "hien co";

    /// <summary>Of a figure in brackets, what stands in the brackets with it.</summary>
    private static string Inside(string before)
    {
        var open = before.LastIndexOf('(');
        return open >= 0 && before.IndexOf(')', open) < 0 ? before[(open + 1)..] : before;
    }

    private static string Closed(string text) => text.Count(c => c == '“') > text.Count(c => c == '”') ? text + "”" : text;
}
