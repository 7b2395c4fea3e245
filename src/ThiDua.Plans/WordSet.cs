using System.Collections.Frozen;

namespace ThiDua.Plans;

/// <summary>A set of single words, asked for folded or as they are written, marks and all.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _folded;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _written;

    public WordSet(IReadOnlyCollection<string> words)
    {
        _folded = words.Select(Folding.Of).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _written = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Has(ReadOnlySpan<char> folded) => _folded.Contains(folded);

    public bool Has(Words words, int at) => at >= 0 && at < words.Count && _folded.Contains(words[at]);

    /// <summary>With its own marks: "tự" is not "từ".</summary>
    public bool HasWritten(Words words, int at) =>
        at >= 0 && at < words.Count && HasWritten(words.Text.AsSpan(words.Start(at), words.End(at) - words.Start(at)));

    public bool HasWritten(ReadOnlySpan<char> word) => _written.Contains(word);
}
