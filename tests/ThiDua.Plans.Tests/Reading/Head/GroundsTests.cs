using static ThiDua.Plans.Tests.Reading.Texts;

namespace ThiDua.Plans.Tests.Reading.Head;

/// <summary>The grounds that open a document.</summary>
public sealed class GroundsTests
{
    [Fact]
    public void Grounds_that_go_on_below_a_semicolon_are_grounds() =>
        Assert.Equal(
            ["8/NQ-TU", "5/KH-UBND"],
            Read(
                "KẾ HOẠCH\nTuần tra năm 2026\n\nCăn cứ Luật Công an nhân dân;\n"
                    + "Nghị quyết số 8/NQ-TU ngày 02/01/2026; Căn cứ Kế hoạch số 5/KH-UBND ngày 03/01/2026;\n"
                    + "UBND xã làm theo Công văn số 6/CV-CAT.\nI. NỘI DUNG\n"
            )
                .LegalBases.Select(b => b.Symbol)
        );

    [Fact]
    public void Grounds_behind_a_colon_are_grounds() =>
        Assert.Equal(
            ["749/QĐ-TTg"],
            Read(
                "KẾ HOẠCH\nNăm 2026\n\nCăn cứ: Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính "
                    + "phủ;\n\nI. NỘI DUNG\n- Tuần tra.\n"
            )
                .LegalBases.Select(r => r.Symbol)
        );

    [Fact]
    public void Grounds_may_have_a_part_of_their_own() =>
        Assert.Equal(
            ["749/QĐ-TTg"],
            Read(
                "KẾ HOẠCH\nNăm 2026\n\nI. CĂN CỨ LẬP KẾ HOẠCH\n- Quyết định số 749/QĐ-TTg ngày 03/6/2020 của "
                    + "Thủ tướng Chính phủ.\n\nII. NỘI DUNG\n- Thực hiện Kế hoạch số 8/KH-UBND.\n"
            )
                .LegalBases.Select(r => r.Symbol)
        );
}
