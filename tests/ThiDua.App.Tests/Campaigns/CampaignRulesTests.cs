using CsCheck;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Reporting;

namespace ThiDua.App.Tests.Campaigns;

/// <summary>Names and first days of campaigns, without a database.</summary>
public sealed class CampaignRulesTests
{
    private const string Movement = "Toàn dân bảo vệ an ninh Tổ quốc";

    [Theory]
    [InlineData(
        "Phát động phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024",
        2024,
        "Toàn dân bảo vệ an ninh Tổ quốc năm 2024"
    )]
    [InlineData("Tổ chức phong trào thi đua \"Toàn dân bảo vệ an ninh Tổ quốc\"", 2025, "Toàn dân bảo vệ an ninh Tổ quốc năm 2025")]
    [InlineData("Về việc phát động, triển khai phong trào Dân vận khéo năm 2024", 2024, "Dân vận khéo năm 2024")]
    [InlineData("Phát động phong trào thi đua năm 2024", 2024, "Toàn dân bảo vệ an ninh Tổ quốc năm 2024")]
    [InlineData("Thi đua cao điểm quý IV năm 2024", 2024, "Thi đua cao điểm quý IV năm 2024")]
    [InlineData("Bảo đảm an ninh, trật tự Tết Nguyên đán", null, "Bảo đảm an ninh, trật tự Tết Nguyên đán")]
    [InlineData("", 2024, "Toàn dân bảo vệ an ninh Tổ quốc năm 2024")]
    [InlineData(null, null, "Toàn dân bảo vệ an ninh Tổ quốc")]
    public void A_campaign_is_called_by_its_movement_and_year(string? title, int? year, string name) =>
        Assert.Equal(name, CampaignNames.Of(title, Movement, year));

    [Fact]
    public void In_a_paper_the_name_stands_in_quotes_before_its_year()
    {
        Assert.Equal(
            "phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024",
            CampaignNames.InText("Toàn dân bảo vệ an ninh Tổ quốc năm 2024")
        );
        Assert.Equal("phong trào thi đua “Dân vận khéo”", CampaignNames.InText("Dân vận khéo"));
    }

    [Fact]
    public void Whatever_the_days_the_present_month_may_be_chosen_and_nothing_outside_of_the_campaign()
    {
        var day = Gen.Int[0, 2000].Select(n => new DateOnly(2022, 1, 1).AddDays(n));
        Gen.Select(day, Gen.Int[0, 900], day)
            .Sample(
                (from, length, today) =>
                {
                    var to = from.AddDays(length);
                    var (starts, first) = (LaunchRules.Starts(from, to, today), LaunchRules.FirstReports(from, today));
                    Assert.Contains(first, starts);
                    Assert.Equal(starts.Distinct().OrderDescending(), starts);
                    Assert.All(starts, s => Assert.True(s >= from && (s <= today || s == from)));
                    // Nothing that was over before the day is owed: the month before it ends before it begins.
                    Assert.True(first == from || first.AddDays(-1) < new DateOnly(today.Year, today.Month, 1));
                }
            );
    }

    [Theory]
    [InlineData(ReportStatus.Overdue, false, ReportStatus.Due)]
    [InlineData(ReportStatus.DueSoon, false, ReportStatus.Due)]
    [InlineData(ReportStatus.Overdue, true, ReportStatus.Overdue)]
    [InlineData(ReportStatus.Approved, false, ReportStatus.Approved)]
    [InlineData(ReportStatus.Returned, false, ReportStatus.Returned)]
    public void History_is_never_late(ReportStatus status, bool owed, ReportStatus shown) => Assert.Equal(shown, status.OfHistory(owed));
}
