using System.Globalization;

namespace ThiDua.Plans.Reading;

/// <summary>A figure of a target: comparator, value, unit, and where it stands.</summary>
/// <param name="Start">Offset where the figure begins, its comparator included.</param>
/// <param name="NumberStart">Offset of its first digit.</param>
/// <param name="End">Offset after the unit.</param>
/// <param name="Word">The word of the number.</param>
/// <param name="Explicit">A comparator is written.</param>
internal sealed record Figure(int Start, int NumberStart, int End, int Word, string Comparator, decimal Value, decimal? Upper, string Unit, bool Explicit, bool About);

/// <summary>Finds figures in a paragraph: "ít nhất 05%", "từ 13 đến 13,5 %", "không quá 02 vụ", "từ 95% trở lên".</summary>
internal static class Figures
{
    private static readonly Phrases<string> Before = Comparators(
        (">=", "ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|đạt và vượt|đạt hoặc vượt|bằng hoặc cao hơn|bằng hoặc vượt|từ|thấp nhất là|trên hoặc bằng"),
        (">", "trên|hơn|vượt|cao hơn|vượt trên|lớn hơn|nhiều hơn|quá"),
        ("<", "dưới|thấp hơn|nhỏ hơn|ít hơn|dưới mức"),
        ("<=", "không quá|tối đa|không vượt quá|không vượt|không cao hơn|nhiều nhất|không để quá|không để xảy ra quá|nhỏ hơn hoặc bằng|không nhiều hơn|xuống dưới hoặc bằng"),
        ("~", "khoảng|gần|xấp xỉ|ước"));

    private static readonly Phrases<bool> Fillers = new Phrases<bool>().Add("phải", true).Add("đạt", true).Add("được", true).Add("là", true).Add("có", true).Add("mức", true).Add("tỷ lệ", true).Add("tỉ lệ", true)
        .Add("giảm", true).Add("tăng", true).Add("thêm", true).Add("bằng", true).Add("từ", true).Add("thực hiện", true).Add("phải đạt", true).Add("còn", true).Add("xuống", true).Add("xuống còn", true).Add("lên", true).Add("tổ chức", true).Add("xây dựng", true);

    // After these a number is a name, a date or a place in a list.
    private static readonly Phrases<bool> Naming = new Phrases<bool>().Add("ngày", true).Add("tháng", true).Add("năm", true).Add("số", true).Add("quý", true).Add("điều", true).Add("khoản", true).Add("điểm", true)
        .Add("mục", true).Add("phần", true).Add("lần thứ", true).Add("thứ", true).Add("khóa", true).Add("quốc lộ", true).Add("phụ lục", true).Add("mẫu", true).Add("biểu", true).Add("lúc", true).Add("đề án", true).Add("chương", true)
        .Add("giai đoạn", true).Add("thông tư", true).Add("nghị định", true).Add("nghị quyết", true).Add("chỉ thị", true).Add("kế hoạch", true).Add("quyết định", true).Add("luật", true).Add("kết luận", true).Add("tuần", true)
        .Add("tiêu chí số", true).Add("khu phố", true).Add("tổ", true).Add("ấp", true).Add("thôn", true).Add("phường", true).Add("quận", true).Add("lớp", true).Add("cấp độ", true).Add("mức độ", true).Add("đợt", true).Add("nhiệm kỳ", true)
        .Add("năm học", true).Add("bước", true).Add("sđt", true).Add("điện thoại", true).Add("hotline", true).Add("đường", true).Add("km", true).Add("covid", true).Add("văn bản", true).Add("công văn", true).Add("hướng dẫn", true).Add("tập", true);

