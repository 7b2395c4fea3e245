using System.Globalization;

namespace ThiDua.Plans.Tests.Reading.Figures;

/// <summary>Forms of target sentences met in real plans; the sentences are our own.</summary>
public sealed class TargetReaderTests
{
    [Theory]
    [InlineData("Quy mô kinh tế đạt 12 tỷ USD", "=", "12", null, "tỷ USD")]
    [InlineData("GRDP bình quân đầu người đạt 6.400 USD", "=", "6400", null, "USD")]
    [InlineData("Thu nhập bình quân 81 triệu đồng/người/năm trở lên", ">=", "81", null, "triệu đồng/người/năm")]
    [InlineData("Đón trên 2 triệu lượt khách", ">", "2", null, "triệu lượt")]
    [InlineData("Vốn toàn xã hội từ 2,1 đến 2,4 triệu tỷ đồng", ">=", "2.1", "2.4", "triệu tỷ đồng")]
    [InlineData("Hộ nghèo giảm bình quân 1 - 1,5%/năm", ">=", "1", "1.5", "%")]
    [InlineData("Tỷ lệ bác sĩ đạt 14,5 bác sĩ", "=", "14.5", null, "bác sĩ")]
    [InlineData("Nâng độ che phủ từ 58,5% năm 2020 lên 60%", "=", "60", null, "%")]
    [InlineData("Tổ chức Ngày hội tại 12/12 thôn", "=", "12", null, "thôn")]
    [InlineData("Nhân rộng mô hình camera (phấn đấu lắp mới 30 mắt)", "=", "30", null, "mắt")]
    [InlineData("Không để số vụ phạm pháp hình sự tăng quá 3%", "<=", "3", null, "%")]
    [InlineData("Trồng mới 1.200ha/năm", "=", "1200", null, "ha/năm")]
    [InlineData("Tỷ lệ hộ có từ 02 máy trở lên đạt 40%", "=", "40", null, "%")]
    [InlineData("Cứ 02 xã có 01 trạm thú y", "=", "1", null, "trạm")]
    [InlineData("Giá trị sản xuất (theo giá so sánh năm 2010) tăng 9%", "=", "9", null, "%")]
    [InlineData("Thời gian chờ của người dân không quá 15 phút/lượt", "<=", "15", null, "phút/lượt")]
    [InlineData("Thời gian trả kết quả dưới 03 ngày làm việc", "<", "3", null, "ngày làm việc")]
    [InlineData("Mỗi ấp thành lập ít nhất 01 “Tổ liên gia an toàn”", ">=", "1", null, "Tổ")]
    [InlineData("Tổng vốn đầu tư toàn xã hội trên 900 tỷ đồng", ">", "900", null, "tỷ đồng")]
    [InlineData("Xử lý dứt điểm 12 điểm ngập", "=", "12", null, "điểm")]
    [InlineData("Kiểm tra 100% cơ sở kinh doanh, nhà trọ có trên 10 phòng", "=", "100", null, "%")]
    public void Money_multiples_and_ranges_are_read(string clause, string comparator, string value, string? upper, string unit)
    {
        var target = Assert.Single(Texts.Figured($"KẾ HOẠCH\nNăm 2025\n\nI. CHỈ TIÊU\n- {clause}.\n"));
        Assert.Equal((comparator, value, upper, unit), (target.Comparator, Text(target.Value), Text(target.Upper), target.PrintedUnit));
    }

    [Theory]
    [InlineData("Triển khai hiệu quả 14 mô hình tự quản", "=", 14)]
    [InlineData("Giải ngân vốn đầu tư 80% kế hoạch", "=", 80)]
    public void Words_that_only_fold_to_a_comparator_are_none(string clause, string comparator, int value)
    {
        var target = Assert.Single(Texts.Figured($"I. CHỈ TIÊU\n- {clause}.\n"));
        Assert.Equal((comparator, (decimal)value), (target.Comparator, target.Value));
    }

    /// <summary>"Trên" is a name here, and a hundred per cent is never "at least".</summary>
    [Theory]
    [InlineData("Mở rộng bảo hiểm tại xóm Trên 28 người", "=")]
    [InlineData("Bảo đảm 100% cơ quan phân loại rác", "=")]
    public void A_capital_is_no_comparator(string clause, string comparator) =>
        Assert.Equal(comparator, Assert.Single(Texts.Figured($"I. CHỈ TIÊU\n- {clause}.\n")).Comparator);

