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
            "ỦY\nBAN NHÂN DÂN\nTỈNH AN SƠN\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n|\nSố: 412/KH-UBND\n|\nAn\nSơn, ngày 07 tháng 3\nnăm 2026\n|\nKẾ HOẠCH\nPHÒNG,\nCHỐNG MA TÚY NĂM 2026"
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
            "ỦY BAN MTTQ VIỆT            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n      NAM                        Độc lập - Tự do - Hạnh phúc\n  XÃ AN SƠN\n Số:     /KH-MTTQ              An Sơn, ngày     tháng 4 năm 2026\n\n        KẾ HOẠCH\n    Giám sát năm 2026\n"
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
            $"ỦY BAN NHÂN DÂN\nTỈNH AN SƠN\n{line}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Sơn, ngày 08 tháng 4 năm 2026\nCHỈ THỊ\nVề tuần tra ban đêm\n"
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
            $"ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH AN SƠN Độc lập - Tự do - Hạnh phúc\n{line}\nng ị CHỈ THỊ\nVề tuần tra ban đêm\n"
                + Body
        ).Header;
        Assert.Equal(
            ("CT", null, "CT-UBND", "An Sơn", "2026-12", "Về tuần tra ban đêm"),
            (header.Kind, header.Number, header.Symbol, header.Place, header.Date, header.Title)
        );
    }

    [Fact]
    public void What_a_site_prints_above_the_letterhead_is_not_of_it()
    {
        var header = Read(
            "KẾ HOẠCH 77/KH-UBND NĂM 2026 PHÒNG CHÁY DO TỈNH AN SƠN BAN HÀNH\n| Số hiệu | 77/KH-UBND |\n| Ngày ban hành | 09/04/2026 |\n| Người ký | Lê Văn An |\n|\nỦY BAN NHÂN DÂN\nTỈNH AN SƠN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n|\nSố: 77/KH-UBND |\nAn Sơn, ngày 08 tháng 4 năm 2026 |\nKẾ HOẠCH\nPHÒNG CHÁY NĂM 2026"
                + Body
        ).Header;
        Assert.Equal(("ỦY BAN NHÂN DÂN TỈNH AN SƠN", "2026-04-08", "PHÒNG CHÁY NĂM 2026"), (header.Issuer, header.Date, header.Title));
    }

    [Fact]
    public void A_lost_title_is_taken_from_the_heading_of_the_page()
    {
        var header = Read(
            "Kế hoạch 78/KH-UBND năm 2026 tuần tra ban đêm trên địa bàn do Tỉnh An Sơn ban hành\n|\nỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\nSố: 78/KH-UBND |\nAn Sơn, ngày 08 tháng 4 năm 2026 |"
                + Body
        ).Header;
        Assert.Equal(("KH", "tuần tra ban đêm trên địa bàn"), (header.Kind, header.Title));
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
                    + "Thực hiện Nghị quyết số 5-NQ/TU, ngày 01/02/2026 của Tỉnh ủy về tuần tra, xã làm các việc sau:\nI. NỘI DUNG\n- Tuần tra.\n"
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
            "Thực hiện chính sách đẩy mạnh ứng dụng công nghệ thông tin trong các cơ quan, đơn vị của xã, góp phần cải cách hành chính năm 2026",
            PlanReader.Read(new("pdf", lines, [])).Header.Title
        );
    }

    [Fact]
    public void A_subject_that_opens_with_V_v_is_one_and_the_acting_organ_is_not_of_it()
    {
        Assert.Equal(
            "V/v ban hành Kế hoạch tuần tra",
            Read(
                "UBND XÃ AN SƠN\nSố: 3/QĐ-UBND\nAn Sơn, ngày 08 tháng 4 năm 2026\nQUYẾT ĐỊNH\nV/v ban hành Kế hoạch tuần tra\n\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.\n"
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
    public void Grounds_that_go_on_below_a_semicolon_are_grounds() =>
        Assert.Equal(
            ["8/NQ-TU", "5/KH-UBND"],
            Read(
                "KẾ HOẠCH\nTuần tra năm 2026\n\nCăn cứ Luật Công an nhân dân;\nNghị quyết số 8/NQ-TU ngày 02/01/2026; Căn cứ Kế hoạch số 5/KH-UBND ngày 03/01/2026;\nUBND xã làm theo Công văn số 6/CV-CAT.\nI. NỘI DUNG\n"
            )
                .LegalBases.Select(b => b.Symbol)
        );

    [Fact]
    public void Cells_whose_lines_were_run_together_are_parted()
    {
        var header = Read(
            "UBND XÃ AN SƠN BAN CHỈ ĐẠO Số: 4/KH-BCĐ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc An Sơn, ngày 08 tháng 4 năm 2026\nKẾ HOẠCH\nTuần tra năm 2026\n"
                + Body
        ).Header;
        Assert.Equal(("4", "KH-BCĐ", "An Sơn", "2026-04-08"), (header.Number, header.Symbol, header.Place, header.Date));
        Assert.StartsWith("UBND XÃ AN SƠN", header.Issuer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_letterhead_is_found_below_much_that_a_site_says()
    {
        var site =
            string.Concat(Enumerable.Range(0, 90).Select(i => $"Mục {i} của trang\n"))
            + "Xem chi tiết tại Công điện 12/CĐ-UBND ngày 09/04/2026.\n|\n";
        var header = Read(
            site
                + "CHỦ TỊCH\nUBND TỈNH AN SƠN\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\nSố: 12/CĐ-UBND\n|\nAn\nSơn, ngày 08 tháng 4 năm 2026\n|\n**CÔNG\nĐIỆN**\nVỀ ỨNG PHÓ BÃO\nCHỦ TỊCH UBND TỈNH điện:\n".Replace(
                    "**",
                    "",
                    StringComparison.Ordinal
                )
                + Body
        ).Header;
        Assert.Equal(
            ("CĐ", "12", "An Sơn", "2026-04-08", "VỀ ỨNG PHÓ BÃO"),
            (header.Kind, header.Number, header.Place, header.Date, header.Title)
        );
    }

    [Theory]
    [InlineData("Số: 5/CT-VP\nV/v rà soát\n\n")]
    [InlineData("Số: 5/CT-VP\n\nKính gửi: Các thôn.\n")]
    public void A_letter_is_one_whatever_its_office_is_called(string head) =>
        Assert.Equal("CV", Read("CỤC THUẾ\n" + head + Body).Header.Kind);

    [Fact]
    public void An_annex_names_the_document_whose_head_was_lost()
    {
        var plan = Read(
            "NGHỊ QUYẾT\nVỀ PHÁT ĐỘNG PHONG TRÀO\n"
                + Body
                + "\nPHỤ LỤC\nKẾ HOẠCH TRIỂN KHAI\n(Kèm theo\nNghị quyết số 39/NQ-HĐND ngày 03 tháng 12 năm 2025 của Hội đồng nhân dân xã)\n"
        );
        Assert.Equal(("39", "NQ-HĐND", "2025-12-03"), (plan.Header.Number, plan.Header.Symbol, plan.Header.Date));
        Assert.DoesNotContain(plan.References, r => r.Symbol == "39/NQ-HĐND");
    }

    [Theory]
    [InlineData("(Kèm theo Quyết định số 39/QĐ-UBND ngày 03/12/2025)")]
    [InlineData("(Xem Nghị quyết số 39/NQ-HĐND ngày 03/12/2025)")]
    public void Another_document_that_an_annex_names_is_not_this_one(string line) =>
        Assert.Null(Read("NGHỊ QUYẾT\nVỀ PHÁT ĐỘNG PHONG TRÀO\n" + Body + "\nPHỤ LỤC\n" + line + "\n").Header.Number);

    [Fact]
    public void A_headline_of_type_and_symbol_stands_for_a_letterhead()
    {
        var header = Read(
            "Nghị quyết số 57-NQ/TU\n\nBí thư Tỉnh ủy đã ký Nghị quyết số 57-NQ/TU (ngày 22/12/2025) về nông thôn.\n" + Body
        ).Header;
        Assert.Equal(("NQ", "57", "NQ/TU", "2025-12-22"), (header.Kind, header.Number, header.Symbol, header.Date));
    }

    /// <summary>As gazettes head a text: issuer, number, date and subject in one heading.</summary>
    [Fact]
    public void A_heading_of_a_gazette_names_number_and_date()
    {
        var header = Read(
            "CHỈ THỊ\nCỦA BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH SỐ 12/2009/CT-BVHTTDL\nNGÀY 30 THÁNG 11 NĂM 2009\nVỀ NẾP SỐNG VĂN HÓA\n\nThực hiện Quyết định số 5/2008/QĐ-TTg ngày 02/01/2008.\n\n1. Các sở tổ chức thực hiện.\n"
        ).Header;
        Assert.Equal(
            ("CT", "12", "2009/CT-BVHTTDL", "2009-11-30", "VỀ NẾP SỐNG VĂN HÓA", 2009),
            (header.Kind, header.Number, header.Symbol, header.Date, header.Title, header.Year)
        );
    }

    [Fact]
    public void A_blank_number_is_no_part_of_the_place() =>
        Assert.Equal(
            "An Sơn",
            Read(
                "TỈNH ỦY AN SƠN                ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố    -CTr/TU         An Sơn, ngày    tháng 9 năm 2025\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết\n"
                    + Body
            ).Header.Place
        );

    [Fact]
    public void Grounds_behind_a_colon_are_grounds() =>
        Assert.Equal(
            ["749/QĐ-TTg"],
            Read(
                "KẾ HOẠCH\nNăm 2026\n\nCăn cứ: Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;\n\nI. NỘI DUNG\n- Tuần tra.\n"
            )
                .LegalBases.Select(r => r.Symbol)
        );

    [Fact]
    public void Grounds_may_have_a_part_of_their_own() =>
        Assert.Equal(
            ["749/QĐ-TTg"],
            Read(
                "KẾ HOẠCH\nNăm 2026\n\nI. CĂN CỨ LẬP KẾ HOẠCH\n- Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.\n\nII. NỘI DUNG\n- Thực hiện Kế hoạch số 8/KH-UBND.\n"
            )
                .LegalBases.Select(r => r.Symbol)
        );
}
