namespace ThiDua.Plans.Reading.Citing;

/// <summary>A cited document as far as it has been read.</summary>
internal sealed class CitedDocument
{
    public string? Kind,
        Symbol,
        Date,
        Issuer,
        About;
    public int Index { get; init; }
    public CitedDocument? SameNumber { get; init; }

    // The numbers of the parts; none as a rule for a document among the grounds.
    private HashSet<string>? _cited;

    public void Cite(string part) => (_cited ??= new(StringComparer.Ordinal)).Add(part);

    public Reference Done() => new(Kind, Symbol, Date, Issuer, About, _cited is null ? [] : [.. _cited]);
}
