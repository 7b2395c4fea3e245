using System.Collections.Concurrent;

namespace ThiDua.Plans;

/// <summary>
/// The words and phrases that rules look for. They stand in <c>Lexicons/*.txt</c> and are named "topic/section"; one that
/// does not exist fails where its rule is first used. A rule keeps what it asked for: sets are built once.
/// </summary>
internal static class Vocabulary
{
    private static readonly ConcurrentDictionary<string, Dictionary<string, List<string>>> Read = new(StringComparer.Ordinal);

    public static Phrases<bool> Set(string name)
    {
        var set = new Phrases<bool>();
        foreach (var entry in Entries(name))
            set.Add(entry, true);
        return set;
    }

    /// <summary>Each phrase with itself, as it is written.</summary>
    public static Phrases<string> Named(string name)
    {
        var set = new Phrases<string>();
        foreach (var entry in Entries(name))
            set.Add(entry, entry);
        return set;
    }

    /// <summary>
    /// A topic whose sections are named after the values of an enumeration: "[lead]" holds the phrases that mean
    /// <c>Lead</c>.
    /// </summary>
    public static Phrases<T> By<T>(string topic)
        where T : struct, Enum
    {
        var set = new Phrases<T>();
        foreach (var (section, entries) in Sections(topic))
        foreach (var entry in entries)
            set.Add(entry, Enum.Parse<T>(section.Replace("-", "", StringComparison.Ordinal), ignoreCase: true));
        return set;
    }

    /// <summary>Single words.</summary>
    public static WordSet Words(string name) => new(Entries(name));

    /// <summary>Texts that a folded line may open with, end with or hold.</summary>
    public static FoldedTexts Folded(string name) => new(Entries(name));

    public static IReadOnlyList<string> Entries(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return Sections(name[..slash]).TryGetValue(name[(slash + 1)..], out var entries)
            ? entries
            : throw new InvalidOperationException($"Lexicons/{name[..slash]}.txt has no section [{name[(slash + 1)..]}]");
    }

    public static IReadOnlyDictionary<string, List<string>> Sections(string topic) =>
        Read.GetOrAdd(
            topic,
            static t =>
                LexiconText
                    .Entries(LexiconText.Shipped(t))
                    .GroupBy(e => e.Section, e => e.Entry, StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal)
        );
}
