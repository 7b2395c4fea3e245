namespace ThiDua.Plans.Tests.Reading.Dates;

public sealed class DueTests
{
    private const string Head =
        "Số: 12/KH-UBND\nBình Minh, ngày 15 tháng 4 năm 2024\n\nKẾ HOẠCH\nPhong trào thi đua năm 2024\n\nII. TỔ CHỨC THỰC HIỆN\n";

    [Theory]
    [InlineData("hoàn thành trước ngày 15/12/2024", "2024-12-15", null)]
    [InlineData("hoàn thành trước ngày 15/12", "2024-12-15", null)]
    [InlineData("hoàn thành trước ngày 15 tháng 11", "2024-11-15", null)]
    [InlineData("hoàn thành chậm nhất ngày 05-6-2024", "2024-06-05", null)]
    [InlineData("hoàn thành trong quý III", "2024-09-30", null)]
    [InlineData("hoàn thành trong quý III/2025", "2025-09-30", null)]
    [InlineData("hoàn thành trong tháng 10", "2024-10-31", null)]
    [InlineData("báo cáo kết quả hằng quý", null, "quarter")]
    [InlineData("báo cáo kết quả trước ngày 15 tháng 12 hằng năm", null, "year")]
    // Over when the plan was issued: of which year it is cannot be told.
    [InlineData("hoàn thành trước ngày 15/01", null, null)]
    [InlineData("hoàn thành trước ngày 30/02", null, null)]
    public void A_deadline_without_a_year_is_of_the_campaigns_year(string said, string? date, string? every)
    {
        var task = Assert.Single(Texts.Read($"{Head}1. Công an xã chủ trì tuyên truyền, {said}.\n").Tasks);
        Assert.Equal((date, every), (task.Due?.Date, task.Due?.Every));
    }

    [Fact]
    public void Without_any_year_a_day_alone_is_no_deadline() =>
        Assert.Null(
            Assert.Single(Texts.Read("II. TỔ CHỨC THỰC HIỆN\n1. Công an xã chủ trì tuyên truyền, hoàn thành trước ngày 15/12.\n").Tasks).Due
        );

    [Fact]
    public void Each_deadline_of_a_clause_is_a_duty()
    {
        var duties = Texts
            .Read($"{Head}1. Các ấp báo cáo kết quả về Công an xã 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12.\n")
            .Duties;
        Assert.Equal(["2024-06-15", "2024-12-15"], duties.Select(d => d.Due?.Date));
        Assert.All(duties, d => Assert.Equal(("Các ấp", "Công an xã"), (d.Who, d.To)));
    }
}
