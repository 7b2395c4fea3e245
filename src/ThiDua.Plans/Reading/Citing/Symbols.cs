using System.Collections.Frozen;
using System.Text;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Head;

namespace ThiDua.Plans.Reading.Citing;

/// <summary>Finds document symbols: "76/KH-UBND", "06/2014/NĐ-CP", "44-KL/TW", "124/2021/TT - BCA".</summary>
internal static class Symbols
{
    /// <param name="Number">"76", "06".</param>
    /// <param name="Codes">"KH-UBND", "2014/NĐ-CP", "KL/TW": all after the first mark.</param>
    /// <param name="Text">Number and codes together, blanks taken out.</param>
    /// <param name="Parts">Letter codes in order: KH, UBND.</param>
    internal readonly record struct Found(int Start, int End, string Number, string Codes, string Text, string[] Parts);

    /// <summary>The symbol whose number starts at this position; null when what follows is none.</summary>
    public static Found? At(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end == at || end - at > 5)
            return null;
        // "66.22/2026/NQ-CP": a resolution numbered in two parts.
        if (end + 2 < text.Length && text[end] is '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var second = end + 1;
            while (second < text.Length && char.IsAsciiDigit(text[second]))
                second++;
            if (second - end <= 3 && second + 5 < text.Length && text[second] is '/' && text[second + 5] is '/')
                end = second;
        }
        if (end < text.Length && text[end] is >= 'a' and <= 'h' && end + 1 < text.Length && text[end + 1] is '/' or '-')
            end++;
        var number = text[at..end];
        return Codes(text, at, end, number);
    }

    /// <summary>The codes of a symbol whose number is blank ("Số:      /KH-UBND"), from its first mark on.</summary>
    public static Found? Unnumbered(string text, int mark) => Codes(text, mark, mark, "");

    private static Found? Codes(string text, int start, int at, string number)
    {
        var built = new StringBuilder(number);
        var parts = new List<string>();
        var end = at;
        while (Separator(text, at, parts.Count) is { } separator)
        {
            var codeEnd = separator.End;
            while (codeEnd < text.Length && IsCode(text[codeEnd]) && !(text[codeEnd] is '.' && !DotInside(text, codeEnd)))
                codeEnd++;
            var code = text[separator.End..codeEnd].TrimEnd('.', '&');
            codeEnd = separator.End + code.Length;
            code = WithoutNote(code);
            if (code.Length == 0)
                break;
            // "66/2026NĐ-CP": the mark after the year was lost.
            if (
                parts.Count == 0
                && code.Length > 5
                && WrittenDates.Year(int.TryParse(code.AsSpan(0, 4), out var lost) ? lost : 0)
                && char.IsUpper(code[4])
            )
                (code, codeEnd) = (code[..4], separator.End + 4);
            var year = code.Length == 4 && code.All(char.IsAsciiDigit);
            if (year ? parts.Count > 0 || separator.Mark is not '/' : !LooksLikeCode(code, parts.Count, separator.Blank))
                break;
            built.Append(separator.Mark).Append(code);
            if (!year)
                parts.Add(code);
            at = end = codeEnd;
        }
        if (parts.Count == 0)
            return null;
        if (Office(text, end) is var office && office > end)
        {
            built.Append(text, end, office - end);
            end = office;
        }
        var whole = built.ToString();
        return new(start, end, number, whole[(number.Length + 1)..], whole, [.. parts]);
    }

    private static readonly FrozenSet<string> Bare = Vocabulary.Entries("citing/codes-without-figure").ToFrozenSet(StringComparer.Ordinal);

    private static string WithoutNote(string code)
    {
        var letters = code.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Length < code.Length && Bare.Contains(letters) ? letters : code;
    }

    // "823/PV11(CS)": the office that drafted it.
    private static int Office(string text, int at)
    {
        if (at >= text.Length || text[at] is not '(')
            return at;
        var close = at + 1;
        while (close < text.Length && (char.IsUpper(text[close]) || char.IsAsciiDigit(text[close])))
            close++;
        return close < text.Length && text[close] is ')' && close - at is > 1 and < 7 ? close + 1 : at;
    }

    private static (int End, char Mark, bool Blank)? Separator(string text, int at, int parts)
    {
        var i = at;
        while (i < text.Length && text[i] is ' ' or '\u00A0' && i - at < 2)
            i++;
        if (i >= text.Length)
            return null;
        if (
            i == at
            && parts == 0
            && char.IsUpper(text[i])
            && at > 3
            && char.IsAsciiDigit(text[at - 1])
            && WrittenDates.Year(int.TryParse(text.AsSpan(at - 4, 4), out var year) ? year : 0)
        )
            return (at, '/', false);
        if (i == at && parts == 0 && IsKind(text, at))
            return (at, '-', false);
        var mark = Folding.Of(text[i]);
        if (mark is not ('/' or '-'))
            return null;
        var next = i + 1;
        // "57/-NQ/TW": both marks typed.
        if (mark is '/' && next < text.Length && Folding.Of(text[next]) is '-')
            (mark, next) = ('-', next + 1);
        while (next < text.Length && text[next] is ' ' or '\u00A0' && next - i < 3)
            next++;
        var blank = i > at || next > i + 1;
        // "76/KH-UBND - UBND tỉnh": once the issuer's code is read, a dash between blanks is a dash; one that a line was
        // broken after joins.
        return blank && parts >= 2 && (i > at || !Capitals(text, next)) ? null : (next, mark, blank);
    }

    // "57NQ/TW": the dash was left out before the type's code.
    private static bool IsKind(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]) && end - at < 5)
            end++;
        return end - at > 1
            && end < text.Length
            && text[end] is '/'
            && char.IsUpper(text[at])
            && DocumentKinds.OfCode(text[at..end]) is not null;
    }

    private static bool Capitals(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsUpper(text[end]))
            end++;
        return end - at > 2 && (end == text.Length || !char.IsLetterOrDigit(text[end]));
    }

    private static bool IsCode(char c) => char.IsLetterOrDigit(c) || c is '.' or '&';

    private static bool DotInside(string text, int dot) =>
        dot + 1 < text.Length && char.IsUpper(text[dot + 1]) && dot > 0 && char.IsUpper(text[dot - 1]);

    // Codes are capitals with few small letters ("TTg", "CTr", "QyĐ", "BCĐ799", "V05"); an ordinary capitalised word is none.
    private static bool LooksLikeCode(string code, int place, bool blank)
    {
        if (place > 0 && code is "TTg" or "Tg")
            return true;
        int upper = 0,
            lower = 0;
        foreach (var c in code)
        {
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c))
                lower++;
        }
        if (!char.IsUpper(code[0]) && !(place > 0 && upper >= 2))
            return false;
        if (code.Length > (place > 0 && lower == 0 ? 24 : 14) || (upper == 1 && (place == 0 || lower > 0 || code.Length > 4)))
            return false;
        return lower == 0
            || (lower <= 2 && upper >= 2 && upper >= lower && !blank)
            || (upper >= 2 && lower <= 3 && upper >= lower + 1 && !blank);
    }
}
