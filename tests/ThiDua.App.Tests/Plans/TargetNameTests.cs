using ThiDua.App.Features.Plans;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tree;
using ThiDua.Plans;
using ThiDua.Plans.Reading;
using ThiDua.Plans.Source;

namespace ThiDua.App.Tests.Plans;

/// <summary>What a draft calls its targets and counts them by, before a person has looked.</summary>
public sealed class TargetNameTests
{
    private const string Head = """
        ỦY BAN NHÂN DÂN XÃ AN BÌNH MẪU
        Số: 16/KH-UBND
        An Bình Mẫu, ngày 12 tháng 02 năm 2024

        KẾ HOẠCH
        Phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024

        I. CHỈ TIÊU

        """;

    /// <summary>P3: households that do something else are no households reached by outreach.</summary>
    [Theory]
    [InlineData("Tỷ lệ hộ gia đình đăng ký thi đua đạt ít nhất 85%.")]
    [InlineData("Tỷ lệ hộ gia đình đạt danh hiệu gia đình văn hóa đạt ít nhất 90%.")]
    [InlineData("Tỷ lệ hộ dân lắp đặt camera an ninh đạt ít nhất 30%.")]
    [InlineData("Tỷ lệ hộ dân cài đặt VNeID đạt ít nhất 80%.")]
    [InlineData("Ít nhất 95% hộ dân ký cam kết không vi phạm pháp luật.")]
    public void Households_that_do_something_else_are_not_taken_for_households_reached(string clause)
    {
        var target = Assert.Single(Draft(clause).Targets);
        Assert.True(target.Indicator is null || target.IndicatorToCheck, target.Indicator);
        Assert.Contains(DraftRules.Doubts(target), d => d == (target.Indicator is null ? Doubt.NoIndicator : Doubt.IndicatorUnsure));
    }

    [Fact]
    public void Households_reached_are_still_found()
    {
        var target = Assert.Single(Draft("Tuyên truyền phòng, chống tội phạm đến ít nhất 75% tổng số hộ dân của ấp.").Targets);
        Assert.Equal(("household.reached-rate", false), (target.Indicator, target.IndicatorToCheck));
    }

    /// <summary>P7: the thing measured, whole.</summary>
    [Theory]
    [InlineData(
        "Tố giác, tin báo về tội phạm, kiến nghị khởi tố được tiếp nhận, xử lý đúng quy định 100%; tỷ lệ giải quyết đạt trên 90%.",
        "crime-report.resolved-rate",
        "Tỷ lệ giải quyết tin báo, tố giác tội phạm"
    )]
    [InlineData("Bắt, vận động đầu thú 50% số đối tượng truy nã mới phát sinh.", "wanted.new-rate", "Tỷ lệ")]
    [InlineData("Tỷ lệ điều tra, khám phá án đạt trên 75%.", "crime.cleared-rate", "Tỷ lệ điều tra, khám phá án")]
    public void A_name_says_the_whole_of_what_is_measured(string clause, string indicator, string begins)
    {
        var target = Draft(clause).Targets.Single(t => t.Indicator == indicator);
        Assert.StartsWith(begins, target.Measure, StringComparison.Ordinal);
        Assert.True(target.Measure.Split(' ').Length >= 5, target.Measure);
    }

    /// <summary>F5: the year is asked, the year before is proposed in the form.</summary>
    [Fact]
    public void A_fall_that_names_no_year_asks_for_it()
    {
        var target = Assert.Single(Draft("Giảm ít nhất 20 vụ phạm tội về trật tự xã hội.").Targets);
        Assert.Equal(("decrease", null), (target.Direction, target.Baseline));
        Assert.Contains(Doubt.NoBaseline, DraftRules.Doubts(target));
        Assert.DoesNotContain(Doubt.NoBaseline, DraftRules.Doubts(target with { Baseline = 2023 }));
    }

    private static DraftContent Draft(string clause)
    {
        var plan = PlanReader.Read(DocumentSource.Read(new MemoryStream(PlanSamples.Bytes($"{Head}1. {clause}\n")), "ke-hoach.txt"));
        var owner = new UnitRow(1, "u", "1", "Xã An Bình Mẫu", "commune", null, "/1/", 1, true);
        return DraftMaking.Make(plan, PackFolder.Pack, owner, [owner]);
    }
}
