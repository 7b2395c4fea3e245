namespace ThiDua.Plans.Reading.Figures;

/// <summary>Counted things of two words and more; what is not here is taken as two words.</summary>
internal static class UnitNouns
{
    private static readonly Phrases<bool> Known = Vocabulary.Set("counted-things/counted");

    public static int Length(Words words, int at) => Known.Match(words, at, out _);
}
