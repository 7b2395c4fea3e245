namespace ThiDua.Plans.Reading.Figures;

/// <summary>What a number counts: a per cent sign, money, a noun.</summary>
internal static class FigureUnits
{
    private static readonly Phrases<string> NotCounted = Vocabulary.Named("numbers/not-counted");
    private static readonly Phrases<bool> Times = Vocabulary.Set("numbers/times");
    private static readonly IReadOnlyList<string> TimeUnits = Vocabulary.Entries("numbers/times");
    private static readonly Phrases<bool> TimeLimits = Vocabulary.Set("numbers/time-limits");
    private static readonly Phrases<bool> Durations = Vocabulary.Set("numbers/durations");

    /// <summary>The unit that follows a number, and the offset after it; null where the number counts nothing.</summary>
    public static (string Text, int End)? After(Words words, FigureNumber number)
    {
        var text = words.Folded;
        if (FigureNumber.PercentAt(text, number.End) is { } end)
            return (text[end - 1].ToString(), end);
        if (number.End < words.End(number.Last))
            return (words.Text[number.End..words.End(number.Last)] + PerUnit(words, number.Last, out var glued), glued);
        var at = number.Last + 1;
        // "01 “Tổ liên gia an toàn”": its name in quotation marks.
        if (at >= words.Count || !words.Touches(number.Last) && words.Gap(number.Last) is not " \"")
            return null;
        if (words.Is(at, "phan") && words.Is(at + 1, "tram"))
            return ("%", words.End(at + 1));
        if (Money.At(words, at, out var amount) is > 0 and var length)
            return MoneyOrMany(words, at, length, amount);
        if (TimeLimit(words, number, at) is > 0 and var time)
            return (words.Slice(at, at + time - 1) + PerUnit(words, at + time - 1, out var lasting), lasting);
        return CountsNothing(words, at) ? null : Noun(words, at, at);
    }

    private static bool CountsNothing(Words words, int at) =>
        NotCountedAt(words, at) is > 0 and var no && no >= UnitNouns.Length(words, at)
        || words.IsNumber(at)
        || words.Capital(at) && UnitNouns.Length(words, at) == 0;

    /// <summary>How long something may take; of the times, only a limit has such a unit.</summary>
    public static bool IsTime(string unit) => TimeUnits.Contains(Parts(unit).Unit);

    // "thời gian chờ không quá 15 phút", "thời gian giải quyết dưới 05 ngày làm việc".
    private static int TimeLimit(Words words, FigureNumber number, int at)
    {
        var length = Times.Match(words, at, out _);
        var first = number.Last;
        while (words.IsNumber(first - 1) && words.Gap(first - 1).Length == 1)
            first--;
        return length > 0 && TimeLimits.MatchEnding(words, first - 1, out _) > 0 && words.HasNear(first, Durations, 16) ? length : 0;
    }

    // One syllable is that word with its own marks, or with none: "bạn" is not "bản".
    private static int NotCountedAt(Words words, int at) =>
        NotCounted.Match(words, at, out var written) is > 0 and var length && (length > 1 || words.Spelled(at, written)) ? length : 0;

    /// <summary>
    /// The counted thing, and per what it is counted: "lần" and "tuần" of "lần/tuần"; an amount of money is a rate as a
    /// whole ("triệu đồng/người/năm").
    /// </summary>
    public static (string? Unit, string? Per) Parts(string? unit) =>
        unit?.IndexOf('/') is > 0 and var at && !Money.IsUnit(unit) ? (unit[..at].TrimEnd(), unit[(at + 1)..].TrimStart()) : (unit, null);

    // "8 triệu lượt": a multiple of a counted thing; "60 triệu đồng", "44 tỷ USD": money.
    private static (string, int) MoneyOrMany(Words words, int at, int length, string amount)
    {
        var last = at + length - 1;
        if (length == 1 && Money.IsMultiple(amount) && words.Touches(last) && UnitNouns.Length(words, last + 1) > 0)
            return Noun(words, at, last + 1);
        return (words.Slice(at, last) + PerUnit(words, last, out var end), end);
    }

    // "triệu đồng/người/năm", "lần/năm".
    private static string PerUnit(Words words, int last, out int end)
    {
        end = words.End(last);
        var built = "";
        while (last + 1 < words.Count && words.Gap(last) is "/" && !words.IsNumber(last + 1))
        {
            built += "/" + words.Slice(last + 1, last + 1);
            end = words.End(++last);
        }
        return built;
    }

    private static (string, int) Noun(Words words, int from, int at)
    {
        var last = at;
        if (UnitNouns.Length(words, at) is > 0 and var known)
            last = at + known - 1;
        else if (
            words.Touches(at)
            && at + 1 < words.Count
            && !words.Capital(at + 1)
            && !words.IsNumber(at + 1)
            && NotCountedAt(words, at + 1) == 0
        )
            last = at + 1;
        var noun = words.Slice(from, last);
        return (noun + PerUnit(words, last, out var end), end);
    }
}
