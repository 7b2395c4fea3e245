using ThiDua.App.Deadlines;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.App.Tests.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Reporting;

public sealed class ReportingRulesTests
{
    private static readonly Pack Pack = PackFolder.Pack;
    private static readonly Definitions Definitions = new(Pack.Indicators.Select(i => PackMeasures.Definition(Pack, i)));
    private static readonly DateRange Year = DateRange.CivilYear(2024);

    private static IReadOnlySet<string> Needed(params string?[] targets) => ReportingRules.Needed(Pack, Definitions, targets);

    [Fact]
    public void Only_what_the_targets_are_made_of_is_asked() =>
        Assert.Equal(
            ["crime.cases", "crime.cleared", "household.reached", "household.total"],
            Needed("crime.cases-change", "crime.cleared-rate", "household.reached-rate", null, "no.such-indicator")
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_hamlet_reports_months_and_the_year_the_police_its_own()
    {
        var needed = Needed("household.reached-rate", "certified.order", "crime.cleared-rate");
        Assert.Equal(13, ReportingRules.Periods(Pack, needed, "hamlet", Year).Count);
        Assert.Equal(12, ReportingRules.Periods(Pack, needed, "police", Year).Count);
        Assert.Empty(ReportingRules.Periods(Pack, needed, "women", Year));
    }

    [Fact]
    public void An_opening_is_asked_once_in_the_first_report_of_its_year()
    {
        var needed = Needed("wanted.standing-rate");
        var first = ReportingRules.Figures(Pack, needed, "police", Year, Period.Month(2024, 1));
        Assert.Equal(Period.OfYear(2024), first.Single(f => f.Indicator.Code == "wanted.standing").Period);
        Assert.DoesNotContain(
            ReportingRules.Figures(Pack, needed, "police", Year, Period.Month(2024, 2)),
            f => f.Indicator.Kind == PackKind.Opening
        );
        Assert.DoesNotContain(ReportingRules.Periods(Pack, needed, "police", Year), p => p.Frequency == Frequency.Year);
    }

    [Fact]
    public void An_opening_without_a_shorter_form_has_its_year_and_opens_with_it()
    {
        var needed = new HashSet<string> { "area.selected" };
        Assert.Equal([Period.OfYear(2024)], ReportingRules.Periods(Pack, needed, "police", Year));
        var figures = ReportingRules.Figures(Pack, needed, "police", Year, Period.OfYear(2024));
        Assert.Equal(new DateOnly(2024, 1, 1), ReportingRules.OpensOn(Period.OfYear(2024), figures));
    }

    [Fact]
    public void A_campaign_that_begins_in_spring_asks_no_earlier_months()
    {
        var spring = new DateRange(new(2024, 3, 15), new(2024, 12, 31));
        var periods = ReportingRules.Periods(Pack, Needed("wanted.standing-rate"), "police", spring);
        Assert.Equal(Period.Month(2024, 3), periods[0]);
        Assert.Contains(
            ReportingRules.Figures(Pack, Needed("wanted.standing-rate"), "police", spring, periods[0]),
            f => f.Indicator.Code == "wanted.standing"
        );
    }

    /// <summary>Both sides of every boundary: a window that refuses its first or last day has shipped elsewhere.</summary>
    [Theory]
    [InlineData("2024-04-29", ReportStatus.NotYetOpen)]
    [InlineData("2024-04-30", ReportStatus.Due)]
    [InlineData("2024-05-02", ReportStatus.Due)]
    [InlineData("2024-05-03", ReportStatus.DueSoon)]
    [InlineData("2024-05-06", ReportStatus.DueSoon)]
    [InlineData("2024-05-07", ReportStatus.Overdue)]
    public void The_states_of_April_by_day(string today, ReportStatus expected)
    {
        var (april, due) = (Period.Month(2024, 4), new DeadlineBook(Pack).Of(Period.Month(2024, 4)));
        // The fifth is a Sunday.
        Assert.Equal(new DateOnly(2024, 5, 6), due.Day);
        Assert.False(due.Verified);
        var opens = ReportingRules.OpensOn(april, ReportingRules.Figures(Pack, Needed("road.lit-rate"), "hamlet", Year, april));
        Assert.Equal(
            expected,
            ReportingRules.Status(null, opens, due, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.Equal(ReportStatus.Sent, ReportingRules.Status("submitted", opens, due, new(2024, 6, 1)));
    }

    [Fact]
    public void Sections_follow_the_groups_of_the_pack()
    {
        var figures = ReportingRules.Figures(
            Pack,
            Needed("road.lit-rate", "household.reached-rate", "model.zalo-rate"),
            "hamlet",
            Year,
            Period.Month(2024, 4)
        );
        Assert.Equal(["outreach", "model", "road"], ReportingRules.Sections(Pack, figures).Select(s => s.Group.Code));
    }
}
