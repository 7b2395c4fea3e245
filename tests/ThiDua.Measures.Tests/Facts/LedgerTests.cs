namespace ThiDua.Measures.Tests;

public sealed class LedgerTests
{
    private static readonly IndicatorDefinition Cases = new() { Code = "cases", Kind = IndicatorKind.Flow };
    private static readonly IndicatorDefinition Lamps = new() { Code = "lamps", Kind = IndicatorKind.Stock };
    private static readonly Period January = Period.Month(2024, 1);

    private static Fact Enter(long id, long? value, long? replaces = null, bool approved = false, int month = 1) =>
        new(id, "cases", 7, Period.Month(2024, month), value, replaces, approved);

    private static FactError? Refused(IReadOnlyList<CurrentValue> own, Fact fact) => Ledger.Add(Cases, own, fact).Error;

    [Fact]
    public void A_fact_counts_at_once_as_provisional()
    {
        var outcome = Ledger.Add(Cases, [], Enter(1, 3));
        Assert.Null(outcome.Error);
        Assert.Equal(new(January, 1, 3, null), outcome.Current);
        Assert.Equal([new Cell(January, new(3, 1, 0), default)], outcome.Cells);
    }

    [Fact]
    public void Approval_makes_it_approved_and_changes_no_value()
    {
        var outcome = Ledger.Approve(Cases, [new(January, 1, 3, null)], January, 1);
        Assert.Equal(new(January, 1, 3, 3), outcome.Current);
        Assert.Equal([new Cell(January, default, new(3, 1, 0))], outcome.Cells);
        Assert.Empty(Ledger.Approve(Cases, [outcome.Current!], January, 1).Cells);
    }

    [Fact]
    public void A_correction_is_two_differences()
    {
        var outcome = Ledger.Add(Cases, [new(January, 1, 3, 3)], Enter(2, 5, replaces: 1));
        Assert.Equal(new(January, 2, 5, 3), outcome.Current);
        Assert.Equal([new Cell(January, new(2, 0, 0), default)], outcome.Cells);
    }

    [Fact]
    public void An_approved_value_stands_on_issued_paper_until_its_correction_is_approved()
    {
        CurrentValue corrected = new(January, 2, 5, 3);
        Assert.Equal(5, Ledger.Approve(Cases, [corrected], January, 2).Current!.ApprovedValue);
    }

    [Fact]
    public void A_withdrawal_is_a_correction_to_no_value()
    {
        var outcome = Ledger.Add(Cases, [new(January, 1, 3, null)], Enter(2, null, replaces: 1));
        Assert.Null(outcome.Current!.Value);
        Assert.Equal([new Cell(January, new(-3, -1, 0), default)], outcome.Cells);
    }

    [Fact]
    public void After_a_withdrawal_the_value_can_be_entered_again_as_its_correction()
    {
        CurrentValue withdrawn = new(January, 2, null, null);
        Assert.Equal(FactError.AlreadyReported, Refused([withdrawn], Enter(3, 4)));
        Assert.Null(Refused([withdrawn], Enter(3, 4, replaces: 2)));
    }

    [Fact]
    public void The_second_corrector_of_the_same_fact_gets_a_conflict() =>
        Assert.Equal(FactError.NotCurrent, Refused([new(January, 2, 5, null)], Enter(3, 6, replaces: 1)));

    [Fact]
    public void A_second_first_figure_of_a_period_is_refused() =>
        Assert.Equal(FactError.AlreadyReported, Refused([new(January, 1, 3, null)], Enter(2, 5)));

    [Fact]
    public void A_correction_replaces_a_fact_of_its_own_period() =>
        Assert.Equal(FactError.NotCurrent, Refused([new(January, 1, 3, null)], Enter(2, 5, replaces: 1, month: 2)));

    [Fact]
    public void Nothing_cannot_be_withdrawn() => Assert.Equal(FactError.NothingToWithdraw, Refused([], Enter(1, null)));

    [Fact]
    public void A_repetition_changes_nothing()
    {
        var outcome = Ledger.Add(Cases, [new(January, 1, 3, null)], Enter(1, 3));
        Assert.Null(outcome.Error);
        Assert.Empty(outcome.Cells);
    }

    [Fact]
    public void The_same_id_with_another_value_is_refused() =>
        Assert.Equal(FactError.SameIdOtherContent, Refused([new(January, 1, 3, null)], Enter(1, 4)));

    [Fact]
    public void Only_the_current_fact_is_approved() =>
        Assert.Equal(FactError.NotCurrent, Ledger.Approve(Cases, [new(January, 2, 5, null)], January, 1).Error);

