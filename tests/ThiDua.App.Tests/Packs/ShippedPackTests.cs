using System.Globalization;
using ThiDua.App.Flow;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Packs;

/// <summary>The pack that ships: whole, in two languages, and holding what its movement needs.</summary>
public sealed class ShippedPackTests
{
    private static Pack Pack => PackFolder.Pack;

    [Fact]
    public void It_loads_without_a_mistake() => Assert.Empty(PackFolder.Result.Errors.Select(e => e.Format("vi")));

    [Fact]
    public void The_check_command_says_so()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(0, PackCommand.Check(PackFolder.Shipped, output, errors, "vi"));
        Assert.StartsWith("an-ninh-to-quoc 0.1.0: đúng.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", errors.ToString());
    }

    [Fact]
    public void The_arithmetic_takes_its_definitions() =>
        Assert.Empty(Definitions.Check([.. Pack.Indicators.Select(i => PackMeasures.Definition(Pack, i))]));

    [Theory]
    [InlineData("crime.cleared-rate", "crime.cleared", "crime.cases", "police")]
    [InlineData("crime.grave.cleared-rate", "crime.grave.cleared", "crime.grave.cases", "police")]
    [InlineData("crime-report.handled-rate", "crime-report.handled", "crime-report.received", "police")]
    [InlineData("crime-report.resolved-rate", "crime-report.resolved", "crime-report.received", "police")]
    [InlineData("reoffending.rate", "reoffending.repeat", "reoffending.returned", "police")]
    [InlineData("wanted.standing-rate", "wanted.standing-caught", "wanted.standing", "police")]
    [InlineData("wanted.new-rate", "wanted.new-caught", "wanted.new", "police")]
    [InlineData("area.transformed-rate", "area.transformed", "area.selected", "police")]
    [InlineData("household.reached-rate", "household.reached", "household.total", "hamlet")]
    [InlineData("zalo.active-rate", "zalo.active", "zalo.needed", "hamlet")]
    [InlineData("road.lit-rate", "road.lit", "road.total", "hamlet")]
    [InlineData("model.zalo-rate", "model.with-zalo", "model.total", "hamlet")]
    [InlineData("model.faith-minority.zalo-rate", "model.faith-minority.with-zalo", "model.faith-minority.total", "hamlet")]
    public void A_figured_target_is_a_rate_of_two_counts_of_one_reporter(string rate, string numerator, string denominator, string reporter)
    {
        var found = Pack.Indicator(rate)!;
        Assert.Equal((PackKind.Ratio, numerator, denominator), (found.Kind, found.Numerator, found.Denominator));
        Assert.All([numerator, denominator], c => Assert.Contains(reporter, Pack.Indicator(c)!.ReportedBy));
        Assert.True(PackMeasures.Definition(Pack, found).PartOfWhole || Pack.Indicator(numerator)!.Stock == denominator);
    }

    [Fact]
    public void Fewer_crimes_is_a_change_of_a_flow_that_is_better_when_less()
    {
        var change = Pack.Indicator("crime.cases-change")!;
        Assert.Equal((PackKind.Change, "crime.cases", true), (change.Kind, change.Of, change.LessIsBetter));
        Assert.Equal(PackKind.Flow, Pack.Indicator("crime.cases")!.Kind);
    }

    [Fact]
    public void Standing_cases_and_areas_are_fixed_at_the_start() =>
        Assert.All(["wanted.standing", "area.selected"], c => Assert.Equal(PackKind.Opening, Pack.Indicator(c)!.Kind));

    [Theory]
    [
        InlineData("certified.order"),
        InlineData("certified.fire"),
        InlineData("certified.child-friendly"),
        InlineData("certified.legal-access")
    ]
    [InlineData("certified.rural-order"), InlineData("force.handover"), InlineData("festival.held")]
    public void A_standard_is_a_yes_or_a_no(string code) => Assert.Equal(PackKind.YesNo, Pack.Indicator(code)!.Kind);

    [Fact]
    public void Crime_reoffending_and_wanted_are_protected_and_never_reported_by_hamlets()
    {
        var protectedOnes = Pack
            .Indicators.Where(i =>
                i.Code.StartsWith("crime.", StringComparison.Ordinal)
                || i.Code.StartsWith("reoffending.", StringComparison.Ordinal)
                || i.Code.StartsWith("wanted.", StringComparison.Ordinal)
            )
            .ToList();
        Assert.Equal(19, protectedOnes.Count);
        Assert.All(protectedOnes, i => Assert.True(i.Sensitive && !i.ReportedBy.Contains("hamlet"), i.Code));
    }

    [Fact]
    public void Every_unit_kind_of_the_plan_is_there_and_reports_or_is_told_why_not()
    {
        Assert.All(
            [
                "province",
                "commune",
                "ward",
                "district",
                "hamlet",
                "police",
                "office",
                "justice",
                "culture",
                "broadcasting",
                "portal",
                "front",
                "farmers",
                "veterans",
                "youth",
                "women",
                "school",
                "military",
                "party-committee",
                "people-council",
                "steering-committee",
                "patrol",
                "trade-union",
                "lawyers",
            ],
            k => Assert.NotNull(Pack.UnitKind(k))
        );
        Assert.Equal(new DateOnly(2025, 6, 30), Pack.UnitKind("district")!.ValidTo);
        Assert.All(Pack.Indicators.SelectMany(i => i.ReportedBy).Distinct(), k => Assert.NotNull(Pack.UnitKind(k)));
    }

    [Fact]
    public void A_form_of_a_month_is_short_enough_for_a_phone()
    {
        Assert.InRange(Pack.ReportedBy("hamlet", ReportFrequency.Month).Count(), 8, 24);
        Assert.InRange(Pack.ReportedBy("police", ReportFrequency.Month).Count(), 8, 32);
    }

    [Fact]
    public void A_report_is_never_approved_by_who_submitted_it_and_reopens_with_a_reason()
    {
        var report = Pack.Flow("report")!;
        Assert.Contains("submit", report.Act("approve")!.NotBy);
        Assert.Equal(ReasonRule.Required, report.Act("reopen")!.Reason);
        Assert.Equal(ReasonRule.Required, report.Act("return")!.Reason);
        Assert.Equal(["draft", "returned", "reopened"], report.States.Where(s => s.Editable).Select(s => s.Code));
        Assert.Equal("draft", Pack.Flow("plan-draft")!.Act("restore")!.To);
    }

    [Theory]
    [InlineData(2023, 6), InlineData(2024, 2), InlineData(2025, 0), InlineData(2026, 1), InlineData(2027, 3)]
    public void Each_holiday_on_a_weekend_is_made_up_on_a_working_day(int year, int compensations)
    {
        var days = Pack.Holidays.Where(h => h.Date.Year == year).ToList();
        // The Culture Day of 2026 stands in another law, without a day in lieu.
        var weekend = days.Count(h => h.Kind == HolidayKind.Public && Weekend(h.Date) && h.Date.Month != 11);
        var made = days.Where(h => h.Kind == HolidayKind.Compensation).ToList();
        Assert.Equal((compensations, compensations), (weekend, made.Count));
        Assert.All(made, h => Assert.False(Weekend(h.Date)));
        Assert.All(days.Where(h => h.Kind == HolidayKind.Worked), h => Assert.True(Weekend(h.Date)));
        Assert.Equal(days.Count(h => h.Kind == HolidayKind.Exchanged), days.Count(h => h.Kind == HolidayKind.Worked));
    }

    [Fact]
    public void Five_days_of_Tet_hold_the_first_day_of_the_lunar_year_of_Vietnam()
    {
        var first = new[] { "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06" };
        foreach (var day in first.Select(d => DateOnly.Parse(d, CultureInfo.InvariantCulture)))
        {
            var tet = Pack
                .Holidays.Where(h => h.Date.Year == day.Year && h.Kind == HolidayKind.Public && h.Name.Vi == "Tết Nguyên đán")
                .ToList();
            Assert.Equal(5, tet.Count);
            Assert.Contains(tet, h => h.Date == day);
            Assert.Equal(4, tet[^1].Date.DayNumber - tet[0].Date.DayNumber);
        }
    }

    [Fact]
    public void What_no_text_was_found_for_is_marked()
    {
        Assert.All(Pack.Deadlines.OfType<PeriodDeadline>(), d => Assert.False(d.Verified));
        Assert.All(
            ["crime.four-reductions.cases", "certified.fire", "movement.score", "zalo.needed"],
            c => Assert.False(Pack.Indicator(c)!.Verified)
        );
        Assert.All(Pack.Indicators.Where(i => i.Verified), i => Assert.NotNull(i.Basis));
    }

    private static bool Weekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
