using ThiDua.Plans.Reading.Citing;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>What a number counts: a per cent sign, money, a noun; and the numbers that count nothing.</summary>
internal static class FigureUnits
{
    private static readonly Phrases<string> Naming = Vocabulary.Named("numbers/name-by-number");

    private static readonly Phrases<bool> Doing = Vocabulary.Set("numbers/done-to-so-many");

    private static readonly Phrases<string> NotUnits = Vocabulary.Named("numbers/not-counted");

    private static readonly Phrases<string> Money = Currencies();

    private static readonly Phrases<bool> RateBases = Vocabulary.Set("numbers/rate-bases");

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
        if (Money.Match(words, at, out var money) is > 0 and var length)
            return MoneyOrMany(words, at, length, money);
        if (Lasts(words, number, at, out var time) > 0)
            return (words.Slice(at, at + time - 1) + PerUnit(words, at + time - 1, out var lasting), lasting);
        if (
            NoUnit(words, at) is > 0 and var no && no >= UnitNouns.Length(words, at)
            || words.IsNumber(at)
            || (words.Capital(at) && UnitNouns.Length(words, at) == 0)
        )
            return null;
        return Noun(words, at, at);
    }

    /// <summary>How long something may take; of the times, only a limit has such a unit.</summary>
    public static bool IsTime(string unit) => Parts(unit).Unit is "phút" or "giờ" or "ngày" or "ngày làm việc" or "giây";

    // "thời gian chờ không quá 15 phút", "thời gian giải quyết dưới 05 ngày làm việc": how long something may take.
    private static int Lasts(Words words, FigureNumber number, int at, out int length)
    {
        length = Times.Match(words, at, out _);
        var first = number.Last;
        while (words.IsNumber(first - 1) && words.Gap(first - 1).Length == 1)
            first--;
        return length > 0 && Limits.MatchEnding(words, first - 1, out _) > 0 && words.HasNear(first, Duration, 16) ? length : 0;
    }

    private static readonly Phrases<bool> Times = Vocabulary.Set("numbers/times");
    private static readonly Phrases<bool> Limits = Vocabulary.Set("numbers/time-limits");
    private static readonly Phrases<bool> Duration = Vocabulary.Set("numbers/durations");

    // One syllable is that word with its own marks, or with none: "bạn" is not "bản".
    private static int NoUnit(Words words, int at) =>
        NotUnits.Match(words, at, out var written) is > 0 and var length && (length > 1 || words.Spelled(at, written)) ? length : 0;

    /// <summary>The counted thing, and per what it is counted: "lần" and "tuần" of "lần/tuần"; an amount of money is a rate as a whole ("triệu đồng/người/năm").</summary>
    public static (string? Unit, string? Per) Parts(string? unit) =>
        unit?.IndexOf('/') is > 0 and var at && !IsMoney(unit) ? (unit[..at].TrimEnd(), unit[(at + 1)..].TrimStart()) : (unit, null);

    public static bool IsMoney(string unit) =>
        Money.Match(new Words(unit), 0, out var money) > 0
        && !(money is "triệu" or "tỷ" or "nghìn" && unit.Contains(' ', StringComparison.Ordinal));

    /// <summary>The number that starts at this word names something: a date, a document, a part, a year.</summary>
    public static bool Named(Words words, int at, FigureNumber number)
    {
        // One syllable is that word with its own marks, or with none: "bình quân 1,5%" is no "quận 1".
        if (number.Percent)
            return false;
        if (words.Is(at - 1, "cu") && words.Spelled(at - 1, "cứ"))
            return true;
        if (
            at > 0
            && words.Touches(at - 1)
            && !words.Is(at - 2, "moi")
            && Naming.MatchEnding(words, at - 1, out var name) is > 0 and var length
            && (length > 1 || words.Spelled(at - 1, name) && Doing.MatchEnding(words, at - 1, out _) == 0)
        )
            return true;
        var text = words.Text;
        var start = words.Start(at);
        if (
            start > 0 && text[start - 1] is '/' or '.'
            || (
                start > 1
                && Folding.Of(text[start - 1]) is '-'
                && char.IsLetterOrDigit(text[start - 2])
                && !char.IsAsciiDigit(text[start - 2])
            )
        )
            return true;
        if (Symbols.At(text, start) is not null)
            return true;
        if (WrittenDates.At(words.Folded, start) is { Year: not null })
            return true;
        return number.Value is >= 1945 and <= 2100 && number.Value == decimal.Truncate(number.Value) && words[at].Length == 4;
    }

    /// <summary>"trên 100.000 dân": a rate is told for so many.</summary>
    public static bool IsRateBase(Words words, int at, FigureNumber number) =>
        at > 0
        && !number.Percent
        && words.Is(at - 1, "tren")
        && !words.Is(at - 2, "dat")
        && (
            RateBases.Match(words, number.Last + 1, out _) > 0
            || number.Value == 1 && (words.Is(number.Last + 1, "ha") || words.Is(number.Last + 1, "don"))
        );

    // "8 triệu lượt": a multiple of a counted thing; "60 triệu đồng", "44 tỷ USD": money.
    private static (string, int) MoneyOrMany(Words words, int at, int length, string money)
    {
        var last = at + length - 1;
        if (length == 1 && money is "triệu" or "tỷ" or "nghìn" && words.Touches(last) && UnitNouns.Length(words, last + 1) > 0)
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
            && NoUnit(words, at + 1) == 0
        )
            last = at + 1;
        var noun = words.Slice(from, last);
        return (noun + PerUnit(words, last, out var end), end);
    }

    private static Phrases<string> Currencies()
    {
        var phrases = new Phrases<string>();
        foreach (
            var (written, amount) in (ReadOnlySpan<(string, string)>)
                [
                    ("", ""),
                    ("triệu", "triệu"),
                    ("tỷ", "tỷ"),
                    ("tỉ", "tỷ"),
                    ("nghìn", "nghìn"),
                    ("ngàn", "nghìn"),
                    ("triệu tỷ", "triệu tỷ"),
                    ("nghìn tỷ", "nghìn tỷ"),
                    ("ngàn tỷ", "nghìn tỷ"),
                ]
        )
        {
            if (written.Length > 0)
                phrases.Add(written, amount);
            foreach (var currency in (ReadOnlySpan<string>)["đồng", "USD"])
                phrases.Add($"{written} {currency}", $"{amount} {currency}".TrimStart());
        }
        return phrases;
    }
}
