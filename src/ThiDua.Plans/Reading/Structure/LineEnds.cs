namespace ThiDua.Plans.Reading.Structure;

/// <summary>What the ends of lines say of whether a sentence goes on.</summary>
internal static class LineEnds
{
    private static readonly WordSet Dangling = Vocabulary.Words("structure/dangling-words");
    private static readonly WordSet Halves = Vocabulary.Words("structure/half-words");
    private static readonly WordSet Counting = Vocabulary.Words("structure/words-before-numbers");
    private static readonly FoldedTexts Recipients = Vocabulary.Folded("foot/recipients");
    private static readonly FoldedTexts OwnParts = Vocabulary.Folded("structure/own-parts");

    public static int FirstWord(string text) => text.IndexOf(' ') is > 0 and var space ? space : text.Length;

    // "… (năm trước:" / "09 vụ)": a colon within brackets ends nothing.
    public static bool OpensBracket(string text) =>
        text[^1] is ':' or ';' && text.LastIndexOf('(') is >= 0 and var open && text.IndexOf(')', open) < 0 && text.Length - open < 60;

    public static bool EndsSentence(string text)
    {
        var end = text.Length - 1;
        while (end > 0 && text[end] is '"' or '”' or ')' or '’' or ' ')
            end--;
        return text[end] is '.' or ';' or ':' or '!' or '?';
    }

    // Lines that open a part of their own, whatever stands before them.
    public static bool StartsOwn(string text)
    {
        if (text.Length < 6)
            return text is "TT" or "STT";
        var folded = Folding.Of(text.Length > 24 ? text[..24] : text);
        return Recipients.AnyStarts(folded) || char.IsUpper(text[0]) && OwnParts.AnyStarts(folded);
    }

    public static bool Dangles(string text) => LastWord(text) is var word && (Dangling.Has(word) || Halves.Has(word));

    // "… theo khoản" / "2 Điều 5": what looks like a mark is the figure that the line before asks for.
    public static bool AwaitsNumber(string text) => Counting.Has(LastWord(text));

    public static string LastWord(string text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return Folding.Of(text[start..]);
    }

    public static bool AllCaps(string text)
    {
        foreach (var c in text)
            if (char.IsLower(c))
                return false;
        return true;
    }

    /// <summary>"Hội", "Thông": half a word by itself, and the end of many a name.</summary>
    public static bool EndsWithHalf(string text) => Halves.Has(LastWord(text));
}
