using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Registers.Trash;
using ThiDua.App.Files;
using ThiDua.App.Jobs;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Registers;

/// <summary>Cancelled rows wait 30 days: brought back until the last of them, emptied after it.</summary>
public sealed class RowTrashTests
{
    private const string Trash = $"/registers/{UnseenRegister.Code}?state=cancelled";

    private static Task<Outcome> Move(TestSystem system, TestAccount who, string row, string act, string reason) =>
        system.As(who, s => s.GetRequiredService<MoveCase>().Handle(new(row, act, reason), CancellationToken.None));

    private static async Task Drop(TestSystem system)
    {
        var job = await system.As(
            null,
            async s =>
            {
                var db = s.GetRequiredService<Data.AppDb>();
                var cause = s.GetRequiredService<Security.Viewer>().Record("system.day", "system", "test", null);
                var job = await db.Enqueue(DropRows.Code, new WorkOfDay(new(2024, 6, 15)), cause, CancellationToken.None);
                await db.SaveChangesAsync();
                return job;
            }
        );
        var end = await system.As(null, s => s.GetRequiredService<JobDesk>().Wait(job, TimeSpan.FromSeconds(20), CancellationToken.None));
        Assert.Equal(JobState.Done, end.State);
    }

    [Theory, BothEngines]
    public async Task Until_the_thirtieth_day_a_row_comes_back_alone_or_with_others(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (system, rows) = await ManyRowsTests.Start(engine, pack);
        await using var _ = system;
        foreach (var row in rows)
            Assert.True((await Move(system, system.World.HamletHeads[0], row, "cancel", "Ghi nhầm")).Ok);
        // Cancelled on 15 May; the last moment of 14 June is the last to restore in.
        system.SetClock(2024, 6, 14, 23, 59, 59);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/registers/{UnseenRegister.Code}");
        Assert.Contains("Chưa có dòng nào", browser.Text, StringComparison.Ordinal);
        await browser.Follow("Đã hủy (3)");
        Assert.Contains("14/06/2024", browser.Text, StringComparison.Ordinal);
        await browser.Send("form.printed", "Khôi phục các dòng đã chọn", ("pick", rows[0]), ("pick", rows[1]), ("reason", "Hủy nhầm"));
        Assert.Equal(["entered", "entered", "cancelled"], await ManyRowsTests.States(system));
        Assert.Equal(2, await ManyRowsTests.Sessions(system));
        await browser.Open($"/registers/rows/{rows[2]}");
        Assert.Contains("Khôi phục được đến hết ngày 14/6/2024", browser.Text, StringComparison.Ordinal);
        Assert.True((await Move(system, system.World.OfficeHead, rows[2], "restore", "Hủy nhầm")).Ok);
        Assert.Equal(3, await ManyRowsTests.Sessions(system));
    }

    [Theory, BothEngines]
    public async Task From_the_thirty_first_day_it_is_refused_and_what_it_held_is_dropped(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (system, rows) = await ManyRowsTests.Start(engine, pack, rows: 2);
        await using var _ = system;
        var office = system.World.OfficeHead;
        await system.As(
            system.World.HamletHeads[0],
            s =>
                s.GetRequiredService<AttachFiles>()
                    .Handle(
                        new(CaseFiles.Code, rows[0], [new("bien-ban.txt", new MemoryStream("Biên bản"u8.ToArray()))]),
                        CancellationToken.None
                    )
        );
        Assert.True((await Move(system, system.World.HamletHeads[0], rows[0], "cancel", "Ghi nhầm")).Ok);
        system.SetClock(2024, 6, 14, 23, 59, 59);
        await Drop(system);
        Assert.False((await Row(system, rows[0])).IsDropped);

        system.SetClock(2024, 6, 15, 0, 0);
        var refused = await Move(system, office, rows[0], "restore", "Hủy nhầm");
        Assert.Contains(
            "đã hủy quá 30 ngày (được khôi phục đến hết ngày 14/6/2024)",
            Assert.Single(refused.Errors).Message,
            StringComparison.Ordinal
        );
        await Drop(system);
        var row = await Row(system, rows[0]);
        Assert.True(row.IsDropped);
        Assert.Equal((null, 0), (row.Comments, row.Values.Count));
        Assert.DoesNotContain("Đường", row.Case.Title, StringComparison.Ordinal);
        Assert.Equal(0, await system.Db(db => db.Attachments.CountAsync(a => a.OwnerKey == rows[0] && a.RemovedAt == null)));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "row.drop")));
        Assert.False((await Row(system, rows[1])).IsDropped);

        using var browser = await system.Browser(office);
        await browser.Open(Trash);
        Assert.Empty(browser.Page.QuerySelectorAll("table.rows"));
        await browser.Open($"/registers/rows/{rows[0]}");
        Assert.Contains("nội dung đã được xóa", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Đường ấp 1", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main button[name=act]"));
    }

    [Fact]
    public void A_row_is_over_the_moment_its_thirtieth_day_ends() =>
        Gen.Select(Gen.Long[0, 3_650L * 24 * 3600], Gen.Int[0, 400])
            .Sample(
                (second, days) =>
                {
                    var cancelled = TestSystem.Now.AddSeconds(second);
                    var today = DateOnly.FromDateTime(cancelled.ToOffset(TimeSpan.FromHours(7)).DateTime).AddDays(days);
                    Assert.Equal(days > RowTrash.Days, RowTrash.IsOver(cancelled, today));
                    Assert.Equal(days > RowTrash.Days, cancelled < RowTrash.OverBefore(today));
                }
            );

    private static Task<RegisterRow> Row(TestSystem system, string id) =>
        system.Db(db => db.RegisterRows.Include(r => r.Case).Include(r => r.Values).FirstAsync(r => r.Case.PublicId == id));
}