    [Fact]
    public void A_hundred_per_cent_does_not_share_the_bound_before_it() =>
        Assert.Equal(
            [">=", "="],
            Texts.Figured("I. CHỈ TIÊU\n- Ít nhất 60% hộ gia đình, 100% cơ quan phân loại rác.\n").Select(t => t.Comparator)
        );

    [Theory]
    [InlineData("Kéo giảm từ 5% trở lên số vụ phạm pháp", "số vụ phạm pháp")]
    [InlineData("Ít nhất 90% người sau cai được hỗ trợ", "người sau cai được hỗ trợ")]
    public void The_measure_is_told_apart_from_its_figure(string clause, string measure) =>
        Assert.Equal(measure, Assert.Single(Texts.Figured($"I. CHỈ TIÊU\n- {clause}.\n")).Measure);

    [Fact]
    public void A_footnote_sets_no_target_and_charges_nobody()
    {
        var plan = PlanReader.Read(
            new(
                "docx",
                [
                    new("I. CHỈ TIÊU"),
                    new("- Trên 75% hộ dân được tuyên truyền."),
                    new("[1] Đạt 60% trở lên; Công an xã chủ trì rà soát.") { Note = true },
                ],
                []
            )
        );
        Assert.Equal(75m, Assert.Single(plan.Targets).Value);
        Assert.DoesNotContain(plan.Tasks, t => t.Lead.Count > 0);
    }

    [Fact]
    public void A_clause_that_says_only_when_measures_what_the_first_does() =>
        Assert.Equal(
            ["Tỷ lệ dân dùng nước sạch", "Tỷ lệ dân dùng nước sạch"],
            Texts.Figured("I. MỤC TIÊU\n1. Tỷ lệ dân dùng nước sạch đạt 65%; đến năm 2030: 80%.\n").Select(t => t.Measure)
        );

    /// <summary>The unit is the counted thing (the contract), per what it is counted stands apart.</summary>
    [Fact]
    public void Per_what_a_thing_is_counted_stands_apart()
    {
        var target = Assert.Single(Texts.Figured("I. CHỈ TIÊU\n- Mỗi thôn họp dân ít nhất 02 lần/quý.\n"));
        Assert.Equal(("lần", "quý", "lần/quý"), (target.Unit, target.Per, target.PrintedUnit));
        Assert.Equal(
            ("triệu đồng/người/năm", null),
            Texts.Figured("I. CHỈ TIÊU\n- Thu nhập bình quân đạt 70 triệu đồng/người/năm.\n") is [var money]
                ? (money.Unit, money.Per)
                : default
        );
    }

    [Fact]
    public void The_subject_of_a_clause_answers_for_its_target()
    {
        var targets = Texts.Figured(
            "I. NHIỆM VỤ\n- Hội Nông dân xã vận động hội viên cải tạo vườn tạp; Đoàn Thanh niên xã đảm "
                + "nhận trồng mới 2.000 cây xanh.\n- Công an xã tổ chức 04 buổi tuyên truyền; tổ chức 02 lớp tập "
                + "huấn.\n"
        );
        Assert.Equal(["Đoàn Thanh niên xã", "Công an xã", "Công an xã"], targets.Select(t => Assert.Single(t.Responsible)));
    }

    /// <summary>"2.95 %": the mark of an item, and a figure right behind its dot.</summary>
    [Fact]
    public void A_figure_may_stand_right_behind_the_dot_of_its_item()
    {
        var targets = Texts.Figured(
            "KẾ HOẠCH\nNăm 2025\n\nI. MỤC TIÊU\n1.Khám 15.000 lượt người.\n2.95 % người bệnh được tư vấn.\n3.100% cán bộ được tập huấn.\n"
        );
        Assert.Equal([("I.1", 15000m), ("I.2", 95m), ("I.3", 100m)], targets.Select(t => (t.Section!, t.Value!.Value)));
    }

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public void Supervision_is_no_decrease_and_growth_no_increase()
    {
        var targets = Texts.Figured("I. CHỈ TIÊU\n- Kiểm tra, giám sát 100% cơ sở.\n- Tốc độ tăng trưởng đạt 9%.\n- Tăng 9% số lớp.\n");
        Assert.Equal([null, null, "increase"], targets.Select(t => t.Direction));
    }
}
