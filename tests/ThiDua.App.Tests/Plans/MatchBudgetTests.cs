using ThiDua.App.Features.Plans;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tree;
using ThiDua.Plans;

namespace ThiDua.App.Tests.Plans;

/// <summary>Matching runs inside the server: whatever a file says, it ends.</summary>
public sealed class MatchBudgetTests
{
    private static readonly UnitRow Commune = new(1, "xa", "90001", "Xã Bình Minh Mẫu", "commune", null, "/1/");

    private static DraftContent Make(Plan plan, MatchBudget? budget = null) =>
        DraftMaking.Make(plan, PackFolder.Pack, Commune, [Commune], budget);

    private static Plan Asking(params string[] names) =>
        new()
        {
            Header = new(null, null, null, null, null, null, "Kế hoạch", 2024),
            Tasks = [.. names.Select((n, i) => new PlanTask(null, $"Việc {i}", [n], [], null, 1, new(i + 1, i + 1)))],
            Targets = [new(null, "Khám phá án trên 75%", "Tỷ lệ khám phá án", ">", 75, null, "%", null, null, [], null, 1, new(90, 90))],
        };

    [Theory]
    [InlineData("a, ")]
    [InlineData("Công an xã và ")]
    [InlineData("x")]
    public void Names_of_three_megabytes_are_cut_and_matched_in_a_moment(string part)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var draft = Make(Asking(string.Concat(Enumerable.Repeat(part, 3_000_000 / part.Length)), "Công an xã"));
        Assert.All(draft.Units, u => Assert.True(u.Name.Length <= MatchBudget.LongestList));
        Assert.Contains(draft.Units, u => u.Name == "Công an xã" && u.Choice == UnitChoice.Create);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(40));
    }

    [Fact]
    public void What_is_not_matched_in_time_is_left_to_the_person_and_said()
    {
        var whole = Make(Asking("Công an xã"));
        Assert.Equal((false, UnitChoice.Create), (whole.NotAllMatched, Assert.Single(whole.Units).Choice));
        Assert.NotNull(Assert.Single(whole.Targets).Indicator);
        var over = Make(Asking("Công an xã"), new MatchBudget(TimeSpan.Zero));
        Assert.Equal((true, UnitChoice.Open, true), (over.NotAllMatched, Assert.Single(over.Units).Choice, over.Units[0].ToCheck));
        Assert.Equal((null, true), (Assert.Single(over.Targets).Indicator, over.Targets[0].IndicatorToCheck));
        Assert.Single(over.Tasks);
    }

    [Fact]
    public void A_name_that_is_typed_has_a_limit()
    {
        Assert.True(DraftRules.AreNames("Công an xã\nHội Phụ nữ"));
        Assert.False(DraftRules.AreNames(new string('x', MatchBudget.LongestName + 1)));
        Assert.False(DraftRules.AreNames(string.Join('\n', Enumerable.Range(0, MatchBudget.MostNames + 1))));
    }
}
