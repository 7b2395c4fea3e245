namespace ThiDua.Measures;

/// <summary>What one act on the facts of a unit and indicator does.</summary>
/// <param name="Error">Why it was refused; then there is nothing else.</param>
/// <param name="Current">What holds for the period afterwards.</param>
/// <param name="Cells">What to add to the unit's own totals, and (<see cref="Rollup"/>) to those above; empty for a repetition.</param>
public sealed record LedgerOutcome(FactError? Error, CurrentValue? Current, IReadOnlyList<Cell> Cells);

/// <summary>Everything that holds after a set of facts, and the facts that were refused.</summary>
/// <param name="Values">Current values by unit and indicator, in order of time.</param>
public sealed record LedgerState(
    IReadOnlyDictionary<(long Unit, string Indicator), IReadOnlyList<CurrentValue>> Values,
    IReadOnlyList<(Fact Fact, FactError Error)> Refused
);

/// <summary>
/// Which value holds: corrections, withdrawals, approval. <see cref="Add"/> and <see cref="Approve"/> serve a store that
/// keeps totals up to date; <see cref="Fold"/> and <see cref="Totals.OwnCells"/> rebuild the same from all facts.
/// </summary>
public static class Ledger
{
    /// <summary>Adds one fact. A repetition of the current fact changes nothing.</summary>
    /// <param name="own">
    /// All current values of the fact's unit and indicator; for a flow those that share days with its period suffice.
    /// </param>
    public static LedgerOutcome Add(IndicatorDefinition indicator, IReadOnlyList<CurrentValue> own, Fact fact)
    {
        var current = own.FirstOrDefault(v => v.Period == fact.Period);
        if (current?.FactId == fact.Id)
        {
            return current.Value == fact.Value ? new(null, current, []) : Refuse(FactError.SameIdOtherContent);
        }

        if (Check(indicator, own, fact) is { } error)
        {
            return Refuse(error);
        }

        return Replace(indicator, own, current, After(current, fact));
    }

    /// <summary>Why <see cref="Add"/> would refuse a fact; null when it would take it. A repetition is refused.</summary>
    /// <param name="own">As for <see cref="Add"/>.</param>
    public static FactError? Check(IndicatorDefinition indicator, IReadOnlyList<CurrentValue> own, Fact fact) =>
        Entry.Check(indicator, fact.Value)
        ?? Chained(own.FirstOrDefault(v => v.Period == fact.Period), fact)
        ?? Overlapping(indicator, own, fact);

    /// <summary>Approves the current fact of a period, as the approval of its report does. A repetition changes nothing.</summary>
    /// <param name="own">All current values of the unit and indicator; for a flow those of the period suffice.</param>
    public static LedgerOutcome Approve(IndicatorDefinition indicator, IReadOnlyList<CurrentValue> own, Period period, long factId)
    {
        var current = own.FirstOrDefault(v => v.Period == period);
        return current?.FactId == factId
            ? Replace(indicator, own, current, current with { ApprovedValue = current.Value })
            : Refuse(FactError.NotCurrent);
    }

    /// <summary>
    /// What holds after all these facts, in whatever order and however often they come. Of two first facts of a period, or
    /// two corrections of one fact, the one with the lower id stands and the other is refused with all that builds on it.
    /// </summary>
    public static LedgerState Fold(IEnumerable<Fact> facts)
    {
        var refused = new List<(Fact, FactError)>();
        var distinct = facts.GroupBy(f => f.Id).Select(g => Once(g, refused)).OrderBy(f => f.Id);
        var values = new Dictionary<(long Unit, string Indicator), IReadOnlyList<CurrentValue>>();
        foreach (var key in distinct.GroupBy(f => (f.Unit, f.Indicator)))
        {
            values[key.Key] = [.. key.GroupBy(f => f.Period).Select(p => Chain(p, refused)).OfType<CurrentValue>().OrderBy(v => v.Period)];
        }

        return new(values, refused);
    }

    private static Fact Once(IEnumerable<Fact> same, List<(Fact, FactError)> refused)
    {
        var first = same.First();
        refused.AddRange(same.Where(f => f with { Approved = first.Approved } != first).Select(f => (f, FactError.SameIdOtherContent)));
        return first with { Approved = same.Any(f => f.Approved) };
    }

    private static CurrentValue? Chain(IEnumerable<Fact> facts, List<(Fact, FactError)> refused)
    {
        CurrentValue? current = null;
        foreach (var fact in facts)
        {
            if (Chained(current, fact) is { } error)
            {
                refused.Add((fact, error));
            }
            else
            {
                current = After(current, fact);
            }
        }

        return current;
    }

    private static FactError? Chained(CurrentValue? current, Fact fact) =>
        (current, fact.Replaces) switch
        {
            (null, null) => fact.Value is null ? FactError.NothingToWithdraw : null,
            (not null, null) => FactError.AlreadyReported,
            _ => current?.FactId == fact.Replaces ? null : FactError.NotCurrent,
        };

    private static FactError? Overlapping(IndicatorDefinition indicator, IReadOnlyList<CurrentValue> own, Fact fact) =>
        !indicator.IsHeld
        && fact.Value is not null
        && own.Any(v => v.Value is not null && !AreApart(v.Period, fact.Period) && v.Period.Dates.Overlaps(fact.Period.Dates))
            ? FactError.Overlapping
            : null;

    /// <summary>Periods of one calendar and length are the same or share no day: most need no look at their days.</summary>
    private static bool AreApart(Period a, Period b) => a == b || (a.Frequency == b.Frequency && a.Calendar == b.Calendar);

    /// <summary>What holds for a period once a fact was taken.</summary>
    public static CurrentValue After(CurrentValue? current, Fact fact) =>
        new(fact.Period, fact.Id, fact.Value, fact.Approved ? fact.Value : current?.ApprovedValue);

    private static LedgerOutcome Replace(
        IndicatorDefinition indicator,
        IReadOnlyList<CurrentValue> own,
        CurrentValue? before,
        CurrentValue after
    )
    {
        var others = indicator.IsHeld ? own.Where(v => v.Period != after.Period).ToArray() : [];
        return new(null, after, Totals.Difference(indicator, before is null ? others : [.. others, before], [.. others, after]));
    }

    private static LedgerOutcome Refuse(FactError error) => new(error, null, []);
}
