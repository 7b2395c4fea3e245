using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Head;

/// <summary>
/// Who issues a document, by the lines of its letterhead: the superior organ first, then the issuer (Decree 30/2020, Annex
/// I, box 2).
/// </summary>
internal static class Issuer
{
    private static readonly Phrases<bool> Acting = Vocabulary.Set("head/acting");
    private static readonly FoldedTexts Business = Vocabulary.Folded("head/business-of-organs");
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
        if (!lexicon.StartsWithOrgan(line) || Inner.AnyStarts(folded) || Business.AnyStarts(folded))
            return false;
        var above = Folding.Of(before);
        return !Unfinished.AnyEnds(above);
    }

    /// <summary>Without a letterhead the opening names who acts: "UBND xã Bình Minh phát động …".</summary>
    public static string? InOpening(IReadOnlyList<SourceLine> lines, int bodyStart, Lexicon lexicon)
    {
        var scanner = new UnitScanner(lexicon);
        for (var i = bodyStart; i < Math.Min(lines.Count, bodyStart + 12); i++)
        {
            var words = new Words(lines[i].Text);
            if (words.Count == 0 || MarkerReader.Read(words.Text).Numbered)
                continue;
            for (var w = words.Count - 1; w > 0; w--)
                if (Acting.Match(words, w, out _) > 0 && scanner.EndingAt(words, w - 1) is { } unit)
                    return unit.Name;
        }
        return null;
    }
}
