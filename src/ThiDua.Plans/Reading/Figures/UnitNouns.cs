namespace ThiDua.Plans.Reading.Figures;

/// <summary>Counted things of two words and more; what is not here is taken as two words.</summary>
internal static class UnitNouns
{
    private static readonly Phrases<bool> Known = Vocabulary.Set("counted-things/counted");

    /// <summary>A measure that may be written without a blank behind its number.</summary>
    public static bool Glued(string unit) =>
        unit is "ha" or "km" or "m" or "m2" or "m3" or "km2" or "kg" or "tan" or "ty" or "trieu" or "dong" or "lit" or "kw" or "mw";

    public static int Length(Words words, int at) => Known.Match(words, at, out _);
}
