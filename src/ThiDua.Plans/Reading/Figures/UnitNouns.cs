namespace ThiDua.Plans.Reading.Figures;

/// <summary>Counted things of two words and more; what is not here is taken as two words.</summary>
internal static class UnitNouns
{
    private static readonly Phrases<bool> Counted = Vocabulary.Set("counted-things/counted");

    public static int Length(Words words, int at) => Counted.Match(words, at, out _);
}

/// <summary>Things of which there is no fraction: households, people, sessions; not kilometres, and not millions.</summary>
internal static class WholeThings
{
    private static readonly Phrases<bool> Divisible = Vocabulary.Set("counted-things/divisible");
    private static readonly Phrases<bool> Currencies = Vocabulary.Set("money/currencies");

    /// <summary>One stands at this word, and nothing but a blank between it and the number that ends at this offset.</summary>
    public static bool At(Words words, int at, int end) =>
        at < words.Count
        && words.Folded.AsSpan(end, words.Start(at) - end) is " "
        && (
            UnitNouns.Length(words, at) is > 0 and var noun && Divisible.Match(words, at, out _) < noun
            || Currencies.Match(words, at, out _) > 0
        );
}
