using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Campaigns.Launch;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Edit;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Features.Plans.Resolve;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Plans;

/// <summary>From a file to a draft, through changes, to a campaign: the handlers, on both engines.</summary>
public sealed class ImportTests
{
    [Theory, BothEngines]
    public async Task A_plan_becomes_a_draft_with_indicators_and_units_proposed(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var content = await PlanSamples.Content(system, (await PlanSamples.Import(system)).PublicId);

        Assert.Equal("21/KH-UBND", content.Head.Symbol);
        Assert.Equal(2024, content.Head.Year);
        var cleared = Assert.Single(content.Targets, t => t.Value == 75 && t.Comparator == ">");
        Assert.Equal("crime.cleared-rate", cleared.Indicator);
        var reached = Assert.Single(content.Targets, t => t.Comparator == ">=");
        Assert.Equal("household.reached-rate", reached.Indicator);
        Assert.Equal("hamlet", reached.EachKind);
        Assert.Equal(system.World.Police.PublicId, Assert.Single(content.Unit("Công an xã")!.Matched));
        Assert.Equal(system.World.Women.PublicId, Assert.Single(content.Unit("Hội Liên hiệp Phụ nữ xã")!.Matched));
        Assert.Equal(UnitChoice.AllOfKind, content.Unit("Các ấp")!.Choice);
        Assert.Empty(content.Unit("Các ấp")!.NewNames);
    }

    [Theory, BothEngines]
    public async Task A_row_that_sets_a_target_and_charges_a_unit_is_looked_over_once(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var table = PlanSamples.Short.Replace(
            "III. TỔ CHỨC",
            "| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 | Chủ trì | Phối hợp |\n| --- | --- | --- | --- | --- | --- |\n| 1 | Hộ nghèo được vay vốn | hộ | 12 | Hội Liên hiệp Phụ nữ xã | |\n| 2 | Buổi tuyên truyền tại ấp | buổi | 24 | Công an xã | Hội Liên hiệp Phụ nữ xã |\n\nIII. TỔ CHỨC",
            StringComparison.Ordinal
        );
        var content = await PlanSamples.Content(system, (await PlanSamples.Import(system, table, file: "ke-hoach.md")).PublicId);

        var lent = Assert.Single(content.Items, i => i.Text == "Hộ nghèo được vay vốn");
        Assert.Equal("Hội Liên hiệp Phụ nữ xã", Assert.Single(Assert.IsType<DraftTarget>(lent).Responsible));
        // Who supports it stands in the task alone.
        Assert.Equal(
            "Hội Liên hiệp Phụ nữ xã",
            Assert.Single(Assert.Single(content.Tasks, i => i.Text == "Buổi tuyên truyền tại ấp").With)
        );
        Assert.Single(content.Targets, i => i.Text == "Buổi tuyên truyền tại ấp");
    }

    [Theory, BothEngines]
    public async Task A_checked_draft_becomes_a_campaign_in_which_each_hamlet_answers(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system);
        var campaign = await Launch(system, draft.PublicId);

