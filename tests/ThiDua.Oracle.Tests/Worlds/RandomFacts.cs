namespace ThiDua.Oracle.Tests;

/// <summary>What units sent: late, early, corrected, withdrawn, approved or not, or never.</summary>
public sealed class RandomFacts(Chance chance, IReadOnlyList<RawStay> stays)
{
    public static readonly RawSpan Years = new(new(RandomIndicators.BaselineYear, 1, 1), new(RandomIndicators.Year, 12, 31));

    private readonly RawTree _tree = new(stays);
    private readonly List<RawFact> _facts = [];

    // Some worlds are complete, some sparse; some approve all; some know mostly zeros.
    private readonly int _density = chance.Of(100, 100, 90, 70, 40);
    private readonly int _approved = chance.Of(100, 70, 40);
    private readonly int _corrected = chance.Of(0, 10, 30);
    private readonly int _zeros = chance.Of(0, 0, 10, 80, 100);
    private readonly bool _baseline = chance.In(85);

    // In some worlds units whose kind is not asked send figures all the same.
    private readonly int _unasked = chance.In(20) ? 20 : 0;

    public IReadOnlyList<RawFact> Of(IEnumerable<RawIndicator> indicators)
    {
        foreach (var indicator in indicators.Where(one => one.Kind is not (RawKind.Ratio or RawKind.Change)))
        {
            foreach (var unit in _tree.Units)
            {
                Unit(indicator, unit);
            }
        }
        return _facts;
    }

    private void Unit(RawIndicator indicator, int unit)
    {
        var reached = 0L;
        foreach (var period in indicator.Schedule.Inside(Years))
        {
            if (indicator.Starts.Any(period.Has))
            {
                reached = 0;
            }
            var day = indicator.Kind == RawKind.Flow ? _tree.DayOfFlow(unit, period) : period.Last;
            var asked =
                _tree.On(unit, day) is { } stay
                && (
                    indicator.Asked.Contains(stay.Kind)
                    || (unit != 1 && indicator.Kind is (RawKind.Flow or RawKind.Stock) && chance.In(_unasked))
                );
            if (!asked || !chance.In(_density) || (!_baseline && period.Year == RandomIndicators.BaselineYear))
            {
                continue;
            }
            if (indicator.Kind == RawKind.Reach && !indicator.Starts.Any(start => start <= period.Last))
            {
                continue;
            }
            reached += chance.Below(5);
            Sent(indicator, unit, period, reached);
        }
    }

    private void Sent(RawIndicator indicator, int unit, RawPeriod period, long reached)
    {
        int? replaced = null;
        var sent = chance.In(20) ? chance.Day(period.First, period.Last) : chance.Day(period.Last.AddDays(1), period.Last.AddDays(25));
        while (true)
        {
            var value = replaced is not null && chance.In(25) ? null : (long?)Value(indicator.Kind, reached);
            _facts.Add(new(_facts.Count + 1, indicator.Id, unit, period, value, replaced, chance.In(_approved), sent));
            if (!chance.In(_corrected))
            {
                return;
            }
            replaced = _facts.Count;
            sent = sent.AddDays(chance.Below(60));
        }
    }

    private long Value(RawKind kind, long reached) =>
        kind switch
        {
            RawKind.YesNo => chance.Below(2),
            RawKind.Reach => reached,
            _ when chance.In(_zeros) => 0,
            _ => chance.From(1, 30),
        };
}
