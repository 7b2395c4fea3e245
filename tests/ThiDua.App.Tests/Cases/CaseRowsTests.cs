using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Cases;

/// <summary>The one query of what waits for me.</summary>
public sealed class CaseRowsTests
{
    private static Task<List<CaseRow>> Waiting(TestSystem system, TestAccount who, string? search = null) =>
        system.As(who, s => Found(s.GetRequiredService<CaseRows>(), c => c.Offered(decisions: true), search).ToListAsync());

    private static IQueryable<CaseRow> Found(CaseRows cases, Func<CaseRows, IQueryable<CaseRow>> rows, string? search) =>
        CaseRow.ByDue(SearchText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(rows(cases), cases.With), false);

    private static Task<List<CaseRow>> Mine(TestSystem system, TestAccount who) =>
        system.As(who, s => Found(s.GetRequiredService<CaseRows>(), c => c.Offered(decisions: false, "report"), null).ToListAsync());

    [Theory, BothEngines]
    public async Task What_was_sent_waits_for_whoever_can_decide_at_its_unit(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        var row = Assert.Single(await Waiting(system, system.World.Reviewer));
        Assert.Equal(
            (report.PublicId, "Ấp 1", "Trưởng Ấp 1", "Báo cáo tháng 4/2024 – Ấp 1"),
            (row.PublicId, row.Unit, row.MovedBy, row.Title)
        );
        foreach (var other in new[] { system.World.HamletHeads[0], system.World.PoliceOfficer, system.World.Administrator })
            Assert.Empty(await Waiting(system, other));
        Assert.True((await system.Review(system.World.Reviewer, report.PublicId, "approve")).Ok);
        Assert.Empty(await Waiting(system, system.World.Reviewer));
    }

    [Theory, BothEngines]
    public async Task What_came_back_waits_for_its_unit(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        Assert.Empty(await Mine(system, system.World.HamletHeads[0]));
        Assert.True((await system.Review(system.World.Reviewer, report.PublicId, "return", "Xem lại số tuyến")).Ok);
        Assert.Equal("Xem lại số tuyến", Assert.Single(await Mine(system, system.World.HamletHeads[0])).Reason);
        Assert.Empty(await Mine(system, system.World.HamletHeads[1]));
        Assert.Empty(await Waiting(system, system.World.Reviewer));
    }

    [Theory, BothEngines]
    public async Task Search_knows_no_marks_and_no_case(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.SentApril();
        Assert.Single(await Waiting(system, system.World.Reviewer, "THANG 4 ap 1"));
        Assert.Empty(await Waiting(system, system.World.Reviewer, "thang 5"));
        Assert.Empty(await Waiting(system, system.World.Reviewer, "%"));
    }

    [Theory, BothEngines]
    public async Task The_earliest_due_comes_first(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.SentApril();
        await system.Submit(system.World.HamletHeads[1], system.Input(system.World.Hamlets[1], "202404", ReportDesk.April));
        var rows = await Waiting(system, system.World.Reviewer);
        Assert.Equal(rows.OrderBy(r => r.Due).ThenBy(r => r.MovedAt).Select(r => r.Id), rows.Select(r => r.Id));
        Assert.Equal(2, rows.Count);
    }

    [Theory, BothEngines]
    public async Task What_may_be_taken_back_waits_for_nobody(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.As(
            system.World.OfficeHead,
            async s =>
            {
                var (db, pack) = (s.GetRequiredService<Data.AppDb>(), s.GetRequiredService<PackShelf>()["an-ninh-to-quoc"]);
                s.GetRequiredService<BeginCase>().Handle(new("paper", pack, "Báo cáo sơ kết", system.World.Commune.Id, CaseDue.Never));
                return await db.SaveChangesAsync();
            }
        );
        var paper = await system.Db(db => db.Cases.Where(c => c.Kind == "paper").Select(c => c.PublicId).SingleAsync());
        Assert.True((await system.Review(system.World.OfficeHead, paper, "submit")).Ok);
        // Only a leader signs; the office could take it back, which is nothing to wait for.
        Assert.Empty(await Waiting(system, system.World.OfficeHead));
        Assert.True((await system.Review(system.World.OfficeHead, paper, "withdraw")).Ok);
    }
}
