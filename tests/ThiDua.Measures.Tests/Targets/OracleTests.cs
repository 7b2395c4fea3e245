using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>
/// The same figures computed again from the units' own values by brute force, in plain decimals and without any of the library's
/// folding: entered values exactly, quotients and forecasts to six decimals.
/// </summary>
public sealed class OracleTests
{
    private const int Units = 3;

    private static readonly Definitions Pack = new([
        new() { Code = "a", Kind = IndicatorKind.Flow },
        new() { Code = "b", Kind = IndicatorKind.Flow },
        new() { Code = "s", Kind = IndicatorKind.Stock },
        new()
        {
            Code = "ratio",
            Kind = IndicatorKind.Ratio,
            Numerator = "a",
            Denominator = "b",
        },
        new()
        {
            Code = "density",
            Kind = IndicatorKind.Ratio,
            Numerator = "a",
            Denominator = "s",
            Factor = 1000,
        },
        new()
        {
            Code = "change",
            Kind = IndicatorKind.Change,
            Of = "a",
        },
        new()
        {
            Code = "points",
            Kind = IndicatorKind.Change,
            Of = "ratio",
            ChangeIn = ChangeIn.Difference,
        },
    ]);

    /// <summary>Values by unit and month, 24 months from January 2023; each missing now and then.</summary>
    private static readonly Gen<long?[][]> Figures = Gen.Select(
            Gen.Long[0, 40],
            Gen.Int[0, 9],
            (v, missing) => missing == 0 ? null : (long?)v
        )
        .Array[24]
        .Array[Units];

    private static readonly Gen<long?[][]> Whole = Gen.Long[1, 40].Select(v => (long?)v).Array[24].Array[Units];

    private static Series Fold(string code, long?[][] figures, int until) =>
        new(
            Monthly,
            figures.SelectMany(unit =>
                Totals.OwnCells(
                    Pack[code],
                    unit.Take(12 + until)
                        .Index()
                        .Where(v => v.Item is not null)
                        .Select(v => new CurrentValue(Month(v.Index), v.Index, v.Item, v.Item))
                )
            ),
            Units
        );

    private static Period Month(int index) => Period.Month(2023 + (index / 12), (index % 12) + 1);

