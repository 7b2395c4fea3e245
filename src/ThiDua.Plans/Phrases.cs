namespace ThiDua.Plans;

/// <summary>A set of phrases found word by word in folded text; the longest that fits wins.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Words, T Value)>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byLast = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Words, T Value)>>.AlternateLookup<ReadOnlySpan<char>> _lastLookup;

    public Phrases()
    {
        _lookup = _byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        _lastLookup = _byLast.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Phrases<T> Add(string phrase, T value)
    {
        var words = new Words(phrase);
        if (words.Count == 0)
            return this;
        var parts = Enumerable.Range(0, words.Count).Select(i => words[i].ToString()).ToArray();
        Insert(_byFirst, parts[0], parts, value);
        Insert(_byLast, parts[^1], parts, value);
        return this;
    }

    /// <summary>The longest phrase that starts at this word; its length in words, or 0.</summary>
    public int Match(Words words, int at, out T value)
    {
        value = default!;
        if (at < 0 || at >= words.Count || !_lookup.TryGetValue(words[at], out var candidates))
            return 0;
        foreach (var (parts, v) in candidates)
            if (Fits(words, at, parts))
            {
                value = v;
                return parts.Length;
            }
        return 0;
    }

    /// <summary>The longest phrase whose last word is this one; its length in words, or 0.</summary>
    public int MatchEnding(Words words, int last, out T value)
    {
        value = default!;
        if (last < 0 || last >= words.Count || !_lastLookup.TryGetValue(words[last], out var candidates))
            return 0;
        foreach (var (parts, v) in candidates)
            if (last - parts.Length + 1 >= 0 && Fits(words, last - parts.Length + 1, parts))
            {
                value = v;
                return parts.Length;
            }
        return 0;
    }

    private static void Insert(Dictionary<string, List<(string[], T)>> map, string key, string[] parts, T value)
    {
        if (!map.TryGetValue(key, out var list))
            map[key] = list = [];
        var at = list.FindIndex(x => x.Item1.Length < parts.Length);
        list.Insert(at < 0 ? list.Count : at, (parts, value));
    }

    private static bool Fits(Words words, int at, string[] parts)
    {
        if (at + parts.Length > words.Count)
            return false;
        for (var i = 0; i < parts.Length; i++)
            if (!words[at + i].SequenceEqual(parts[i]) || (i > 0 && !Joined(words.Gap(at + i - 1))))
                return false;
        return true;
    }

    // "chính trị - xã hội", "Thi đua-Khen thưởng", "UB.MTTQVN" and "T/M" are one phrase each.
    private static bool Joined(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
            if (c is not (' ' or '-' or '/' or '.' or ',' or '"'))
                return false;
        return gap.IndexOf(". ") < 0;
    }
}
