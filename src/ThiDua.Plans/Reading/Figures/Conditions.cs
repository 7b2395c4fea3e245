namespace ThiDua.Plans.Reading.Figures;

/// <summary>Figures that say when a rule holds ("nơi có dưới 100 cử tri thì …", "trường hợp không quá 03 hộ"), and set no target.</summary>
internal static class Conditions
{
    private static readonly Phrases<bool> Cases = Vocabulary.Set("conditions/cases");
    private static readonly Phrases<bool> Places = Vocabulary.Set("conditions/places");
    private static readonly Phrases<bool> Consequences = Vocabulary.Set("conditions/consequences");

    public static bool Holds(Words words, TextRange clause, Figure figure)
    {
        for (var i = words.At(clause.Start); i < figure.Word; i++)
        {
            if (Cases.Match(words, i, out _) > 0 && Opens(words, i, clause) && !Ended(words, i, figure, Consequences))
                return true;
            if (Places.Match(words, i, out _) > 0 && Has(words, i, figure) && !Ended(words, i, figure, Consequences))
                return true;
        }
        return false;
    }

    private static bool Opens(Words words, int at, TextRange clause) =>
        at == 0
        || words.Start(at) <= clause.Start + 3
        || !words.Gap(at - 1).Trim().IsEmpty
        || words.Is(at - 1, "trong")
        || words.Is(at, "neu") && words.Is(at + 1, "de");

    // "đối với thôn có dưới 100 cử tri": what stands there already.
    private static bool Has(Words words, int at, Figure figure)
    {
        for (var i = at; i < figure.Word; i++)
            if (words.Is(i, "co") && i >= figure.Word - 4)
                return true;
        return false;
    }

    // Behind "thì", a comma or a colon the rule itself begins.
    private static bool Ended(Words words, int at, Figure figure, Phrases<bool> ends)
    {
        for (var i = at + 1; i < figure.Word; i++)
            if (words.Gap(i - 1).IndexOfAny(":,") >= 0 || ends.Match(words, i, out _) > 0)
                return true;
        return false;
    }
}
