using ThiDua.Plans.Source;
using ThiDua.Plans.Tests.Source;

namespace ThiDua.Plans.Tests.Reading;

/// <summary>Small misreadings that were found in use, each with its kind.</summary>
public sealed class SmallReadingsTests
{
    private const string Head = "**KẾ HOẠCH**\n\n**Phong trào thi đua năm 2025**\n\n## I. NHIỆM VỤ\n\n";

    [Theory]
    [InlineData("Số: 108 /TTr-SNV", "108", "TTr-SNV")]
    [InlineData("Số : 108/TTr-SNV", "108", "TTr-SNV")]
    [InlineData("Số 108/ TTr - SNV", "108", "TTr-SNV")]
    [InlineData("Số: 15 / KH - UBND", "15", "KH-UBND")]
    [InlineData("Số:      /KH-UBND", null, "KH-UBND")]
    public void Blanks_within_a_number_are_no_part_of_it(string line, string? number, string symbol)
    {
        var header = Text(
            $"UBND TỈNH LONG CHÂU\n{line}\nLong Châu, ngày 12 tháng 3 năm 2025\nTỜ TRÌNH\nVề việc công nhận Điều lệ\n"
        ).Header;
        Assert.Equal((number, symbol), (header.Number, header.Symbol));
    }

    [Theory]
    [InlineData("(V/v: Thành lập Ban Chỉ đạo năm 2025)", "V/v: Thành lập Ban Chỉ đạo năm 2025")]
    [InlineData("V/v thành lập Ban Chỉ đạo năm 2025", "V/v thành lập Ban Chỉ đạo năm 2025")]
    [InlineData(
        "(Về việc thành lập Ban Chỉ đạo\nphong trào thi đua năm 2025)",
        "Về việc thành lập Ban Chỉ đạo phong trào thi đua năm 2025"
    )]
    [InlineData("Thành lập Ban Chỉ đạo (mới) năm 2025", "Thành lập Ban Chỉ đạo (mới) năm 2025")]
    public void A_subject_may_stand_in_brackets(string subject, string title) =>
        Assert.Equal(
            title,
            Text(
                $"UBND XÃ PHƯỚC LỘC\nSố: 15/QĐ-UBND\nQUYẾT ĐỊNH\n{subject}\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nCăn cứ Luật Thi đua;\n"
            ).Header.Title
        );

    [Theory]
    [InlineData("Kế hoạch về phát động phong trào thi đua năm 2025", "KH", "về phát động phong trào thi đua năm 2025")]
    [InlineData("Chương trình phòng, chống ma túy năm 2025", "CTr", "phòng, chống ma túy năm 2025")]
    [InlineData("Kế hoạch này quy định việc thi đua của xã", null, null)]
    [InlineData("Kế hoạch về thi đua được ban hành như sau:", null, null)]
    public void A_headline_in_small_letters_gives_type_and_subject(string line, string? kind, string? title)
    {
        var header = Text($"{line}\n\nI. MỤC TIÊU\n1. Phấn đấu 85% hộ đăng ký thi đua.\n").Header;
        Assert.Equal((kind, title), (header.Kind, header.Title));
    }

    [Theory]
    [InlineData("1. Công an xã hoàn thành trước ngày 31/4/2025.", "31/4/2025")]
    [InlineData("1. Công an xã hoàn thành trước ngày 30 tháng 02 năm 2025.", "30 tháng 02 năm 2025")]
    [InlineData("1. Công an xã hoàn thành trước ngày 29/2/2025.", "29/2/2025")]
    [InlineData("1. Công an xã hoàn thành trước ngày 31/6.", "31/6")]
    [InlineData("1. Công an xã hoàn thành trước ngày 32 tháng 5 năm 2025.", "32 tháng 5 năm 2025")]
    public void A_day_that_no_calendar_has_is_left_out_and_told(string item, string day)
    {
        var plan = Plan(Head + item);
        Assert.Null(Assert.Single(plan.Tasks).Due);
        var warning = Assert.Single(plan.Warnings, w => w.Code == "date.impossible");
        Assert.Contains($"“{day}”", warning.Message, StringComparison.Ordinal);
        Assert.Equal(new LineRange(7, 7), warning.Lines);
    }

    [Theory]
    [InlineData("1. Công an xã hoàn thành trước ngày 29/2/2024.")]
    [InlineData("1. Công an xã hoàn thành trước ngày 31/12/2025, đạt 30/31 ấp.")]
    [InlineData("1. Công an xã thực hiện Kế hoạch số 31/4/KH-CA.")]
    public void Days_of_the_calendar_and_fractions_are_not_told(string item) =>
        Assert.DoesNotContain(Plan(Head + item).Warnings, w => w.Code == "date.impossible");

    [Fact]
    public void An_impossible_day_of_issue_and_of_the_period_is_not_passed_on()
    {
        var plan = Text(
            "UBND XÃ PHƯỚC LỘC\nSố: 15/KH-UBND\nPhước Lộc, ngày 31 tháng 4 năm 2025\nKẾ HOẠCH\nThi đua năm "
                + "2025\nI. THỜI GIAN\n1. Thời gian: từ ngày 29/2/2025 đến ngày 31/11/2025.\n"
        );
        Assert.Equal("2025-04", plan.Header.Date);
        Assert.Equal(new PlanPeriod(null, null), plan.Period);
        Assert.Equal(3, plan.Warnings.Count(w => w.Code == "date.impossible"));
    }

