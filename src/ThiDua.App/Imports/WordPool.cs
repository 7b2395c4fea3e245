namespace ThiDua.App.Imports;

/// <summary>Cells of a file that say the same (a unit, a form, a day) are kept once. Bounded.</summary>
internal sealed class WordPool
{
    private const int Most = 20_000,
        Longest = 60;

    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    public string Of(string word)
    {
        if (word.Length > Longest)
            return word;
        if (words.TryGetValue(word, out var known))
            return known;
        if (words.Count < Most)
            words.Add(word);
        return word;
    }
}
