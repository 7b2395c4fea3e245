using ThiDua.Measures;

namespace ThiDua.App.Totals;

/// <summary>The facts of some units and indicators that hold now, and what a change of them adds to the totals above.</summary>
public sealed class FactBook
{
    private readonly Definitions definitions;
    private readonly IReadOnlyDictionary<string, Schedule> schedules;
    private readonly UnitPlaces places;
    private readonly Dictionary<(long Unit, string Indicator), List<CurrentValue>> values;
    private readonly Dictionary<(long Unit, string Indicator), List<Cell>> changes = [];

    public FactBook(Definitions definitions, IReadOnlyDictionary<string, Schedule> schedules, IEnumerable<Measures.Fact> facts, UnitPlaces places)
    {
        (this.definitions, this.schedules, this.places) = (definitions, schedules, places);
        values = Ledger.Fold(facts).Values.ToDictionary(v => v.Key, v => v.Value.ToList());
    }

    public CurrentValue? Current(int unit, string indicator, Period period) => Of(unit, indicator).FirstOrDefault(v => v.Period == period);

    /// <summary>All current values of the unit's own, in no order.</summary>
    public IReadOnlyList<CurrentValue> Of(long unit, string indicator) => values.GetValueOrDefault((unit, indicator)) ?? [];

    public FactError? Add(Measures.Fact fact) =>
        Take((fact.Unit, fact.Indicator), Ledger.Add(definitions[fact.Indicator], Of(fact.Unit, fact.Indicator), fact));

    public FactError? Approve(int unit, string indicator, Period period, long factId) =>
        Take((unit, indicator), Ledger.Approve(definitions[indicator], Of(unit, indicator), period, factId));

    /// <summary>What the changes so far add to the totals of each unit and of all above it.</summary>
    public IEnumerable<TotalDelta> Deltas() => changes.SelectMany(c =>
        Rollup.Spread(definitions[c.Key.Indicator], Measures.Totals.Sum(c.Value), places.Of((int)c.Key.Unit, definitions[c.Key.Indicator]), schedules[c.Key.Indicator]));

    /// <summary>What the units' figures move from one place of the tree to another when they stand in the new places.</summary>
    public IEnumerable<TotalDelta> Moves(UnitPlaces after) => values.SelectMany(v => Rollup.Respread(
        definitions[v.Key.Indicator], Measures.Totals.OwnCells(definitions[v.Key.Indicator], v.Value),
        places.Of((int)v.Key.Unit, definitions[v.Key.Indicator]), after.Of((int)v.Key.Unit, definitions[v.Key.Indicator]), schedules[v.Key.Indicator]));

    private FactError? Take((long Unit, string Indicator) key, LedgerOutcome outcome)
    {
        if (outcome.Error is not null) return outcome.Error;
        var own = values.TryGetValue(key, out var list) ? list : values[key] = [];
        own.RemoveAll(v => v.Period == outcome.Current!.Period);
        own.Add(outcome.Current!);
        if (outcome.Cells.Count > 0) (changes.TryGetValue(key, out var cells) ? cells : changes[key] = []).AddRange(outcome.Cells);
        return null;
    }
}
