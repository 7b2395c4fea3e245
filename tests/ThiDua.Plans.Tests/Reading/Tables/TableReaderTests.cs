namespace ThiDua.Plans.Tests.Reading.Tables;

/// <summary>Forms of tables met in real plans; the rows are our own.</summary>
public sealed class TableReaderTests
{
    [Fact]
    public void A_target_of_a_table_names_who_answers_for_it()
    {
        var target = Assert.Single(
            Texts
                .ReadFile(
                    "plan.md",
                    """
                    **KẾ HOẠCH**

                    **I. CHỈ TIÊU**

                    | STT | Chỉ tiêu | Đơn vị tính | Chỉ tiêu năm 2026 | Đơn vị chủ trì |
                    |---|---|---|---|---|
                    | 1 | Hồ sơ đúng hạn | % | ≥ 98 | Phòng Kinh tế |

                    """
                )
                .Targets
        );
        Assert.Equal((">=", 98m, "%"), (target.Comparator, target.Value, target.Unit));
        Assert.Equal(["Phòng Kinh tế"], target.Responsible);
    }

    /// <summary>A column for each year gives a target for each year, but one of the year before tells what was.</summary>
    [Fact]
    public void A_table_gives_a_target_for_each_year_that_is_planned()
    {
        var targets = Table(
            "Giai đoạn 2025 - 2026",
            "I. CHỈ TIÊU",
            """
            | TT | Chỉ tiêu | ĐVT | TH năm 2024 | KH năm 2025 | Kế hoạch năm 2026 |
            |---|---|---|---|---|---|
            | 1 | Kết nạp hội viên | HV | 608 | 620 | ≥ 640 |
            """
        );
        Assert.Equal([("=", 620m, "2025-12-31"), (">=", 640m, "2026-12-31")], targets.Select(t => (t.Comparator, t.Value, t.Due?.Date)));
    }

    /// <summary>Among the targets, a table of units by measures gives each unit its own; what stands today is none.</summary>
    [Fact]
    public void A_table_of_units_gives_each_its_figures()
    {
        var targets = Table(
            "Năm 2025",
            "I. GIAO CHỈ TIÊU",
            """
            | TT | Đơn vị | Số hộ hiện có | Hộ nghèo giảm (hộ) | Tỷ lệ cuối năm (%) |
            |---|---|---|---|---|
            | 1 | Xã An Tân | 2.215 | 130 | 4,5 |
            | 2 | Xã An Lạc | 1.980 | 115 | - |
            """
        );
        Assert.Equal(
            [
                ("Xã An Tân – Hộ nghèo giảm", 130m, "hộ", "decrease"),
                ("Xã An Tân – Tỷ lệ cuối năm", 4.5m, "%", null),
                ("Xã An Lạc – Hộ nghèo giảm", 115m, "hộ", "decrease"),
            ],
            targets.Select(t => (t.Measure, t.Value, t.Unit, t.Direction))
        );
    }

    [Theory]
    [InlineData("1 200", 1200)]
    [InlineData("1,200", 1200)]
    [InlineData("1.200", 1200)]
    [InlineData("1,5", 1.5)]
    public void A_figure_of_a_unit_is_written_as_elsewhere(string cell, double value) =>
        Assert.Equal(
            (decimal)value,
            Assert
                .Single(
                    Table(
                        "Năm 2025",
                        "I. GIAO CHỈ TIÊU",
                        $"| TT | Đơn vị | Hộ nghèo giảm (hộ) |\n|---|---|---|\n| 1 | Xã An Tân | {cell} |"
                    )
                )
                .Value
        );

    [Fact]
    public void The_same_value_for_each_year_heads_nothing()
    {
        var plan = Texts.ReadFile(
            "plan.md",
            "**I. CHỈ TIÊU**\n\n| Chỉ tiêu (%) | Kế hoạch 2025 | Kế hoạch 2026 | Kế hoạch 2027 |\n"
                + "|---|---|---|---|\n| Tỷ lệ hồ sơ đúng hạn | 100% | 100% | 100% |\n"
        );
        Assert.Equal([100m, 100m, 100m], plan.Targets.Select(t => t.Value!.Value));
    }

