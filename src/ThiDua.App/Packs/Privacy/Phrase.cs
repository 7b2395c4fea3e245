using ThiDua.App.Data;

namespace ThiDua.App.Packs.Privacy;

/// <summary>One word of a phrase: words one of which stands there, or any phrase of a topic.</summary>
/// <param name="Words">With their folded form; empty where a topic is meant.</param>
internal sealed record PhraseWord(IReadOnlyList<(string Marked, string Folded)> Words, Topic? Of, bool Optional);

/// <summary>One entry of the vocabulary: a phrase, and what it is not.</summary>
/// <param name="Strict">Looked for letter by letter, even in a text without marks.</param>
internal sealed record Phrase(Topic Topic, IReadOnlyList<PhraseWord> Words, IReadOnlyList<Phrase> Not, bool Strict)
{
    /// <summary>All phrases of an entry: one for each way through its brackets.</summary>
    public static IEnumerable<Phrase> Parse(Topic topic, string entry)
    {
        var strict = entry.StartsWith("= ", StringComparison.Ordinal);
        var parts = (strict ? entry[2..] : entry).Split(" ! ", StringSplitOptions.TrimEntries);
        List<Phrase> not = [.. parts.Skip(1).SelectMany(Ways).Select(p => new Phrase(topic, Read(p), [], false))];
        return Ways(parts[0]).Select(p => new Phrase(topic, Read(p), not, strict));
    }

    private static IEnumerable<string> Ways(string entry)
    {
        var close = entry.IndexOf(')', StringComparison.Ordinal);
        if (close < 0)
            return [entry];
        var open = entry.LastIndexOf('(', close);
        var optional = close + 1 < entry.Length && entry[close + 1] == '?';
        var behind = entry[(close + (optional ? 2 : 1))..];
        IEnumerable<string> inner = entry[(open + 1)..close].Split('|');
        return (optional ? inner.Append("") : inner).SelectMany(way => Ways($"{entry[..open]}{way}{behind}"));
    }

    private static List<PhraseWord> Read(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word)];

    private static PhraseWord Word(string written)
    {
        var optional = written.Length > 1 && written[^1] == '?';
        var word = optional ? written[..^1] : written;
        return word is ['<', .., '>']
            ? new([], Enum.Parse<Topic>(word[1..^1], ignoreCase: true), optional)
            : new([.. word.Split('|').Select(w => (w, SearchText.Fold(w)))], null, optional);
    }
}
