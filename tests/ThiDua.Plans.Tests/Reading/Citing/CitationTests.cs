using static ThiDua.Plans.Tests.Reading.Texts;

namespace ThiDua.Plans.Tests.Reading.Citing;

public sealed class CitationTests
{
    [Theory]
    [InlineData("số 18/-NQ/TW ngày 05/6/2025", "18-NQ/TW", "2025-06-05")]
    [InlineData("số 311/PV05(TH) ngày 14/7/2025", "311/PV05(TH)", "2025-07-14")]
    [InlineData("số 44/2025/NQLT-CP- ĐCTUBMTTQVN, ngày 01/9/2025", "44/2025/NQLT-CP-ĐCTUBMTTQVN", "2025-09-01")]
    [InlineData("số 90-NQ/TW2 ngày 05/6/2025", "90-NQ/TW", "2025-06-05")]
    [InlineData("số 91-CT/TW[3], ngày 05/6/2025", "91-CT/TW", "2025-06-05")]
    [InlineData("số 92-CT/TW của Ban Bí thư (khóa XIII) ngày 05/6/2025", "92-CT/TW", "2025-06-05")]
    [InlineData("số 93KL/TW ngày 05/6/2025", "93-KL/TW", "2025-06-05")]
    [InlineData("số 07/QĐ-BCĐCĐS&ĐA06 ngày 03/02/2026", "07/QĐ-BCĐCĐS&ĐA06", "2026-02-03")]
    public void A_symbol_as_people_type_it(string written, string symbol, string date) =>
        Assert.Equal([(symbol, date)], References($"I. NỘI DUNG\n- Thực hiện Văn bản {written} của cấp trên.\n"));

    [Theory]
    [InlineData("lập biên bản theo Mẫu số 03/TĐKT")]
    [InlineData("ghi vào mẫu 01/BCĐ-ANTT")]
    [InlineData("(Biểu số 01 và 02/BC-UBND)")]
    public void The_number_of_a_form_is_no_document(string sentence) => Assert.Empty(References($"I. NỘI DUNG\n- Các ấp {sentence}.\n"));

    [Fact]
    public void Codes_that_stand_once_belong_to_every_number_before_them() =>
        Assert.Equal(
            [("70-NQ/TW", null), ("71-NQ/TW", null), ("72-NQ/TW", null)],
            References("I. NỘI DUNG\n- Quán triệt các Nghị quyết số 70, 71 và 72-NQ/TW của Bộ Chính trị.\n").OrderBy(r => r.Item1)
        );

    [Fact]
    public void A_document_cited_again_in_short_is_the_same() =>
        Assert.Equal(
            [("15/2025/NQLT-HĐND-MTTQ", "2025-03-04")],
            References(
                "I. A\n- Nghị quyết liên tịch số 15/2025/NQLT-HĐND-MTTQ ngày 04/3/2025.\n- Làm đúng Nghị quyết liên tịch số 15/2025/NQLT.\n"
            )
        );

    [Fact]
    public void Two_documents_of_one_number_stay_two() =>
        Assert.Equal([("12/KH-UBND", null), ("12/KH-CAX", null)], References("I. A\n- Kế hoạch số 12/KH-UBND và Kế hoạch số 12/KH-CAX.\n"));

    [Fact]
    public void Another_years_document_of_ones_own_number_is_another() =>
        Assert.Equal(
            [("21/KH-UBND", "2024-03-05")],
            References(
                "UBND XÃ AN PHÚ\nSố: 21/KH-UBND\nAn Phú, ngày 02 tháng 4 năm 2025\n"
                    + "KẾ HOẠCH\nTuần tra năm 2025\n\nCăn cứ Kế hoạch số 21/KH-UBND ngày 05/3/2024 của UBND tỉnh;\n"
                    + "\nI. NỘI DUNG\n- Kế hoạch số 21/KH-UBND ngày 02/4/2025 này; Kế hoạch số 21/KH-UBND.\n"
            )
        );

    [Fact]
    public void The_day_on_which_it_was_issued_dates_it() =>
        Assert.Equal(
            [("31/CT-UBND", "2025-08-16")],
            References("I. TÌNH HÌNH\nNgày 16/8/2025, Chủ tịch UBND tỉnh đã ban hành Chỉ thị số 31/CT-UBND về việc tăng cường tuần tra.\n")
        );

    [Fact]
    public void A_day_on_which_something_else_happened_does_not() =>
        Assert.Equal(
            [("31/CT-UBND", null)],
            References(
                "I. TÌNH HÌNH\nNgày 16/8/2025, Công an xã họp bàn việc thực hiện Chỉ thị số 31/CT-UBND về việc tăng cường tuần tra.\n"
            )
        );

    [Fact]
    public void A_symbol_in_capitals_of_the_title_takes_its_small_letters_from_the_text() =>
        Assert.Equal(
            [("45/QĐ-TTg", "2025-02-20")],
            References(
                "KẾ HOẠCH\nTHỰC HIỆN QUYẾT ĐỊNH SỐ 45/QĐ-TTG NGÀY 20/2/2025\n"
                    + "\nCăn cứ Quyết định số 45/QĐ-TTg ngày 20/02/2025 của Thủ tướng Chính phủ;\n"
                    + "\nI. NỘI DUNG\n"
            )
        );
}
