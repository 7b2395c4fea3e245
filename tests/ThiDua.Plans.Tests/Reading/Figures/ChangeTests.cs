namespace ThiDua.Plans.Tests.Reading.Figures;

/// <summary>"from so many down to so many": the second figure is the level to be reached, the first how it stands.</summary>
public sealed class ChangeTests
{
    [Theory]
    [InlineData("Kéo số vụ va chạm giao thông từ 15 vụ xuống còn 9 vụ", 9, "vụ", "Kéo số vụ va chạm giao thông")]
    [InlineData("Kéo số vụ va chạm giao thông từ 15 xuống còn 9 vụ", 9, "vụ", "Kéo số vụ va chạm giao thông")]
    [InlineData("Đưa số hộ nghèo từ 40 hộ năm 2024 xuống 32 hộ", 32, "hộ", "Đưa số hộ nghèo")]
    [InlineData("Số đơn thư tồn giảm từ 11 đơn còn 4 đơn", 4, "đơn", "Số đơn thư tồn")]
    [InlineData("Tỷ lệ hồ sơ trễ hạn giảm từ mức 6,5% xuống còn 2%", 2, "%", "Tỷ lệ hồ sơ trễ hạn")]
    public void Down_to_is_at_most(string clause, int value, string unit, string measure)
    {
        var target = Assert.Single(Texts.Targets(clause));
        Assert.Equal(
            ("<=", value, unit, "decrease", measure),
            (target.Comparator, target.Value, target.Unit, target.Direction, target.Measure)
        );
    }

    [Theory]
    [InlineData("Kéo số vụ cháy từ 7 vụ xuống dưới 3 vụ", "<", 3)]
    [InlineData("Kéo số vụ cháy từ 7 vụ xuống còn không quá 3 vụ", "<=", 3)]
    [InlineData("Nâng số tổ tự quản từ 05 tổ lên ít nhất 08 tổ", ">=", 8)]
    [InlineData("Nâng số tổ tự quản từ 5 lên 8 tổ", "=", 8)]
    [InlineData("Nâng tỷ lệ hòa giải thành từ 62% năm 2024 lên 80%", "=", 80)]
    public void A_bound_that_is_written_holds(string clause, string comparator, int value)
    {
        var target = Assert.Single(Texts.Targets(clause));
        Assert.Equal((comparator, value), (target.Comparator, target.Value));
    }

    /// <summary>A level has no year that it is compared with: pages show it as "at most", not as a fall.</summary>
    [Fact]
    public void A_level_to_come_down_to_is_no_fall()
    {
        var level = Assert.Single(Texts.Targets("Kéo số vụ cháy từ 7 vụ xuống còn 3 vụ"));
        var fall = Assert.Single(Texts.Targets("Giảm ít nhất 5% số vụ cháy so với năm 2024"));
        Assert.Equal((null, "decrease"), (level.ChangeDirection, fall.ChangeDirection));
    }

    [Theory]
    [InlineData("Mỗi quý tổ chức từ 12 buổi trở lên", ">=", 12)]
    [InlineData("Vận động từ 30 hộ khó khăn còn lại tham gia", ">=", 30)]
    public void What_leads_to_no_other_figure_is_a_bound(string clause, string comparator, int value)
    {
        var target = Assert.Single(Texts.Targets(clause));
        Assert.Equal((comparator, value), (target.Comparator, target.Value));
    }
}
