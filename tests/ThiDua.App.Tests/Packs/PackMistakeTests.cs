using ThiDua.App.Packs;

namespace ThiDua.App.Tests.Packs;

/// <summary>One mistake put into the shipped pack: it is the only one reported, on its line, with what is right there.</summary>
public sealed class PackMistakeTests
{
    private const string Ind = "indicators.yaml";
    private const string Due = "deadlines.yaml";

    [Theory]
    // Words that are not in a closed list, and keys nobody knows.
    [InlineData(Ind, "kind: flow", "kind: folw", 0, "Có phải \"flow\"?", "flow, stock, opening, reach, ratio, change, yesno, score")]
    [InlineData(Ind, "frequency: month", "frequency: monthly", 0, "\"monthly\"", "month, quarter, half, year")]
    [InlineData(Ind, "counts: case", "counts: crime", 0, "\"crime\"", "household")]
    [InlineData(Ind, "lessIsBetter: true", "lesIsBetter: true", 0, "Có phải \"lessIsBetter\"?", "lessIsBetter")]
    [InlineData(Ind, "lessIsBetter: true", "lessIsBetter: yes", 0, "không phải đúng hay sai", "true, false")]
    [InlineData(Ind, "scale: 2", "scale: 9", 0, "\"9\"", "từ 0 đến 4")]
    [InlineData("flows/report.yaml", "reason: required", "reason: always", 0, "\"always\"", "none, optional, required")]
    [InlineData("holidays.yaml", "kind: public", "kind: holiday", 0, "\"holiday\"", "public, compensation, exchanged, worked")]
    [InlineData("units.yaml", "level: province", "level: provinces", 0, "Có phải \"province\"?", "commune")]
    // Both languages.
    [InlineData(Ind, "      en: Offences against social order\n", "", -1, "Thiếu mục \"en\"", "")]
    [InlineData(Ind, "      vi: Số vụ phạm tội về trật tự xã hội\n", "", 0, "Thiếu mục \"vi\"", "")]
    [InlineData("flows/report.yaml", "label: {vi: \"Gửi\", en: \"Submit\"}", "label: Gửi", 0, "Cần hai thứ tiếng", "{vi: …, en: …}")]
    // References.
    [InlineData(Ind, "numerator: crime.cleared\n", "numerator: crime.cleard\n", 0, "Có phải \"crime.cleared\"?", "")]
    [InlineData(Ind, "group: crime\n", "group: crimes\n", 0, "Có phải \"crime\"?", "outreach")]
    [InlineData(Ind, "reportedBy: [police]", "reportedBy: [polcie]", 0, "Có phải \"police\"?", "hamlet")]
    [InlineData(Ind, "stock: household.total", "stock: model.total.x", 0, "chỉ số \"model.total.x\"", "")]
    [InlineData(Ind, "stock: household.total", "stock: crime-report.received", 0, "là loại \"flow\"", "stock")]
    [InlineData("flows/report.yaml", "to: approved", "to: aproved", -3, "Có phải \"approved\"?", "draft")]
    [InlineData("flows/report.yaml", "initial: draft", "initial: drafts", 0, "Có phải \"draft\"?", "submitted")]
    [InlineData("flows/report.yaml", "notBy: [submit, entered]", "notBy: [sumbit, entered]", -5, "Có phải \"submit\"?", "")]
    [InlineData("deadlines.yaml", "calendar: civil", "calendar: cvil", 0, "Có phải \"civil\"?", "nd09")]
    [InlineData(
        "deadlines.yaml",
        "frequency: month\n    calendar: civil",
        "frequency: month\n    calendar: c124",
        0,
        "không có kỳ này",
        "year"
    )]
    [InlineData(Due, "event: crime-report.received\n", "evnt: crime-report.received\n", 0, "Có phải \"event\"?", "event")]
    [InlineData(Due, "    hours: 12\n", "", -3, "đúng một trong giờ, ngày, tháng", "hours, days, months")]
    [InlineData(Due, "    hours: 12\n", "    hours: 12\n    days: 1\n", 1, "đúng một trong giờ, ngày, tháng", "hours, days, months")]
    [InlineData(Due, "    hours: 12\n", "    hours: 12\n    workingDays: true\n", 1, "không đi với \"hours\"", "days")]
    [InlineData(Due, "    hours: 12\n", "    hours: 0\n", 0, "\"0\"", "từ 1 đến")]
    [InlineData(Due, "    hours: 12\n", "    hours: 12\n    dayOff: next\n", 1, "không dời theo ngày nghỉ", "bỏ mục này")]
    [InlineData(Due, "days: 20\n", "days: 20\n    dayOff: later\n", 1, "\"later\"", "keep, next, previous")]
    [InlineData(Due, "        hours: 24\n", "        hours: 10\n", -2, "không dài hơn thời hạn ban đầu", "")]
    [InlineData(Due, "      - code: procuracy\n", "      - code: complex\n", 0, "được ghi hai lần", "")]
    [InlineData(Due, "        times: 2\n", "        times: 0\n", 0, "\"0\"", "từ 1 đến 10")]
    [InlineData(
        Due,
        "  - code: crime-report.acknowledge\n",
        "  - code: crime-report.transfer\n",
        0,
        "cùng thời gian hiệu lực",
        "không trùng"
    )]
    [InlineData("pack.yaml", "  - hamlet\n", "  - hamlets\n", 0, "Có phải \"hamlet\"?", "police")]
    // Things that do not fit together.
    [InlineData(Ind, "  - code: crime.grave.cases\n", "  - code: crime.cases\n", 0, "đã có ở indicators.yaml, dòng", "")]
    [InlineData(Ind, "    of: crime.cases\n", "", -6, "phải có mục \"of\"", "")]
    [InlineData(
        Ind,
        "kind: change\n    of: crime.cases",
        "kind: change\n    over: all\n    of: crime.cases",
        1,
        "không có mục \"over\"",
        ""
    )]
    [InlineData(
        Ind,
        "stock: household.total\n    reportedBy: [hamlet]",
        "stock: household.total\n    reportedBy: [police]",
        1,
        "không phải đơn vị địa bàn",
        "hamlet"
    )]
    [InlineData(
        Ind,
        "    verified: true\n    basis: \"Kế hoạch phong trào năm 2024 của UBND xã, mục II.2\"\n",
        "    verified: true\n",
        0,
        "không có căn cứ",
        "verified: false"
    )]
    [InlineData("units.yaml", "      - Hội Phụ nữ\n", "      - Hội Nông dân\n", 0, "đã thuộc loại đơn vị", "")]
    [InlineData("units.yaml", "validTo: 2025-06-30", "validTo: 30/6/2025", 0, "không phải là ngày", "2024-09-02")]
    [InlineData("pack.yaml", "color: \"#0b6b3a\"", "color: \"#8be9b0\"", 0, "không dùng được", "tương phản")]
    [InlineData("pack.yaml", "version: \"0.1.0\"", "version: \"mới\"", 0, "không phải số phiên bản", "1.0.0")]
    [InlineData("pack.yaml", "code: an-ninh-to-quoc", "code: An ninh", 0, "không phải là mã", "chữ thường")]
    [InlineData("lexicon.yaml", "short: ANTQ", "short: ANTT", 0, "đã có ở trên", "")]
    public void It_is_told_with_its_line_and_what_is_right(
        string file,
        string what,
        string with,
        int lineAfter,
        string message,
        string expected
    )
    {
        using var pack = new SpoiltPack();
        var line = pack.Replace(file, what, with) + lineAfter;
        var errors = pack.Load().Errors;
        var error = errors.FirstOrDefault(e => e.Message.Vi.Contains(message, StringComparison.Ordinal));
        Assert.True(error is not null, string.Join('\n', errors.Select(e => e.Format("vi"))));
        Assert.Equal((file, line), (error.File, error.Line));
        Assert.Contains(expected, error.Expected?.Vi ?? "", StringComparison.Ordinal);
        Assert.NotEqual(error.Message.Vi, error.Message.En);
        Assert.True(error.Column > 0);
    }