    // Not counted things: times, ages, slogans ("04 giảm", "03 không", "6 rõ").
    private static readonly Phrases<bool> NotUnits = new Phrases<bool>().Add("ngày", true).Add("tháng", true).Add("năm", true).Add("tuổi", true).Add("giờ", true).Add("phút", true).Add("quý", true).Add("tuần", true).Add("nhiệm kỳ", true)
        .Add("giảm", true).Add("tăng", true).Add("không", true).Add("có", true).Add("tại chỗ", true).Add("nhất", true).Add("cùng", true).Add("rõ", true).Add("khoản", true).Add("điều", true).Add("và", true).Add("hoặc", true).Add("của", true)
        .Add("đến", true).Add("tới", true).Add("trở", true).Add("trên", true).Add("dưới", true).Add("theo", true).Add("là", true).Add("thì", true).Add("với", true).Add("sẵn sàng", true).Add("tốt", true).Add("cấp", true).Add("thứ", true)
        .Add("lĩnh vực chuyển đổi", true).Add("bước", true).Add("trụ cột", true).Add("nhóm giải pháp", true).Add("nhóm nhiệm vụ", true).Add("ngày làm việc", true).Add("phụ lục", true).Add("bản", true).Add("h", true).Add("tại", true).Add("ban hành", true)
        .Add("về", true).Add("cho", true).Add("thực hiện", true).Add("đã", true).Add("mục tiêu", true).Add("nội dung", true).Add("nhiệm vụ", true).Add("dấu", true).Add("bằng", true).Add("được", true).Add("trong", true).Add("năm học", true).Add("giai đoạn", true).Add("đối với", true).Add("do", true).Add("khi", true);

    private static readonly Phrases<string> Money = new Phrases<string>().Add("đồng", "đồng").Add("triệu đồng", "triệu đồng").Add("tỷ đồng", "tỷ đồng").Add("tỉ đồng", "tỷ đồng").Add("nghìn đồng", "nghìn đồng").Add("ngàn đồng", "nghìn đồng").Add("triệu USD", "triệu USD").Add("tỷ USD", "tỷ USD").Add("USD", "USD").Add("triệu", "triệu").Add("tỷ", "tỷ");