        var targets = await system.Db(db => db.Targets.Include(t => t.Units).Where(t => t.CampaignId == campaign.Id).ToListAsync());
        Assert.Equal(6, targets.Single(t => t.EachKind == "hamlet").Units.Count);
        var lead = await system.Db(db =>
            db.Tasks.Where(t => t.CampaignId == campaign.Id).SelectMany(t => t.Units).Where(u => u.Lead).Select(u => u.UnitId).ToListAsync()
        );
        Assert.Contains(system.World.Police.Id, lead);
        Assert.Equal("launched", await system.Db(db => db.PlanDrafts.Where(d => d.Id == draft.Id).Select(d => d.Case.State).SingleAsync()));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "campaign.launch" && a.SubjectId == campaign.PublicId)));
    }

    [Theory, BothEngines]
    public async Task A_plan_is_launched_once(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system);
        await Launch(system, draft.PublicId);
        var again = await system.As(
            system.World.OfficeHead,
            s => s.GetRequiredService<LaunchCampaign>().Handle(new(draft.PublicId), CancellationToken.None)
        );
        Assert.False(again.Ok);
        Assert.Equal(1, await system.Db(db => db.Campaigns.CountAsync(c => c.PlanDraftId == draft.Id)));
    }

    [Theory, BothEngines]
    public async Task Units_that_are_missing_are_created_with_the_launch_and_not_before(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(
            system,
            PlanSamples.Short.Replace("2. Hội Liên hiệp Phụ nữ xã", "2. Hội Cựu chiến binh xã", StringComparison.Ordinal)
        );
        var row = (await PlanSamples.Content(system, draft.PublicId)).Unit("Hội Cựu chiến binh xã")!;
        Assert.Equal((UnitChoice.Create, "veterans"), (row.Choice, row.Kind));
        Assert.Equal("Hội Cựu chiến binh xã Hòa Thuận Mẫu", Assert.Single(row.NewNames));
        Assert.Equal(11, await system.Db(db => db.Units.CountAsync()));

        var campaign = await Launch(system, draft.PublicId);
        var made = await system.Db(db => db.UnitVersions.SingleAsync(v => v.Kind == "veterans"));
        Assert.Equal(system.World.Commune.Id, made.ParentId);
        Assert.True(
            await system.Db(db =>
                db.Tasks.AnyAsync(t => t.CampaignId == campaign.Id && t.Units.Any(u => u.UnitId == made.UnitId && u.Lead))
            )
        );
    }

    [Theory, BothEngines]
    public async Task A_launch_that_cannot_be_leaves_nothing_behind(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system);
        var content = await PlanSamples.Content(system, draft.PublicId);
        foreach (var item in content.Items)
            await PlanSamples.Do<MarkItem>(
                system,
                h => h.Handle(new(draft.PublicId, item.Id, item.Version, ItemMark.Drop), CancellationToken.None)
            );
        var outcome = await PlanSamples.Do<LaunchCampaign>(system, async h => await h.Handle(new(draft.PublicId), CancellationToken.None));
        Assert.Contains(outcome.Errors, e => e.Message.Contains("Chưa có chỉ tiêu", StringComparison.Ordinal));
        Assert.Equal(0, await system.Db(db => db.Campaigns.CountAsync(c => c.PlanDraftId == draft.Id)));
        Assert.Equal("draft", await system.Db(db => db.PlanDrafts.Where(d => d.Id == draft.Id).Select(d => d.Case.State).SingleAsync()));
    }

    [Theory, BothEngines]
    public async Task Every_change_can_be_taken_back_down_to_what_was_read(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system);
        var read = await PlanSamples.Content(system, draft.PublicId);
        var tasks = read.Tasks;
        await PlanSamples.Do<MarkItem>(
            system,
            h => h.Handle(new(draft.PublicId, read.Targets[0].Id, 0, ItemMark.Drop), CancellationToken.None)
        );
        await PlanSamples.Do<MergeItems>(system, h => h.Handle(new(draft.PublicId, tasks[0].Id, 0, tasks[1].Id), CancellationToken.None));
        await PlanSamples.Do<SaveTask>(
            system,
            h =>
                h.Handle(
                    new()
                    {
                        Draft = draft.PublicId,
                        Text = "Tổ chức Ngày hội",
                        Lead = "Đoàn Thanh niên",
                    },
                    CancellationToken.None
                )
        );
        await PlanSamples.Do<SaveHead>(
            system,
            h =>
                h.Handle(
                    new()
                    {
                        Draft = draft.PublicId,
                        Name = "Tên khác",
                        From = new(2024, 2, 1),
                        To = new(2024, 11, 30),
                    },
                    CancellationToken.None
                )
        );
        var changed = await PlanSamples.Content(system, draft.PublicId);
        Assert.True(changed.Targets[0].Dropped);
        Assert.Equal(tasks.Count + 1, changed.Tasks.Count);
        Assert.Equal(UnitChoice.Create, changed.Unit("Đoàn Thanh niên")!.Choice);
        Assert.Equal("Tên khác", changed.Head.Name);

        for (var number = 4; number >= 1; number--)
        {
            var undone = await PlanSamples.Do<UndoChange>(system, h => h.Handle(new(draft.PublicId, number), CancellationToken.None));
            Assert.True(undone.Ok);
        }
        var back = await PlanSamples.Content(system, draft.PublicId);
        Assert.Equal(Plain(read), Plain(back));
        Assert.Equal(4, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "plan-draft.undo")));
    }

    [Theory, BothEngines]
    public async Task Two_people_on_one_item_the_second_is_told_on_two_items_both_are_kept(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system);
        var content = await PlanSamples.Content(system, draft.PublicId);
        var (one, other) = (content.Targets[0], content.Targets[1]);
        Assert.True(
            (
                await PlanSamples.Do<MarkItem>(
                    system,
                    h => h.Handle(new(draft.PublicId, one.Id, one.Version, ItemMark.Drop), CancellationToken.None)
                )
            ).Ok
        );
        Assert.True(
            (
                await PlanSamples.Do<MarkItem>(
                    system,
                    h => h.Handle(new(draft.PublicId, other.Id, other.Version, ItemMark.Confirm), CancellationToken.None)
                )
            ).Ok
        );
        var late = await PlanSamples.Do<MarkItem>(
            system,
            h => h.Handle(new(draft.PublicId, one.Id, one.Version, ItemMark.Confirm), CancellationToken.None)
        );
        Assert.Contains(late.Errors, e => e.Message.Contains("vừa được người khác", StringComparison.Ordinal));
        var now = await PlanSamples.Content(system, draft.PublicId);
        Assert.True(now.Targets[0].Dropped);
        Assert.True(now.Targets[1].Confirmed);
    }

    [Theory, BothEngines]
    public async Task Changes_at_the_same_moment_are_all_kept(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system);
        var items = (await PlanSamples.Content(system, draft.PublicId)).Items.Take(3).ToList();
        var outcomes = await Task.WhenAll(
            items.Select(i =>
                PlanSamples.Do<MarkItem>(
                    system,
                    h => h.Handle(new(draft.PublicId, i.Id, i.Version, ItemMark.Confirm), CancellationToken.None)
                )
            )
        );
        Assert.All(outcomes, o => Assert.True(o.Ok));
        Assert.Equal(3, (await PlanSamples.Content(system, draft.PublicId)).Items.Count(i => i.Confirmed));
    }

    [Theory, BothEngines]
    public async Task A_name_is_given_only_to_units_of_the_plans_own_reach(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var elsewhere = await system.As(null, s => TestWorld.Unit(s, "Xã Khác", "commune", "90002", null));
        var draft = await PlanSamples.Import(system);
        var row = (await PlanSamples.Content(system, draft.PublicId)).Unit("Công an xã")!;
        var outcome = await PlanSamples.Do<ResolveUnit>(
            system,
            h =>
                h.Handle(
                    new()
                    {
                        Draft = draft.PublicId,
                        Key = row.Key,
                        Choice = UnitChoice.Match,
                        Matched = [elsewhere.PublicId],
                    },
                    CancellationToken.None
                )
        );
        Assert.Equal("Matched", Assert.Single(outcome.Errors).Field);
    }

    [Fact]
    public async Task Who_holds_no_right_there_imports_nothing()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        foreach (var who in new[] { system.World.HamletHeads[0], system.World.Administrator })
        {
            var outcome = await system.As(
                who,
                s =>
                    s.GetRequiredService<ImportPlan>()
                        .HandleTrusted(
                            new()
                            {
                                Unit = system.World.Commune.PublicId,
                                FileName = "k.txt",
                                File = new MemoryStream(PlanSamples.Bytes(PlanSamples.Short)),
                            },
                            CancellationToken.None
                        )
            );
            Assert.True(outcome.Missing);
        }
    }

    private static async Task<Campaign> Launch(TestSystem system, string draft)
    {
        var outcome = await system.As(
            system.World.OfficeHead,
            s => s.GetRequiredService<LaunchCampaign>().Handle(new(draft), CancellationToken.None)
        );
        Assert.True(outcome.Ok, string.Join(' ', outcome.Errors));
        return outcome.Value!;
    }

    // Versions tell windows apart; they move on even when the content goes back.
    private static string Plain(DraftContent content) =>
        (
            content with
            {
                Head = content.Head with { Version = 0 },
                NextId = 0,
                Targets = [.. content.Targets.Select(t => t with { Version = 0 })],
                Tasks = [.. content.Tasks.Select(t => t with { Version = 0 })],
                Units = [.. content.Units.Select(u => u with { Version = 0 })],
            }
        ).Write();
}