    [Fact]
    public void A_text_has_a_limit_which_is_named()
    {
        using var pack = new SpoiltPack();
        var line = pack.Replace("units.yaml", "      - Hội Phụ nữ\n", $"      - {new string('x', 4_001)}\n");
        var error = pack.OnlyError();
        Assert.Equal(("units.yaml", line, "Dài quá 4000 ký tự."), (error.File, error.Line, error.Message.Vi));
    }

    [Fact]
    public void A_mistake_reads_as_one_line_for_people()
    {
        using var pack = new SpoiltPack();
        var line = pack.Replace(Ind, "kind: flow", "kind: folw");
        Assert.Equal(
            $"indicators.yaml:{line}:11: indicators[0].kind: \"folw\" không có trong các giá trị cho phép. Có phải \"flow\"? Cần: flow, stock, opening, reach, ratio, change, yesno, score.",
            pack.OnlyError().Format("vi")
        );
        Assert.Equal(
            $"indicators.yaml:{line}:11: indicators[0].kind: \"folw\" is not an allowed value. Did you mean \"flow\"? Expected: flow, stock, opening, reach, ratio, change, yesno, score.",
            pack.OnlyError().Format("en")
        );
    }

    [Fact]
    public void All_mistakes_of_all_files_are_told_in_one_run()
    {
        using var pack = new SpoiltPack();
        pack.Replace(Ind, "kind: flow", "kind: folw");
        pack.Replace(Ind, "denominator: crime-report.received", "denominator: crime-report.recieved");
        pack.Replace("flows/report.yaml", "to: submitted", "to: sent");
        pack.Replace("deadlines.yaml", "days: 5", "days: five");
        pack.Replace("units.yaml", "territorial: true", "territory: true");
        pack.Replace("holidays.yaml", "date: 2023-01-02", "date: 2023-02-30");
        pack.Write("lexicon.yaml", "organs: [\n");
        var files = pack.Load().Errors.Select(e => e.File).ToHashSet();
        Assert.Equal(
            ["deadlines.yaml", "flows/report.yaml", "holidays.yaml", Ind, "lexicon.yaml", "units.yaml"],
            files.Order(StringComparer.Ordinal)
        );
        Assert.Equal(2, pack.Load().Errors.Count(e => e.File == Ind));
    }

