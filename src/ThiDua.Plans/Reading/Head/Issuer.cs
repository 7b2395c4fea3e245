namespace ThiDua.Plans.Reading.Head;

/// <summary>Who issues a document, by the lines of its letterhead: the superior organ first, then the issuer (Decree 30/2020, Annex I, box 2).</summary>
internal static class Issuer
{
    private static readonly FoldedTexts Inner = Vocabulary.Folded("head/inner-organs");
    private static readonly FoldedTexts Unfinished = Vocabulary.Folded("head/unfinished-names");

    /// <summary>The name, in one line; null without any.</summary>
    public static string? Of(List<string> lines, Lexicon lexicon)
    {
        var organs = new List<string>();
        foreach (var line in lines)
        {
            if (organs.Count == 0 || Begins(line, organs[^1], lexicon))
                organs.Add(line);
            else
                organs[^1] += " " + line;
        }
        // What a site prints above the letterhead in capitals.
        while (organs.Count > 1 && !lexicon.StartsWithOrgan(organs[0]) && organs.Count > 2)
            organs.RemoveAt(0);
        return organs.Count == 0 ? null
            : organs.Count == 1 ? organs[0]
            : string.Join(' ', organs.Skip(1));
    }

    private static bool Begins(string line, string before, Lexicon lexicon)
    {
        var folded = Folding.Of(line);
        // "BAN CHỈ ĐẠO" / "PHÒNG, CHỐNG TỘI PHẠM": an organ's business, not an office.
        if (
            !lexicon.StartsWithOrgan(line)
            || Inner.AnyStarts(folded)
            || folded.StartsWith("phong, ", StringComparison.Ordinal)
            || folded.StartsWith("phong chong", StringComparison.Ordinal)
        )
            return false;
        var above = Folding.Of(before);
        return !Unfinished.AnyEnds(above);
    }
}
