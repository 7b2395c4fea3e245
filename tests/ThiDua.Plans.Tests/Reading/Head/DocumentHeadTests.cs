using ThiDua.Plans.Source;
using static ThiDua.Plans.Tests.Reading.Texts;

namespace ThiDua.Plans.Tests.Reading.Head;

public sealed class DocumentHeadTests
{
    private const string Body = "\nCăn cứ Kế hoạch số 5/KH-UBND ngày 03/01/2026 của UBND tỉnh;\n\nI. NỘI DUNG\n- Tuần tra.\n";

    // As sites print a table of the letterhead: cells between strokes, lines broken where the page's own lines were.
    [Fact]
    public void A_letterhead_broken_over_many_lines()
    {
        var header = Read(
            "ỦY\nBAN NHÂN DÂN\nTỈNH AN SƠN\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                + "Độc lập - Tự do - Hạnh phúc\n---------------\n|\nSố: 412/KH-UBND\n"
                + "|\nAn\nSơn, ngày 07 tháng 3\nnăm 2026\n|\nKẾ HOẠCH\nPHÒNG,\n"
                + "CHỐNG MA TÚY NĂM 2026"
                + Body
        ).Header;
        Assert.Equal(
            ("ỦY BAN NHÂN DÂN TỈNH AN SƠN", "412", "KH-UBND", "An Sơn", "2026-03-07", "PHÒNG, CHỐNG MA TÚY NĂM 2026"),
            (header.Issuer, header.Number, header.Symbol, header.Place, header.Date, header.Title)
        );
    }

    [Fact]
    public void Two_columns_of_one_line_are_two()
    {
        var header = Read(
            "ỦY BAN MTTQ VIỆT            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                + "      NAM                        Độc lập - Tự do - Hạnh phúc\n"
                + "  XÃ AN SƠN\n Số:     /KH-MTTQ              An Sơn, ngày     tháng 4 năm 2026\n"
                + "\n        KẾ HOẠCH\n    Giám sát năm 2026\n"
                + Body
        ).Header;
        Assert.Equal(
            ("ỦY BAN MTTQ VIỆT NAM XÃ AN SƠN", null, "KH-MTTQ", "An Sơn", "2026-04"),
            (header.Issuer, header.Number, header.Symbol, header.Place, header.Date)
        );
    }

    [Theory, InlineData("Số: đ /CT-UBND"), InlineData("Số:⁄‡6 /CT-UBND"), InlineData("Số:       /CT-UBND")]
    public void A_number_that_could_not_be_read_is_none_rather_than_a_part_of_it(string line)
    {
        var header = Read(
            $"ỦY BAN NHÂN DÂN\nTỈNH AN SƠN\n{line}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - "
                + $"Hạnh phúc\nAn Sơn, ngày 08 tháng 4 năm 2026\nCHỈ THỊ\nVề tuần tra ban đêm\n"
                + Body
        ).Header;
        Assert.Equal((null, "CT-UBND"), (header.Number, header.Symbol));
    }

    /// <summary>The number was written by hand, a stamp lies before the type.</summary>
    [Theory]
    [InlineData("Số: 44é /CT-UBND An Sơn, ngày ä§ tháng 12 năm 2026")]
    [InlineData("0S /CT-UBND An Sơn, ngày 4® tháng 12 năm 2026")]
    public void Handwriting_beside_the_place_is_no_part_of_it(string line)
    {
        var header = Read(
            $"ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH AN SƠN Độc lập - Tự do - Hạnh "
                + $"phúc\n{line}\nng ị CHỈ THỊ\nVề tuần tra ban đêm\n"
                + Body
        ).Header;
        Assert.Equal(
            ("CT", null, "CT-UBND", "An Sơn", "2026-12", "Về tuần tra ban đêm"),
            (header.Kind, header.Number, header.Symbol, header.Place, header.Date, header.Title)
        );
    }

    [Fact]
    public void A_symbol_in_the_types_line_is_the_documents_own()
    {
        var plan = Read(
            "KẾT LUẬN 15-KL/TU CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ SẮP XẾP TỔ CHỨC\n\nThực hiện Kết luận số 15-KL/TU, các cấp ủy:\nI- YÊU CẦU\n"
        );
        Assert.Equal(("KL", "15", "KL/TU"), (plan.Header.Kind, plan.Header.Number, plan.Header.Symbol));
        Assert.Empty(plan.References);
    }

    [Theory]
    [InlineData("")]
    [InlineData("UBND XÃ AN SƠN\nSố: 6/KH-UBND\nAn Sơn, ngày 08 tháng 4 năm 2026\n")]
    public void An_opening_without_a_type_above_it_is_read(string head) =>
        Assert.Equal(
            [("5-NQ/TU", "2026-02-01")],
            References(
                head
                    + "Thực hiện Nghị quyết số 5-NQ/TU, ngày 01/02/2026 của Tỉnh ủy về tuần tra, xã làm các việc "
                    + "sau:\nI. NỘI DUNG\n- Tuần tra.\n"
            )
        );

