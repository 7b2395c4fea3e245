namespace ThiDua.Plans.Tests.Reading.Figures;

/// <summary>Goals without a figure are targets; examples and what has been are neither targets nor tasks.</summary>
public sealed class GoalTests
{
    [Theory]
    [InlineData("Không để xảy ra trọng án")]
    [InlineData("Số vụ trộm cắp không vượt quá năm 2024")]
    [InlineData("Phấn đấu không còn hộ nghèo bị cắt điện")]
    [InlineData("Giữ vững danh hiệu khu dân cư văn hóa")]
    [InlineData("Không phát sinh điểm nóng về khiếu kiện")]
    public void A_goal_without_a_figure_is_a_target_numbered_or_not(string goal)
    {
        var targets = Texts.Read($"KẾ HOẠCH\nThi đua năm 2025\n\nI. CHỈ TIÊU\n1. {goal}.\n2. Tuần tra\n- {goal};\n").Targets;
        Assert.Equal([("I.1", goal), ("I.2", goal)], targets.Select(t => (t.Section!, t.Text.ToString())));
        Assert.All(targets, t => Assert.Equal((null, null, null), (t.Comparator, t.Value, t.Unit)));
    }

    [Theory]
    [InlineData("1. GIẢM SỐ VỤ CHÁY")]
    [InlineData("1. Giảm số vụ cháy\n- Tuần tra ban đêm.")]
    public void A_heading_is_no_goal(string part) => Assert.Empty(Texts.Read($"I. CHỈ TIÊU\n{part}\n").Targets);

    [Theory]
    [InlineData("Năm 2024 không để xảy ra trọng án")]
    [InlineData("Xã đã giữ vững danh hiệu khu dân cư văn hóa")]
    [InlineData("Nhiều năm liền không có trọng án")]
    public void What_was_kept_before_is_no_goal(string sentence) =>
        Assert.Empty(Texts.Read($"KẾ HOẠCH\nThi đua năm 2025\n\nI. CHỈ TIÊU\n1. {sentence}.\n- {sentence}.\n").Targets);

    [Theory]
    [InlineData("1. Ví dụ: một tổ 12 hộ thì cần ít nhất 9 hộ dự họp.")]
    [InlineData("- Chẳng hạn, ấp có 50 hộ thì tối thiểu 40 hộ ký cam kết.")]
    [InlineData("Ví dụ:\n- Ấp Đông vận động ít nhất 30 hộ.\n- Ấp Tây tổ chức 02 buổi họp dân; không để xảy ra cháy.")]
    [InlineData("VD: Công an xã tổ chức 02 buổi tuyên truyền.")]
    public void An_example_sets_no_target_and_charges_nobody(string example)
    {
        foreach (var part in (string[])["CHỈ TIÊU", "NHIỆM VỤ"])
        {
            var plan = Texts.Read($"I. {part}\n{example}\n");
            Assert.Empty(plan.Targets);
            Assert.DoesNotContain(plan.Tasks, t => t.Lead.Count > 0);
        }
    }

    [Fact]
    public void The_list_below_examples_ends_where_another_paragraph_begins() =>
        Assert.Equal(
            [100m],
            Texts
                .Read("I. CHỈ TIÊU\nVí dụ:\n- Ấp Đông vận động ít nhất 30 hộ.\nTrong năm đạt 100% ấp an toàn.\n")
                .Targets.Select(t => t.Value)
        );

    [Theory]
    [InlineData("ĐẶC ĐIỂM DÂN CƯ")]
    [InlineData("GIỚI THIỆU CHUNG")]
    [InlineData("VÀI NÉT VỀ XÃ")]
    [InlineData("THÀNH TÍCH ĐẠT ĐƯỢC")]
    public void Figures_of_a_profile_are_no_targets(string title) =>
        Assert.Empty(
            Texts
                .Read(
                    $"KẾ HOẠCH\nThi đua năm 2025\n\nI. {title}\n- Tỷ lệ hộ khá đạt 45%, 98% hộ có điện.\n"
                        + "- Xã vận động 1,2 tỷ đồng, xây 45 căn nhà.\n"
                )
                .Targets
        );

    [Theory]
    [InlineData("Trong 5 năm qua, xã vận động 1,2 tỷ đồng, xây 45 căn nhà")]
    [InlineData("Nhiều năm liền trên 95% hộ đạt gia đình văn hóa")]
    public void Results_of_past_years_are_no_targets(string sentence) =>
        Assert.Empty(Texts.Read($"KẾ HOẠCH\nThi đua năm 2025\n\nI. NHIỆM VỤ\n- {sentence}.\n").Targets);
}
