using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Campaigns.Launch;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Indicators;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Progress;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Plans;

/// <summary>A target that the pack has no indicator for gets one of its own, which is reported and judged as any other.</summary>
public sealed class OwnIndicatorTests
{
    [Theory, BothEngines]
    public async Task A_count_is_reported_in_the_period_form_and_judged_in_progress(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(system);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/{draft.PublicId}?show=NoIndicator");
        await browser.Follow("Lập chỉ số riêng cho chỉ tiêu này");
        await browser.Send(
            "form",
            ("Name", "Số cây hoa giấy được trồng"),
            ("Sort", "Count"),
            ("Unit", "cây"),
            ("ReportedBy", "hamlet"),
            ("Group", "people")
        );
        Assert.StartsWith($"/plans/{draft.PublicId}", browser.Path, StringComparison.Ordinal);
        Assert.Contains("Chỉ số: Số cây hoa giấy được trồng", browser.Text, StringComparison.Ordinal);

        var campaign = await Launch(system, draft);
        var code = campaign.Targets.Single(t => t.Measure.Contains("hoa giấy", StringComparison.Ordinal)).Indicator!;
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open($"/reports/{system.World.Hamlets[0].PublicId}/{campaign.PublicId}/202404");
        Assert.Contains("Số cây hoa giấy được trồng", head.Text, StringComparison.Ordinal);
        for (var n = 0; n < 2; n++)
        {
            var sent = await system.Submit(
                system.World.HamletHeads[n],
                new()
                {
                    Unit = system.World.Hamlets[n].PublicId,
                    Campaign = campaign.PublicId,
                    Period = "202404",
                    Values = new Dictionary<string, string>
                    {
                        ["household.total"] = "320",
                        ["household.reached"] = "240",
                        [code] = "15",
                    },
                }
            );
            Assert.Empty(sent.Errors);
        }
        var standing = await Standing(system, campaign, code);
        Assert.Equal((30m, 6), (standing.Total.Judged!.Value.Round(6), standing.Asked));
    }

    [Theory, BothEngines]
    public async Task A_rate_divides_its_two_counts_last_and_refuses_a_part_above_its_whole(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var draft = await PlanSamples.Import(
            system,
            PlanSamples.Short.Replace("- Trồng 40 cây hoa giấy.", "- Phấn đấu 80% số cây xanh có biển tên.", StringComparison.Ordinal)
        );
        var target = (await PlanSamples.Content(system, draft.PublicId)).Targets.Single(t =>
            t.Text.Contains("biển tên", StringComparison.Ordinal)
        );
        Assert.True((await Create(system, draft, target, Rate)).Ok);
        var campaign = await Launch(system, draft);
        var code = campaign.Targets.Single(t => t.Text.Contains("biển tên", StringComparison.Ordinal)).Indicator!;
        Assert.NotEmpty((await Send(0, "12", "10")).Errors);
        Assert.Empty((await Send(0, "3", "10")).Errors);
        Assert.Empty((await Send(1, "27", "30")).Errors);
        Assert.Equal(75m, (await Standing(system, campaign, code)).Total.Judged!.Value.Round(6));

        Task<Outcome<SavedReport>> Send(int n, string part, string whole) =>
            system.Submit(
                system.World.HamletHeads[n],
                new()
                {
                    Unit = system.World.Hamlets[n].PublicId,
                    Campaign = campaign.PublicId,
                    Period = "202404",
                    Values = new Dictionary<string, string>
                    {
                        ["household.total"] = "320",
                        ["household.reached"] = "240",
                        [code + ".part"] = part,
                        [code + ".whole"] = whole,
                    },
                }
            );
    }

