namespace ThiDua.Plans.Reading.Structure;

/// <summary>A number that is open.</summary>
/// <param name="Level">Of a dotted one: how deep in its path.</param>
internal readonly record struct NumberEntry(MarkerKind Kind, int Number, string Label, OutlineNode? Node, int Level = 0);

/// <summary>The numbers that are open at a place of the text, topmost first.</summary>
internal sealed class NumberStack
{
    private readonly List<NumberEntry> _entries = [];

    public int Count => _entries.Count;

    public NumberEntry this[int index] => _entries[index];

    public NumberEntry Last => _entries[^1];

    /// <summary>The section of the number that was placed last.</summary>
    public OutlineNode? Current => Nearest(Count - 1);

    /// <summary>The section above it.</summary>
    public OutlineNode? Parent => Nearest(Count - 2);

    private OutlineNode? Nearest(int from)
    {
        for (var i = from; i >= 0; i--)
            if (_entries[i].Node is { } node)
                return node;
        return null;
    }

    /// <summary>
    /// The dotted path. Chapters stand above articles without entering their numbers: articles run on through a document.
    /// </summary>
    public string Path()
    {
        var from = Math.Max(0, _entries.FindLastIndex(e => e.Kind is MarkerKind.Article));
        return string.Join('.', _entries.Skip(from).Select(e => e.Label));
    }

    public void Clear() => _entries.Clear();

    public void Open(OutlineNode node) => _entries[^1] = _entries[^1] with { Node = node };

    public int FindIndex(Predicate<NumberEntry> match) => _entries.FindIndex(match);

    public bool Exists(Predicate<NumberEntry> match) => _entries.Exists(match);

    /// <summary>The last number of a kind that is open; 0 for none.</summary>
    public int LastOf(MarkerKind kind)
    {
        for (var i = Count - 1; i >= 0; i--)
            if (_entries[i].Kind == kind)
                return _entries[i].Number;
        return 0;
    }

    public void Add(NumberEntry entry) => _entries.Add(entry);

    /// <summary>Closes what stands at this place and below it, and opens the entry there.</summary>
    public void Put(int at, NumberEntry entry)
    {
        Cut(at);
        _entries.Add(entry);
    }

    public void Cut(int length)
    {
        if (length < Count)
            _entries.RemoveRange(length, Count - length);
    }
}