    [Theory]
    [InlineData("Mặt trận xã")]
    [InlineData("Trung tâm Dịch vụ việc làm tỉnh")]
    [InlineData("Quỹ Hỗ trợ phát triển phụ nữ tỉnh")]
    [InlineData("Trung tâm Quản lý và khai thác công trình công cộng huyện")]
    [InlineData("Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh")]
    [InlineData("Đội Quản lý thị trường số 3")]
    public void The_name_of_an_office_is_not_cut(string name)
    {
        var tasks = Plan($"{Head}1. Giao {name} hướng dẫn, hỗ trợ các xã.\n2. {name} chủ trì mở hội nghị.").Tasks;
        Assert.Equal(
            [
                [name],
                [name],
            ],
            tasks.Select(t => t.Lead)
        );
    }

    [Fact]
    public void The_name_of_an_office_ends_before_what_it_does()
    {
        var task = Assert.Single(Plan(Head + "1. Trung tâm Y tế phối hợp Công an xã hỗ trợ các ấp.").Tasks);
        Assert.Equal(["Trung tâm Y tế"], task.Lead);
    }

    [Theory]
    [InlineData("DANH SÁCH\nTập thể được tặng Bằng khen\nI. Tập thể\n1. Công an xã\n2. Trạm Y tế xã")]
    [InlineData("Danh sách tập thể đề nghị khen thưởng\n1. Công an xã\n2. Trạm Y tế xã: có thành tích xuất sắc")]
    public void A_list_of_the_honoured_gives_no_tasks(string list) =>
        Assert.Equal(
            ["Các đơn vị chịu trách nhiệm thi hành"],
            Text(
                "QUYẾT ĐỊNH\nVề việc tặng Bằng khen\n\nĐiều 1. Tặng Bằng khen cho 02 tập thể.\nĐiều 2. Các đơn "
                    + $"vị chịu trách nhiệm thi hành.\n\n{list}\n"
            )
                .Tasks.Select(t => t.Text.ToString())
        );

    [Fact]
    public void Those_named_under_the_article_that_honours_them_get_no_tasks() =>
        Assert.Empty(
            Text("QUYẾT ĐỊNH\nVề việc tặng Giấy khen\n\nĐiều 1. Tặng Giấy khen cho 02 tập thể:\n1. Công an xã\n2. Trạm Y tế xã\n").Tasks
        );

    [Theory]
    [InlineData("DANH SÁCH\nĐơn vị phụ trách địa bàn\n1. Công an xã phụ trách Ấp Đông")]
    [InlineData("II. TĂNG GIA SẢN XUẤT\n1. Công an xã tổ chức trồng rau, nuôi cá tại trụ sở")]
    [InlineData("II. KHEN THƯỞNG\n1. Công an xã tham mưu khen thưởng tập thể, cá nhân")]
    public void Other_lists_and_parts_keep_their_tasks(string list) =>
        Assert.Contains(Text($"KẾ HOẠCH\nThi đua năm 2025\n\nI. NHIỆM VỤ\n{list}\n").Tasks, t => t.Lead.Contains("Công an xã"));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void A_row_that_spans_all_columns_heads_those_below_it(int columns)
    {
        var group = new TableRow(0, 0, false, [.. Enumerable.Repeat("Buổi chiều – Ra quân tuần tra", columns)]);
        string[] head = ["Thời gian", "Nội dung", "Người thực hiện", "Ghi chú"];
        string[] row = ["14h00", "Tuần tra các tuyến đường", "Công an xã", ""];
        TableRow[] rows =
        [
            group,
            group with
            {
                Index = 1,
                Cells = [.. Enumerable.Repeat("Nội dung, thời gian buổi sáng", columns)],
            },
            new(0, 2, false, head[..columns]),
            group with
            {
                Index = 3,
            },
            new(0, 4, false, row[..columns]),
        ];
        var lines = rows.Select(r => new SourceLine(string.Join(" | ", r.Cells.Distinct())) { Row = r });
        var plan = PlanReader.Read(new("docx", [new("KẾ HOẠCH"), new("Thi đua năm 2025"), new("I. LỊCH THỰC HIỆN"), .. lines], []));
        var task = Assert.Single(plan.Tasks);
        Assert.Equal(("Tuần tra các tuyến đường", "Công an xã"), (task.Text.ToString(), Assert.Single(task.Lead)));
    }

    [Fact]
    public void Cells_merged_sideways_give_their_recipients_once()
    {
        const string recipients = "Nơi nhận:\n- Đảng ủy xã;\n- Lưu: VT.";
        var row = new TableRow(0, 0, false, [recipients, recipients, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]);
        var plan = PlanReader.Read(
            new("pdf", [new("KẾ HOẠCH"), new("Thi đua năm 2025"), new("I. A"), new("Nơi nhận: … | TM. …") { Row = row }], [])
        );
        Assert.Equal(["Đảng ủy xã", "Lưu: VT"], plan.Recipients);
    }

    private static Plan Plan(string text) => PlanReader.Read(Documents.Read(text));

    private static Plan Text(string text) => PlanReader.Read(Documents.Read(text, "a.txt"));
}
