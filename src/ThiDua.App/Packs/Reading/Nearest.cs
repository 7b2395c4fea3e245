using ThiDua.App.Data;

namespace ThiDua.App.Packs.Reading;

/// <summary>Finds what a misspelt word was meant to be.</summary>
internal static class Nearest
{
    private const int LongestCompared = 80;

    /// <summary>The closest of the known words, if it is close enough to be meant; marks and case do not count.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var folded = SearchText.Fold(word);
        if (folded.Length is 0 or > LongestCompared)
        {
            return null;
        }
        var most = Math.Max(1, folded.Length / 3);
        return known
            .Where(k => Math.Abs(k.Length - folded.Length) <= most)
            .Select(k => (Word: k, Distance: Distance(folded, SearchText.Fold(k))))
            .Where(k => k.Distance <= most)
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Word, StringComparer.Ordinal)
            .Select(k => k.Word)
            .FirstOrDefault();
    }

    /// <summary>Edits between two words; a swap of two neighbours is one edit.</summary>
    public static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }
        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }
        return rows[a.Length, b.Length];
    }
}
