namespace ThiDua.App.Packs.Matching;

/// <summary>The phrases of all indicators of a pack, with the weight of each term: the rarer it is, the more it tells.</summary>
internal sealed class MatchIndex
{
    // A phrase of one common word must not count as a whole match.
    private const double FullPhrase = 12;
    private const double Pair = 1.6;

    private readonly Dictionary<string, double> _weights;
    private readonly double _unknown;

    public MatchIndex(Pack pack)
    {
        Words = new MatchWords(pack.Lexicon.Abbreviations);
        Entries = [.. pack.Indicators.Where(i => i.Owner is null).Select(i => new Entry(i, Words))];
        var found = Entries.SelectMany(e => e.Terms).GroupBy(t => t, StringComparer.Ordinal);
        _weights = found.ToDictionary(g => g.Key, g => Weight(g.Key, g.Count()), StringComparer.Ordinal);
        _unknown = Weight("", 2);
    }

    public MatchWords Words { get; }
    public IReadOnlyList<Entry> Entries { get; }

    private double Weight(string term, int indicators) =>
        Math.Log((Entries.Count + 1) / (indicators + 0.5)) * (term.Contains(' ', StringComparison.Ordinal) ? Pair : 1);

    /// <summary>The phrase of an indicator that the text says best, 0 to 1, and how much of the text the indicator explains.</summary>
    public (double Phrase, double Explained, string Best) Compare(Entry entry, TargetWords text)
    {
        var (best, words) = (0.0, "");
        foreach (var phrase in entry.Phrases)
        {
            var (said, all) = (0.0, 0.0);
            foreach (var term in phrase.Terms)
            {
                all += _weights[term];
                said += _weights[term] * text.Presence.GetValueOrDefault(term);
            }
            var score = all == 0 ? 0 : said / all * Math.Min(1, Math.Sqrt(all / FullPhrase));
            if (score > best)
            {
                (best, words) = (score, phrase.Text);
            }
        }
        return (best, Explained(entry, text), words);
    }

    private double Explained(Entry entry, TargetWords text)
    {
        var (said, all) = (0.0, 0.0);
        foreach (var (term, presence) in text.Own)
        {
            var known = _weights.TryGetValue(term, out var weight);
            if (!known && term.Contains(' ', StringComparison.Ordinal))
            {
                continue;
            }
            all += presence * (known ? weight : _unknown);
            said += entry.Terms.Contains(term) ? presence * weight : 0;
        }
        return all == 0 ? 0 : said / all;
    }

    internal sealed class Entry
    {
        public Entry(PackIndicator indicator, MatchWords words)
        {
            Indicator = indicator;
            Phrases =
            [
                .. indicator
                    .Words.Prepend(indicator.Name.Vi)
                    .Select(w => new Phrase(w, [.. MatchWords.Terms(words.Syllables(w)).Distinct()])),
            ];
            Against = [.. indicator.NotWords.Select(words.Syllables)];
            Needs = [.. indicator.Needs.Select(words.Syllables)];
            Terms = [.. Phrases.SelectMany(p => p.Terms)];
            Unit = words.Syllables(indicator.Measure.Vi);
        }

        public PackIndicator Indicator { get; }
        public IReadOnlyList<Phrase> Phrases { get; }
        public IReadOnlyList<string[]> Against { get; }
        public IReadOnlyList<string[]> Needs { get; }
        public HashSet<string> Terms { get; }
        public string[] Unit { get; }
    }

    internal sealed record Phrase(string Text, IReadOnlyList<string> Terms);
}
