using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>"từ 12 vụ xuống còn 8 vụ": the first figure is where it stands now, the second the target.</summary>
/// <param name="Start">Offset of "từ".</param>
/// <param name="Word">The last word of what leads to the second figure.</param>
internal sealed record Change(bool Down, int Start, int Word)
{
    // Words between the first number and "xuống": its unit, its year.
    private const int Reach = 8;

    // Words between "từ" and the first number: "từ mức 12%".
    private const int Lead = 2;

    // Words between "xuống" and the second number: "xuống còn không quá 8".
    private const int Gap = 4;

    private static readonly Phrases<bool> Upwards = Vocabulary.Set("changes/upwards");
    private static readonly Phrases<bool> Downwards = Vocabulary.Set("changes/downwards");

    /// <summary>The change that begins at the number at this word; null where none does.</summary>
    public static Change? From(Words words, int at, FigureNumber first)
    {
        if (Opening(words, at) is not { } opening)
            return null;
        for (var i = first.Last + 1; i < words.Count && i <= first.Last + Reach; i++)
        {
            if (words.Is(i, "tro") || words.Gap(i - 1).IndexOfAny(";:") >= 0)
                return null;
            if (Upwards.Match(words, i, out _) is > 0 and var up)
                return new(false, words.Start(opening), i + up - 1);
            if (Downwards.Match(words, i, out _) is > 0 and var down && (!words.Is(i, "con") || words.IsNumber(i + down)))
                return new(true, words.Start(opening), i + down - 1);
            if (words.IsNumber(i) && Years.OfWord(words, i) is null)
                return null;
        }
        return null;
    }

    /// <summary>The number at this word is what the change leads to.</summary>
    public bool LeadsTo(int word) => word > Word && word <= Word + Gap;

    private static int? Opening(Words words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 1 - Lead && words.Touches(i); i--)
            if (Comparators.IsFrom(words, i))
                return i;
        return null;
    }
}
