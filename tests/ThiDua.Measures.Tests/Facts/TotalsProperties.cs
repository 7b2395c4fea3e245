using CsCheck;

namespace ThiDua.Measures.Tests;

/// <summary>The invariants of totals.</summary>
public sealed class TotalsProperties
{
    private static readonly Gen<List<Fact>> Facts = Tree.Acts.List[0, 40].Select(Tree.Facts);

    [Fact]
    public void A_total_is_the_units_own_facts_and_the_totals_of_its_children() =>
        Facts.Sample(facts =>
        {
            var totals = Tree.Rebuild(facts);
            var own = Ledger.Fold(facts).Values;
            foreach (var (unit, up) in Tree.Up)
            {
                var children = Tree.Up.Where(u => u.Value.Length == up.Length + 1 && u.Value[1] == unit).Select(u => u.Key);
                foreach (var indicator in Tree.Indicators)
                {
                    var mine = own.TryGetValue((unit, indicator.Code), out var values) ? Totals.OwnCells(indicator, values) : [];
                    var theirs = children.SelectMany(c => totals.GetValueOrDefault((c, indicator.Code), []));
                    Assert.Equal(Totals.Sum(mine.Concat(theirs)), totals.GetValueOrDefault((unit, indicator.Code), []));
                }
            }
        });

    [Fact]
    public void Rebuilding_totals_from_facts_changes_nothing() =>
        Facts.Sample(facts => Tree.Same(Tree.Rebuild(facts), Tree.Incremental(facts)));

    [Fact]
    public void The_order_of_entries_does_not_matter() =>
        Gen.Select(Facts, Gen.Int)
            .Sample(
                (facts, seed) =>
                {
                    var random = new Random(seed);
                    // Any order of commit that keeps each chain of corrections in order; a rebuild reads them in any order at all.
                    var queues = facts.GroupBy(f => (f.Unit, f.Indicator, f.Period)).Select(g => new Queue<Fact>(g)).ToList();
                    var order = new List<Fact>();
                    while (queues.Count > 0)
                    {
                        var queue = queues[random.Next(queues.Count)];
                        order.Add(queue.Dequeue());
                        queues.RemoveAll(q => q.Count == 0);
                    }

                    Tree.Same(Tree.Rebuild(facts), Tree.Incremental(order));
                    Tree.Same(Tree.Rebuild(facts), Tree.Rebuild(facts.OrderBy(_ => random.Next())));
                }
            );

    [Fact]
    public void Batching_of_entries_does_not_matter() =>
        Gen.Select(Facts, Gen.Int[0, 40])
            .Sample(
                (facts, cut) =>
                {
                    var first = facts.Take(cut).ToList();
                    var batches = Ledger
                        .Fold(facts)
                        .Values.SelectMany(v =>
                        {
                            var definition = Tree.Definition(v.Key.Indicator);
                            var before = Ledger.Fold(first).Values.GetValueOrDefault(v.Key, []);
                            return Rollup.Spread(
                                definition,
                                Totals.Difference(definition, before, v.Value),
                                Tree.Fixed(v.Key.Unit),
                                Tree.Monthly
                            );
                        });
                    var start = Tree.Rebuild(first).SelectMany(t => t.Value.Select(c => new TotalDelta(t.Key.Item1, t.Key.Item2, c)));
                    Tree.Same(Tree.Rebuild(facts), Tree.Gather(start.Concat(batches)));
                }
            );

    [Fact]
    public void Repetition_of_entries_does_not_matter() =>
        Facts.Sample(facts =>
        {
            Tree.Same(Tree.Rebuild(facts), Tree.Rebuild([.. facts, .. facts]));
            Tree.Same(Tree.Rebuild(facts), Tree.Incremental(facts.SelectMany(f => new[] { f, f })));
        });

    [Fact]
    public void Correct_then_read_equals_enter_right_then_read() =>
        Tree
            .Acts.List[0, 40]
            .Sample(acts =>
            {
                // The same outcome entered right at once: the last act of each unit, indicator and month; all approved or none.
                var corrected = acts.Select(a => a with { Approved = true });
                var right = corrected.GroupBy(a => (a.Unit, a.Indicator, a.Period)).Select(g => g.Last());
                Tree.Same(Tree.Rebuild(Tree.Facts(right)), Tree.Rebuild(Tree.Facts(corrected)));
                Tree.Same(Tree.Incremental(Tree.Facts(right)), Tree.Incremental(Tree.Facts(corrected)));
            });

    [Fact]
    public void Approved_totals_are_those_of_the_newest_approved_values() =>
        Facts.Sample(facts =>
        {
            // Without the provisional facts each chain ends in its newest approved one.
            var approved = facts.Where(f => f.Approved).Select(f => new Tree.Act(f.Unit, f.Indicator, f.Period, f.Value, true));
            var expected = Tree.Rebuild(Tree.Facts(approved));
            var actual = Tree.Rebuild(facts)
                .Select(t =>
                    (
                        t.Key,
                        Cells: t.Value.Where(c => c.Approved != default).Select(c => new Cell(c.Period, c.Approved, c.Approved)).ToList()
                    )
                )
                .Where(t => t.Cells.Count > 0)
                .ToDictionary(t => t.Key, t => (IReadOnlyList<Cell>)t.Cells);
            Tree.Same(expected, actual);
        });
}
