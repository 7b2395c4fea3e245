using System.Text;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Generated;

/// <summary>Mistakes of the reader that made-up plans brought to light.</summary>
public sealed class FoundByRoundTripTests
{
    [Theory]
    [InlineData("Tỷ lệ hòa giải thành đạt từ 12% trở lên.", ">=", 12)]
    [InlineData("Kéo giảm số vụ cháy, nổ từ 15% trở lên so với năm 2023.", ">=", 15)]
    [InlineData("Nâng tỷ lệ hòa giải thành từ 60% lên 75%.", "=", 75)]
    public void From_so_much_upwards_is_a_figure_and_lifted_from_is_not(string text, string comparator, int value)
    {
        var target = Assert.Single(Read("## I. CHỈ TIÊU\n\n- " + text).Targets);
        Assert.Equal((comparator, value), (target.Comparator, target.Value));
    }

    [Fact]
    public void A_name_does_not_go_on_over_the_comma_before_the_next()
    {
        var task = Assert.Single(
            Read("## I. NHIỆM VỤ\n\n- Công an xã chủ trì, phối hợp với Tư pháp xã, Hội Cựu chiến binh xã tổ chức các lớp tập huấn.").Tasks
        );
        Assert.Equal(["Công an xã"], task.Lead);
        Assert.Equal(["Tư pháp xã", "Hội Cựu chiến binh xã"], task.With);
    }

    [Theory]
    [InlineData("từ nay đến hết ngày 31/12/2024")]
    [InlineData("từ ngày ban hành Kế hoạch này đến hết ngày 31/12/2024")]
    [InlineData("từ ngày ký đến ngày 31/12/2024")]
    public void The_period_may_open_on_the_day_of_issue(string period) =>
        Assert.Equal(
            new PlanPeriod(null, "2024-12-31"),
            Read($"## I. TỔ CHỨC THỰC HIỆN\n\n1. Phong trào thi đua được triển khai {period}.").Period
        );

    private static Plan Read(string body) =>
        PlanReader.Read(
            DocumentSource.Read(
                new MemoryStream(Encoding.UTF8.GetBytes("**KẾ HOẠCH**\n\n**Phát động phong trào thi đua năm 2024**\n\n" + body + "\n")),
                "plan.md"
            )
        );
}
