using ThiDua.Plans.Tests.Source;
using static ThiDua.Plans.Tests.Reading.Texts;

namespace ThiDua.Plans.Tests.Reading.Structure;

public sealed class OutlineTests
{
    [Fact]
    public void What_an_amendment_quotes_has_no_sections() =>
        Assert.Equal(
            [
                "Đ1 Sửa đổi, bổ sung một số nội dung của Kế hoạch",
                "Đ1.1 Sửa đổi khoản 2 mục II như sau",
                "Đ1.2 Bổ sung mục IV như sau",
                "Đ2 Hiệu lực",
            ],
            Sections(
                """
                QUYẾT ĐỊNH:
                Điều 1. Sửa đổi, bổ sung một số nội dung của Kế hoạch
                1. Sửa đổi khoản 2 mục II như sau:
                “2. Mỗi ấp tuần tra hai lượt một tuần.
                3. Báo cáo vào thứ Sáu.”
                2. Bổ sung mục IV như sau:
                “IV. KHEN THƯỞNG
                1. Tập thể
                2. Cá nhân”.
                Điều 2. Hiệu lực
                """
            )
        );

    [Fact]
    public void Emphasis_left_open_before_a_number_is_no_bullet() =>
        Assert.Equal(
            ["I TIÊU CHÍ", "I.1 Xác định thôn", "I.2 Xác định xã"],
            [
                .. PlanReader
                    .Read(Documents.Read("**I. TIÊU CHÍ**\n\n* (1) Xác định\nthôn*\n\n- Theo hồ sơ.\n\n* (2) Xác định xã*\n"))
                    .Sections.Select(s => $"{s.Number} {s.Title}"),
            ]
        );

    [Fact]
    public void A_quotation_that_is_never_closed_hides_nothing() =>
        Assert.Equal(
            ["I CHỦ ĐỀ", "II NỘI DUNG", "II.1 Tuần tra"],
            Sections("I. CHỦ ĐỀ\nVới chủ đề như sau:\n“Toàn dân giữ gìn an ninh\nII. NỘI DUNG\n1. Tuần tra\n")
        );

    [Fact]
    public void An_article_of_another_document_is_none_of_this_one() =>
        Assert.Equal(
            ["I TIÊU CHUẨN", "I.1 Đối với tập thể", "I.2 Đối với cá nhân"],
            Sections("I. TIÊU CHUẨN\n1. Đối với tập thể\nĐiều 24. Danh hiệu Tập thể lao động tiên tiến\n2. Đối với cá nhân\n")
        );

    [Fact]
    public void An_article_ends_before_its_first_clause_however_it_ends() =>
        Assert.Equal(
            ["Đ1 Tổ chức hội nghị các hộ gia đình trong ấp lần thứ nhất", "Đ1.1 Trưởng ấp triệu tập", "Đ1.2 Công an xã dự"],
            Sections("Điều 1. Tổ chức hội nghị các hộ gia đình trong ấp lần thứ nhất\n1. Trưởng ấp triệu tập.\n2. Công an xã dự.\n")
        );

    [Fact]
    public void A_footnote_cites_but_parts_nothing()
    {
        var plan = PlanReader.Read(
            new(
                "docx",
                [
                    new("I. NỘI DUNG"),
                    new("1. Tuần tra"),
                    new("[1] Theo Kế hoạch số 9/KH-UBND ngày 02/01/2026:") { Note = true },
                    new("2. Việc khác") { Note = true },
                    new("2. Kiểm tra"),
                ],
                []
            )
        );
        Assert.Equal(["I", "I.1", "I.2"], plan.Sections.Select(s => s.Number));
        Assert.Equal("9/KH-UBND", Assert.Single(plan.References).Symbol);
    }

    [Fact]
    public void Cells_of_a_table_that_came_as_lines_are_no_sections() =>
        Assert.Equal(
            ["I NHIỆM VỤ", "II KINH PHÍ"],
            Sections(
                "I. NHIỆM VỤ\nTT\nNội dung\nChủ trì\n1.\nTuyên truyền\nCông an xã\n1.1\nPhát tờ rơi\n2.\nTuần tra\nCác ấp\nII. KINH PHÍ\n"
            )
        );

