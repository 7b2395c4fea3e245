using System.Globalization;

namespace ThiDua.Plans.Tests.Reading.Figures;

public sealed class NumberTests
{
    [Theory]
    [InlineData("Huy động 2 450 lượt người dọn vệ sinh", "2450")]
    [InlineData("Huy động 2\u00A0450 lượt người dọn vệ sinh", "2450")]
    [InlineData("Huy động 2\u2009450 lượt người dọn vệ sinh", "2450")]
    [InlineData("Huy động 1 250 000 lượt người", "1250000")]
    [InlineData("Huy động 2.450 lượt người", "2450")]
    [InlineData("Huy động trên 1 250 hộ dân", "1250")]
    [InlineData("Vận động 35 000 000 đồng gây quỹ", "35000000")]
    // "Ấp 2" is a name, and so is a year.
    [InlineData("Ấp 2 450 hộ đăng ký", "450")]
    [InlineData("Năm 2025 450 hộ đăng ký", "450")]
    public void Blanks_may_part_thousands(string clause, string value) => Assert.Equal(value, Value(Assert.Single(Texts.Targets(clause))));

    [Theory]
    [InlineData("Có ít nhất 2,450 hộ ký cam kết", "2450", true)]
    [InlineData("Cấp 12,500 thẻ bảo hiểm", "12500", true)]
    [InlineData("Vận động 750,000 đồng gây quỹ", "750000", true)]
    // Two commas leave no doubt.
    [InlineData("Vận động 12,750,000 đồng gây quỹ", "12750000", false)]
    [InlineData("Cứng hóa 2,450 km đường", "2.450", false)]
    [InlineData("Trồng mới 3,125 ha rừng", "3.125", false)]
    [InlineData("Vận động 1,250 triệu đồng gây quỹ", "1.250", false)]
    [InlineData("Giảm 2,450% số vụ", "2.450", false)]
    public void A_comma_parts_thousands_of_what_has_no_fractions(string clause, string value, bool doubtful)
    {
        var plan = Texts.Read($"I. CHỈ TIÊU\n- {clause}.\n");
        Assert.Equal(value, Value(Assert.Single(plan.Targets)));
        Assert.Equal(doubtful, plan.Warnings.Any(w => w.Code == "target.comma"));
    }

    [Theory]
    [InlineData("Trên 2/3 số hộ vào tổ tự quản", ">", "66.67")]
    [InlineData("Ít nhất 3/4 tổng số hội viên đăng ký", ">=", "75")]
    [InlineData("Tối thiểu 4/5 hộ dân phân loại rác", ">=", "80")]
    [InlineData("Hai phần ba số hộ vào tổ tự quản", "=", "66.67")]
    [InlineData("Quá nửa số hộ vào tổ tự quản", ">", "50")]
    public void A_fraction_of_a_whole_is_so_many_per_cent(string clause, string comparator, string value)
    {
        var target = Assert.Single(Texts.Targets(clause));
        Assert.Equal((comparator, value, "%"), (target.Comparator, Value(target), target.Unit));
    }

    [Theory]
    [InlineData("Phấn đấu 3/5 ấp đạt chuẩn", "3", "ấp")]
    [InlineData("Phấn đấu 17/19 tiêu chí đạt chuẩn", "17", "tiêu chí")]
    [InlineData("Phấn đấu 3/5 hộ dân ở khu tái định cư có nước sạch", "3", "hộ dân")]
    public void So_many_of_so_many_are_counted(string clause, string value, string unit)
    {
        var target = Assert.Single(Texts.Targets(clause));
        Assert.Equal(("=", value, unit), (target.Comparator, Value(target), target.Unit));
    }

    private static string? Value(PlanTarget target) => target.Value?.ToString(CultureInfo.InvariantCulture);
}
