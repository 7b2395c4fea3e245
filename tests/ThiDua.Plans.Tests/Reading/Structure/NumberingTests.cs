using ThiDua.Plans.Tests.Source;
using static ThiDua.Plans.Tests.Reading.Texts;

namespace ThiDua.Plans.Tests.Reading.Structure;

/// <summary>Marks and numbers as people and scanners write them.</summary>
public sealed class NumberingTests
{
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
    public void A_number_printed_twice_by_mistake_still_opens_a_part() =>
        Assert.Equal(
            ["I MỤC ĐÍCH", "II ĐỐI TƯỢNG", "II.1 Các ấp", "II NỘI DUNG", "II.1 Kiểm tra"],
            Sections("I. MỤC ĐÍCH\nII. ĐỐI TƯỢNG\n1. Các ấp\nII. NỘI DUNG\n1. Kiểm tra\n")
        );

    [Fact]
    public void A_figure_at_the_start_of_a_wrapped_line_is_no_number() =>
        Assert.Equal(
            ["I NỘI DUNG"],
            Sections(
                "I. NỘI DUNG\nCác ấp rà soát, lập danh sách những hộ thuộc diện quy định tại khoản\n"
                    + "2. Điều này áp dụng cho đến hết năm; Công an xã tổng hợp kết quả.\n"
            )
        );

    [Fact]
    public void A_version_number_at_the_start_of_a_line_is_no_section() =>
        Assert.Equal(
            ["I NỘI DUNG"],
            Sections("I. NỘI DUNG\nTiếp cận cuộc cách mạng công nghiệp lần thứ tư, hay còn gọi là công nghiệp\n4.0. Các ấp tuyên truyền.\n")
        );

    [Fact]
    public void Parts_below_an_article_keep_their_numbers() =>
        Assert.Equal(
            ["Đ1", "I", "I.1", "II", "II.1", "II.1.a", "Đ2"],
            Read(
                "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Chương trình như sau:\nI. QUAN ĐIỂM\n"
                    + "1. Thống nhất.\nII. NHIỆM VỤ\n1. Công an xã:\na) Tuần tra.\n"
                    + "Điều 2. Hiệu lực.\n"
            )
                .Sections.Select(s => s.Number)
        );

    [Fact]
    public void Parts_below_two_articles_are_numbered_under_them() =>
        Assert.Equal(
            ["Đ1", "Đ1.I", "Đ1.I.1", "Đ2", "Đ2.I"],
            Read(
                "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Chương trình như sau:\nI. QUAN ĐIỂM\n"
                    + "1. Thống nhất.\nĐiều 2. Giao việc như sau:\nI. CÔNG AN XÃ\n"
            )
                .Sections.Select(s => s.Number)
        );

    [Fact]
    public void Numbers_in_brackets_and_letters_out_of_the_alphabet_are_sections() =>
        Assert.Equal(
            ["I", "I.1", "I.1.1", "I.1.2", "I.2", "I.2.a", "I.2.e", "I.2.f", "I.2.g"],
            Read(
                "I. NHIỆM VỤ\n1. Tuyên truyền:\n(1) Ở trường.\n(2) Ở ấp.\n"
                    + "2. Tuần tra:\na) Ban ngày.\ne) Ban đêm.\nf) Ngày lễ.\ng) Ngày Tết.\n"
            )
                .Sections.Select(s => s.Number)
        );

    [Fact]
    public void A_letter_behind_its_number_stands_under_it() =>
        Assert.Equal(
            ["I", "I.2", "I.2.1", "I.2.1.a", "I.2.1.b"],
            Read("I. NHIỆM VỤ\n2. Các bước\n2.1. Bước 1:\n2.1.a. Lập danh sách.\n2.1.b. Gửi danh sách.\n").Sections.Select(s => s.Number)
        );

    [Theory]
    [InlineData("HI. GIẢI PHÁP THỰC HIỆN", "III")]
    [InlineData("IIL GIẢI PHÁP THỰC HIỆN", "III")]
    [InlineData("1V. GIẢI PHÁP THỰC HIỆN", "IV")]
    public void A_roman_number_that_OCR_misread_is_the_number_meant(string heading, string number) =>
        Assert.Contains(
            number,
            Read(
                $"I. MỤC ĐÍCH, YÊU CẦU\n- Nội dung.\nII. CHỈ TIÊU THI ĐUA\n- Nội dung.\nIII. NỘI DUNG THI "
                    + $"ĐUA\n- Nội dung.\n{heading}\n- Nội dung.\n"
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
                "I. MỤC TIÊU\n1. Đến năm 2026\na) Chỉ tiêu chính\ni. Hồ sơ trực tuyến.\n"
                    + "ii. Chữ ký số.\niii. Hệ thống họp.\niv. Báo cáo.\nv. Dữ liệu mở.\n"
                    + "b) Chỉ tiêu khác\nh) Khen thưởng.\ni) Kỷ luật.\n"
            )
                .Sections.Select(s => s.Number)
        );

    [Fact]
    public void Of_a_scan_parts_are_counted_on_where_strokes_of_their_numbers_were_lost()
    {
        const string text =
            "I. MỤC ĐÍCH, YÊU CẦU\n- Nội dung.\nII MỤC TIÊU\n1. Mục tiêu chung\n"
            + "II. NHIỆM VỤ, GIẢI PHÁP\n1. Tuyên truyền.\nV. KINH PHÍ THỰC HIỆN\n"
            + "- Nội dung.\nV. TỔ CHỨC THỰC HIỆN\n1. Công an xã.\n";
        var scan = Texts.Source(text) with { Warnings = [new("ocr", "Văn bản là ảnh chụp.", null)] };
        Assert.Equal(["I", "II", "II.1", "III", "III.1", "V", "VI", "VI.1"], PlanReader.Read(scan).Sections.Select(s => s.Number));
        Assert.Equal(["I", "II", "II.1", "II", "II.1", "V", "V", "V.1"], Read(text).Sections.Select(s => s.Number));
    }

    /// <summary>"II" read as "H" and its like, whatever the letters of the heading; an office's abbreviation opens no part.</summary>
    [Fact]
    public void Of_a_scan_strokes_taken_for_other_letters_number_a_part()
    {
        const string text =
            "I MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nH. Nội dung\n1. Tuần tra.\n"
            + "HI. Tiến độ triển khai\n- Quý I.\nIV. PHÂN CÔNG\n1. Công an xã.\n"
            + "VH. Thể thao phối hợp.\n";
        var scan = Texts.Source(text) with { Warnings = [new("ocr", "Văn bản là ảnh chụp.", null)] };
        Assert.Equal(["I", "I.1", "II", "II.1", "III", "IV", "IV.1"], PlanReader.Read(scan).Sections.Select(s => s.Number));
        Assert.Equal(["III"], PlanReader.Read(Texts.Source("KẾ HOẠCH\n\nIH. NỘI DUNG\n- Tuần tra.\n")).Sections.Select(s => s.Number));
    }
}
