namespace ThiDua.Oracle.Tests;

public enum RawBasis
{
    All,
    Approved,
}

/// <summary>What stands of the facts: "as-of means: everything committed up to …", on the basis asked.</summary>
public sealed class RawBook(RawWorld world, DateOnly day, RawBasis basis)
{
    private readonly ILookup<(string, int), RawFact> _facts = world.Facts.ToLookup(fact => (fact.Indicator, fact.Unit));

    /// <summary>A correction to "no value" stands as no value; so does nothing sent.</summary>
    public Exact? Standing(string indicator, int unit, RawPeriod period)
    {
        // "Facts begin at submission and count at once as provisional; … approval makes them approved."
        var known = _facts[(indicator, unit)]
            .Where(fact => fact.Period == period && fact.Sent <= day && (basis == RawBasis.All || fact.Approved));
        return known.MaxBy(Corrections)?.Value;
    }

    /// <summary>Every period for which a value of the unit stands.</summary>
    public IEnumerable<(RawPeriod Period, Exact Value)> Of(string indicator, int unit)
    {
        foreach (var period in _facts[(indicator, unit)].Select(fact => fact.Period).Distinct())
        {
            if (Standing(indicator, unit, period) is { } value)
            {
                yield return (period, value);
            }
        }
    }

    // "a correction is a fact that replaces another (unique)": the facts of one key are a chain, and the end of it stands.
    private int Corrections(RawFact fact) =>
        fact.Replaces is { } replaced ? 1 + Corrections(_facts[(fact.Indicator, fact.Unit)].Single(other => other.Id == replaced)) : 0;
}
