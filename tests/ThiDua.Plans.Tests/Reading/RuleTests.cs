using System.Diagnostics;
using System.Globalization;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Reading;

public sealed class RuleTests
{
    [Theory]
    [InlineData("Tỷ lệ phá án đạt từ 75% trở lên", ">=", "75", null, "%")]
    [InlineData("Giảm từ 03 - 05% số vụ so với năm 2020", ">=", "3", "5", "%")]
    [InlineData("Giảm từ 15% đến 20% số vụ án", ">=", "15", "20", "%")]
    [InlineData("Kéo tỷ lệ tái phạm xuống dưới 15%", "<", "15", null, "%")]
    [InlineData("Không để xảy ra quá 02 vụ cháy", "<=", "2", null, "vụ")]
    [InlineData("Tối đa 3 trường hợp quá hạn", "<=", "3", null, "trường hợp")]
    [InlineData("Tỷ lệ hài lòng ≥ 90 %", ">=", "90", null, "%")]
    [InlineData("Thu hút hơn 1.200 lượt người", ">", "1200", null, "lượt người")]
    [InlineData("Cứng hóa 13,5 km đường", "=", "13.5", null, "km")]
    [InlineData("Tăng từ 60% lên 75% số hộ", "=", "75", null, "%")]
    [InlineData("Phấn đấu 5/5 trường học đạt chuẩn", "=", "5", null, "trường")]
    public void A_figure_has_its_comparator_value_and_unit(string clause, string comparator, string value, string? upper, string unit)
    {
        var target = Assert.Single(Read($"I. CHỈ TIÊU\n- {clause}.\n").Targets);
        Assert.Equal(
            (comparator, value, upper, unit),
            (
                target.Comparator,
                target.Value?.ToString(CultureInfo.InvariantCulture),
                target.Upper?.ToString(CultureInfo.InvariantCulture),
                target.Unit
            )
        );
    }

    [Theory]
    [InlineData("Tổ chức trong 02 ngày, từ ngày 12/5/2025.")]
    [InlineData("Thực hiện mục tiêu “04 giảm” theo Kế hoạch số 12/KH-UBND.")]
    [InlineData("Áp dụng với người từ 14 tuổi, thuộc khoản 2 Điều 5.")]
    [InlineData("Năm 2019 xảy ra 12 vụ, giảm 5% so với năm 2018.")]
    public void What_is_no_target_gives_none(string sentence) =>
        Assert.DoesNotContain(Read($"KẾ HOẠCH\nCông tác năm 2025\n\nII. CHỈ TIÊU\n- {sentence}\n").Targets, t => t.Value is not null);

    [Theory]
    [InlineData("số 27/KH-UBND ngày 27 tháng 3 năm 2024", "27/KH-UBND", "2024-03-27")]
    [InlineData("số 44-KL/TW, ngày 22/01/2019", "44-KL/TW", "2019-01-22")]
    [InlineData("số 124/2021/TT - BCA ngày 28-12-2021", "124/2021/TT-BCA", "2021-12-28")]
    [InlineData("số 57- NQ/TW ngày 22.12.2024", "57-NQ/TW", "2024-12-22")]
    [InlineData("số 1203/QĐ-TTg ngày31/8/2012", "1203/QĐ-TTg", "2012-08-31")]
    [InlineData("số 66/2026NĐ-CP ngày 02 tháng 3 năm 2026", "66/2026/NĐ-CP", "2026-03-02")]
    [InlineData("số 66.22/2026/NQ-CP ngày 09 tháng 7 năm 2026", "66.22/2026/NQ-CP", "2026-07-09")]
    [InlineData("số 9 /CT-TTg năm 2023", "9/CT-TTg", "2023")]
    public void A_symbol_and_its_date_are_read_however_they_are_written(string written, string symbol, string date)
    {
        var reference = Assert.Single(Read($"I. NỘI DUNG\n- Thực hiện Văn bản {written} của cơ quan cấp trên.\n").References);
        Assert.Equal((symbol, date), (reference.Symbol, reference.Date));
    }

    [Fact]
    public void The_same_document_cited_again_is_one_reference_with_the_best_date()
    {
        var reference = Assert.Single(
            Read("I. A\n- Quyết định số 510/QĐ-BCA-V05 của Bộ Công an.\nII. B\n- Quyết định 510/QĐ-BCA-V05 ngày 20/01/2022.\n").References
        );
        Assert.Equal("2022-01-20", reference.Date);
        Assert.Equal(["I", "II"], reference.Cited);
    }

    [Fact]
    public void A_long_list_of_units_all_answer()
    {
        var plan = Read(
            "QUYẾT ĐỊNH:\nĐiều 3. Chánh Văn phòng UBND tỉnh, Thường trực Ban Chỉ đạo phòng, chống tội phạm "
                + "tỉnh, Giám đốc Sở Nội vụ, Chủ tịch UBND các huyện, thị xã, thành phố chịu trách nhiệm thi "
                + "hành Quyết định này.\n"
        );
        Assert.Equal(
            [
                "Chánh Văn phòng UBND tỉnh",
                "Thường trực Ban Chỉ đạo phòng, chống tội phạm tỉnh",
                "Giám đốc Sở Nội vụ",
                "Chủ tịch UBND các huyện, thị xã, thành phố",
            ],
            plan.Tasks[0].Lead
        );
    }

    [Fact]
    public void A_unit_of_the_pack_is_known_once_the_lexicon_is_extended()
    {
        const string text = "I. NHIỆM VỤ\n- Bến xe Trung tâm niêm yết giá vé.\n";
        Assert.DoesNotContain(Read(text).Tasks, t => t.Lead.Count > 0);
        var extended = PlanReader.Read(Source(text), Lexicon.Default.Extend(["[organ]", "Bến xe | BX"]));
        Assert.Equal(["Bến xe Trung tâm"], Assert.Single(extended.Tasks).Lead);
    }

    [Fact]
    public void A_wrong_line_of_a_lexicon_is_named() =>
        Assert.Contains("line 1", Assert.Throws<FormatException>(() => new Lexicon(["Bến xe"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Time_grows_with_the_text_and_not_faster()
    {
        var piece =
            "I. CHỈ TIÊU\n- Trên 75% hộ dân theo Kế hoạch số 12/KH-UBND ngày 01/02/2024; Công an xã chủ "
            + "trì, phối hợp với các ấp.\n1. Công an xã\n- Tuần tra\n";
        PlanReader.Read(Source(piece));
        var small = Seconds(string.Concat(Enumerable.Repeat(piece, 1_000)));
        var large = Seconds(string.Concat(Enumerable.Repeat(piece, 8_000)));
        Assert.True(large < Math.Max(small, 0.05) * 8 * 4, $"{small:F3} s, then {large:F3} s for eight times the text");
    }

    private static double Seconds(string text)
    {
        var source = Source(text);
        var watch = Stopwatch.StartNew();
        PlanReader.Read(source);
        return watch.Elapsed.TotalSeconds;
    }

    private static Plan Read(string text) => PlanReader.Read(Source(text));

    private static SourceDocument Source(string text) => new("txt", [.. text.Split('\n').Select(l => new SourceLine(l))], []);
}
