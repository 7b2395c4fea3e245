namespace ThiDua.Oracle.Tests;

public enum RawBasis
{
    All,
    Approved,
}

/// <summary>What stands of the facts: "as-of means: everything committed up to …", on the basis asked.</summary>
public sealed class RawBook(RawWorld world, DateOnly day, RawBasis basis)
{
    /// <summary>A correction to "no value" stands as no value; so does nothing sent.</summary>
    public Exact? Standing(string indicator, int unit, RawPeriod period)
    {
        // "Facts begin at submission and count at once as provisional; … approval makes them approved."
        var known = world.Facts.Where(fact =>
            fact.Indicator == indicator && fact.Unit == unit && fact.Period == period
            && fact.Sent <= day && (basis == RawBasis.All || fact.Approved));
        return known.MaxBy(Corrections)?.Value;
    }

    /// <summary>Every period for which a value of the unit stands.</summary>
    public IEnumerable<(RawPeriod Period, Exact Value)> Of(string indicator, int unit)
    {
        var periods = world.Facts.Where(fact => fact.Indicator == indicator && fact.Unit == unit).Select(fact => fact.Period);
        foreach (var period in periods.Distinct())
        {
            if (Standing(indicator, unit, period) is { } value)
            {
                yield return (period, value);
            }
        }
    }

    // "a correction is a fact that replaces another (unique)": the facts of one key are a chain, and the end of it stands.
    private int Corrections(RawFact fact) =>
        fact.Replaces is { } replaced ? 1 + Corrections(world.Facts.Single(other => other.Id == replaced)) : 0;
}
