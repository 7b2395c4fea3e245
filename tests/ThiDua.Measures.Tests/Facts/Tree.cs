using CsCheck;

namespace ThiDua.Measures.Tests;

/// <summary>A small tree (nation 1, provinces 2 and 3, hamlets below), random acts on its units, and the totals that follow.</summary>
internal static class Tree
{
    public static readonly Schedule Monthly = new(Frequency.Month);

    public static readonly IReadOnlyDictionary<long, long[]> Up = new Dictionary<long, long[]>
    {
        [1] = [1],
        [2] = [2, 1],
        [3] = [3, 1],
        [4] = [4, 2, 1],
        [5] = [5, 2, 1],
        [6] = [6, 3, 1],
        [7] = [7, 6, 3, 1],
    };

    public static readonly IndicatorDefinition[] Indicators =
    [
        new() { Code = "flow", Kind = IndicatorKind.Flow },
        new() { Code = "stock", Kind = IndicatorKind.Stock },
        new() { Code = "reach", Kind = IndicatorKind.Reach },
        new() { Code = "yes", Kind = IndicatorKind.YesNo },
    ];

    public static IndicatorDefinition Definition(string code) => Indicators.Single(d => d.Code == code);

    /// <summary>One act on a unit, indicator and month: a value (null withdraws), approved afterwards or not.</summary>
    public sealed record Act(long Unit, string Indicator, Period Period, long? Value, bool Approved);

    public static readonly Gen<Act> Acts = Gen.Select(
        Gen.Long[1, 7],
        Gen.Int[0, 3],
        Gen.Int[0, 5],
        Gen.Long[0, 9],
        Gen.Bool,
        Gen.Int[0, 4],
        (unit, indicator, month, value, approved, kind) =>
            new Act(
                unit,
                Indicators[indicator].Code,
                month < 3 ? Period.Month(2023, 10 + month) : Period.Month(2024, month - 2),
                kind == 0 ? null
                    : Indicators[indicator].Kind == IndicatorKind.YesNo ? value % 2
                    : value,
                approved
            )
    );

    /// <summary>
    /// The acts as facts, each correcting the one before it of the same unit, indicator and month; withdrawals of nothing left
    /// out.
    /// </summary>
    public static List<Fact> Facts(IEnumerable<Act> acts)
    {
        var facts = new List<Fact>();
        var tips = new Dictionary<(long, string, Period), long>();
        foreach (var act in acts)
        {
            var key = (act.Unit, act.Indicator, act.Period);
            var replaces = tips.TryGetValue(key, out var tip) ? tip : (long?)null;
            if (act.Value is null && replaces is null)
            {
                continue;
            }

            facts.Add(new(facts.Count + 1, act.Indicator, act.Unit, act.Period, act.Value, replaces, act.Approved));
            tips[key] = facts.Count;
        }

        return facts;
    }

    /// <summary>The way of a store that keeps totals up to date: one fact after the other, approval as an act of its own.</summary>
    public static Dictionary<(long, string), IReadOnlyList<Cell>> Incremental(IEnumerable<Fact> facts)
    {
        var own = new Dictionary<(long, string), List<CurrentValue>>();
        var deltas = new List<TotalDelta>();
        foreach (var fact in facts)
        {
            var definition = Definition(fact.Indicator);
            var values = own.TryGetValue((fact.Unit, fact.Indicator), out var known) ? known : own[(fact.Unit, fact.Indicator)] = [];
            Take(Ledger.Add(definition, values, fact with { Approved = false }));
            if (fact.Approved)
            {
                Take(Ledger.Approve(definition, values, fact.Period, fact.Id));
            }

            void Take(LedgerOutcome outcome)
            {
                Assert.Null(outcome.Error);
                values.RemoveAll(v => v.Period == fact.Period);
                values.Add(outcome.Current!);
                deltas.AddRange(Rollup.Spread(definition, outcome.Cells, Fixed(fact.Unit), Monthly));
            }
        }

        return Gather(deltas);
    }

    /// <summary>Totals rebuilt from all facts at once.</summary>
    public static Dictionary<(long, string), IReadOnlyList<Cell>> Rebuild(IEnumerable<Fact> facts)
    {
        var state = Ledger.Fold(facts);
        Assert.Empty(state.Refused);
        return Gather(
            state.Values.SelectMany(v =>
                Rollup.Spread(
                    Definition(v.Key.Indicator),
                    Totals.OwnCells(Definition(v.Key.Indicator), v.Value),
                    Fixed(v.Key.Unit),
                    Monthly
                )
            )
        );
    }

    public static Place[] Fixed(long unit) => [new(DateOnly.MinValue, Up[unit])];

    public static Dictionary<(long, string), IReadOnlyList<Cell>> Gather(IEnumerable<TotalDelta> deltas) =>
        deltas
            .GroupBy(d => (d.Unit, d.Indicator))
            .Select(g => (g.Key, Cells: Totals.Sum(g.Select(d => d.Cell))))
            .Where(g => g.Cells.Count > 0)
            .ToDictionary(g => g.Key, g => g.Cells);

    public static void Same(
        Dictionary<(long, string), IReadOnlyList<Cell>> expected,
        Dictionary<(long, string), IReadOnlyList<Cell>> actual
    )
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        Assert.All(expected, e => Assert.Equal(e.Value, actual[e.Key]));
    }
}
