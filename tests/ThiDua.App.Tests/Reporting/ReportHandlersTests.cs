using Microsoft.EntityFrameworkCore;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Reporting;

public sealed class ReportHandlersTests
{
    private static readonly Period April = Period.Month(2024, 4);

    private static async Task<Tally> Lit(TestSystem system, bool approved = false)
    {
        var row = (await system.Stored()).SingleOrDefault(r =>
            r.Unit == system.World.Commune.Id && r.Indicator == "road.lit" && r.Period == April.Id
        );
        return row is null ? default
            : approved ? row.Approved
            : row.All;
    }

    [Theory, BothEngines]
    public async Task A_draft_keeps_what_was_typed_even_wrong_and_counts_nowhere(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (head, hamlet) = (system.World.HamletHeads[0], system.World.Hamlets[0]);
        var saved = await system.Save(
            head,
            system.Input(hamlet, "202404", new() { ["road.lit"] = "chín", ["not.asked"] = "1" }, version: 0)
        );
        Assert.Equal(1, saved.Value!.Version);
        Assert.Equal("draft", await system.State());
        Assert.Equal("chín", (await system.Drafted()).Values["road.lit"]);
        Assert.Single((await system.Drafted()).Values);
        Assert.Equal(default, await Lit(system));
    }

    [Theory, BothEngines]
    public async Task Beginning_is_an_act_and_typing_on_is_none(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var input = system.Input(system.World.Hamlets[0], "202404", ReportDesk.April);
        await system.Save(system.World.HamletHeads[0], input);
        var again = await system.Save(system.World.HamletHeads[0], input);
        Assert.Equal(1, again.Value!.Version);
        var acts = await system.Db(db => db.Acts.CountAsync());
        Assert.Equal(
            2,
            (await system.Save(system.World.HamletHeads[0], input with { Results = "Đã họp dân", Version = 1 })).Value!.Version
        );
        Assert.Equal(acts, await system.Db(db => db.Acts.CountAsync()));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "report.begin")));
    }

    [Theory, BothEngines]
    public async Task Two_windows_do_not_overwrite_each_other_unseen(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (head, hamlet) = (system.World.HamletHeads[0], system.World.Hamlets[0]);
        await system.Save(head, system.Input(hamlet, "202404", new() { ["road.lit"] = "9" }, version: 0));
        var other = await system.Save(head, system.Input(hamlet, "202404", new() { ["road.lit"] = "7" }, version: 0));
        Assert.True(other.Conflict);
        Assert.Equal("9", (await system.Drafted()).Values["road.lit"]);
        var races = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(n => system.Save(head, system.Input(hamlet, "202404", new() { ["road.lit"] = $"{n}" }, version: 1)))
        );
        Assert.Single(races, r => r.Ok);
    }

    [Theory, BothEngines]
    public async Task Sending_makes_provisional_facts_at_once(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.SentApril();
        Assert.Equal("submitted", await system.State());
        var report = await system.Db(db => db.Reports.SingleAsync(r => r.Case.PublicId == sent.PublicId));
        Assert.Equal((new Tally(9, 1, 1), default), (await Lit(system), await Lit(system, approved: true)));
        Assert.Equal(await system.Rebuilt(), await system.Stored());
        Assert.Equal(
            6,
            await system.Db(db =>
                db.Facts.CountAsync(f =>
                    f.SourceCaseId == report.Id && db.Acts.Any(a => a.Id == f.ActId && a.AccountId == system.World.HamletHeads[0].Id)
                )
            )
        );
    }

    [Theory, BothEngines]
    public async Task A_report_with_an_error_is_not_sent_and_nothing_typed_is_lost(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var typed = new Dictionary<string, string>(ReportDesk.April) { ["household.reached"] = "321", ["road.lit"] = "" };
        var outcome = await system.Submit(system.World.HamletHeads[0], system.Input(system.World.Hamlets[0], "202404", typed));
        Assert.Equal(["road.lit", "household.reached"], outcome.Errors.Select(e => e.Field).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal("321", (await system.Drafted()).Values["household.reached"]);
        Assert.Empty(await system.Stored());
    }

    [Theory, BothEngines]
    public async Task A_doubt_is_sent_with_its_explanation(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var typed = new Dictionary<string, string>(ReportDesk.April) { ["road.lit"] = "" };
        var input = system.Input(system.World.Hamlets[0], "202404", typed) with
        {
            Comments = new Dictionary<string, string> { ["road.lit"] = "Đang kiểm đếm lại" },
        };
        Assert.True((await system.Submit(system.World.HamletHeads[0], input)).Ok);
        Assert.Equal(default, await Lit(system));
        Assert.Contains("Đang kiểm đếm lại", (await system.Db(db => db.Reports.SingleAsync())).Comments, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Approval_makes_the_figures_official(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        Assert.True((await system.Review(system.World.Reviewer, report.PublicId, "approve", version: report.Version)).Ok);
        Assert.Equal(new Tally(9, 1, 1), await Lit(system, approved: true));
        Assert.Equal(await system.Rebuilt(), await system.Stored());
    }

    [Theory, BothEngines]
    public async Task Nobody_approves_what_they_sent(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.Submit(system.World.OfficeHead, system.Input(system.World.Hamlets[0], "202404", ReportDesk.April));
        Assert.False((await system.Review(system.World.OfficeHead, sent.Value!.PublicId, "approve")).Ok);
        Assert.Equal("submitted", await system.State());
        Assert.True((await system.Review(system.World.Reviewer, sent.Value.PublicId, "approve")).Ok);
    }

    [Theory, BothEngines]
    public async Task A_returned_report_is_mended_by_corrections(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        Assert.Equal("reason", Assert.Single((await system.Review(system.World.Reviewer, report.PublicId, "return", " ")).Errors).Field);
        Assert.True((await system.Review(system.World.Reviewer, report.PublicId, "return", "Xem lại số tuyến đường")).Ok);
        Assert.Equal(new Tally(9, 1, 1), await Lit(system));
        var mended = await system.Submit(
            system.World.HamletHeads[0],
            system.Input(system.World.Hamlets[0], "202404", new(ReportDesk.April) { ["road.lit"] = "8" })
        );
        Assert.Empty(mended.Errors);
        Assert.Equal(new Tally(8, 1, 1), await Lit(system));
        Assert.Equal(1, await system.Db(db => db.Facts.CountAsync(f => f.ReplacesId != null)));
        Assert.Null(await system.Db(db => db.Reports.Select(r => r.Case.Reason).SingleAsync()));
    }

    [Theory, BothEngines]
    public async Task A_reopened_report_keeps_its_official_figures_until_the_new_ones_are_approved(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        await system.Review(system.World.Reviewer, report.PublicId, "approve");
        Assert.True((await system.Review(system.World.Reviewer, report.PublicId, "reopen", "Đếm sót một tuyến")).Ok);
        await system.Submit(
            system.World.HamletHeads[0],
            system.Input(system.World.Hamlets[0], "202404", new(ReportDesk.April) { ["road.lit"] = "10" })
        );
        Assert.Equal((10L, 9L), ((await Lit(system)).Sum, (await Lit(system, approved: true)).Sum));
        await system.Review(system.World.Reviewer, report.PublicId, "approve");
        Assert.Equal(10, (await Lit(system, approved: true)).Sum);
        Assert.Equal(await system.Rebuilt(), await system.Stored());
    }

    [Theory, BothEngines]
    public async Task Approving_what_changed_meanwhile_is_a_conflict(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        Assert.True((await system.Review(system.World.Reviewer, report.PublicId, "approve", version: report.Version - 1)).Conflict);
    }

    [Theory, BothEngines]
    public async Task Others_units_and_unopened_periods_are_not_there(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        Assert.True((await system.Save(world.HamletHeads[1], system.Input(world.Hamlets[0], "202404", ReportDesk.April))).Missing);
        Assert.True((await system.Save(world.Administrator, system.Input(world.Hamlets[0], "202404", ReportDesk.April))).Missing);
        Assert.True((await system.Save(world.HamletHeads[0], system.Input(world.Hamlets[0], "202405", ReportDesk.April))).Missing);
        Assert.True((await system.Save(world.HamletHeads[0], system.Input(world.Hamlets[0], "202304", ReportDesk.April))).Missing);
        var report = await system.SentApril();
        Assert.True((await system.Review(world.HamletHeads[0], report.PublicId, "approve")).Missing);
    }

    [Theory, BothEngines]
    public async Task The_window_opens_on_the_last_day_of_the_month_in_Vietnam(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var input = system.Input(system.World.Hamlets[0], "202405", ReportDesk.April);
        system.SetClock(2024, 5, 30, 23, 59, 59);
        Assert.True((await system.Save(system.World.HamletHeads[0], input)).Missing);
        system.SetClock(2024, 5, 31, 0, 0);
        Assert.True((await system.Save(system.World.HamletHeads[0], input)).Ok);
    }
}
