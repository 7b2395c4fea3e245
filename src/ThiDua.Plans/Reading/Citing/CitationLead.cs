using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Head;

namespace ThiDua.Plans.Reading.Citing;

/// <summary>What stands before a symbol: "Ngày 16/4/2025, Chính phủ ban hành Nghị quyết số …" dates what it names.</summary>
internal static class CitationLead
{
    private const int Reach = 24;

    /// <summary>ISO date of the sentence in which the document is issued; null without one.</summary>
    public static string? Date(Words words, int start)
    {
        var at = words.At(start) - 1;
        if (words.Is(at, "so"))
            at--;
        at = BeforeKind(words, at);
        if (!Issues(words, at))
            return null;
        for (var i = at; i >= 0 && at - i < Reach; i--)
        {
            if (i < at && (words.Gap(i).IndexOfAny(";:") >= 0 || words.Gap(i).StartsWith(". ", StringComparison.Ordinal)))
                return null;
            if (!words.Is(i, "ngay") || !words.Capital(i))
                continue;
            return
                WrittenDates.At(words.Folded, words.Start(i)) is { Year: not null, Day: not null } date && IsComma(words.Folded, date.End)
                ? date.Iso
                : null;
        }
        return null;
    }

    private static int BeforeKind(Words words, int at)
    {
        foreach (var (name, _) in DocumentKinds.Names)
        {
            var first = at - name.Count(c => c is ' ');
            if (
                first >= 0
                && words.Folded.AsSpan(words.Start(first)).StartsWith(name, StringComparison.Ordinal)
                && words.End(at) - words.Start(first) == name.Length
            )
                return first - 1;
        }
        return at;
    }

    private static bool Issues(Words words, int at) =>
        words.Is(at, "hanh") && words.Is(at - 1, "ban")
        || words.Is(at, "ky")
        || words.Is(at, "co")
        || words.Is(at, "qua") && words.Is(at - 1, "thong")
        || words.Is(at, "duyet") && words.Is(at - 1, "phe");

    private static bool IsComma(string folded, int at)
    {
        while (at < folded.Length && folded[at] is ' ')
            at++;
        return at < folded.Length && folded[at] is ',';
    }
}
