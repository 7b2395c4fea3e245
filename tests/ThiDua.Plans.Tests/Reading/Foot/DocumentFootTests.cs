using static ThiDua.Plans.Tests.Reading.Texts;

namespace ThiDua.Plans.Tests.Reading.Foot;

public sealed class DocumentFootTests
{
    private const string Head = "KẾ HOẠCH\nTuần tra năm 2026\n\nI. NỘI DUNG\n- Tuần tra.\n\n";

    /// <summary>A scan's specks stand behind the words, and a letter is misread.</summary>
    [Theory]
    [InlineData("Mơi nhận. ro")]
    [InlineData("Nơl nhận:")]
    public void Recipients_are_found_though_their_caption_is_misread(string caption) =>
        Assert.Equal(["Công an xã", "Lưu: VT"], Read(Head + caption + "\n- Công an xã;\n- Lưu: VT.\n").Recipients);

    [Fact]
    public void A_recipient_broken_over_two_lines_is_one() =>
        Assert.Equal(
            ["Bí thư Chi bộ, Trưởng ấp, Ban công tác Mặt trận", "Đảng ủy, HĐND xã", "Lưu: VT"],
            Read(
                Head
                    + "Nơi nhận:\n- Bí thư Chi bộ, Trưởng ấp, Ban công\ntác Mặt trận;\n"
                    + "- Đảng ủy,\nHĐND xã;\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn An\n"
            ).Recipients
        );

    [Fact]
    public void A_short_line_without_its_mark_goes_on_below() =>
        Assert.Equal(
            ["Như Điều 3", "UBND tỉnh", "Lưu: VT"],
            Read(Head + "Nơi nhận:\n- Như\nĐiều 3;\n- UBND tỉnh;\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn An\n").Recipients
        );

    [Theory]
    [InlineData("Trần\nVăn Bình", "Trần Văn Bình")]
    [InlineData("Lê Văn An", "Lê Văn An")]
    [InlineData("Trung tướng Lê Văn An", "Trung tướng Lê Văn An")]
    public void A_name_over_two_lines_is_one(string lines, string name) =>
        Assert.Equal(name, Read(Head + "Nơi nhận:\n- Các ấp;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n" + lines + "\n").Signature.Name);

    [Fact]
    public void A_post_broken_below_the_power_is_still_the_signers()
    {
        var signature = Read(Head + "Nơi nhận:\n- Các ấp;\n- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ\nTRƯỞNG\nLê Văn An\n").Signature;
        Assert.Equal(("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Văn An"), (signature.Authority, signature.Title, signature.Name));
    }

    [Fact]
    public void Two_columns_run_together_are_told_apart()
    {
        var plan = Read(
            Head
                + "Nơi nhận:\nTM. ỦY BAN NHÂN DÂN\n- Đảng ủy xã; CHỦ TỊCH - Công an xã;\n"
                + "- Các ấp;\nLê Văn An - Hội Nông dân xã;\n- Lưu: VT.\n"
        );
        Assert.Equal(["Đảng ủy xã", "Công an xã", "Các ấp", "Hội Nông dân xã", "Lưu: VT"], plan.Recipients);
        Assert.Equal(
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An"),
            (plan.Signature.Authority, plan.Signature.Title, plan.Signature.Name)
        );
    }

    [Fact]
    public void The_organ_that_acts_is_no_signature() =>
        Assert.Equal(
            ["Đ1", "Đ2"],
            Read(
                "QUYẾT ĐỊNH\nVề việc khen thưởng\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\n"
                    + "\nCăn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;\n\nĐiều 1. Khen thưởng.\n"
                    + "Điều 2. Thi hành.\n"
            )
                .Sections.Select(s => s.Number)
        );

    [Theory]
    [InlineData("[1]")]
    [InlineData("[^1]:")]
    public void Notes_below_the_signature_still_cite(string sign) =>
        Assert.Equal(
            [("8/KH-UBND", "2026-01-05")],
            References(
                Head
                    + "Nơi nhận:\n- Các ấp;\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn An\n\n"
                    + sign
                    + " Kế hoạch số 8/KH-UBND ngày 05/01/2026 của UBND tỉnh.\n"
            )
        );

    [Fact]
    public void What_a_site_lists_below_a_document_is_not_cited_by_it() =>
        Assert.Equal(
            [("9/KH-UBND", "2026-01-06")],
            References(
                Head
                    + "- Theo Kế hoạch số 9/KH-UBND ngày 06/01/2026.\n\nNơi nhận:\n"
                    + "- Các ấp;\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn An\n\nVăn bản liên quan\n"
                    + "Quyết định 44/QĐ-UBND ngày 07/01/2026\nKế hoạch 45/KH-UBND năm 2026\n"
            )
        );

    /// <summary>Names of the highlands open with one letter.</summary>
    [Fact]
    public void A_name_may_open_with_one_letter() =>
        Assert.Equal(
            ("CHỦ TỊCH", "Y Thịnh Niê"),
            Read(Head + "Nơi nhận:\n- Các buôn;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nY Thịnh Niê\n").Signature is var s
                ? (s.Title, s.Name)
                : default
        );
}