    [Theory]
    [InlineData("UBND TỈNH AN SƠN\nSỞ NỘI VỤ", "SỞ NỘI VỤ")]
    [InlineData("ỦY BAN NHÂN DÂN\nTỈNH AN SƠN\nSỞ NỘI VỤ", "SỞ NỘI VỤ")]
    [InlineData("ỦY BAN MTTQ VIỆT NAM\nXÃ AN SƠN\nBAN THƯỜNG TRỰC", "ỦY BAN MTTQ VIỆT NAM XÃ AN SƠN BAN THƯỜNG TRỰC")]
    [InlineData("UBND XÃ AN SƠN\nBAN CHỈ ĐẠO\nPHÒNG, CHỐNG TỘI PHẠM", "BAN CHỈ ĐẠO PHÒNG, CHỐNG TỘI PHẠM")]
    [InlineData("ỦY BAN THƯỜNG VỤ\nQUỐC HỘI", "ỦY BAN THƯỜNG VỤ QUỐC HỘI")]
    public void The_issuer_stands_below_its_superior(string lines, string issuer) =>
        Assert.Equal(
            issuer,
            Read(lines + "\nSố: 3/KH\nAn Sơn, ngày 08 tháng 4 năm 2026\nKẾ HOẠCH\nTuần tra năm 2026\n" + Body).Header.Issuer
        );

    [Fact]
    public void A_subject_goes_on_with_a_small_letter_whether_its_line_is_centred_or_not()
    {
        SourceLine[] lines =
        [
            new("KẾ HOẠCH") { Centred = true, Bold = true },
            new("Thực hiện chính sách đẩy mạnh ứng dụng công nghệ") { Centred = true, Bold = true },
            new("thông tin trong các cơ quan, đơn vị của xã,"),
            new("góp phần cải cách hành chính năm 2026"),
            new("Căn cứ Kế hoạch số 5/KH-UBND ngày 03/01/2026 của UBND tỉnh;"),
            new("I. NỘI DUNG"),
            new("- Tuần tra."),
        ];
        Assert.Equal(
            "Thực hiện chính sách đẩy mạnh ứng dụng công nghệ thông tin trong các cơ quan, đơn vị của xã, "
                + "góp phần cải cách hành chính năm 2026",
            PlanReader.Read(new("pdf", lines, [])).Header.Title
        );
    }

    [Fact]
    public void A_subject_that_opens_with_V_v_is_one_and_the_acting_organ_is_not_of_it()
    {
        Assert.Equal(
            "V/v ban hành Kế hoạch tuần tra",
            Read(
                "UBND XÃ AN SƠN\nSố: 3/QĐ-UBND\nAn Sơn, ngày 08 tháng 4 năm 2026\n"
                    + "QUYẾT ĐỊNH\nV/v ban hành Kế hoạch tuần tra\n\nQUYẾT ĐỊNH:\n"
                    + "Điều 1. Ban hành.\n"
            ).Header.Title
        );
        Assert.Equal(
            "QUY ĐỊNH MỨC CHI",
            Read(
                "HỘI ĐỒNG BẦU CỬ XÃ\nSố: 3/NQ-HĐBC\nAn Sơn, ngày 08 tháng 4 năm 2026\nNGHỊ QUYẾT\nQUY ĐỊNH MỨC CHI\nHỘI ĐỒNG BẦU CỬ XÃ\n"
                    + Body
            ).Header.Title
        );
    }

    [Fact]
    public void Cells_whose_lines_were_run_together_are_parted()
    {
        var header = Read(
            "UBND XÃ AN SƠN BAN CHỈ ĐẠO Số: 4/KH-BCĐ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do "
                + "- Hạnh phúc An Sơn, ngày 08 tháng 4 năm 2026\nKẾ HOẠCH\nTuần tra năm 2026\n"
                + Body
        ).Header;
        Assert.Equal(("4", "KH-BCĐ", "An Sơn", "2026-04-08"), (header.Number, header.Symbol, header.Place, header.Date));
        Assert.StartsWith("UBND XÃ AN SƠN", header.Issuer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Số: 5/CT-VP\nV/v rà soát\n\n")]
    [InlineData("Số: 5/CT-VP\n\nKính gửi: Các thôn.\n")]
    public void A_letter_is_one_whatever_its_office_is_called(string head) =>
        Assert.Equal("CV", Read("CỤC THUẾ\n" + head + Body).Header.Kind);

    [Fact]
    public void A_blank_number_is_no_part_of_the_place() =>
        Assert.Equal(
            "An Sơn",
            Read(
                "TỈNH ỦY AN SƠN                ĐẢNG CỘNG SẢN VIỆT NAM\n*\n"
                    + "Số    -CTr/TU         An Sơn, ngày    tháng 9 năm 2025\n"
                    + "CHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết\n"
                    + Body
            ).Header.Place
        );
}
