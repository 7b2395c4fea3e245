using CsCheck;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Features.Registers;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Registers;

/// <summary>Rows that are done again: one as a new row, many from the year before.</summary>
public sealed class CopyRowsTests
{
    private const string Address = $"/registers/{UnseenRegister.Code}";

    [Theory, BothEngines]
    public async Task A_copy_begins_with_all_but_its_day_and_what_only_one_row_may_have(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (system, rows) = await ManyRowsTests.Start(engine, pack, rows: 1);
        await using var _ = system;
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        await browser.Open($"/registers/rows/{rows[0]}");
        await browser.Follow("Chép thành dòng mới");
        string? Value(string field) => browser.Page.QuerySelector($"#{field}")!.GetAttribute("value");
        Assert.Equal(("30", null, null), (Value("people"), NullIfEmpty(Value("day")), NullIfEmpty(Value("street"))));
        Assert.NotNull(browser.Page.QuerySelector("input[name=sort][value=street][checked]"));
        await browser.Send("form.report", ("day", "2024-05-14"), ("street", "Đường ấp 7"));
        Assert.StartsWith("/registers/rows/", browser.Path, StringComparison.Ordinal);
        Assert.Equal(2, await ManyRowsTests.Sessions(system));
        // Of another register, or of a place that one does not see, nothing is copied.
        foreach (var address in new[] { $"/registers/outreach/new?from={rows[0]}", $"{Address}/new?from=none" })
        {
            await browser.Open(address);
            Assert.Equal(404, (int)browser.Status);
        }
        using var stranger = await system.Browser(system.World.HamletHeads[1]);
        await stranger.Open($"{Address}/new?from={rows[0]}");
        Assert.Equal(404, (int)stranger.Status);
    }

    [Theory, BothEngines]
    public async Task Rows_of_last_year_are_new_rows_of_this_and_taken_back_together(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml.Replace(", unique: true", ""));
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        foreach (var (day, street) in new[] { ("2023-05-03", "Đường ấp 1"), ("2023-05-04", "Đường ấp 2"), ("2023-12-01", "Đường ấp 3") })
            Assert.True((await RegisterCountTests.Save(system, head, hamlet, UnseenRegister.Row(day, street))).Ok);
        var ids = await system.Db(db => db.RegisterRows.OrderBy(r => r.Id).Select(r => r.Case.PublicId).ToListAsync());
        using var browser = await system.Browser(head);
        await browser.Open(Address);
        await browser.Follow("Chép từ năm trước");
        Assert.Equal("2024-05-03", browser.Page.QuerySelector($"#day-{ids[0]}")!.GetAttribute("value"));
        // The third would lie in the future; nothing of it is written, nothing typed is lost.
        await browser.Send("form.copy", ("pick", ids[0]), ("pick", ids[2]), ($"day-{ids[0]}", "2024-05-06"));
        Assert.Contains("Đường ấp 3", browser.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2024-05-06", browser.Page.QuerySelector($"#day-{ids[0]}")!.GetAttribute("value"));
        Assert.Equal(2, browser.Page.QuerySelectorAll("input[name=pick][checked]").Length);
        Assert.Equal(3, await system.Db(db => db.RegisterRows.CountAsync()));

        await browser.Send("form.copy", ("pick", ids[0]), ("pick", ids[1]));
        Assert.StartsWith(Address, browser.Path, StringComparison.Ordinal);
        Assert.Contains("Chép từ năm trước: 2 dòng", browser.Text, StringComparison.Ordinal);
        Assert.Equal(
            [new DateOnly(2024, 5, 4), new DateOnly(2024, 5, 6)],
            await system.Db(db => db.RegisterRows.Where(r => r.Date.Year == 2024).Select(r => r.Date).Order().ToListAsync())
        );
        Assert.Equal(2, await ManyRowsTests.Sessions(system));
        await browser.Send("form[action$='Undo']");
        Assert.Contains("Đã hoàn tác 2 dòng.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(0, await ManyRowsTests.Sessions(system));
        Assert.Equal(2, await system.Db(db => db.RegisterRows.CountAsync(r => r.Case.State == "cancelled")));
    }

    [Fact]
    public void Dates_move_with_the_year_and_leap_days_stay_in_February() =>
        Gen.Select(Gen.Int[0, 40_000], Gen.Int[1950, 2100], Gen.Int[1, 3])
            .Sample(
                (offset, year, years) =>
                {
                    var date = new DateOnly(1950, 1, 1).AddDays(offset);
                    var moved = RowCopies.Shifted(date, new(year, 6, 1), new(year + years, 6, 1));
                    Assert.Equal((date.Year + years, date.Month), (moved.Year, moved.Month));
                    Assert.True(moved.Day == date.Day || (date is { Month: 2, Day: 29 } && moved.Day == 28));
                }
            );

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