    [Fact]
    public void Days_are_not_counted_twice_by_a_month_and_its_year()
    {
        var year = Enter(2, 40) with { Period = Period.OfYear(2024) };
        Assert.Equal(FactError.Overlapping, Refused([new(January, 1, 3, null)], year));
        Assert.Null(Refused([new(January, 1, null, null)], year));
        Assert.Null(Refused([new(Period.Month(2023, 12), 1, 3, null)], year));
    }

    [Fact]
    public void A_stock_is_stored_as_its_change_at_the_period_where_it_takes_effect()
    {
        CurrentValue[] own = [new(January, 1, 10, null), new(Period.Month(2024, 5), 2, 15, null)];
        Assert.Equal(
            [new Cell(January, new(10, 1, 1), default), new Cell(Period.Month(2024, 5), new(5, 1, 0), default)],
            Totals.OwnCells(Lamps, own)
        );

        var between = Ledger.Add(Lamps, own, new(3, "lamps", 7, Period.Month(2024, 3), 12));
        Assert.Equal(
            [new Cell(Period.Month(2024, 3), new(2, 1, 0), default), new Cell(Period.Month(2024, 5), new(-2, 0, 0), default)],
            between.Cells
        );
    }

    [Fact]
    public void Withdrawing_the_first_stock_moves_its_holding_to_the_next()
    {
        CurrentValue[] own = [new(January, 1, 10, null), new(Period.Month(2024, 5), 2, 15, null)];
        var outcome = Ledger.Add(Lamps, own, new(3, "lamps", 7, January, null, Replaces: 1));
        Assert.Equal(
            [new Cell(January, new(-10, -1, -1), default), new Cell(Period.Month(2024, 5), new(10, 0, 1), default)],
            outcome.Cells
        );
    }

    [Fact]
    public void Reach_begins_anew_at_each_start()
    {
        IndicatorDefinition reach = new()
        {
            Code = "reached",
            Kind = IndicatorKind.Reach,
            Starts = [new(2023, 1, 1), new(2024, 1, 1)],
        };
        CurrentValue[] own = [new(Period.Month(2023, 12), 1, 100, 100), new(January, 2, 10, 10), new(Period.Month(2024, 2), 3, 30, 30)];
        Assert.Equal([100, 10, 20], Totals.OwnCells(reach, own).Select(c => c.All.Sum));

        var april = reach with { Starts = [new(2023, 4, 1)] };
        Assert.Equal([100, -90, 20], Totals.OwnCells(april, own).Select(c => c.All.Sum));
    }

    [Fact]
    public void A_value_stored_before_values_were_bounded_can_be_corrected()
    {
        var balance = Lamps with { MayBeNegative = true };
        CurrentValue[] own = [new(January, 1, long.MinValue, null), new(Period.Month(2024, 2), 2, long.MaxValue, null)];
        Assert.Equal(FactError.TooLarge, Ledger.Add(balance, own, new(3, "lamps", 7, January, Entry.Limit + 1, Replaces: 1)).Error);
        var corrected = Ledger.Add(balance, own, new(3, "lamps", 7, January, 5, Replaces: 1));
        Assert.Equal([5 - (Int128)long.MinValue, (Int128)long.MinValue - 5], corrected.Cells.Select(c => c.All.Sum));
    }

    [Fact]
    public void A_years_stock_stands_behind_its_months_until_it_ends()
    {
        CurrentValue[] own = [new(January, 1, 10, null), new(Period.OfYear(2024), 2, 40, null), new(Period.Month(2024, 5), 3, 12, null)];
        Assert.Equal(
            [
                new Cell(January, new(10, 1, 1), default),
                new Cell(Period.Month(2024, 5), new(2, 1, 0), default),
                new Cell(Period.OfYear(2024), new(30, 1, 0), default),
                new Cell(Period.OfYear(2024), new(-2, 0, 0), default) { Since = new(2024, 5, 1) },
            ],
            Totals.OwnCells(Lamps, own)
        );
    }

    [Fact]
    public void Of_two_corrections_in_a_store_the_first_committed_stands()
    {
        var state = Ledger.Fold([Enter(4, 9, replaces: 2), Enter(3, 6, replaces: 1), Enter(2, 5, replaces: 1), Enter(1, 3)]);
        Assert.Equal(9, Assert.Single(state.Values[(7, "cases")]).Value);
        Assert.Equal([(3L, FactError.NotCurrent)], state.Refused.Select(r => (r.Fact.Id, r.Error)));
    }

    [Fact]
    public void A_stored_id_that_says_two_things_is_named()
    {
        var state = Ledger.Fold([Enter(1, 3), Enter(1, 3, approved: true), Enter(1, 4)]);
        Assert.Equal(new(January, 1, 3, 3), Assert.Single(state.Values[(7, "cases")]));
        Assert.Equal(FactError.SameIdOtherContent, Assert.Single(state.Refused).Error);
    }
}
