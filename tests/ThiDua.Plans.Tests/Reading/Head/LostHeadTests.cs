using static ThiDua.Plans.Tests.Reading.Texts;

namespace ThiDua.Plans.Tests.Reading.Head;

/// <summary>Documents whose head a site left out, moved or wrapped in words of its own.</summary>
public sealed class LostHeadTests
{
    private const string Body = "\nCăn cứ Kế hoạch số 5/KH-UBND ngày 03/01/2026 của UBND tỉnh;\n\nI. NỘI DUNG\n- Tuần tra.\n";

    [Fact]
    public void What_a_site_prints_above_the_letterhead_is_not_of_it()
    {
        var header = Read(
            "KẾ HOẠCH 77/KH-UBND NĂM 2026 PHÒNG CHÁY DO TỈNH AN SƠN BAN HÀNH\n"
                + "| Số hiệu | 77/KH-UBND |\n| Ngày ban hành | 09/04/2026 |\n"
                + "| Người ký | Lê Văn An |\n|\nỦY BAN NHÂN DÂN\nTỈNH AN SƠN |\n"
                + "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n|\nSố: 77/KH-UBND |\n"
                + "An Sơn, ngày 08 tháng 4 năm 2026 |\nKẾ HOẠCH\nPHÒNG CHÁY NĂM 2026"
                + Body
        ).Header;
        Assert.Equal(("ỦY BAN NHÂN DÂN TỈNH AN SƠN", "2026-04-08", "PHÒNG CHÁY NĂM 2026"), (header.Issuer, header.Date, header.Title));
    }

    [Fact]
    public void A_lost_title_is_taken_from_the_heading_of_the_page()
    {
        var header = Read(
            "Kế hoạch 78/KH-UBND năm 2026 tuần tra ban đêm trên địa bàn do Tỉnh An Sơn ban hành\n"
                + "|\nỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n"
                + "Số: 78/KH-UBND |\nAn Sơn, ngày 08 tháng 4 năm 2026 |"
                + Body
        ).Header;
        Assert.Equal(("KH", "tuần tra ban đêm trên địa bàn"), (header.Kind, header.Title));
    }

    [Fact]
    public void The_letterhead_is_found_below_much_that_a_site_says()
    {
        var site =
            string.Concat(Enumerable.Range(0, 90).Select(i => $"Mục {i} của trang\n"))
            + "Xem chi tiết tại Công điện 12/CĐ-UBND ngày 09/04/2026.\n|\n";
        var header = Read(
            site
                + "CHỦ TỊCH\nUBND TỈNH AN SƠN\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                + "|\nSố: 12/CĐ-UBND\n|\nAn\nSơn, ngày 08 tháng 4 năm 2026\n"
                + "|\n**CÔNG\nĐIỆN**\nVỀ ỨNG PHÓ BÃO\nCHỦ TỊCH UBND TỈNH điện:\n".Replace("**", "", StringComparison.Ordinal)
                + Body
        ).Header;
        Assert.Equal(
            ("CĐ", "12", "An Sơn", "2026-04-08", "VỀ ỨNG PHÓ BÃO"),
            (header.Kind, header.Number, header.Place, header.Date, header.Title)
        );
    }

    [Fact]
    public void An_annex_names_the_document_whose_head_was_lost()
    {
        var plan = Read(
            "NGHỊ QUYẾT\nVỀ PHÁT ĐỘNG PHONG TRÀO\n"
                + Body
                + "\nPHỤ LỤC\nKẾ HOẠCH TRIỂN KHAI\n(Kèm theo\nNghị quyết số 39/NQ-HĐND ngày 03 tháng 12 năm "
                + "2025 của Hội đồng nhân dân xã)\n"
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
            "CHỈ THỊ\nCỦA BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH SỐ 12/2009/CT-BVHTTDL\n"
                + "NGÀY 30 THÁNG 11 NĂM 2009\nVỀ NẾP SỐNG VĂN HÓA\n\nThực hiện Quyết định số 5/2008/QĐ-TTg ngày "
                + "02/01/2008.\n\n1. Các sở tổ chức thực hiện.\n"
        ).Header;
        Assert.Equal(
            ("CT", "12", "2009/CT-BVHTTDL", "2009-11-30", "VỀ NẾP SỐNG VĂN HÓA", 2009),
            (header.Kind, header.Number, header.Symbol, header.Date, header.Title, header.Year)
        );
    }
}
