namespace ThiDua.Plans.Reading.Units;

/// <summary>Words of two syllables in names, of which only the first has a capital.</summary>
internal static class Halves
{
    private static readonly WordSet Offices = Vocabulary.Words("unit-names/offices");
    private static readonly WordSet NoSecondHalf = Vocabulary.Words("unit-names/no-second-half");

    // "Nội vụ", "Ngoại giao", "Tài chính": one small syllable after a lone capital is the second half of its word; place
    // names ("Bình Minh") have capitals throughout.
    public static bool IsSecond(Words words, int last) =>
        words.Capital(last)
        && !IsAbbreviation(words, last)
        && !words.Capital(last + 1)
        && !words.IsNumber(last + 1)
        && last > 0
        && (
            !words.Capital(last - 1)
            || !words.Gap(last - 1).Trim().IsEmpty
            || IsAbbreviation(words, last - 1)
            || Offices.Has(words, last - 1)
        )
        && (!NoSecondHalf.Has(words, last + 1) || words.Is(last, "dau") && words.Is(last + 1, "tu"));

    // "GDTX" has no second syllable.
    private static bool IsAbbreviation(Words words, int at) =>
        words[at].Length > 1 && words.Text.AsSpan(words.Start(at), words.End(at) - words.Start(at)).IndexOfAnyExceptInRange('A', 'Z') < 0;
}