    public static List<Figure> In(Words words)
    {
        var figures = new List<Figure>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.IsNumber(i) || (i > 0 && words.IsNumber(i - 1) && Inside(words, i))) continue;
            if (Read(words, i, figures.Count > 0 ? figures[^1].End : 0, out var last) is { } figure) figures.Add(figure);
            i = Math.Max(i, last);
        }
        return figures;
    }

    public static bool IsMoney(string unit) => Money.Match(new Words(unit), 0, out _) > 0;

    // The second half of "13,5" or "1.200".
    private static bool Inside(Words words, int i) => words.Gap(i - 1) is "." or "," && words.Start(i) == words.End(i - 1) + 1;

    private static Figure? Read(Words words, int at, int from, out int last)
    {
        last = at;
        if (Number(words, at) is not { } first) return null;
        last = first.Last;
        if (Named(words, at, first)) { while (last + 1 < words.Count && words.IsNumber(last + 1) && words.Gap(last) is "/" or "-" or ".") last++; return null; }
        var upper = Range(words, first, out var unitAfter);
        if (upper is null && words.Folded.AsSpan(first.End).StartsWith("/", StringComparison.Ordinal) && words.IsNumber(first.Last + 1)) return Fraction(words, at, first, out last);
        var unitFrom = unitAfter ?? first;
        last = unitFrom.Last;
        if (Unit(words, unitFrom) is not { } unit) return null;
        if (upper is not null && first.Percent && unit.Text == "%" && false) return null;
        var (comparator, start, isExplicit) = Comparator(words, at, from);
        var about = comparator == "~";
        if (about) comparator = "=";
        if (upper is not null) (comparator, isExplicit) = (">=", true);
        if (words.Is(at - 1, "ca") && unit.Text != "%") return null;
        if (upper is null && comparator is ">=" && IsFrom(words, at) && LiftedTo(words, unit.End) is { } lifted) { last = words.At(lifted); return null; }
        var after = After(words, unit.End);
        if (after is not null && upper is null) (comparator, isExplicit) = (after, true);
        last = Math.Max(last, words.At(unit.End) - 1);
        return new(start, words.Start(at), unit.End, at, comparator, first.Value, upper?.Value, unit.Text, isExplicit, about);
    }

    private readonly record struct Parsed(decimal Value, int Last, int End, bool Percent);

    // "05", "13,5", "1.200", "2.000.000": Vietnamese separators, a comma for decimals.
    private static Parsed? Number(Words words, int at)
    {
        var text = words.Folded;
        var start = words.Start(at);
        var i = start;
        var digits = new System.Text.StringBuilder();
        var last = at;
        while (i < text.Length && char.IsAsciiDigit(text[i])) digits.Append(text[i++]);
        if (i < text.Length && char.IsLetter(text[i])) return null;
        while (i + 3 < text.Length && text[i] is '.' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) && (i + 4 >= text.Length || !char.IsAsciiDigit(text[i + 4])))
        {
            digits.Append(text, i + 1, 3);
            i += 4;
            last++;
        }
        if (i + 1 < text.Length && text[i] is ',' or '.' && char.IsAsciiDigit(text[i + 1]))
        {
            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (text[i] is ',' || end - i - 1 <= 2) { digits.Append('.').Append(text, i + 1, end - i - 1); i = end; last++; }
        }
        if (digits.Length > 18 || !decimal.TryParse(digits.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        var percent = PercentAt(text, i) is not null;
        return new(value, last, i, percent);
    }

    private static int? PercentAt(string text, int at)
    {
        var i = Dates.Blank(text, at);
        return i < text.Length && text[i] is '%' or '‰' ? i + 1 : null;
    }

    private static bool Named(Words words, int at, Parsed number)
    {
        if (number.Percent) return false;
        if (at > 0 && words.Touches(at - 1) && Naming.MatchEnding(words, at - 1, out _) > 0) return true;
        var text = words.Text;
        var start = words.Start(at);
        if (start > 0 && text[start - 1] is '/' or '.' || (start > 1 && Folding.Of(text[start - 1]) is '-' && char.IsLetterOrDigit(text[start - 2]) && !char.IsAsciiDigit(text[start - 2]))) return true;
        if (Symbols.At(text, start) is not null) return true;
        if (Dates.At(words.Folded, start) is { Year: not null }) return true;
        return number.Value is >= 1945 and <= 2100 && number.Value == decimal.Truncate(number.Value) && words[at].Length == 4;
    }

    // "từ 13 đến 13,5 %", "5 - 7%", "5% đến 7%".
    private static Parsed? Range(Words words, Parsed first, out Parsed? unitAfter)
    {
        unitAfter = null;
        var text = words.Folded;
        var i = PercentAt(text, first.End) ?? first.End;
        i = Dates.Blank(text, i);
        if (i >= text.Length) return null;
        int next;
        if (text[i] is '-') next = Dates.Blank(text, i + 1);
        else if (text.AsSpan(i).StartsWith("den ", StringComparison.Ordinal)) next = Dates.Blank(text, i + 4);
        else return null;
        if (next >= text.Length || !char.IsAsciiDigit(text[next])) return null;
        if (Number(words, words.At(next)) is not { } second || second.Value <= first.Value) return null;
        if (first.Percent && !second.Percent) return null;
        unitAfter = second;
        return second;
    }

    // "19/19 tiêu chí", "12/12 ấp": the first number counts.
    private static Figure? Fraction(Words words, int at, Parsed first, out int last)
    {
        last = first.Last + 1;
        if (Number(words, first.Last + 1) is not { } whole) return null;
        last = whole.Last;
        if (Unit(words, whole) is not { } unit || unit.Text == "%" || first.Value > whole.Value) return null;
        last = Math.Max(last, words.At(unit.End) - 1);
        var (comparator, start, isExplicit) = Comparator(words, at, 0);
        return new(start, words.Start(at), unit.End, at, comparator == "~" ? "=" : comparator, first.Value, null, unit.Text, isExplicit, false);
    }

    private static (string Text, int End)? Unit(Words words, Parsed number)
    {
        var text = words.Folded;
        if (PercentAt(text, number.End) is { } end) return (text[end - 1].ToString(), end);
        var at = number.Last + 1;
        if (at >= words.Count || !words.Touches(number.Last)) return null;
        if (words.Is(at, "phan") && words.Is(at + 1, "tram")) return ("%", words.End(at + 1));
        if (Money.Match(words, at, out var money) is > 0 and var length) return (money + PerUnit(words, at + length - 1, out var perEnd), perEnd);
        if (NotUnits.Match(words, at, out _) > 0 || words.IsNumber(at) || (words.Capital(at) && UnitNouns.Length(words, at) == 0)) return null;
        return Noun(words, at);
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

    private static (string, int) Noun(Words words, int at)
    {
        var last = at;
        if (UnitNouns.Length(words, at) is > 0 and var known) last = at + known - 1;
        else if (words.Touches(at) && at + 1 < words.Count && !words.Capital(at + 1) && !words.IsNumber(at + 1) && NotUnits.Match(words, at + 1, out _) == 0) last = at + 1;
        var noun = words.Slice(at, last);
        return (noun + PerUnit(words, last, out var end), end);
    }

    private static (string Comparator, int Start, bool Explicit) Comparator(Words words, int at, int from)
    {
        var start = words.Start(at);
        if (Sign(words.Folded, start, from) is { } sign) return sign;
        var word = at - 1;
        for (var hops = 0; hops < 4 && word >= 0 && words.Start(word) >= from && words.Touches(word); hops++)
        {
            if (Before.MatchEnding(words, word, out var comparator) is > 0 and var length && words.Start(word - length + 1) >= from && !(hops > 0 && comparator is ">" && words.Is(word, "tren") && !words.Is(word - 1, "dat") && hops > 1))
            {
                if (comparator is ">" && words.Is(word, "qua") && Negated(words, word)) comparator = "<=";
                if (words.Is(word, "tu") && length == 1 && hops > 0) comparator = ">=";
                return (comparator, words.Start(word - length + 1), true);
            }
            if (Fillers.MatchEnding(words, word, out _) is not > 0 and var _) break;
            word -= Fillers.MatchEnding(words, word, out _);
        }
        return ("=", start, false);
    }

    private static (string, int, bool)? Sign(string folded, int start, int from)
    {
        var i = start - 1;
        while (i >= from && folded[i] is ' ') i--;
        if (i < from) return null;
        return folded[i] switch
        {
            '≥' => (">=", i, true),
            '≤' => ("<=", i, true),
            '>' => (">", i, true),
            '<' => ("<", i, true),
            '=' when i > from && folded[i - 1] is '>' => (">=", i - 1, true),
            '=' when i > from && folded[i - 1] is '<' => ("<=", i - 1, true),
            _ => null,
        };
    }

    private static bool Negated(Words words, int word)
    {
        for (var i = word - 1; i >= 0 && i >= word - 4; i--)
            if (words.Is(i, "khong")) return true;
        return false;
    }

    private static bool IsFrom(Words words, int at) => words.Is(at - 1, "tu");

    // "từ 60% lên 75%": the first is where it stands now, the second the target.
    private static int? LiftedTo(Words words, int end)
    {
        var at = words.At(end);
        for (var i = at; i < words.Count && i < at + 6; i++)
        {
            if (words.Is(i, "tro")) return null;
            if (words.Is(i, "len") || words.Is(i, "xuong")) return words.Start(i);
            if (words.IsNumber(i) && Years.OfWord(words, i) is null) return null;
        }
        return null;
    }

    // "95% trở lên", "không quá" is before; "05 vụ trở xuống".
    private static string? After(Words words, int end)
    {
        var at = words.At(end);
        for (var i = at; i < words.Count - 1 && i < at + 7; i++)
        {
            if (i > at && words.Gap(i - 1).IndexOfAny(",;.:") >= 0) return null;
            if (words.IsNumber(i)) return null;
            if (words.Is(i, "tro")) return words.Is(i + 1, "len") ? ">=" : words.Is(i + 1, "xuong") ? "<=" : null;
        }
        return null;
    }

    private static Phrases<string> Comparators(params (string Sign, string Names)[] entries)
    {
        var phrases = new Phrases<string>();
        foreach (var (sign, names) in entries)
            foreach (var name in names.Split('|')) phrases.Add(name, sign);
        return phrases;
    }
}
