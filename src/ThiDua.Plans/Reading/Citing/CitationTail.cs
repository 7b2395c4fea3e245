using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Head;

namespace ThiDua.Plans.Reading.Citing;

/// <summary>What follows a symbol: its date, who issued it, what it is about.</summary>
internal static class CitationTail
{
    private const int Reach = 400;

    internal readonly record struct Tail(string? Date, string? Issuer, string? About);

    public static Tail Read(string text, string folded, int at)
    {
        var end = Math.Min(text.Length, at + Reach);
        string? date = null,
            issuer = null,
            about = null;
        var i = Gap(folded, at);
        if (DateAt(folded, i) is { } first)
        {
            date = first.Iso;
            i = Gap(folded, first.End);
        }
        if (Starts(folded, i, "cua ") || Starts(folded, i, "do "))
        {
            var start = folded.IndexOf(' ', i) + 1;
            var stop = IssuerEnd(text, folded, start, end);
            issuer = text[start..stop].Trim(' ', ',');
            i = Gap(folded, AfterTerm(folded, stop));
            if (date is null && DateAt(folded, i) is { } later)
            {
                date = later.Iso;
                i = Gap(folded, later.End);
            }
        }
        if (
            About(text, folded, i)
            || Starts(folded, i, "quy dinh ")
            || Starts(folded, i, "ban hanh ")
            || Starts(folded, i, "sua doi")
            || Starts(folded, i, "phe duyet ")
        )
        {
            var start =
                Starts(folded, i, "ve viec ") ? i + 8
                : About(text, folded, i) ? i + 3
                : i;
            about = text[start..AboutEnd(folded, start, end)].Trim(' ', ',', '.', '“', '”', '"');
        }
        return new(date, Empty(issuer), Empty(about));
    }

    // "Ban Bí thư (khóa XII)": the term stands between the issuer and the date.
    private static int AfterTerm(string folded, int at) =>
        at < folded.Length && folded[at] is '(' && folded.IndexOf(')', at, Math.Min(30, folded.Length - at)) is > 0 and var close
            ? close + 1
            : at;

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static int Gap(string folded, int at)
    {
        while (at < folded.Length && folded[at] is ' ' or ',' or '(')
            at++;
        // "[1]", the sign of a footnote.
        if (
            at + 2 < folded.Length
            && folded[at] is '['
            && char.IsAsciiDigit(folded[at + 1])
            && folded.IndexOf(']', at, Math.Min(5, folded.Length - at)) is > 0 and var close
        )
            return Gap(folded, close + 1);
        return at;
    }

    // "ngày 27/3/2024", "27/3/2024", "năm 2024"; "ký ngày", "ban hành ngày" before it.
    private static WrittenDates.Found? DateAt(string folded, int at)
    {
        foreach (var word in new[] { "ky ", "ban hanh " })
            if (Starts(folded, at, word) && Starts(folded, at + word.Length, "ngay"))
                at += word.Length;
        return WrittenDates.At(folded, at) is { Year: not null } date ? date : null;
    }

    private static int IssuerEnd(string text, string folded, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (folded[i] is ';' or '.' or ':' or '(' or '"' || (folded[i] is ',' && !CommaInName(folded, i, end)))
                return i;
            if (
                folded[i] is ' '
                && (
                    About(text, folded, i + 1)
                    || Starts(folded, i + 1, "quy dinh ")
                    || Starts(folded, i + 1, "ban hanh ")
                    || Starts(folded, i + 1, "sua doi")
                    || Starts(folded, i + 1, "ngay ")
                    || Starts(folded, i + 1, "phe duyet ")
                    || Starts(folded, i + 1, "huong dan ")
                    || Starts(folded, i + 1, "va ") && i > start + 4 && HasDocument(folded, i)
                )
            )
                return i;
        }
        return end;
    }

    // "về", but not the "vệ" of "bảo vệ".
    private static bool About(string text, string folded, int at) => Starts(folded, at, "ve ") && text[at + 1] is not ('ệ' or 'Ệ');

    // "… của Chính phủ và Chỉ thị số 05…": another document begins.
    private static bool HasDocument(string folded, int at)
    {
        var next = folded.AsSpan(at, Math.Min(60, folded.Length - at));
        var number = Numbered(next);
        return number >= 0
            && next[..number].IndexOf(',') < 0
            && next[..number].Count(' ') <= 6
            && DocumentKinds.Names.Any(n => Starts(folded, at + 4, n.Folded));
    }

    // Where " số 12" stands: "một số điều" has no figure.
    private static int Numbered(ReadOnlySpan<char> folded)
    {
        for (var from = 0; from < folded.Length; )
        {
            var at = folded[from..].IndexOf(" so ");
            if (at < 0)
                return -1;
            if (from + at + 4 < folded.Length && char.IsAsciiDigit(folded[from + at + 4]))
                return from + at;
            from += at + 3;
        }
        return -1;
    }

    // "Bộ Văn hóa, Thể thao và Du lịch", "Ban Chỉ đạo Phòng, chống tội phạm, …": the comma is inside when "về" or "và" closes soon.
    private static bool CommaInName(string folded, int comma, int end)
    {
        var stop = Math.Min(end, comma + 90);
        var next = folded.AsSpan(comma, stop - comma);
        var and = next.IndexOf(" va ", StringComparison.Ordinal);
        var close = next.IndexOfAny(";.");
        return and > 0 && (close < 0 || and < close) && Numbered(next) is var number && (number < 0 || number > and);
    }

    private static int AboutEnd(string folded, int start, int end)
    {
        var quoted = false;
        for (var i = start; i < end; i++)
        {
            if (folded[i] is '"')
                quoted = !quoted;
            if (!quoted && (folded[i] is ';' || (folded[i] is '.' && (i + 1 == folded.Length || folded[i + 1] is ' '))))
                return i;
            if (!quoted && folded[i] is ',' && Numbered(folded.AsSpan(i, Math.Min(40, folded.Length - i))) >= 0)
                return i;
        }
        return end;
    }

    private static bool Starts(string folded, int at, string word) =>
        at <= folded.Length && folded.AsSpan(at).StartsWith(word, StringComparison.Ordinal);
}
