namespace ThiDua.Plans.Tests;

public sealed class PlanJsonTests
{
    private static readonly Plan Sample = new()
    {
        Header = new("KH", "12", "KH-UBND", "ỦY BAN NHÂN DÂN XÃ HÒA AN", "Hòa An", "2026-02-03", "Phát động thi đua", 2026),
        Period = new("2026-02-03", null),
        References = [new("NĐ", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "công tác văn thư", ["I", "II.1"])],
        Targets =
        [
            new("II", "Ít nhất 75,5% hộ", "hộ", ">=", 75.5m, null, "%", null, null, ["Các ấp"], new(null, "quarter"), 0.95, new(3, 4)),
        ],
        Tasks = [new("III.1", "Mở lớp", ["Công an xã"], [], new("2026-12-15", null), 0.9, new(7, 7))],
        Duties = [new("Các ấp", "Công an xã", "báo cáo", null, new(9, 9))],
        Warnings = [new("ocr.slip", "“áp” có thể là “ấp”.", null)],
    };

    [Fact]
    public void Keys_are_those_of_the_contract_nulls_stay_and_Vietnamese_is_readable()
    {
        var json = PlanJson.Write(Sample, indented: false);
        Assert.Contains("\"legalBases\":[]", json, StringComparison.Ordinal);
        Assert.Contains("\"period\":{\"from\":\"2026-02-03\",\"to\":null}", json, StringComparison.Ordinal);
        Assert.Contains("\"due\":{\"every\":\"quarter\"}", json, StringComparison.Ordinal);
        Assert.Contains("\"lines\":[3,4]", json, StringComparison.Ordinal);
        Assert.Contains("Phát động thi đua", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_back_equal()
    {
        var back = PlanJson.Parse(PlanJson.Write(Sample));
        Assert.Equal(PlanJson.Write(Sample), PlanJson.Write(back));
        Assert.Equal(Sample.Targets[0].Due, back.Targets[0].Due);
        Assert.Equal(Sample.Tasks[0].Lines, back.Tasks[0].Lines);
    }
}
