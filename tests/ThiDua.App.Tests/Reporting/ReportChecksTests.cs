using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.App.Tests.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Reporting;

public sealed class ReportChecksTests
{
    private static readonly Pack Pack = PackFolder.Pack;
    private static readonly Definitions Definitions = new(Pack.Indicators.Select(i => PackMeasures.Definition(Pack, i)));
    private static readonly Period April = Period.Month(2024, 4);
    private static long next;

    private readonly Dictionary<string, List<CurrentValue>> before = [];

    private void Before(string code, params (int Month, long Value)[] values) =>
        before[code] = [.. values.Select(v => new CurrentValue(Period.Month(2024, v.Month), ++next, v.Value, null))];

    private CheckedReport Check(params (string Code, string Typed)[] typed) =>
        ReportChecks.Run(
            Pack,
            Definitions,
            [.. typed.Select(t => new AskedFigure(Pack.Indicator(t.Code)!, April))],
            c => before.GetValueOrDefault(c) ?? [],
            typed.ToDictionary(t => t.Code, t => t.Typed)
        );

    [Theory]
    [InlineData("12", 12)]
    [InlineData(" 1.250 ", 1250)]
    [InlineData("0", 0)]
    public void Numbers_as_officials_write_them_are_read(string typed, long value)
    {
        var check = Check(("crime.cases", typed));
        Assert.Equal(value, check.Values["crime.cases"]);
        Assert.Empty(check.Findings);
    }

    [Theory]
    [InlineData("mười hai", "CheckNotANumber")]
    [InlineData("12.5", "CheckDotNotThousands")]
    [InlineData("12,5", "CheckTooManyDecimals")]
    [InlineData("-1", "CheckNegative")]
    [InlineData("99999999999999999999", "CheckTooLarge")]
    public void What_is_no_count_is_an_error_that_says_why(string typed, string key)
    {
        var finding = Assert.Single(Check(("crime.cases", typed)).Findings);
        Assert.Equal((true, key), (finding.Error, finding.Key));
    }

    [Fact]
    public void An_empty_field_is_a_doubt_and_never_zero()
    {
        var check = Check(("crime.cases", ""));
        Assert.Null(check.Values["crime.cases"]);
        Assert.Equal((false, "CheckMissing"), (check.Findings[0].Error, check.Findings[0].Key));
    }

    [Fact]
    public void Reach_above_the_stock_is_an_error_typed_beside_it_or_known_before()
    {
        Assert.Equal("CheckReach", Assert.Single(Check(("household.total", "300"), ("household.reached", "301")).Findings).Key);
        Assert.Empty(Check(("household.total", "300"), ("household.reached", "300")).Findings);
        Before("household.total", (3, 250));
        Assert.Equal("CheckReach", Assert.Single(Check(("household.reached", "251")).Findings).Key);
    }

    [Fact]
    public void A_whole_below_what_its_part_holds_is_an_error_of_the_whole()
    {
        Before("household.reached", (3, 250));
        var finding = Assert.Single(Check(("household.total", "200")).Findings);
        Assert.Equal(("household.total", "CheckWhole", true), (finding.Indicator, finding.Key, finding.Error));
        // Where the part comes along it is the part's to be mended.
        Assert.Equal(
            ("household.reached", "CheckReach"),
            Check(("household.total", "200"), ("household.reached", "251"))
                .Findings.Where(f => f.Error)
                .Select(f => (f.Indicator, f.Key))
                .Single()
        );
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_part_of_a_quarter_that_runs_on_is_not_held_against_one_of_its_months(int quarter, bool error)
    {
        before["model.with-officer"] = [new(Period.Quarter(2024, quarter), ++next, 6, null)];
        Assert.Equal(error, Check(("model.total", "4")).Findings.Any(f => f is { Error: true, Key: "CheckWhole" }));
    }

    [Fact]
    public void A_part_over_the_year_is_held_against_the_year_so_far()
    {
        // Cleared in April may exceed the cases of April, not those of the year.
        Before("crime.cases", (1, 4), (2, 4), (3, 4));
        Before("crime.cleared", (1, 2), (2, 3), (3, 3));
        Assert.DoesNotContain(Check(("crime.cases", "2"), ("crime.cleared", "6")).Findings, f => f.Error);
        Assert.Equal("CheckPartYear", Assert.Single(Check(("crime.cases", "2"), ("crime.cleared", "7")).Findings, f => f.Error).Key);
    }

    [Fact]
    public void A_part_of_the_period_is_held_against_the_period() =>
        Assert.Equal("CheckPart", Assert.Single(Check(("crime.cases", "2"), ("crime.grave.cases", "3")).Findings).Key);

    [Theory]
    [InlineData("8", false)]
    [InlineData("15", false)]
    [InlineData("80", true)]
    public void A_figure_unlike_those_before_asks_why(string typed, bool doubt)
    {
        Before("crime.cases", (1, 8), (2, 10), (3, 9));
        Assert.Equal(doubt, Check(("crime.cases", typed)).Findings.Any(f => f.Key == "CheckUnlike" && !f.Error));
    }

    [Fact]
    public void Households_reached_never_become_fewer()
    {
        Before("household.reached", (3, 120));
        Assert.Contains(Check(("household.total", "300"), ("household.reached", "110")).Findings, f => f.Key == "CheckUnlike");
    }
}
