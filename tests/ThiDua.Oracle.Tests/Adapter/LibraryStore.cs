using ThiDua.Measures;

namespace ThiDua.Oracle.Tests;

/// <summary>A store as the library's user keeps it: current values and totals, changed by what each act adds.</summary>
public sealed class LibraryStore(RawWorld world, int scale)
{
    private readonly Dictionary<(int Unit, string Indicator), List<CurrentValue>> _own = [];
    private readonly Dictionary<(long Unit, string Indicator, Period Period, DateOnly? Since), Cell> _totals = [];
    private readonly Dictionary<long, Fact> _facts = [];
    private readonly Dictionary<string, Schedule> _schedules = world.Indicators.ToDictionary(
        one => one.Id,
        one => Translation.Of(one.Schedule)
    );
    private readonly Dictionary<(int Unit, string Indicator), IReadOnlyList<Place>> _places = [];
    private IReadOnlyList<RawStay> _stays = [];

    public Definitions Definitions { get; } = Translation.Definitions(world, scale);

    public bool Knows(int unit) => _stays.Any(stay => stay.Unit == unit);

    public void Add(Fact fact)
    {
        var own = Own((int)fact.Unit, fact.Indicator);
        Keep((int)fact.Unit, fact.Indicator, Ledger.Add(Definitions[fact.Indicator], own, fact));
        _facts[fact.Id] = fact;
    }

    public void Approve(Fact fact)
    {
        var own = Own((int)fact.Unit, fact.Indicator);
        Keep((int)fact.Unit, fact.Indicator, Ledger.Approve(Definitions[fact.Indicator], own, fact.Period, fact.Id));
        _facts[fact.Id] = fact with { Approved = true };
    }

    /// <summary>The tree is known anew: what stood elsewhere moves.</summary>
    public void Learn(IReadOnlyList<RawStay> stays)
    {
        var before = _own.Keys.ToDictionary(key => key, key => PlacesOf(key.Unit, key.Indicator));
        _stays = stays;
        _places.Clear();
        foreach (var (key, places) in before)
        {
            var definition = Definitions[key.Indicator];
            var cells = Totals.OwnCells(definition, _own[key]);
            Book(Rollup.Respread(definition, cells, places, PlacesOf(key.Unit, key.Indicator), _schedules[key.Indicator]));
        }
    }

    public IEnumerable<Cell> Cells(long unit, string indicator) =>
        _totals.Where(one => one.Key.Unit == unit && one.Key.Indicator == indicator).Select(one => one.Value);

    /// <summary>"rebuilding totals from facts changes nothing"; null: nothing.</summary>
    public string? DifferenceFromRebuilt()
    {
        var state = Ledger.Fold(_facts.Values);
        var rebuilt = new LibraryStore(world, scale) { _stays = _stays };
        foreach (var (key, values) in state.Values)
        {
            var definition = Definitions[key.Indicator];
            rebuilt.Book(
                Rollup.Spread(
                    definition,
                    Totals.OwnCells(definition, values),
                    PlacesOf((int)key.Unit, key.Indicator),
                    _schedules[key.Indicator]
                )
            );
        }
        var keys = _totals.Keys.Union(rebuilt._totals.Keys);
        return state.Refused.Count > 0
            ? $"refused in the rebuild: {state.Refused[0]}"
            : keys.Where(key => _totals.GetValueOrDefault(key) != rebuilt._totals.GetValueOrDefault(key))
                .Select(key => $"kept {key}: {_totals.GetValueOrDefault(key)}, rebuilt {rebuilt._totals.GetValueOrDefault(key)}")
                .FirstOrDefault();
    }

    private List<CurrentValue> Own(int unit, string indicator) =>
        _own.TryGetValue((unit, indicator), out var own) ? own : _own[(unit, indicator)] = [];

    private IReadOnlyList<Place> PlacesOf(int unit, string indicator) =>
        _places.TryGetValue((unit, indicator), out var places)
            ? places
            : _places[(unit, indicator)] = Places.Of(_stays, unit, world.Indicator(indicator));

    private void Keep(int unit, string indicator, LedgerOutcome outcome)
    {
        Assert.Null(outcome.Error);
        var own = Own(unit, indicator);
        own.RemoveAll(value => value.Period == outcome.Current!.Period);
        own.Add(outcome.Current!);
        Book(Rollup.Spread(Definitions[indicator], outcome.Cells, PlacesOf(unit, indicator), _schedules[indicator]));
    }

    private void Book(IEnumerable<TotalDelta> deltas)
    {
        foreach (var delta in deltas)
        {
            var key = (delta.Unit, delta.Indicator, delta.Cell.Period, delta.Cell.Since);
            var sum = _totals.TryGetValue(key, out var cell)
                ? cell with
                {
                    All = cell.All + delta.Cell.All,
                    Approved = cell.Approved + delta.Cell.Approved,
                }
                : delta.Cell;
            if (sum.IsZero)
            {
                _totals.Remove(key);
            }
            else
            {
                _totals[key] = sum;
            }
        }
    }
}
