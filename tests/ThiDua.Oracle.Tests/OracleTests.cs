namespace ThiDua.Oracle.Tests;

/// <summary>The oracle itself, on figures that can be worked out by hand from the page.</summary>
public sealed class OracleTests
{
    private static readonly RawSpan s_year = new(new(2025, 1, 1), new(2025, 12, 31));
    private static readonly RawIndicator s_cases = new("cases", RawKind.Flow) { Asked = ["thon"] };
    private static readonly RawIndicator s_lamps = new("lamps", RawKind.Stock) { Asked = ["thon"] };

    // A commune of two hamlets.
    private static readonly RawStay[] s_stays =
    [
        new(1, StillTree.Start, null, "xa", null),
        new(2, StillTree.Start, null, "thon", 1),
        new(3, StillTree.Start, null, "thon", 1),
    ];

    [Fact]
    public void A_flow_adds_and_says_the_month_with_the_fewest()
    {
        var figure = Ask(s_cases, new(2025, 2, 28), Month(1, 2, 5), Month(1, 3, 7), Month(2, 2, 1));
        Assert.Equal((Exact)13, figure.Value);
        Assert.Equal(new RawCount(2, 1), figure.Count);
    }

    [Fact]
    public void A_stock_keeps_each_units_last_value_and_marks_a_running_month()
    {
        var ended = Ask(s_lamps, new(2025, 3, 31), Month(1, 2, 5, "lamps"), Month(3, 3, 9, "lamps"));
        Assert.Equal(((Exact)14, false), (ended.Value!.Value, ended.Running));
        var running = Ask(s_lamps, new(2025, 3, 30), Month(1, 2, 5, "lamps"), Month(3, 3, 9, "lamps"));
        Assert.Equal(((Exact)14, true), (running.Value!.Value, running.Running));
    }

    [Fact]
    public void A_withdrawal_leaves_no_value_but_not_on_the_approved_basis()
    {
        RawFact[] facts = [Month(1, 2, 5) with { Approved = true }, Month(1, 2, 0) with { Id = 900, Value = null, Replaces = 102 }];
        Assert.Equal(RawReason.NoFigures, Ask(s_cases, s_year.Last, facts).Reason);
        Assert.Equal((Exact)5, World([s_cases], facts).Approved().Figure("cases", 1, s_year).Value);
    }

    [Fact]
    public void A_quarter_never_spreads_into_months()
    {
        var quarterly = s_cases with { Schedule = new([new(DateOnly.MinValue, RawStep.Quarter)]) };
        var world = World([quarterly], new RawFact(1, "cases", 2, new(RawStep.Quarter, 2025, 1), 6, null, false, new(2025, 4, 2)));
        var oracle = new RawOracle(world, s_year.Last, RawBasis.All);
        Assert.Equal(RawReason.PartOfPeriod, oracle.Figure("cases", 1, new RawPeriod(RawStep.Month, 2025, 1).Span).Reason);
        Assert.Equal((Exact)6, oracle.Figure("cases", 1, new RawPeriod(RawStep.Quarter, 2025, 1).Span).Value);
    }

    [Fact]
    public void A_forecast_divides_by_the_unit_periods_reported()
    {
        var target = new RawTarget("cases", RawComparator.AtLeast, 72, s_year);
        RawFact[] facts = [Month(1, 2, 6), Month(1, 3, 6), Month(2, 2, 6)];
        var verdict = new RawOracle(World([s_cases], facts), new(2025, 2, 28), RawBasis.All).Judge(target, 1);
        // 18 ÷ (3 ÷ 24)
        Assert.Equal(((Exact)144, RawState.OnTrack), (verdict.Forecast!.Value, verdict.State));
    }

    [Fact]
    public void More_than_at_exactly_the_value_is_not_met()
    {
        var facts = Enumerable.Range(1, 12).SelectMany(month => new[] { Month(month, 2, 1), Month(month, 3, 1) }).ToArray();
        var oracle = new RawOracle(World([s_cases], facts), s_year.Last.AddDays(60), RawBasis.All);
        Assert.Equal(RawState.Missed, oracle.Judge(new("cases", RawComparator.Above, 24, s_year), 1).State);
        Assert.Equal(RawState.Met, oracle.Judge(new("cases", RawComparator.AtLeast, 24, s_year), 1).State);
    }

    [Fact]
    public void A_flow_stands_where_the_unit_was_on_the_last_day_of_its_period()
    {
        RawStay[] stays =
        [
            s_stays[0],
            s_stays[1],
            new(4, StillTree.Start, null, "xa", null),
            new(3, StillTree.Start, new(2025, 1, 30), "thon", 1),
            new(3, new(2025, 1, 31), null, "thon", 4),
        ];
        var world = World([s_cases, s_lamps], Month(1, 3, 8), Month(1, 3, 8, "lamps") with { Id = 500 }) with { Stays = stays };
        var oracle = new RawOracle(world, s_year.Last, RawBasis.All);
        Assert.Equal(RawReason.NoFigures, oracle.Figure("cases", 1, s_year).Reason);
        Assert.Equal((Exact)8, oracle.Figure("cases", 4, s_year).Value);
        Assert.Equal((Exact)8, oracle.Figure("lamps", 4, s_year).Value);
    }

    private static RawFigure Ask(RawIndicator indicator, DateOnly day, params RawFact[] facts) =>
        new RawOracle(World([indicator], facts), day, RawBasis.All).Figure(indicator, 1, s_year);

    // Sent at the beginning, so that a day before a month's end finds it running.
    private static RawFact Month(int month, int unit, long value, string indicator = "cases") =>
        new(month * 100 + unit, indicator, unit, new(RawStep.Month, 2025, month), value, null, false, new(2025, month, 1));

    private static RawWorld World(RawIndicator[] indicators, params RawFact[] facts) => new(s_stays, [], [], indicators, facts);
}

file static class Basis
{
    public static RawOracle Approved(this RawWorld world) => new(world, new(2025, 12, 31), RawBasis.Approved);
}
