using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Citing;

/// <summary>Laws cited by name and date, without a symbol.</summary>
internal static class LawNames
{
    private const int LongestName = 160;

    internal readonly record struct Found(string Kind, string Name, string? Date, int End);

    public static Found? At(string text, string folded, int at)
    {
        var start =
            Starts(folded, at, "luat ") ? at + 5
            : Starts(folded, at, "bo luat ") ? at + 8
            : Starts(folded, at, "phap lenh ") ? at + 10
            : -1;
        if (start < 0 || start >= text.Length || !char.IsUpper(text[start]))
            return null;
        var limit = Math.Min(text.Length, start + LongestName);
        for (var i = start; i < limit; i++)
        {
            if (folded[i] is ';' or '.' or ':' or '(' or ')')
                return null;
            if (folded[i] is not ' ')
                continue;
            if (Starts(folded, i + 1, "so "))
                return null;
            if (!(Starts(folded, i + 1, "ngay ") || Starts(folded, i + 1, "nam ")))
                continue;
            return WrittenDates.At(folded, i + 1) is { Year: not null } date
                ? new(folded[at] is 'p' ? "PL" : "Luật", text[at..i].TrimEnd(',', ' '), date.Iso, date.End)
                : null;
        }
        return null;
    }

    private static bool Starts(string folded, int at, string word) => folded.AsSpan(at).StartsWith(word, StringComparison.Ordinal);
}
