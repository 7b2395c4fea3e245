using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>The figures of some units and indicators that hold now, and what a change of them adds to the totals above.</summary>
public sealed class FactBook
{
    private sealed class Pair(FigureKey key, IndicatorDefinition definition)
    {
        public FigureKey Key => key;
        public IndicatorDefinition Definition => definition;
        public List<CurrentValue> Values { get; } = [];
        private readonly Dictionary<Period, int> places = [];
        public Dictionary<Period, long?> ApprovedFacts { get; } = [];
        public List<CurrentValue>? Before { get; private set; }
        public HashSet<Period> Touched { get; } = [];

        public CurrentValue? Of(Period period) => places.TryGetValue(period, out var at) ? Values[at] : null;

        /// <summary>As it is stored.</summary>
        public void Take(CurrentValue value)
        {
            places[value.Period] = Values.Count;
            Values.Add(value);
        }

        public void Put(CurrentValue value)
        {
            Before ??= [.. Values];
            Touched.Add(value.Period);
            if (places.TryGetValue(value.Period, out var at))
                Values[at] = value;
            else
                Take(value);
        }

        /// <summary>What the changes add to the unit's own cells. Of a flow each period stands for itself.</summary>
        public IReadOnlyList<Cell> Difference()
        {
            if (definition.IsHeld)
                return Measures.Totals.Difference(definition, Before!, Values);
            var before = Before!.ToDictionary(v => v.Period);
            return
            [
                .. Touched
                    .Select(p => Flow(p, Of(p)) is var now && before.TryGetValue(p, out var old) ? Sum(now, -Flow(p, old)) : now)
                    .Where(c => !c.IsZero),
            ];
        }

        private static Cell Flow(Period period, CurrentValue? value) =>
            new(
                period,
                value?.Value is { } all ? new(all, 1, 0) : default,
                value?.ApprovedValue is { } approved ? new(approved, 1, 0) : default
            );

        private static Cell Sum(Cell a, Cell b) => a with { All = a.All + b.All, Approved = a.Approved + b.Approved };
    }

    private readonly Dictionary<(int Unit, string Indicator), Pair> pairs;
    private readonly UnitPlaces places;
    private readonly Func<string, Schedule> schedules;

    /// <param name="asked">Which units and indicators the book holds, with their keys.</param>
    public FactBook(
        UnitPlaces places,
        Func<string, Schedule> schedules,
        IEnumerable<(string Indicator, FigureKey Key)> asked,
        IEnumerable<Figure> figures
    )
    {
        (this.places, this.schedules) = (places, schedules);
        pairs = asked.ToDictionary(a => (a.Key.UnitId, a.Indicator), a => new Pair(a.Key, places.Definition(a.Key.UnitId, a.Indicator)));
        var byKey = pairs.Values.ToDictionary(p => p.Key);
        foreach (var figure in figures)
        {
            var pair = byKey[new(figure.HomeId, figure.UnitId, figure.IndicatorId)];
            var period = Period.FromId(figure.PeriodId);
            pair.Take(new(period, figure.FactId, figure.Value, figure.ApprovedValue));
            pair.ApprovedFacts[period] = figure.ApprovedFactId;
        }
    }

    /// <summary>Where the units stood when the book was read.</summary>
    public UnitPlaces Places => places;

    public CurrentValue? Current(int unit, string indicator, Period period) =>
        pairs.TryGetValue((unit, indicator), out var pair) ? pair.Of(period) : null;

    /// <summary>All current values of the unit's own, in no order.</summary>
    public IReadOnlyList<CurrentValue> Of(int unit, string indicator) =>
        pairs.TryGetValue((unit, indicator), out var pair) ? pair.Values : [];

    /// <summary>Whether what holds for the period now is official.</summary>
    public bool IsApproved(int unit, string indicator, Period period) =>
        Current(unit, indicator, period) is { } current
        && pairs[(unit, indicator)].ApprovedFacts.GetValueOrDefault(period) == current.FactId;

