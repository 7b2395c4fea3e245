namespace ThiDua.Plans.Tests.Comparing;

public sealed class PlanComparisonTests
{
    [Fact]
    public void Targets_are_raised_lowered_dropped_new_or_the_same()
    {
        var last = Plan([
            Target("tỷ lệ điều tra, khám phá án", ">", 75),
            Target("tỷ lệ tái phạm tội", "<", 15),
            Target("hộ dân được tuyên truyền", ">=", 75),
            Target("tuyến đường có đèn chiếu sáng", "=", 100),
        ]);
        var next = Plan([
            Target("tỷ lệ điều tra, khám phá các loại án", ">", 80),
            Target("tỷ lệ tái phạm tội", "<", 18),
            Target("tuyến đường có đèn chiếu sáng", "=", 100),
            Target("mô hình có nhóm liên lạc", "=", 100),
        ]);
        var kinds = PlanComparison.Compare(last, next).Targets.ToDictionary(c => (c.To ?? c.From)!.Measure, c => c.Kind);
        Assert.Equal(ChangeKind.Raised, kinds["tỷ lệ điều tra, khám phá các loại án"]);
        Assert.Equal(ChangeKind.Lowered, kinds["tỷ lệ tái phạm tội"]);
        Assert.Equal(ChangeKind.Same, kinds["tuyến đường có đèn chiếu sáng"]);
        Assert.Equal(ChangeKind.New, kinds["mô hình có nhóm liên lạc"]);
        Assert.Equal(ChangeKind.Dropped, kinds["hộ dân được tuyên truyền"]);
    }

    [Theory]
    [InlineData(">=", 60, ">", 60, ChangeKind.Raised)]
    [InlineData("<=", 2, "<=", 1, ChangeKind.Raised)]
    [InlineData(">=", 60, ">=", 55, ChangeKind.Lowered)]
    [InlineData("=", 60, "=", 60, ChangeKind.Same)]
    public void What_asks_for_more_is_raised(string comparatorBefore, int before, string comparatorAfter, int after, ChangeKind expected)
    {
        var change = PlanComparison
            .Compare(Plan([Target("số vụ cháy", comparatorBefore, before)]), Plan([Target("số vụ cháy", comparatorAfter, after)]))
            .Targets.Single();
        Assert.Equal(expected, change.Kind);
    }

    [Fact]
    public void A_task_with_another_lead_has_moved()
    {
        var last = new Plan
        {
            Header = Head,
            Tasks = [Task("Kiểm tra việc thực hiện tại các ấp", "Công an xã"), Task("Tổng hợp số liệu báo cáo hằng quý", "Văn phòng")],
        };
        var next = new Plan
        {
            Header = Head,
            Tasks = [Task("Kiểm tra việc thực hiện tại các ấp", "Ban Chỉ huy Quân sự xã"), Task("Mở lớp tập huấn cho tổ bảo vệ", "CA xã")],
        };
        var tasks = PlanComparison.Compare(last, next).Tasks;
        Assert.Equal([ChangeKind.Moved, ChangeKind.New, ChangeKind.Dropped], tasks.Select(t => t.Kind));
    }

    [Fact]
    public void A_lead_written_short_is_the_same_lead()
    {
        var change = PlanComparison
            .Compare(
                new Plan { Header = Head, Tasks = [Task("Kiểm tra các ấp", "Công an xã")] },
                new Plan { Header = Head, Tasks = [Task("Kiểm tra các ấp", "CA xã")] }
            )
            .Tasks.Single();
        Assert.Equal(ChangeKind.Same, change.Kind);
    }

    [Fact]
    public void Legal_bases_are_added_dropped_or_replaced()
    {
        var last = new Plan
        {
            Header = Head,
            LegalBases =
            [
                new("KH", "76/KH-UBND", "2024-03-27", "UBND thành phố", "phát động thi đua năm 2024", []),
                new("CT", "30-CT/TU", "2023-04-26", null, "mục tiêu 04 giảm", []),
            ],
        };
        var next = new Plan
        {
            Header = Head,
            LegalBases =
            [
                new("KH", "81/KH-UBND", "2025-03-20", "UBND thành phố", "phát động thi đua năm 2025", []),
                new("NQ", "12-NQ/TU", "2025-01-10", null, "bảo đảm an ninh", []),
            ],
        };
        var bases = PlanComparison.Compare(last, next).LegalBases;
        Assert.Equal([ChangeKind.Replaced, ChangeKind.New, ChangeKind.Dropped], bases.Select(b => b.Kind));
    }

    [Fact]
    public void A_plan_against_itself_shows_nothing_changed()
    {
        var plan = Plan([Target("a b c", ">=", 5), Target("a b d", ">=", 5)]);
        Assert.All(PlanComparison.Compare(plan, plan).Targets, c => Assert.Equal(ChangeKind.Same, c.Kind));
    }

    private static readonly PlanHeader Head = new("KH", null, null, null, null, null, null, null);

    private static Plan Plan(IReadOnlyList<PlanTarget> targets) => new() { Header = Head, Targets = targets };

    private static PlanTarget Target(string measure, string comparator, decimal value) =>
        new("II", measure, measure, comparator, value, null, "%", null, null, [], null, 1, new(1, 1));

    private static PlanTask Task(string text, string lead) => new("III", text, [lead], [], null, 1, new(1, 1));
}
