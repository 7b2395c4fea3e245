namespace ThiDua.Plans;

/// <summary>
/// Texts looked for in folded lines letter by letter. " …" at the end of an entry asks for a blank there: what opens with
/// it goes on.
/// </summary>
internal sealed class FoldedTexts(IEnumerable<string> entries)
{
    private const string GoesOn = " …";
    private readonly string[] _texts = [.. entries.Select(e => Folding.Of(e.EndsWith(GoesOn, StringComparison.Ordinal) ? e[..^1] : e))];

    public bool AnyStarts(ReadOnlySpan<char> folded) => Start(folded) > 0;

    /// <summary>Length of the first text that the line opens with; 0 for none.</summary>
    public int Start(ReadOnlySpan<char> folded)
    {
        foreach (var text in _texts)
            if (folded.StartsWith(text, StringComparison.Ordinal))
                return text.Length;
        return 0;
    }

    public bool AnyEnds(ReadOnlySpan<char> folded)
    {
        foreach (var text in _texts)
            if (folded.EndsWith(text, StringComparison.Ordinal))
                return true;
        return false;
    }

    public bool AnyIn(ReadOnlySpan<char> folded)
    {
        foreach (var text in _texts)
            if (folded.Contains(text, StringComparison.Ordinal))
                return true;
        return false;
    }

    public bool Has(ReadOnlySpan<char> folded)
    {
        foreach (var text in _texts)
            if (folded.SequenceEqual(text))
                return true;
        return false;
    }
}