    public FigureKey Key(int unit, string indicator) => pairs[(unit, indicator)].Key;

    public FactError? Add(Measures.Fact fact)
    {
        var pair = pairs[((int)fact.Unit, fact.Indicator)];
        if (Ledger.Check(pair.Definition, pair.Values, fact) is { } error)
            return error;
        pair.Put(Ledger.After(pair.Of(fact.Period), fact));
        if (fact.Approved)
            pair.ApprovedFacts[fact.Period] = fact.Id;
        return null;
    }

    /// <summary>Puts a figure that is worked out; it has no fact.</summary>
    /// <returns>Whether it says something new.</returns>
    public bool Put(DerivedFigure figure)
    {
        var pair = pairs[(figure.UnitId, figure.Code)];
        var value = new CurrentValue(figure.Period, 0, figure.Value, figure.Approved);
        var current = pair.Of(figure.Period);
        if (current == value || (current is null && value is { Value: null, ApprovedValue: null }))
            return false;
        pair.Put(value);
        return true;
    }

    /// <summary>Makes official what holds for the period.</summary>
    public void Approve(int unit, string indicator, Period period)
    {
        var pair = pairs[(unit, indicator)];
        var current = pair.Of(period)!;
        pair.Put(current with { ApprovedValue = current.Value });
        pair.ApprovedFacts[period] = current.FactId;
    }

    /// <summary>The rows that changed, with the ids that the database knows their facts by.</summary>
    public IEnumerable<long?[]> ChangedFigures(Func<long, long> idOf) =>
        from pair in pairs.Values
        where pair.Before is not null
        from period in pair.Touched
        let value = pair.Of(period)
        let approved = pair.ApprovedFacts.GetValueOrDefault(value.Period)
        select new long?[]
        {
            pair.Key.HomeId,
            pair.Key.UnitId,
            pair.Key.IndicatorId,
            value.Period.Id,
            idOf(value.FactId),
            value.Value,
            approved is { } id ? idOf(id) : null,
            value.ApprovedValue,
        };

    /// <summary>What the changes so far add to the totals of each unit and of all above it.</summary>
    public IEnumerable<TotalDelta> Deltas() =>
        pairs
            .Where(p => p.Value.Before is not null)
            .SelectMany(p =>
                Rollup.Spread(
                    p.Value.Definition,
                    p.Value.Difference(),
                    places.Stored(p.Key.Unit, p.Key.Indicator),
                    schedules(p.Key.Indicator)
                )
            );

    /// <summary>What the units' figures move from one place of the tree to another when they stand in the new places.</summary>
    public IEnumerable<TotalDelta> Moves(UnitPlaces after) =>
        pairs.SelectMany(p =>
        {
            var (unit, indicator) = p.Key;
            var minus = Measures.Totals.OwnCells(p.Value.Definition, p.Value.Values).Select(c => -c);
            var now = after.Definition(unit, indicator);
            return Rollup
                .Spread(p.Value.Definition, minus, places.Of(unit, indicator), schedules(indicator))
                .Concat(Rollup.Spread(now, Measures.Totals.OwnCells(now, p.Value.Values), after.Of(unit, indicator), schedules(indicator)));
        });

    /// <summary>What the figures add to all totals, as if there were none yet.</summary>
    public IEnumerable<TotalDelta> All(UnitPlaces at) =>
        pairs.SelectMany(p =>
            Rollup.Spread(
                p.Value.Definition,
                Measures.Totals.OwnCells(p.Value.Definition, p.Value.Values),
                at.Of(p.Key.Unit, p.Key.Indicator),
                schedules(p.Key.Indicator)
            )
        );

    /// <summary>The cells of a unit's own figures.</summary>
    public List<(IndicatorDefinition Definition, IReadOnlyList<Cell> Cells)> Own(int unit) =>
        [
            .. pairs
                .Where(p => p.Key.Unit == unit)
                .Select(p => (p.Value.Definition, Measures.Totals.OwnCells(p.Value.Definition, p.Value.Values))),
        ];
}
