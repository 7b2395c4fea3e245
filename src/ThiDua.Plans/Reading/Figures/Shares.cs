namespace ThiDua.Plans.Reading.Figures;

/// <summary>Parts of a whole said without a per cent sign: "2/3 số hộ", "hai phần ba số hộ", "quá nửa số hộ".</summary>
/// <param name="PerCent">To two places.</param>
/// <param name="Last">Its last word.</param>
internal readonly record struct Share(decimal PerCent, int Last);

/// <summary>Finds them.</summary>
internal static class Shares
{
    // Of more parts it counts: "12/15 tiêu chí".
    private const int MostParts = 10;

    private static readonly Phrases<bool> Wholes = Vocabulary.Set("shares/wholes");
    private static readonly Phrases<bool> People = Vocabulary.Set("shares/people-and-households");
    private static readonly Phrases<bool> Halves = Vocabulary.Set("shares/halves");

    /// <summary>The share that starts at this word; null when none does.</summary>
    public static Share? At(Words words, int at) => Fraction(words, at) ?? InWords(words, at) ?? Half(words, at);

    // "trên 2/3 hộ dân" is a share too: of three households nobody asks for more than two. "3/5 ấp" counts hamlets.
    private static Share? Fraction(Words words, int at)
    {
        if (!words.IsNumber(at) || !words.IsNumber(at + 1) || words.Gap(at) is not "/" || Of(words[at], words[at + 1]) is not { } share)
            return null;
        return
            Wholes.Match(words, at + 2, out _) > 0 || People.Match(words, at + 2, out _) > 0 && Comparators.Before(words, at, 0) is not null
            ? new(share, at + 1)
            : null;
    }

    private static Share? InWords(Words words, int at) =>
        words.Is(at + 1, "phan")
        && at + 3 < words.Count
        && FigureNumber.Numeral(words, at) is { } part
        && FigureNumber.Numeral(words, at + 2) is { } parts
        && part < parts
        && Wholes.Match(words, at + 3, out _) > 0
            ? new(PerCent(part, parts), at + 2)
            : null;

    private static Share? Half(Words words, int at) =>
        Halves.Match(words, at, out _) is > 0 and var length
        && words.Spelled(at + length - 1, "nửa")
        && Wholes.Match(words, at + length, out _) > 0
            ? new(50, at + length - 1)
            : null;

    private static decimal? Of(ReadOnlySpan<char> part, ReadOnlySpan<char> parts) =>
        int.TryParse(part, out var some) && int.TryParse(parts, out var all) && some > 0 && some < all && all <= MostParts
            ? PerCent(some, all)
            : null;

    private static decimal PerCent(int part, int parts) => Math.Round(100m * part / parts, 2, MidpointRounding.AwayFromZero);
}
