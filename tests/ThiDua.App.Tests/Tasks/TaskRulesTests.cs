using CsCheck;
using ThiDua.App.Features.Tasks;

namespace ThiDua.App.Tests.Tasks;

public sealed class TaskRulesTests
{
    private static readonly string[] Everies = ["week", "month", "quarter", "half", "year"];
    private static readonly DateOnly From = new(2024, 1, 10),
        To = new(2024, 12, 20);

    [Theory]
    [InlineData("week", "2024-01-10 2024-01-14, 2024-01-15 2024-01-21, 2024-01-22 2024-01-28")]
    [InlineData("month", "2024-01-10 2024-01-31")]
    [InlineData("year", "2024-01-10 2024-12-20")]
    public void Spans_follow_the_calendar_and_keep_within_the_campaign(string every, string expected) =>
        Assert.Equal(expected, Text(TaskRules.Begun(every, null, From, To, new(2024, 1, 28))));

    [Theory]
    [InlineData("quarter", "2024-01-10 2024-03-31, 2024-04-01 2024-06-30, 2024-07-01 2024-09-30, 2024-10-01 2024-12-20")]
    [InlineData("half", "2024-01-10 2024-06-30, 2024-07-01 2024-12-20")]
    public void The_last_span_ends_with_the_campaign(string every, string expected) =>
        Assert.Equal(expected, Text(TaskRules.Begun(every, null, From, To, new(2025, 3, 1))));

    [Fact]
    public void What_is_done_once_is_due_on_its_day_or_when_the_campaign_ends()
    {
        Assert.Equal("2024-01-10 2024-06-01", Text(TaskRules.Begun(null, new(2024, 6, 1), From, To, From)));
        Assert.Equal("2024-01-10 2024-12-20", Text(TaskRules.Begun(null, null, From, To, From)));
        Assert.Empty(TaskRules.Begun("month", null, From, To, From.AddDays(-1)));
    }

    [Fact]
    public void Spans_touch_and_never_overlap_and_begin_by_today() =>
        Gen.Select(Gen.Int[0, 4].Select(n => Everies[n]), Gen.Int[0, 400], Gen.Int[0, 800], Gen.Int[0, 1000])
            .Sample(
                (every, start, length, now) =>
                {
                    var from = new DateOnly(2024, 1, 1).AddDays(start);
                    var (to, today) = (from.AddDays(length), from.AddDays(now));
                    var spans = TaskRules.Begun(every, null, from, to, today);
                    return spans[0].From == from
                        && spans.All(s => s.From <= s.To && s.To <= to && s.From <= today)
                        && spans.Zip(spans.Skip(1)).All(p => p.First.To.AddDays(1) == p.Second.From)
                        && (spans[^1].To >= today || spans[^1].To == to);
                }
            );

    private static string Text(IEnumerable<TaskSpan> spans) =>
        string.Join(", ", spans.Select(s => $"{s.From:yyyy-MM-dd} {s.To:yyyy-MM-dd}"));
}