    [Fact]
    public async Task The_packs_own_rules_hold()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var (draft, target) = await Draft(system);
        var faith = await Create(system, draft, target, Count with { Name = "Số người theo đạo được vận động", Counts = Counted.Person });
        Assert.Contains(faith.Errors, e => e.Message.Contains("tôn giáo", StringComparison.Ordinal));
        var list = await Create(system, draft, target, Count with { Name = "Danh sách đối tượng truy nã" });
        Assert.NotEmpty(list.Errors);
        Assert.NotEmpty((await Create(system, draft, target, Count with { ReportedBy = ["no-such-kind"] })).Errors);
        Assert.NotEmpty((await Create(system, draft, target, Count with { Group = "no-such-group" })).Errors);
        Assert.Equal(0, await system.Db(db => db.Set<OwnIndicator>().CountAsync()));
        var crime = await Create(
            system,
            draft,
            target,
            Count with
            {
                Name = "Số vụ phạm tội trộm cắp vặt",
                Unit = "vụ",
                Counts = Counted.Case,
            }
        );
        Assert.True(crime.Ok, string.Join("; ", crime.Errors));
        var code = (await PlanSamples.Content(system, draft.PublicId)).Targets.Single(t => t.Id == target.Id).Indicator!;
        Assert.True(system.Packs.Indicator(code)!.Sensitive);
    }

    [Fact]
    public async Task What_is_typed_cannot_leave_its_field()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var (draft, target) = await Draft(system);
        const string Name = "Cây \"đẹp\": {a: 1}, # không phải chú thích & *b";
        Assert.True((await Create(system, draft, target, Count with { Name = Name })).Ok);
        var code = (await PlanSamples.Content(system, draft.PublicId)).Targets.Single(t => t.Id == target.Id).Indicator!;
        Assert.Equal(Name, system.Packs.Indicator(code)!.Name.Vi);
    }

    [Fact]
    public async Task It_is_there_after_a_restart_and_leaves_other_indicators_as_they_were()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var (draft, target) = await Draft(system);
        Assert.True((await Create(system, draft, target, Count)).Ok);
        var again = new PackShelf(system.Packs.Folder);
        var known = again.Definitions.All.Count();
        again.Take(await system.Db(db => OwnIndicator.All(db, CancellationToken.None)));
        Assert.Equal(known + 1, again.Definitions.All.Count());
        Assert.Equal(new PackShelf(system.Packs.Folder).Default.Hash, again.Default.Hash);
    }

    [Fact]
    public async Task An_answer_that_is_missing_is_named_and_nothing_is_kept()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var (draft, target) = await Draft(system);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/{draft.PublicId}/targets/{target.Id}/indicator");
        await browser.Send("form", ("Name", "Cây"), ("Sort", "HeldRatio"), ("Unit", ""));
        Assert.Equal(
            ["#Part", "#ReportedBy", "#Unit", "#Whole"],
            browser.Page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal)
        );
        Assert.Equal(0, await system.Db(db => db.Set<OwnIndicator>().CountAsync()));
        using var stranger = await system.Browser(system.World.HamletHeads[0]);
        await stranger.Open($"/plans/{draft.PublicId}/targets/{target.Id}/indicator");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    private static readonly CreateIndicatorInput Count = new()
    {
        Name = "Số cây được trồng",
        Sort = FigureSort.Count,
        Unit = "cây",
        Counts = Counted.Unit,
        ReportedBy = ["hamlet"],
        Group = "people",
        Frequency = ReportFrequency.Month,
    };

    private static readonly CreateIndicatorInput Rate = Count with
    {
        Name = "Tỷ lệ cây có biển tên",
        Sort = FigureSort.HeldRatio,
        Part = "Số cây có biển tên",
        Whole = "Tổng số cây",
    };

    private static async Task<(PlanDraft Draft, DraftTarget Target)> Draft(TestSystem system)
    {
        var draft = await PlanSamples.Import(system);
        return (
            draft,
            (await PlanSamples.Content(system, draft.PublicId)).Targets.Single(t => t.Text.Contains("hoa giấy", StringComparison.Ordinal))
        );
    }

    private static Task<Outcome> Create(TestSystem system, PlanDraft draft, DraftTarget target, CreateIndicatorInput input) =>
        PlanSamples.Do<CreateIndicator>(
            system,
            h => h.Handle(input with { Draft = draft.PublicId, Item = target.Id, Version = target.Version }, CancellationToken.None)
        );

    private static async Task<Campaign> Launch(TestSystem system, PlanDraft draft)
    {
        var launched = await system.As(
            system.World.OfficeHead,
            s => s.GetRequiredService<LaunchCampaign>().Handle(new(draft.PublicId), CancellationToken.None)
        );
        Assert.Empty(launched.Errors);
        return launched.Value!;
    }

    private static Task<TargetProgress> Standing(TestSystem system, Campaign campaign, string code) =>
        system.As(
            system.World.OfficeHead,
            async s =>
            {
                var seen = await s.GetRequiredService<ProgressQueries>()
                    .Find(campaign.PublicId, null, "2024-05-15", CancellationToken.None);
                return (
                    await s.GetRequiredService<ProgressReader>()
                        .Read(seen!.Campaign, seen.Unit, new ProgressAsk(seen.AsOf), CancellationToken.None)
                ).Of(code);
            }
        );
}