    [Fact]
    public void Indicators_that_go_round_in_a_circle_are_told_with_the_circle()
    {
        using var pack = new SpoiltPack();
        pack.Replace(Ind, "    of: crime.grave.cases\n", "    of: crime.four-reductions.cases-change\n");
        pack.Replace(Ind, "    of: crime.four-reductions.cases\n", "    of: crime.grave.cases-change\n");
        Assert.Contains(
            pack.Load().Errors,
            e =>
                e.Message.Vi.Contains(
                    "crime.grave.cases-change → crime.four-reductions.cases-change → crime.grave.cases-change",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_part_of_itself_is_a_circle_too()
    {
        using var pack = new SpoiltPack();
        pack.Replace(Ind, "- {whole: crime.cases, over: year}", "- {whole: crime.cleared, over: year}");
        Assert.Contains("crime.cleared → crime.cleared", pack.OnlyError().Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_where_nothing_can_be_done_and_one_that_nothing_reaches_are_told()
    {
        using var pack = new SpoiltPack();
        pack.Replace("flows/report.yaml", "from: [draft, returned, reopened]", "from: [draft, returned]");
        Assert.Contains("\"reopened\" không có bước nào đi tiếp", pack.OnlyError().Message.Vi, StringComparison.Ordinal);
        pack.Replace("flows/report.yaml", "to: reopened", "to: submitted");
        Assert.Contains(
            pack.Load().Errors,
            e => e.Message.Vi.Contains("Không bước nào dẫn tới trạng thái \"reopened\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Two_holidays_on_one_day_are_told()
    {
        using var pack = new SpoiltPack();
        pack.Replace("holidays.yaml", "date: 2023-01-02", "date: 2023-01-01");
        Assert.Contains("2023-01-01", pack.OnlyError().Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_a_missing_folder_and_a_missing_pack_are_told()
    {
        using var pack = new SpoiltPack();
        pack.Delete("holidays.yaml");
        Assert.Equal("Thiếu tệp holidays.yaml.", pack.OnlyError().Message.Vi);
        Directory.Delete(Path.Combine(pack.Folder, "flows"), recursive: true);
        Assert.Contains(pack.Load().Errors, e => e.Message.Vi == "Thiếu thư mục flows/.");
        Assert.False(PackLoader.Load(Path.Combine(pack.Folder, "none")).Ok);
    }

    [Fact]
    public void The_check_command_lists_them_and_fails()
    {
        using var pack = new SpoiltPack();
        pack.Replace(Ind, "kind: flow", "kind: folw");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(3, PackCommand.Check(pack.Folder, output, errors, "vi"));
        Assert.Equal("", output.ToString());
        Assert.Contains("Có phải \"flow\"?", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 lỗi", errors.ToString(), StringComparison.Ordinal);
    }
}
