using ThiDua.Measures;

namespace ThiDua.Oracle.Tests;

/// <summary>A world through the library: facts in random order, some twice, some approved later, moves learned in between.</summary>
public sealed class LibraryRun
{
    private readonly RawWorld _world;
    private readonly RawQuestion _question;
    private readonly Chance _chance;
    private readonly LibraryStore _store;
    private readonly long _unit;

    private LibraryRun(RawWorld world, RawQuestion question, Chance chance)
    {
        (_world, _question, _chance) = (world, question, chance);
        // With shares, six decimals: what the library keeps in whole stored units is then exact.
        var scale = world.Successions.Count > 0 ? 6 : chance.Of(0, 0, 2);
        _unit = (long)Math.Pow(10, scale);
        _store = new(world, scale);
    }

    public Definitions Definitions => _store.Definitions;

    /// <summary>What a rebuild after a step, or at the end, says otherwise.</summary>
    public string? Rebuilt { get; private set; }

    public static LibraryRun Of(RawWorld world, RawQuestion question, Chance chance)
    {
        var run = new LibraryRun(world, question, chance);
        run.Happen();
        return run;
    }

    /// <summary>The totals of a unit as a page loads them.</summary>
    public IReadOnlyDictionary<string, Series> Figures(int top) =>
        _world
            .Indicators.Where(one => one.Kind is not (RawKind.Ratio or RawKind.Change))
            .Select(one => (one.Id, Series: Inheritance.Series(_world, _store, one, top)))
            .ToDictionary(one => one.Id, one => _question.Basis == RawBasis.Approved ? one.Series.ApprovedOnly() : one.Series);

    private void Happen()
    {
        var chains = Chains();
        var days = new Queue<DateOnly>(
            _world
                .Stays.Select(stay => stay.From)
                .Concat(_world.Stays.Where(stay => stay.To is not null).Select(stay => stay.To!.Value.AddDays(1)))
                .Distinct()
                .Order()
        );
        _store.Learn(Places.Known(_world.Stays, days.Dequeue()));
        var always = chains.Sum(chain => chain.Count) < 30 && _chance.In(20);
        while (chains.Count > 0 || days.Count > 0)
        {
            var ready = chains.Where(chain => _store.Knows((int)chain.Peek().Unit)).ToList();
            if (days.Count > 0 && (ready.Count == 0 || _chance.In(3)))
            {
                _store.Learn(Places.Known(_world.Stays, days.Dequeue()));
            }
            else
            {
                var chain = _chance.Of(ready);
                Enter(chain.Dequeue());
                chains.RemoveAll(one => one.Count == 0);
            }
            if (always || _chance.In(1))
            {
                Rebuilt ??= _store.DifferenceFromRebuilt();
            }
        }
        Rebuilt ??= _store.DifferenceFromRebuilt();
    }

    private void Enter(Fact fact)
    {
        var later = fact.Approved && _chance.In(50);
        var entered = later ? fact with { Approved = false } : fact;
        _store.Add(entered);
        if (_chance.In(10))
        {
            _store.Add(entered);
        }
        if (later)
        {
            _store.Approve(entered);
        }
    }

    /// <summary>Facts of one figure come in their order; figures in any. Opening stocks are decisions of their day.</summary>
    private List<Queue<Fact>> Chains()
    {
        var sent = _world
            .Facts.Where(fact => fact.Sent <= _question.Day)
            .Select(fact => new Fact(
                fact.Id,
                fact.Indicator,
                fact.Unit,
                Translation.Of(fact.Period),
                fact.Value * UnitOf(fact),
                fact.Replaces,
                fact.Approved
            ));
        var carried = _world
            .Carried.Where(one => one.Day <= _question.Day)
            .Select((one, at) => new Fact(1_000_000 + at, one.Indicator, one.Unit, Period.OfDay(one.Day), one.Value * _unit, null, true));
        return
        [
            .. sent.Concat(carried)
                .GroupBy(fact => (fact.Indicator, fact.Unit, fact.Period))
                .Select(chain => new Queue<Fact>(chain.OrderBy(fact => fact.Id))),
        ];
    }

    private long UnitOf(RawFact fact) => _world.Indicator(fact.Indicator).Kind == RawKind.YesNo ? 1 : _unit;
}
