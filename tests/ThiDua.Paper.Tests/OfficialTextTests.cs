using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Tests;

public sealed class OfficialTextTests
{
    [Theory]
    [InlineData(7, "KH-UBND", "Số: 07/KH-UBND")]
    [InlineData(15, "kh – ubnd", "Số: 15/KH-UBND")]
    [InlineData(1891, "QĐ-BCA-V05", "Số: 1891/QĐ-BCA-V05")]
    public void Numbers_under_ten_get_a_zero_and_symbols_no_spaces(int number, string symbol, string right) =>
        Assert.Equal(right, OfficialText.Number(number, symbol));

    [Theory]
    [InlineData(2024, 1, 5, "ngày 05 tháng 01 năm 2024")]
    [InlineData(2024, 2, 10, "ngày 10 tháng 02 năm 2024")]
    [InlineData(2024, 3, 9, "ngày 09 tháng 3 năm 2024")]
    [InlineData(2024, 10, 31, "ngày 31 tháng 10 năm 2024")]
    public void Days_under_ten_and_months_one_and_two_get_a_zero(int year, int month, int day, string right) =>
        Assert.Equal(right, OfficialText.Date(new(year, month, day)));

    [Fact]
    public void A_draft_leaves_room_for_number_and_day()
    {
        Assert.Matches(@"^Số:\s+/KH-UBND$", OfficialText.Number(null, "KH-UBND"));
        Assert.Matches(@"^ngày\s{3,}tháng 4 năm 2024$", OfficialText.Date(new(2024, 4)));
    }

    [Theory]
    [InlineData("Hết", "Hết./.")]
    [InlineData("Hết.", "Hết./.")]
    [InlineData("Hết./.", "Hết./.")]
    [InlineData("Hết;", "Hết./.")]
    public void The_body_closes_with_its_mark(string last, string right) =>
        Assert.Equal(right, ((TextBlock)OfficialText.Closed([new TextBlock("Một."), new TextBlock(last)])[^1]).Text.Plain);

    [Theory]
    [InlineData("MẬT"), InlineData("TỐI MẬT"), InlineData("  TUYỆT MẬT "), InlineData("Độ mật: tối mật")]
    public void A_document_with_a_secrecy_mark_is_refused_by_both_writers(string mark)
    {
        var d = Samples.Report() with { Body = [new TextBlock(mark), new TextBlock("Hết.")] };
        Assert.Contains("độ mật", Assert.Throws<ArgumentException>(() => DocxWriter.Write(d)).Message);
        Assert.Throws<ArgumentException>(() => HtmlWriter.Write(d));
    }

    [Fact]
    public void A_text_that_speaks_of_secrets_is_no_mark() =>
        Assert.False(Secrecy.IsMark("Quản lý, bảo vệ bí mật nhà nước theo quy định."));

    [Theory]
    [InlineData("Ủy ban nhân dân xã An Bình", "ỦY BAN NHÂN DÂN|XÃ AN BÌNH")]
    [InlineData("Ban Chỉ đạo\nphòng, chống tội phạm xã An Bình", "BAN CHỈ ĐẠO|PHÒNG, CHỐNG TỘI PHẠM|XÃ AN BÌNH")]
    public void The_organ_stands_in_lines_that_fit_its_column(string organ, string lines)
    {
        var found = OfficialText.OrganLines(organ, 63);
        Assert.All(found, l => Assert.True(TextWidth.Of(l, 12, bold: true) <= 63));
        Assert.Equal(lines.Replace('|', ' '), string.Join(' ', found));
    }

    [Fact]
    public void A_long_subject_is_not_broken_inside_a_quoted_name() =>
        Assert.Equal(
            ["Phát động phong trào thi đua", "“Toàn dân bảo vệ an ninh Tổ quốc” năm 2024"],
            SubjectLines.Of("Phát động phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024", 14, 152)
        );

    // 13 pt bold, measured in the font itself.
    [Fact]
    public void The_motto_is_as_long_as_the_font_makes_it() => Assert.Equal(55.8, TextWidth.Of(Annex.Motto, 13, bold: true), 1.0);
}
