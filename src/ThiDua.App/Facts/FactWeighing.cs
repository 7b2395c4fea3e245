using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>What becomes of one entry when it is recorded.</summary>
public enum Fate
{
    New,
    Changed,
    Same,

    /// <summary>It touches what is approved: kept, and counted when the period is reopened.</summary>
    Pending,
    Refused,
}

/// <param name="Holds">What holds for its period now.</param>
public sealed record WeighedFact(FactEntry Entry, CurrentValue? Holds, Fate Fate, FactError? Error = null);

/// <summary>
/// Holds entries against what is known, in their order: the same for those that are written and those that are only looked at.
/// </summary>
internal sealed class FactWeighing(FactBook book, FactSource source)
{
    /// <summary>The facts to be written. Ids are allocated when all is known; within a batch any that no fact has will do.</summary>
    public List<Measures.Fact> Facts { get; } = [];

    public WeighedFact Add(FactEntry entry)
    {
        var current = book.Current(entry.UnitId, entry.Indicator, entry.Period);
        if (entry.Seen is { } seen && seen != current?.FactId)
            return new(entry, current, Fate.Refused, FactError.NotCurrent);
        if (current?.Value == entry.Value)
            return new(entry, current, Fate.Same);
        if (!source.Overrules && (book.IsApproved(entry.UnitId, entry.Indicator, entry.Period) || source.IsLocked?.Invoke(entry) == true))
            return new(entry, current, Fate.Pending);
        var fact = new Measures.Fact(
            -1 - Facts.Count,
            entry.Indicator,
            entry.UnitId,
            entry.Period,
            entry.Value,
            current?.FactId,
            source.Approved || entry.Approved
        );
        if (book.Add(fact) is { } error)
            return new(entry, current, Fate.Refused, error);
        Facts.Add(fact);
        return new(entry, current, current?.Value is null ? Fate.New : Fate.Changed);
    }
}
