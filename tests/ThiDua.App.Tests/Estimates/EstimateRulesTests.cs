using CsCheck;
using ThiDua.App.Features.Estimates;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Estimates;

/// <summary>A year as if its last period brought what the estimate still lacks.</summary>
public sealed class EstimateRulesTests
{
    private static readonly DateRange Year = DateRange.CivilYear(2024);

    private static readonly Definitions Known = new([
        new() { Code = "cases", Kind = IndicatorKind.Flow },
        new() { Code = "cleared", Kind = IndicatorKind.Flow },
        new() { Code = "lamps", Kind = IndicatorKind.Stock },
        new()
        {
            Code = "rate",
            Kind = IndicatorKind.Ratio,
            Numerator = "cleared",
            Denominator = "cases",
        },
    ]);

    private static readonly Schedule Monthly = new(Frequency.Month);

    private static TargetRule Rule(string indicator, decimal value, DateRange? range = null, int? baseline = null) =>
        new()
        {
            Indicator = indicator,
            Comparator = Comparator.AtLeast,
            Value = value,
            Range = range ?? Year,
            BaselineYear = baseline,
            Direction = baseline is null ? null : Direction.Decrease,
        };

    private static Series Flow(params (int Month, int Value)[] months) =>
        new(Monthly, months.Select(m => new Cell(Period.Month(2024, m.Month), m.Value, 1)), 1);

    private static Standing End(TargetRule rule, Dictionary<string, Series> figures, params (string Code, long Value)[] estimates)
    {
        var with = EstimateRules.With(rule, Known, figures, estimates.ToDictionary(e => e.Code, e => e.Value));
        return Judge.Total(rule, Known, with, rule.Range.Last);
    }

    [Fact]
    public void The_year_comes_to_what_was_estimated_whatever_it_brought_so_far() =>
        Gen.Select(Gen.Int[0, 500].Array[0, 11], Gen.Int[0, 10_000], Gen.Int[0, 10_000])
            .Sample(
                (months, estimate, lamps) =>
                {
                    var cells = months.Select((v, at) => (at + 1, v)).ToArray();
                    var stock = new Series(
                        Monthly,
                        cells.Select(c => new Cell(Period.Month(2024, c.Item1), c.v, 1, c.Item1 == 1 ? 1 : 0)),
                        1
                    );
                    var figures = new Dictionary<string, Series> { ["cases"] = Flow(cells), ["lamps"] = stock };
                    Assert.Equal((Rational)estimate, End(Rule("cases", 1), figures, ("cases", estimate)).Judged);
                    Assert.Equal((Rational)lamps, End(Rule("lamps", 1), figures, ("lamps", lamps)).Judged);
                },
                iter: 500
            );

    [Fact]
    public void Of_the_year_a_range_brings_what_the_months_before_it_did_not()
    {
        var figures = new Dictionary<string, Series> { ["cases"] = Flow((1, 4), (2, 6), (4, 1)) };
        var standing = End(Rule("cases", 1, new(new(2024, 4, 1), new(2024, 12, 31))), figures, ("cases", 30));
        Assert.Equal((Rational)20, standing.Judged);
    }

    [Fact]
    public void A_share_is_divided_last()
    {
        var figures = new Dictionary<string, Series> { ["cases"] = Flow((1, 4)), ["cleared"] = Flow((1, 1)) };
        var standing = End(Rule("rate", 75), figures, ("cases", 40), ("cleared", 30));
        Assert.Equal((Rational)75, standing.Judged);
        Assert.True(standing.Requirement.IsMetBy(standing.Judged!.Value));
    }

    [Fact]
    public void A_fall_is_against_the_whole_baseline_year()
    {
        var before = Enumerable.Range(1, 12).Select(m => new Cell(Period.Month(2023, m), 10, 1));
        var figures = new Dictionary<string, Series>
        {
            ["cases"] = new(Monthly, before.Concat([new Cell(Period.Month(2024, 1), 3, 1)]), 1),
        };
        Assert.Equal((Rational)25, End(Rule("cases", 5, baseline: 2023), figures, ("cases", 90)).Judged);
    }
}