    [Fact]
    public void A_bound_in_a_cell_is_no_quote()
    {
        var target = Assert.Single(
            Table(
                "Năm 2025",
                "I. CHỈ TIÊU",
                "| TT | Chỉ tiêu | ĐVT | Kế hoạch 2025 |\n|---|---|---|---|\n| 1 | Hộ có Internet | % | > 90 |\n"
            )
        );
        Assert.Equal((">", 90m, "%"), (target.Comparator, target.Value, target.Unit));
    }

    /// <summary>A table of targets that names who leads charges them too.</summary>
    [Fact]
    public void Who_answers_for_a_target_of_a_table_has_a_task()
    {
        var plan = Texts.ReadFile(
            "plan.md",
            "**I. CHỈ TIÊU**\n\n| TT | Chỉ tiêu | ĐVT | Kế hoạch | Cơ quan chủ trì |\n"
                + "|---|---|---|---|---|\n| 1 | Hồ sơ đúng hạn | % | 98 | Phòng Nội vụ |\n"
        );
        Assert.Equal(["Phòng Nội vụ"], Assert.Single(plan.Tasks).Lead);
    }

    /// <summary>Where a table names who sees to each target, the target stands in words; the annex's number says where.</summary>
    [Fact]
    public void A_table_of_an_annex_charges_someone_with_each_target()
    {
        var plan = Texts.ReadFile(
            "plan.md",
            """
            **KẾ HOẠCH**

            **Năm 2025**

            **I. NỘI DUNG**

            - Tuyên truyền.

            **PHỤ LỤC 2**

            **PHÂN CÔNG THEO DÕI CÁC CHỈ TIÊU**

            | STT | Nội dung chỉ tiêu | Chủ trì | Phối hợp |
            |---|---|---|---|
            | 1 | Tối thiểu 40% hồ sơ trực tuyến; 100% hồ sơ được số hóa | Công an xã | Phòng Kinh tế |

            """
        );
        Assert.Equal([("PL2", ">=", 40m), ("PL2", "=", 100m)], plan.Targets.Select(t => (t.Section!, t.Comparator!, t.Value!.Value)));
        Assert.All(plan.Targets, t => Assert.Equal(["Công an xã"], t.Responsible));
        Assert.Equal(["Công an xã"], Assert.Single(plan.Tasks, t => t.Section == "PL2").Lead);
    }

    /// <summary>Beside a task stands how much of it is asked; "01 báo cáo" is what is handed in.</summary>
    [Fact]
    public void A_task_of_a_table_says_how_much_is_asked()
    {
        var targets = Table(
            "Năm 2025",
            "I. PHÂN CÔNG",
            """
            | TT | Công việc | Chỉ tiêu | Sản phẩm | Đơn vị chủ trì | Thời gian |
            |---|---|---|---|---|---|
            | 1 | Tập huấn phân loại rác | 08 lớp | 01 báo cáo | Hội Nông dân xã | Quý II |
            | 2 | Sản xuất tài liệu | | 20 video, 10 phóng sự | Công an xã | Quý III |
            """
        );
        Assert.Equal(
            [("Tập huấn phân loại rác", 8m, "lớp"), ("Sản xuất tài liệu", 20m, "video"), ("Sản xuất tài liệu", 10m, "phóng sự")],
            targets.Select(t => (t.Measure, t.Value, t.Unit))
        );
        Assert.Equal(["Hội Nông dân xã"], targets[0].Responsible);
    }

    private static IReadOnlyList<PlanTarget> Table(string title, string heading, string rows) =>
        Texts.ReadFile("plan.md", $"**KẾ HOẠCH**\n\n**{title}**\n\n**{heading}**\n\n{rows}\n").Targets;
}
