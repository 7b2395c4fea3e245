namespace ThiDua.App.Packs.Privacy;

/// <summary>The vocabulary, read once from the program's own file (<c>vocabulary.txt</c>), and how its phrases are found.</summary>
internal sealed class PrivacyLexicon
{
    private const string Resource = "pack-vocabulary.txt";

    public static readonly PrivacyLexicon Shipped = new(Lines());

    private readonly Dictionary<Topic, List<Phrase>> byTopic = [];
    private readonly Dictionary<Topic, Dictionary<string, List<Phrase>>> byFirst = [];

    private PrivacyLexicon(IEnumerable<string> lines)
    {
        Topic? topic = null;
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
            if (line is ['[', .., ']'])
                topic = Enum.Parse<Topic>(line[1..^1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            else
                foreach (
                    var phrase in Phrase.Parse(topic ?? throw new InvalidOperationException($"{Resource}: an entry before any topic"), line)
                )
                    Add(phrase);
        foreach (var (of, phrases) in byTopic)
            byFirst[of] = Index(phrases);
    }

    /// <returns>Where the longest phrase of the topic that begins here ends; -1 when none does.</returns>
    public int Match(Topic topic, PrivacyText text, int at)
    {
        if (at >= text.Tokens.Count || !byFirst[topic].TryGetValue(text.Tokens[at].Folded, out var phrases))
            return -1;
        var end = -1;
        foreach (var phrase in phrases)
            if (Match(phrase, text, at, 0) is var found && found > end && !phrase.Not.Any(n => Overlaps(n, text, at, found)))
                end = found;
        return end;
    }

    private void Add(Phrase phrase)
    {
        if (!byTopic.TryGetValue(phrase.Topic, out var all))
            byTopic[phrase.Topic] = all = [];
        all.Add(phrase);
    }

    private Dictionary<string, List<Phrase>> Index(List<Phrase> phrases) =>
        phrases
            .SelectMany(p => First(p, 0).Distinct().Select(word => (word, p)))
            .GroupBy(f => f.word, f => f.p, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private IEnumerable<string> First(Phrase phrase, int at)
    {
        if (at >= phrase.Words.Count)
            return [];
        var word = phrase.Words[at];
        var own = word.Of is { } topic ? byTopic[topic].SelectMany(p => First(p, 0)) : word.Words.Select(w => w.Folded);
        return word.Optional ? own.Concat(First(phrase, at + 1)) : own;
    }

    private int Match(Phrase phrase, PrivacyText text, int at, int word)
    {
        if (word == phrase.Words.Count)
            return at;
        var part = phrase.Words[word];
        var end = part.Optional ? Match(phrase, text, at, word + 1) : -1;
        if (at >= text.Tokens.Count)
            return end;
        if (part.Of is { } topic)
            return byFirst[topic]
                .GetValueOrDefault(text.Tokens[at].Folded, [])
                .Select(inner => Match(inner, text, at, 0))
                .Where(to => to > at)
                .Distinct()
                .Aggregate(end, (best, to) => Math.Max(best, Match(phrase, text, to, word + 1)));
        return part.Words.Any(w => Is(text, at, w, phrase.Strict)) ? Math.Max(end, Match(phrase, text, at + 1, word + 1)) : end;
    }

    private static bool Is(PrivacyText text, int at, (string Marked, string Folded) word, bool strict)
    {
        var token = text.Tokens[at];
        // "Phật tử" and "phạt tù" are the same without marks.
        var exact = strict || (word.Marked != word.Folded && !text.IsPlain);
        return exact ? token.Marked == word.Marked : token.Folded == word.Folded;
    }

    private bool Overlaps(Phrase other, PrivacyText text, int from, int to)
    {
        for (var at = Math.Max(0, from - other.Words.Count); at < to; at++)
            if (Match(other, text, at, 0) is var end && end > from && end > at)
                return true;
        return false;
    }

    private static IEnumerable<string> Lines()
    {
        using var stream =
            typeof(PrivacyLexicon).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
