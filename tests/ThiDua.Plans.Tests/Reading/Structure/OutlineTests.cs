using ThiDua.Plans.Source;
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
    public void A_mark_alone_on_its_line_marks_the_next() =>
        Assert.Equal(
            ["I YÊU CẦU", "I.a Xác định rõ nội dung", "I.b Phát huy kết quả"],
            Sections("I. YÊU CẦU\na)\nXác định rõ nội dung.\nb)\nPhát huy kết quả.\n")
        );

    [Fact]
    public void A_numeral_that_ends_a_sentence_opens_no_part() =>
        Assert.Equal(
            ["I VỀ QUY HOẠCH"],
            Sections("I. VỀ QUY HOẠCH\n- Giới thiệu Trưởng đoàn đại biểu Quốc hội tỉnh nhiệm kỳ 2031 - 2036, khóa\nXVII.\n")
        );

    [Fact]
    public void A_list_of_numerals_opens_no_part() =>
        Assert.Equal(["I PHÂN ĐỊNH"], Sections("I. PHÂN ĐỊNH\nPhê duyệt danh sách xã khu vực I,\nII, III giai đoạn 2026 - 2030\n"));

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
    public void A_number_printed_twice_by_mistake_still_opens_a_part() =>
        Assert.Equal(
            ["I MỤC ĐÍCH", "II ĐỐI TƯỢNG", "II.1 Các ấp", "II NỘI DUNG", "II.1 Kiểm tra"],
            Sections("I. MỤC ĐÍCH\nII. ĐỐI TƯỢNG\n1. Các ấp\nII. NỘI DUNG\n1. Kiểm tra\n")
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
    public void A_figure_at_the_start_of_a_wrapped_line_is_no_number() =>
        Assert.Equal(
            ["I NỘI DUNG"],
            Sections(
                "I. NỘI DUNG\nCác ấp rà soát, lập danh sách những hộ thuộc diện quy định tại khoản\n2. Điều này áp dụng cho đến hết năm; Công an xã tổng hợp kết quả.\n"
            )
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
                "<html><body><table><tr><td><p>UBND XÃ AN SƠN</p><p>Số: 7/KH-UBND</p><p>An Sơn, ngày 08 tháng 4 năm 2026</p><p>KẾ HOẠCH</p><p>Tuần tra năm 2026</p><p>I. MỤC TIÊU</p><p>1. Chỉ tiêu</p><p>Duy trì 4 tổ.</p><p>II. TỔ CHỨC</p></td></tr></table></body></html>",
                "a.html"
            )
        );
        Assert.Equal("Tuần tra năm 2026", plan.Header.Title);
        Assert.Equal(["I", "I.1", "II"], plan.Sections.Select(s => s.Number));
    }

    [Fact]
    public void A_version_number_at_the_start_of_a_line_is_no_section() =>
        Assert.Equal(
            ["I NỘI DUNG"],
            Sections("I. NỘI DUNG\nTiếp cận cuộc cách mạng công nghiệp lần thứ tư, hay còn gọi là công nghiệp\n4.0. Các ấp tuyên truyền.\n")
        );

    [Fact]
    public void A_bracketed_line_is_closed_and_a_table_below_it_is_seen() =>
        Assert.Equal(
            ["Đ1 Thi hành"],
            Sections(
                "QUYẾT ĐỊNH:\nĐiều 1. Thi hành./.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn An\nPHỤ LỤC\n(Kèm theo Quyết định số 6/QĐ-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân xã An Sơn)\nTT\nNhiệm vụ\n1.\nTuần tra\n2.\nTuyên truyền\n"
            )
        );

    [Fact]
    public void Parts_below_an_article_keep_their_numbers() =>
        Assert.Equal(
            ["Đ1", "I", "I.1", "II", "II.1", "II.1.a", "Đ2"],
            Read(
                "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Chương trình như sau:\nI. QUAN ĐIỂM\n1. Thống nhất.\nII. NHIỆM VỤ\n1. Công an xã:\na) Tuần tra.\nĐiều 2. Hiệu lực.\n"
            )
                .Sections.Select(s => s.Number)
        );

    [Fact]
    public void Parts_below_two_articles_are_numbered_under_them() =>
        Assert.Equal(
            ["Đ1", "Đ1.I", "Đ1.I.1", "Đ2", "Đ2.I"],
            Read(
                "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Chương trình như sau:\nI. QUAN ĐIỂM\n1. Thống nhất.\nĐiều 2. Giao việc như sau:\nI. CÔNG AN XÃ\n"
            )
                .Sections.Select(s => s.Number)
        );

    [Fact]
    public void Numbers_in_brackets_and_letters_out_of_the_alphabet_are_sections() =>
        Assert.Equal(
            ["I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.a", "I.2.e", "I.2.f", "I.2.g"],
            Read(
                "I. NHIỆM VỤ\n1. Tuyên truyền:\n(1) Ở trường.\n(2) Ở ấp.\n2. Tuần tra:\na) Ban ngày.\ne) Ban đêm.\nf) Ngày lễ.\ng) Ngày Tết.\n"
            )
                .Sections.Select(s => s.Number)
        );

    [Fact]
    public void A_letter_behind_its_number_stands_under_it() =>
        Assert.Equal(
            ["I", "I.2", "I.2.1", "I.2.1.a", "I.2.1.b"],
            Read("I. NHIỆM VỤ\n2. Các bước\n2.1. Bước 1:\n2.1.a. Lập danh sách.\n2.1.b. Gửi danh sách.\n").Sections.Select(s => s.Number)
        );

    [Fact]
    public void A_heading_broken_within_a_word_is_one() =>
        Assert.Equal(
            ["I MỤC TIÊU", "II PHẠM VI, ĐỐI TƯỢNG", "II.1 Phạm vi"],
            Sections("I. MỤC TIÊU\n\nII. PHẠM\nVI, ĐỐI TƯỢNG\n\n1. Phạm vi\n")
        );

    [Theory]
    [InlineData("HI. GIẢI PHÁP THỰC HIỆN", "III")]
    [InlineData("IIL GIẢI PHÁP THỰC HIỆN", "III")]
    [InlineData("1V. GIẢI PHÁP THỰC HIỆN", "IV")]
    public void A_roman_number_that_OCR_misread_is_the_number_meant(string heading, string number) =>
        Assert.Contains(
            number,
            Read(
                $"I. MỤC ĐÍCH, YÊU CẦU\n- Nội dung.\nII. CHỈ TIÊU THI ĐUA\n- Nội dung.\nIII. NỘI DUNG THI ĐUA\n- Nội dung.\n{heading}\n- Nội dung.\n"
            )
                .Sections.Select(s => s.Number)
        );

    /// <summary>A list of schools or hamlets may be longer than ninety-nine.</summary>
    [Fact]
    public void A_number_may_have_three_digits() =>
        Assert.Equal(
            Enumerable.Range(1, 120).Select(n => $"I.{n}").Prepend("I"),
            Read("I. CÁC TRƯỜNG\n" + string.Concat(Enumerable.Range(1, 120).Select(n => $"{n}. Trường Tiểu học Ấp {n}.\n")))
                .Sections.Select(s => s.Number)
        );

    [Theory]
    [InlineData("TT. HĐND XÃ CHỈ ĐẠO THỰC HIỆN")]
    [InlineData("TH LÊ QUÝ ĐÔN THỰC HIỆN TỐT")]
    [InlineData("V/V CHỦ ĐỘNG PHÒNG, TRÁNH MƯA LŨ")]
    public void An_abbreviation_is_no_roman_number(string line) =>
        Assert.Equal(["I"], Read($"I. MỤC ĐÍCH, YÊU CẦU\n- Nội dung.\n\n{line}\n").Sections.Select(s => s.Number));

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

    [Fact]
    public void Of_a_scan_parts_are_counted_on_where_strokes_of_their_numbers_were_lost()
    {
        const string text =
            "I. MỤC ĐÍCH, YÊU CẦU\n- Nội dung.\nII MỤC TIÊU\n1. Mục tiêu chung\nII. NHIỆM VỤ, GIẢI PHÁP\n1. Tuyên truyền.\nV. KINH PHÍ THỰC HIỆN\n- Nội dung.\nV. TỔ CHỨC THỰC HIỆN\n1. Công an xã.\n";
        var scan = Texts.Source(text) with { Warnings = [new("ocr", "Văn bản là ảnh chụp.", null)] };
        Assert.Equal(["I", "II", "II.1", "III", "III.1", "V", "VI", "VI.1"], PlanReader.Read(scan).Sections.Select(s => s.Number));
        Assert.Equal(["I", "II", "II.1", "II", "II.1", "V", "V", "V.1"], Read(text).Sections.Select(s => s.Number));
    }

    /// <summary>"II" read as "H" and its like, whatever the letters of the heading; an office's abbreviation opens no part.</summary>
    [Fact]
    public void Of_a_scan_strokes_taken_for_other_letters_number_a_part()
    {
        const string text =
            "I MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nH. Nội dung\n1. Tuần tra.\nHI. Tiến độ triển khai\n- Quý I.\nIV. PHÂN CÔNG\n1. Công an xã.\nVH. Thể thao phối hợp.\n";
        var scan = Texts.Source(text) with { Warnings = [new("ocr", "Văn bản là ảnh chụp.", null)] };
        Assert.Equal(["I", "I.1", "II", "II.1", "III", "IV", "IV.1"], PlanReader.Read(scan).Sections.Select(s => s.Number));
        Assert.Equal(["III"], PlanReader.Read(Texts.Source("KẾ HOẠCH\n\nIH. NỘI DUNG\n- Tuần tra.\n")).Sections.Select(s => s.Number));
    }

    /// <summary>A text with the marks of many common words wrong was recognised from a picture, and is read as such and told of.</summary>
    [Fact]
    public void A_text_full_of_wrong_marks_is_read_as_a_scan()
    {
        const string text =
            "1. MUC ĐICH, YÊU CÂU\n- Đây mạnh tuyên truyên pháp luat, giáo duc.\nII. NHIÊM VỤ CU THE\n1. Tuyên truyền\na) Công an xã tô chức tuần tra.\nb) Hội Nông dân.\nc) Đoàn Thanh niên.\nđ) Phòng Kinh tê.\nđ) Trạm Y tế.\nII. TÔ CHỨC THỰC HIỆN\n1. Công an xã.\n";
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

    [Fact]
    public void The_number_of_a_congress_opens_no_part() =>
        Assert.Equal(
            ["I"],
            Read("KẾ HOẠCH\nCHÀO MỪNG ĐẠI HỘI LẦN THỨ\nIV CỦA ĐẢNG BỘ XÃ\n\nI. MỤC ĐÍCH\n- Nội dung.\n").Sections.Select(s => s.Number)
        );

    /// <summary>"i." is a letter among letters, and a number where "ii." comes next.</summary>
    [Fact]
    public void Small_roman_numbers_stand_under_a_letter() =>
        Assert.Equal(
            ["I", "I.1", "I.1.a", "I.1.a.i", "I.1.a.ii", "I.1.a.iii", "I.1.a.iv", "I.1.a.v", "I.1.b", "I.1.h", "I.1.i"],
            Read(
                "I. MỤC TIÊU\n1. Đến năm 2026\na) Chỉ tiêu chính\ni. Hồ sơ trực tuyến.\nii. Chữ ký số.\niii. Hệ thống họp.\niv. Báo cáo.\nv. Dữ liệu mở.\nb) Chỉ tiêu khác\nh) Khen thưởng.\ni) Kỷ luật.\n"
            )
                .Sections.Select(s => s.Number)
        );
}
