using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>What holds for one unit once what it gives is taken. Pure.</summary>
internal sealed class UnitValues(IReadOnlyList<GivenFigure> given, Func<string, IReadOnlyList<CurrentValue>> own)
{
    private readonly ILookup<string, GivenFigure> byCode = given.ToLookup(g => g.Indicator.Code);
    private readonly Dictionary<string, List<CurrentValue>> values = new(StringComparer.Ordinal);

    public bool Gives(string code, Period period) => byCode[code].Any(g => g.Period == period);

    /// <summary>In the order in which the periods end. A field left empty takes its value away.</summary>
    public IReadOnlyList<CurrentValue> Of(string code)
    {
        if (values.TryGetValue(code, out var known))
            return known;
        var merged = own(code).Where(v => v.Value is not null).ToDictionary(v => v.Period);
        foreach (var figure in byCode[code])
            if (figure.Value is { } value)
                merged[figure.Period] = new(figure.Period, 0, value, null);
            else
                merged.Remove(figure.Period);
        return values[code] = [.. merged.Values.OrderBy(v => v.Period.Last).ThenBy(v => v.Period.First)];
    }

    /// <summary>Of a flow the sum of the period, or of its year so far; of what is held the last value that had begun by its end.</summary>
    /// <param name="ended">Of what is held, only what its period's end is known of: a quarter that runs on counts what came later.</param>
    public Rational? Amount(PackIndicator indicator, Period period, bool yearSoFar, bool ended = false)
    {
        // A field left empty is no zero: nothing is held against it.
        if (byCode[indicator.Code].Any(g => g.Period == period && g.Value is null))
            return null;
        var first = yearSoFar ? new DateOnly(period.Last.Year, 1, 1) : period.First;
        Int128? amount = null;
        foreach (var value in Of(indicator.Code))
        {
            if (indicator.Kind == PackKind.Flow)
            {
                if (value.Period.First >= first && value.Period.Last <= period.Last)
                    amount = (amount ?? 0) + value.Value!.Value;
            }
            else if ((ended ? value.Period.Last : value.Period.First) <= period.Last)
                amount = value.Value!.Value;
        }
        return amount is { } sum ? Rational.FromScaled((long)Int128.Clamp(sum, long.MinValue, long.MaxValue), indicator.Scale) : null;
    }
}
