using CsCheck;
using ThiDua.App.Lists;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Registers;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Lists;

/// <summary>A list as the calendar of a month: the same rows, by the same filters and rights.</summary>
public sealed class CalendarTests
{
    private const string Address = $"/registers/{UnseenRegister.Code}?view=calendar";

    [Theory, BothEngines]
    public async Task A_month_shows_its_rows_by_day_and_counts_what_does_not_fit(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (system, rows) = await ManyRowsTests.Start(engine, pack, rows: 5);
        await using var _ = system;
        var world = system.World;
        var april = UnseenRegister.Row("2024-04-30", "Đường tháng tư");
        Assert.True((await RegisterCountTests.Save(system, world.HamletHeads[1], world.Hamlets[1], april)).Ok);
        using var browser = await system.Browser(world.OfficeHead);
        // The month that is running, without being named.
        await browser.Open(Address);
        Assert.Contains("Tháng 5/2024", browser.Text, StringComparison.Ordinal);
        Assert.Equal(35, browser.Page.QuerySelectorAll("table.month tbody td").Length);
        var day = Assert.Single(browser.Page.QuerySelectorAll("table.month td:not(.none)"));
        Assert.Equal(4, day.QuerySelectorAll("li").Length);
        await browser.Open(day.QuerySelector("li:last-child a")!.GetAttribute("href")!);
        Assert.Equal(5, browser.Page.QuerySelectorAll("table.rows tbody tr").Length);

        await browser.Open($"{Address}&month=2024-04");
        Assert.Contains("Đường tháng tư", browser.Text, StringComparison.Ordinal);
        await browser.Open($"{Address}&month=2024-04&q=khong+co");
        Assert.DoesNotContain("Đường tháng tư", browser.Text, StringComparison.Ordinal);
        // Who does not see a row in the list does not see it here.
        using var head = await system.Browser(world.HamletHeads[0]);
        await head.Open($"{Address}&month=2024-04");
        Assert.Contains("Tháng này không có dòng nào", head.Text, StringComparison.Ordinal);
        await head.Open($"{Address}&month=oops");
        Assert.Contains("Tháng 5/2024", head.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Weeks_hold_each_day_of_the_month_once_under_its_weekday() =>
        Gen.Select(Gen.Int[1900, 2199], Gen.Int[1, 12])
            .Sample(
                (year, month) =>
                {
                    var weeks = new ListMonth(new(year, month, 1), new(year, month, 1), []).Weeks().ToList();
                    Assert.All(weeks, w => Assert.Equal(7, w.Count));
                    Assert.Equal(
                        Enumerable.Range(1, DateTime.DaysInMonth(year, month)),
                        weeks.SelectMany(w => w).OfType<DateOnly>().Select(d => d.Day)
                    );
                    Assert.All(
                        weeks.SelectMany(w => w.Index()).Where(d => d.Item is not null),
                        d => Assert.Equal(d.Index, ((int)d.Item!.Value.DayOfWeek + 6) % 7)
                    );
                }
            );
}
