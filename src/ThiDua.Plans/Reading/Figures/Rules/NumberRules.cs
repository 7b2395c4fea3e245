using ThiDua.Plans.Reading.Citing;
using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>One reason, by name, why a number counts nothing.</summary>
/// <param name="Takes">A sentence with a number that the rule is about.</param>
/// <param name="Leaves">A sentence like it of whose numbers the rule holds for none.</param>
/// <param name="Holds">For the number that starts at this word.</param>
internal sealed record NumberRule(string Name, string Takes, string Leaves, Func<Words, int, FigureNumber, bool> Holds);

/// <summary>
/// Numbers that name something (a date, a document, a part, a year), and those that something is measured against.
/// </summary>
internal static class NumberRules
{
    private static readonly Phrases<string> NamedByNumber = Vocabulary.Named("numbers/name-by-number");
    private static readonly Phrases<bool> DoneToSoMany = Vocabulary.Set("numbers/done-to-so-many");
    private static readonly Phrases<bool> RateBases = Vocabulary.Set("numbers/rate-bases");
    private static readonly WordSet UnitBases = Vocabulary.Words("numbers/bases-of-one");

    /// <summary>The number is a name or part of one.</summary>
    public static readonly NumberRule[] Names =
    [
        new(
            "for every so many",
            "Cứ 02 xã có một trạm thú y",
            "Tăng cường 02 trạm thú y",
            (words, at, _) => words.Is(at - 1, "cu") && words.Spelled(at - 1, "cứ")
        ),
        new("behind its word", "Thực hiện Tiểu dự án 3", "Thực hiện bình quân 3 buổi", IsBehindItsWord),
        new("behind a stroke or dot", "Theo mẫu M/12 của tỉnh", "Lắp 12 camera của tỉnh", IsBehindMark),
        new("behind a dash", "Phòng, chống Covid-19", "Kiểm tra 19 - 20 cơ sở", IsBehindDash),
        new(
            "symbol of a document",
            "Theo 27/KH-UBND của tỉnh",
            "Có 27 kế hoạch của tỉnh",
            (words, at, _) => Symbols.At(words.Text, words.Start(at)) is not null
        ),
        new(
            "date",
            "Xong trước 15/12/2025",
            "Đạt 15/12 tiêu chí",
            (words, at, _) => WrittenDates.At(words.Folded, words.Start(at)) is { Year: not null }
        ),
        new("year", "So với cùng kỳ 2024", "Trồng 20.240 cây", IsYear),
    ];

    /// <summary>The number is what something is measured against.</summary>
    public static readonly NumberRule[] Bases =
    [
        new("base of a rate", "Số người chết trên 100.000 dân", "Trên 100 hộ dân tham gia", IsRateBase),
        new("all of so many", "Tổ chức ở cả 3 ấp", "Tổ chức ở 3 ấp", (words, at, number) => !number.Percent && words.Is(at - 1, "ca")),
    ];

    // One syllable is that word with its own marks, or with none: "bình quân 1,5%" is no "quận 1"; "giao thông từ 15 vụ"
    // is no "Thông tư 15".
    private static bool IsBehindItsWord(Words words, int at, FigureNumber number) =>
        at > 0
        && words.Touches(at - 1)
        && !words.Is(at - 2, "moi")
        && words.Text[words.End(at - 1) - 1] is not 'ừ'
        && NamedByNumber.MatchEnding(words, at - 1, out var name) is > 0 and var length
        && (length > 1 || words.Spelled(at - 1, name) && DoneToSoMany.MatchEnding(words, at - 1, out _) == 0);

    private static bool IsBehindMark(Words words, int at, FigureNumber number) =>
        words.Start(at) is > 0 and var start && words.Text[start - 1] is '/' or '.';

    private static bool IsBehindDash(Words words, int at, FigureNumber number) =>
        words.Start(at) is > 1 and var start
        && Folding.Of(words.Text[start - 1]) is '-'
        && char.IsLetterOrDigit(words.Text[start - 2])
        && !char.IsAsciiDigit(words.Text[start - 2]);

    private static bool IsYear(Words words, int at, FigureNumber number) =>
        number.Value is >= 1945 and <= 2100 && number.Value == decimal.Truncate(number.Value) && words[at].Length == 4;

    private static bool IsRateBase(Words words, int at, FigureNumber number) =>
        !number.Percent
        && words.Is(at - 1, "tren")
        && !words.Is(at - 2, "dat")
        && (RateBases.Match(words, number.Last + 1, out _) > 0 || number.Value == 1 && UnitBases.Has(words, number.Last + 1));

    public static bool Any(NumberRule[] rules, Words words, int at, FigureNumber number)
    {
        foreach (var rule in rules)
            if (rule.Holds(words, at, number))
                return true;
        return false;
    }
}
