using ThiDua.Plans.Reading.Head;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Foot;

/// <summary>Where a foot begins and ends.</summary>
internal static class FootLines
{
    private static readonly FoldedTexts Annexes = Vocabulary.Folded("foot/annexes");

    public static int Find(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
            if (Opens(lines[i].Text))
                return i;
        return -1;
    }

    public static bool Opens(string text)
    {
        var at = 0;
        while (at < text.Length && !char.IsLetter(text[at]))
            at++;
        if (at > 6 || text.Length - at < 8)
            return text.Contains("Nơi nhận:", StringComparison.Ordinal) && text.Length < 400;
        var folded = Folding.Of(text.Length > at + 12 ? text[at..(at + 12)] : text[at..]);
        if (
            folded.StartsWith("noi nhan", StringComparison.Ordinal)
            && (folded.Length == 8 || !char.IsLetter(folded[8]))
            && char.IsUpper(text[at])
        )
            return true;
        // A letter or two misread: "Nơl nhận:", "Nơi nbận:", "Mơi nhận. ro" with specks behind.
        return text.Length - at is >= 7 and < 14
            && char.IsUpper(text[at])
            && folded.AsSpan().IndexOfAny(":;.") is > 5 and var mark
            && Folding.Slips(folded[..mark].TrimEnd(), "noi nhan") <= 2;
    }

    public static bool Ends(string text)
    {
        var folded = Folding.Of(text.Length > 12 ? text[..12] : text);
        // "[1] Quyết định số …": the notes of a page follow its signature.
        if (text.Length > 3 && text[0] is '[' && (char.IsAsciiDigit(text[1]) || text[1] is '^'))
            return true;
        return Annexes.AnyStarts(folded)
            || DocumentKinds.OfTypeLine(text) is not null
            || MarkerReader.Read(text).Kind is MarkerKind.Article or MarkerKind.Roman or MarkerKind.Chapter;
    }

    // No signature stands above a numbered item or the grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN" there is the organ that acts.
    public static int LastPart(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = lines.Count - 1; i >= from; i--)
            if (MarkerReader.Read(lines[i].Text).Numbered || Folding.Of(lines[i].Text).StartsWith("can cu ", StringComparison.Ordinal))
                return i + 1;
        return from;
    }
}