    // Sites set a whole document into a table without borders.
    [Fact]
    public void A_page_framed_by_a_layout_table_has_its_title_sections_and_lists()
    {
        var plan = PlanReader.Read(
            Documents.Read(
                "<html><body><table><tr><td><p>UBND XÃ AN SƠN</p><p>Số: 7/KH-UBND</p><p>An Sơn, ngày 08 "
                    + "tháng 4 năm 2026</p><p>KẾ HOẠCH</p><p>Tuần tra năm 2026</p><p>I. MỤC TIÊU</p><p>1. Chỉ "
                    + "tiêu</p><p>Duy trì 4 tổ.</p><p>II. TỔ CHỨC</p></td></tr></table></body></html>",
                "a.html"
            )
        );
        Assert.Equal("Tuần tra năm 2026", plan.Header.Title);
        Assert.Equal(["I", "I.1", "II"], plan.Sections.Select(s => s.Number));
    }

    [Fact]
    public void A_bracketed_line_is_closed_and_a_table_below_it_is_seen() =>
        Assert.Equal(
            ["Đ1 Thi hành"],
            Sections(
                "QUYẾT ĐỊNH:\nĐiều 1. Thi hành./.\nNơi nhận:\n- Lưu: VT.\n"
                    + "CHỦ TỊCH\nLê Văn An\nPHỤ LỤC\n(Kèm theo Quyết định số 6/QĐ-UBND ngày 02 tháng 3 năm 2026 "
                    + "của Ủy ban nhân dân xã An Sơn)\nTT\nNhiệm vụ\n1.\nTuần tra\n"
                    + "2.\nTuyên truyền\n"
            )
        );

    [Fact]
    public void A_heading_broken_within_a_word_is_one() =>
        Assert.Equal(
            ["I MỤC TIÊU", "II PHẠM VI, ĐỐI TƯỢNG", "II.1 Phạm vi"],
            Sections("I. MỤC TIÊU\n\nII. PHẠM\nVI, ĐỐI TƯỢNG\n\n1. Phạm vi\n")
        );

    [Fact]
    public void Rows_without_a_ruling_are_no_sections() =>
        Assert.Equal(["I NHIỆM VỤ"], Sections("I. NHIỆM VỤ\n1. Tuyên truyền | Công an xã | Quý I\n2. Tuần tra | Các ấp | Quý II\n"));

    [Fact]
    public void A_blank_line_ends_a_heading_whatever_its_last_word() =>
        Assert.Equal(
            ["I NHIỆM VỤ", "I.1 Vận động những hộ không"],
            Sections("I. NHIỆM VỤ\n\n1. Vận động những hộ không\n\nPhối hợp với các đoàn thể vận động từng hộ.\n")
        );

    [Fact]
    public void What_is_attached_counts_anew_and_a_form_has_no_sections() =>
        Assert.Equal(
            ["I NỘI DUNG", "I.1 Tuần tra", "1 Kết quả", "2 Kiến nghị"],
            Sections(
                """
                KẾ HOẠCH
                Tuần tra năm 2026

                I. NỘI DUNG
                1. Tuần tra

                Nơi nhận:
                - Các ấp;
                - Lưu: VT.
                CHỦ TỊCH
                Lê Văn An

                Phụ lục 1
                ĐỀ CƯƠNG BÁO CÁO
                1. Kết quả
                2. Kiến nghị
                Mẫu số 02
                BIÊN BẢN
                1. Thành phần
                2. ………………
                """
            )
        );

    /// <summary>A text with the marks of many common words wrong was recognised from a picture, and is read as such and told of.</summary>
    [Fact]
    public void A_text_full_of_wrong_marks_is_read_as_a_scan()
    {
        const string text =
            "1. MUC ĐICH, YÊU CÂU\n- Đây mạnh tuyên truyên pháp luat, giáo duc.\n"
            + "II. NHIÊM VỤ CU THE\n1. Tuyên truyền\na) Công an xã tô chức tuần tra.\n"
            + "b) Hội Nông dân.\nc) Đoàn Thanh niên.\nđ) Phòng Kinh tê.\n"
            + "đ) Trạm Y tế.\nII. TÔ CHỨC THỰC HIỆN\n1. Công an xã.\n";
        var plan = PlanReader.Read(Texts.Source(text));
        Assert.Equal(
            ["I", "II", "II.1", "II.1.a", "II.1.b", "II.1.c", "II.1.d", "II.1.đ", "III", "III.1"],
            plan.Sections.Select(s => s.Number)
        );
        Assert.Contains(plan.Warnings, w => w.Code == "ocr");
        Assert.DoesNotContain(
            Read(
                "I. MỤC ĐÍCH, YÊU CẦU\n- Đẩy mạnh tuyên truyền pháp luật, giáo dục.\nII. NHIỆM VỤ CỤ THỂ\n1. Công an xã tổ chức tuần tra.\n"
            ).Warnings,
            w => w.Code == "ocr"
        );
    }
}