    private static decimal? Sum(long?[][] figures, int from, int count)
    {
        var known = figures.SelectMany(u => u.Skip(from).Take(count)).OfType<long>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private static decimal? Last(long?[][] figures, int until)
    {
        var known = figures.Select(u => u.Take(until).LastOrDefault(v => v is not null)).OfType<long>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private static bool Holed(long?[][] figures, int from, int count) =>
        Enumerable.Range(from, count).Any(m => figures.All(u => u[m] is null));

    private static Question Ask(int months, params (string Code, long?[][] Figures)[] figures) =>
        World.Ask(EndOf(months), Pack, [.. figures.Select(f => (f.Code, Fold(f.Code, f.Figures, months)))]) with
        {
            BaselineYear = 2023,
        };

    private static void Same(decimal? expected, Rational? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.True(expected is null || Math.Abs(expected.Value - actual!.Value.Round(9)) < 0.0000005m, $"{expected} is not {actual}");
    }

    [Fact]
    public void Flows_and_stocks() =>
        Gen.Select(Figures, Gen.Int[1, 12])
            .Sample(
                (figures, months) =>
                {
                    Same(Sum(figures, 12, months), Evaluator.Read(Ask(months, ("a", figures)), "a").Value);
                    Same(Last(figures, 12 + months), Evaluator.Read(Ask(months, ("s", figures)), "s").Value);
                }
            );

    [Fact]
    public void Reported_is_the_closed_month_with_the_fewest() =>
        Gen.Select(Figures, Gen.Int[1, 12])
            .Sample(
                (figures, months) =>
                    Enumerable.Range(12, months).Min(m => figures.Count(u => u[m] is not null))
                    == Evaluator.Read(Ask(months, ("a", figures)), "a").Reported
            );

    [Fact]
    public void Ratios() =>
        Gen.Select(Figures, Figures, Gen.Int[1, 12])
            .Sample(
                (a, b, months) =>
                {
                    var question = Ask(months, ("a", a), ("b", b), ("s", b));
                    var (above, below, stock) = (Sum(a, 12, months), Sum(b, 12, months), Last(b, 12 + months));
                    Same(below is null or 0 ? null : above / below * 100, Evaluator.Read(question, "ratio").Value);
                    Same(stock is null or 0 ? null : above / stock * 1000, Evaluator.Read(question, "density").Value);
                }
            );

    [Fact]
    public void Changes() =>
        Gen.Select(Figures, Gen.Int[1, 12])
            .Sample(
                (a, months) =>
                {
                    var compared = Enumerable.Range(0, months).Where(m => !Holed(a, 12 + m, 1)).ToList();
                    var baseline = compared.Count == 0 || compared.Any(m => Holed(a, m, 1)) ? null : compared.Sum(m => Sum(a, m, 1));
                    var value = compared.Sum(m => Sum(a, 12 + m, 1));
                    Same(
                        baseline is null or 0 ? null : (value - baseline) / baseline * 100,
                        Evaluator.Read(Ask(months, ("a", a)), "change").Value
                    );
                }
            );

    [Fact]
    public void Changes_of_ratios() =>
        Gen.Select(Whole, Whole, Gen.Int[1, 12])
            .Sample(
                (a, b, months) =>
                    Same(
                        (Sum(a, 12, months) / Sum(b, 12, months) * 100) - (Sum(a, 0, months) / Sum(b, 0, months) * 100),
                        Evaluator.Read(Ask(months, ("a", a), ("b", b)), "points").Value
                    )
            );

    [Fact]
    public void Forecasts_of_flows() =>
        Gen.Select(Figures, Gen.Int[1, 11], Gen.Bool)
            .Sample(
                (a, months, shaped) =>
                {
                    var question = Ask(months, ("a", a)) with { BaselineYear = shaped ? 2023 : null };
                    decimal reported = a.Sum(u => u.Skip(12).Take(months).Count(v => v is not null));
                    var byShape = shaped && !Holed(a, 0, 12);
                    var whole = Sum(a, 0, 12);
                    var share = Enumerable
                        .Range(0, months)
                        .Sum(m => (a.Sum(u => u[m]) ?? 0) * (decimal)a.Count(u => u[12 + m] is not null) / Units);
                    var expected =
                        months < 2 || reported / (12 * Units) < 0.1m ? null
                        : byShape && share > 0 ? Sum(a, 12, months) / (share / whole)
                        : Sum(a, 12, months) / (reported / (12 * Units));
                    Same(expected, Forecaster.Of(question, "a")?.Value);
                }
            );

    [Fact]
    public void Forecasts_of_stocks() =>
        Gen.Select(Figures, Gen.Int[1, 11])
            .Sample(
                (s, months) =>
                {
                    var points = Enumerable
                        .Range(1, months)
                        .Select(m => (X: (decimal)m, Y: Last(s, 12 + m)))
                        .Where(p => p.Y is not null)
                        .TakeLast(6)
                        .Where(p => p.X > months - 6)
                        .ToList();
                    decimal? expected = null;
                    if (months >= 2 && points.Count >= 2)
                    {
                        var (mx, my) = (points.Average(p => p.X), points.Average(p => p.Y!.Value));
                        var slope = points.Sum(p => (p.X - mx) * (p.Y!.Value - my)) / points.Sum(p => (p.X - mx) * (p.X - mx));
                        expected = Math.Max(0, my + (slope * (12 - mx)));
                    }

                    Same(expected, Forecaster.Of(Ask(months, ("s", s)), "s")?.Value);
                }
            );

    [Fact]
    public void States_of_a_finished_year() =>
        Gen.Select(Whole, Gen.Decimal[-50, 50], Gen.Enum<Comparator>())
            .Sample(
                (a, value, comparator) =>
                {
                    var rule = Target("a", comparator, decimal.Round(value, 1)) with
                    {
                        Direction = Direction.Decrease,
                        BaselineYear = 2023,
                        Exact = true,
                    };
                    var fall = (Sum(a, 0, 12) - Sum(a, 12, 12)) * 100;
                    var limit = rule.Value * Sum(a, 0, 12);
                    var met = comparator switch
                    {
                        Comparator.AtLeast => fall >= limit,
                        Comparator.MoreThan => fall > limit,
                        Comparator.LessThan => fall < limit,
                        Comparator.AtMost => fall <= limit,
                        _ => fall == limit,
                    };
                    Assert.Equal(met ? TargetState.Met : TargetState.Missed, Ask(12, ("a", a)).Judge(rule).State);
                }
            );

    [Fact]
    public void What_is_met_or_missed_early_stays_so() =>
        Gen.Select(Whole, Gen.Int[0, 1500], Gen.Enum<Comparator>(), Gen.Bool, Gen.Int[1, 11])
            .Sample(
                (a, value, comparator, fall, months) =>
                {
                    var rule = Target("a", comparator, fall ? (value / 10) - 75 : value) with
                    {
                        Direction = fall ? Direction.Decrease : null,
                        BaselineYear = fall ? 2023 : null,
                    };
                    var early = Ask(months, ("a", a)).Judge(rule).State;
                    Assert.True(early is not (TargetState.Met or TargetState.Missed) || Ask(12, ("a", a)).Judge(rule).State == early);
                }
            );
}
