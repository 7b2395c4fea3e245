using CsCheck;
using ThiDua.App.Notices;

namespace ThiDua.App.Tests.Notices;

public sealed class ReminderRulesTests
{
    private static readonly DateOnly Due = new(2024, 6, 5);

    [Theory]
    // Both sides of every day: the day before nothing, the day itself the word, the day after nothing.
    [InlineData("2024-06-01", "")]
    [InlineData("2024-06-02", "Remind 3")]
    [InlineData("2024-06-03", "")]
    [InlineData("2024-06-04", "Remind 1")]
    [InlineData("2024-06-05", "")]
    [InlineData("2024-06-07", "")]
    [InlineData("2024-06-08", "Escalate 3")]
    [InlineData("2024-06-09", "")]
    public void Each_word_falls_on_its_day(string day, string expected)
    {
        var today = DateOnly.ParseExact(day, "yyyy-MM-dd");
        Assert.Equal(
            expected,
            string.Join(' ', ReminderRules.On(Due, [3, 1], [3], today.AddDays(-1), today).Select(r => $"{r.Kind} {r.Days}"))
        );
    }

    [Fact]
    public void Days_on_which_nothing_ran_are_caught_up_with_one_word() =>
        Assert.Equal(
            [(NoticeKind.Remind, 1), (NoticeKind.Escalate, 3)],
            ReminderRules.On(Due, [3, 1], [1, 3], Due.AddDays(-10), Due.AddDays(10))
        );

    [Fact]
    public void Looking_day_by_day_says_each_word_once() =>
        Gen.Select(Gen.Int[0, 30].Array[0, 5], Gen.Int[1, 30].Array[0, 5])
            .Sample(
                (before, after) =>
                {
                    var said = Enumerable
                        .Range(-40, 80)
                        .Select(Due.AddDays)
                        .SelectMany(day => ReminderRules.On(Due, before, after, day.AddDays(-1), day))
                        .ToList();
                    return said.Count == before.Distinct().Count() + after.Distinct().Count() && said.Distinct().Count() == said.Count;
                }
            );

    [Fact]
    public void The_nearest_who_hold_the_right_are_reminded_and_the_next_above_are_told()
    {
        var holders = new[] { ("/1/", 10), ("/1/7/", 20), ("/1/7/", 21), ("/1/7/30/", 30) }.ToLookup(h => h.Item1, h => h.Item2);
        Assert.Equal("30 | 20 21", Told(ReminderRules.Holders(holders, "/1/7/30/", false)));
        Assert.Equal("20 21 | 10", Told(ReminderRules.Holders(holders, "/1/7/31/", false)));
        Assert.Equal("20 21 | 10", Told(ReminderRules.Holders(holders, "/1/7/30/", true)));
        Assert.Equal(" | ", Told(ReminderRules.Holders(holders, "/2/", false)));
    }

    private static string Told((IReadOnlyList<int> Nearest, IReadOnlyList<int> Above) found) =>
        $"{string.Join(' ', found.Nearest)} | {string.Join(' ', found.Above)}";
}
