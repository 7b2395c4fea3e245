using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Registers;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Registers;

/// <summary>Acts on many rows at once, each taken back as a whole.</summary>
public sealed class ManyRowsTests
{
    private const string Address = $"/registers/{UnseenRegister.Code}";
    private const string List = "form.printed";

    internal static async Task<(TestSystem System, List<string> Rows)> Start(Engine engine, SpoiltPack pack, int rows = 3)
    {
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        var system = await TestSystem.Start(engine, packs: pack.Parent);
        var ids = new List<string>();
        for (var n = 1; n <= rows; n++)
            ids.Add(
                (
                    await RegisterCountTests.Save(
                        system,
                        system.World.HamletHeads[0],
                        system.World.Hamlets[0],
                        UnseenRegister.Row(street: $"Đường ấp {n}")
                    )
                )
                    .Value!
                    .Id
            );
        return (system, ids);
    }

    internal static Task<string[]> States(TestSystem system) =>
        system.Db(db => db.RegisterRows.OrderBy(r => r.Id).Select(r => r.Case.State).ToArrayAsync());

    internal static Task<long> Sessions(TestSystem system) =>
        system.Db(db =>
            db.Totals.Where(t => t.UnitId == system.World.Commune.Id && t.PeriodId == ThiDua.Measures.Period.Month(2024, 5).Id)
                .Join(db.Indicators.Where(i => i.Code == "outreach.sessions"), t => t.IndicatorId, i => i.Id, (t, _) => t.Sum)
                .SumAsync()
        );

    private static Task Press(Browser browser, string button, IEnumerable<string> rows, string? reason = null) =>
        browser.Send(List, button, [.. rows.Select(r => ("pick", (string?)r)), ("reason", reason ?? "")]);

    [Theory, BothEngines]
    public async Task Ticked_rows_are_confirmed_together_and_taken_back_together(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (system, rows) = await Start(engine, pack);
        await using var _ = system;
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open(Address);
        await Press(browser, "Xác nhận các dòng đã chọn", rows.Take(2));
        Assert.Contains("Đã làm xong 2 dòng.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(["confirmed", "confirmed", "entered"], await States(system));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "row.many")));

        await browser.Send("form[action$='Undo']");
        Assert.Contains("Đã hoàn tác 2 dòng.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(["entered", "entered", "entered"], await States(system));
        // It waits for its decision by the day it had.
        var due = await system.Db(db => db.RegisterRows.Select(r => r.Case.Due).Distinct().ToListAsync());
        Assert.NotNull(Assert.Single(due));
        Assert.Empty(browser.Page.QuerySelectorAll("form[action$='Undo']"));
    }

    [Theory, BothEngines]
    public async Task Cancelling_many_asks_for_a_reason_counts_and_comes_back(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (system, rows) = await Start(engine, pack);
        await using var _ = system;
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        await browser.Open(Address);
        await Press(browser, "Hủy các dòng đã chọn", rows);
        Assert.Contains("Cần ghi lý do", browser.Text, StringComparison.Ordinal);
        Assert.Equal(3, browser.Page.QuerySelectorAll("input[name=pick][checked]").Length);
        Assert.Equal(["entered", "entered", "entered"], await States(system));
        await Press(browser, "Hủy các dòng đã chọn", rows, "Ghi nhầm sổ");
        Assert.Equal(["cancelled", "cancelled", "cancelled"], await States(system));
        Assert.Equal(0, await Sessions(system));
        Assert.Contains("Đã hủy (3)", browser.Text, StringComparison.Ordinal);
        await browser.Send("form[action$='Undo']");
        Assert.Equal(["entered", "entered", "entered"], await States(system));
        Assert.Equal(3, await Sessions(system));
        Assert.Equal(
            0,
            (await system.As(null, s => s.GetRequiredService<ThiDua.App.Verify.VerifySystem>().Handle(CancellationToken.None))).Totals.Wrong
        );
    }

    [Theory, BothEngines]
    public async Task What_cannot_be_moved_is_named_and_what_somebody_went_on_with_is_not_taken_back(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (system, rows) = await Start(engine, pack);
        await using var _ = system;
        var world = system.World;
        Assert.True(
            (
                await system.As(
                    world.OfficeHead,
                    s => s.GetRequiredService<MoveCase>().Handle(new(rows[2], "confirm"), CancellationToken.None)
                )
            ).Ok
        );
        using var browser = await system.Browser(world.OfficeHead);
        await browser.Open(Address);
        await Press(browser, "Xác nhận các dòng đã chọn", rows);
        Assert.Contains("Đã làm xong 2 dòng, 1 dòng chưa làm được:", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Đường ấp 3: ", browser.Text, StringComparison.Ordinal);

        var form = browser.Page.QuerySelector("form[action$='Undo'] input[name=record]")!.GetAttribute("value");
        Assert.True(
            (await RegisterCountTests.Save(system, world.HamletHeads[0], world.Hamlets[0], UnseenRegister.Row(people: "31"), rows[0])).Ok
        );
        await browser.Send("form[action$='Undo']", ("record", form));
        Assert.Contains("“Đường ấp 1” đã được sửa hoặc xử lý tiếp", browser.Text, StringComparison.Ordinal);
        Assert.Equal(["entered", "confirmed", "confirmed"], await States(system));
    }

    [Theory, BothEngines]
    public async Task Who_has_no_right_moves_nothing_and_takes_back_nothing(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (system, rows) = await Start(engine, pack, rows: 1);
        await using var _ = system;
        var world = system.World;
        var stranger = await system.As(
            world.HamletHeads[1],
            s =>
                s.GetRequiredService<Features.Registers.Many.ActOnRows>()
                    .Handle(new(UnseenRegister.Code, rows, "cancel", "Thử"), CancellationToken.None)
        );
        Assert.Equal(0, stranger.Value!.Done);
        var own = await system.As(
            world.HamletHeads[0],
            s =>
                s.GetRequiredService<Features.Registers.Many.ActOnRows>()
                    .Handle(new(UnseenRegister.Code, rows, "confirm", null), CancellationToken.None)
        );
        Assert.Equal((0, 1), (own.Value!.Done, own.Value.Refused.Count));
        await system.As(
            world.OfficeHead,
            s =>
                s.GetRequiredService<Features.Registers.Many.ActOnRows>()
                    .Handle(new(UnseenRegister.Code, rows, "confirm", null), CancellationToken.None)
        );
        var record = await system.Db(db => db.Acts.Where(a => a.Verb == "row.many").Select(a => a.Id).SingleAsync());
        Task<Shared.Outcome<Features.Registers.Many.TakenBackRows>> Undo(TestAccount who) =>
            system.As(
                who,
                s => s.GetRequiredService<Features.Registers.Many.UndoRowAct>().Handle(UnseenRegister.Code, record, CancellationToken.None)
            );
        Assert.True((await Undo(world.Reviewer)).Missing);
        system.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("quá một ngày", Assert.Single((await Undo(world.OfficeHead)).Errors).Message, StringComparison.Ordinal);
        Assert.Equal(["confirmed"], await States(system));
    }
}
