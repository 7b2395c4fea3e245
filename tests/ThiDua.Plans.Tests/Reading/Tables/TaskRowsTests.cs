using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Reading.Tables;

/// <summary>Rows that charge somebody; the rows are our own.</summary>
public sealed class TaskRowsTests
{
    /// <summary>A cell over the whole row heads the rows below it.</summary>
    [Fact]
    public void A_row_that_heads_others_is_no_target_and_no_task()
    {
        var plan = Texts.ReadFile(
            "plan.html",
            "<p>I. CHỈ TIÊU</p><table border=1><tr><td>TT</td><td>Chỉ tiêu</td><td>ĐVT</td><td>Kế "
                + "hoạch</td><td>Cơ quan chủ trì</td></tr><tr><td>I</td><td colspan=4>Lao động, việc "
                + "làm</td></tr><tr><td>1</td><td>Hồ sơ đúng hạn</td><td>%</td><td>98</td><td>Phòng Nội "
                + "vụ</td></tr></table>"
        );
        Assert.Equal(["Phòng Nội vụ"], Assert.Single(plan.Tasks).Lead);
    }

    [Fact]
    public void A_head_printed_again_on_the_next_page_is_no_row() =>
        Assert.Single(
            Texts
                .ReadFile(
                    "plan.md",
                    "**I. PHÂN CÔNG**\n\n| TT | Nội dung | Cơ quan chủ trì |\n"
                        + "|---|---|---|\n| 1 | Rà soát | Công an xã |\n| TT | Nội dung | Cơ quan chủ trì |\n"
                )
                .Tasks,
            t => t.Lead.Count > 0
        );

    [Fact]
    public void Unknown_names_of_a_cell_are_parted_at_commas() =>
        Assert.Equal(
            ["P KHTC", "P TCHC"],
            Texts
                .ReadFile(
                    "plan.md",
                    "**I. PHÂN CÔNG**\n\n| TT | Nội dung | Đơn vị thực hiện |\n" + "|---|---|---|\n| 1 | Rà soát | P KHTC, P TCHC |\n"
                )
                .Tasks[0]
                .Lead
        );

    [Fact]
    public void A_row_too_long_for_one_paragraph_is_one_task()
    {
        var row = new TableRow(0, 1, false, [new string('a', 15_000) + " rà soát", new string('b', 15_000), "Công an xã"]);
        var plan = PlanReader.Read(
            new(
                "docx",
                [
                    new("I. PHÂN CÔNG"),
                    new("Nhiệm vụ | Sản phẩm | Chủ trì") { Row = new(0, 0, false, ["Nhiệm vụ", "Sản phẩm", "Chủ trì"]) },
                    new(string.Join(" | ", row.Cells)) { Row = row },
                ],
                []
            )
        );
        Assert.Single(plan.Tasks, t => t.Lead.Contains("Công an xã"));
    }

    [Fact]
    public void Money_heads_a_column_of_amounts_and_no_lead()
    {
        TableRow Row(int index, params string[] cells) => new(0, index, false, cells);
        SourceLine[] lines =
        [
            new("Nội dung | Đơn vị | Thời gian") { Row = Row(0, "Nội dung", "Đơn vị", "Thời gian") },
            new("Thu ngân sách | Tỷ đồng | Năm 2026") { Row = Row(1, "Thu ngân sách", "Tỷ đồng", "Năm 2026") },
        ];
        Assert.DoesNotContain(PlanReader.Read(new("docx", lines, [])).Tasks, t => t.Lead.Count > 0);
    }
}
