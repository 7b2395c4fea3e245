using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Campaigns.EditTarget;
using ThiDua.App.Features.Campaigns.NamePart;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Progress.Assess;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Progress;

/// <summary>A target without a figure is judged too.</summary>
public sealed class WishTests
{
    [Theory, BothEngines]
    public async Task A_fall_is_judged_as_any_fall_once_its_year_is_told(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        var wish = await Add(system, "Kéo giảm tội phạm", "crime.cases-change");
        var before = (await system.Read(system.World.OfficeHead)).Targets.Single(t => t.Target.Id == wish.Id);
        Assert.Equal((TargetState.CannotCompute, NoValue.NoBaselineYear), (before.State, before.Total.Reason));
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/progress/{system.World.Campaign}/targets/{wish.PublicId}");
        await browser.Follow("Chọn năm gốc để so sánh");
        Assert.Equal("2023", browser.Page.QuerySelector("[name=Baseline]")!.GetAttribute("value"));
        await browser.Send("form[method=post]", ("Name", "Giảm số vụ phạm tội"));
        Assert.Contains("Đúng tiến độ: dự báo giảm 15%, chỉ tiêu giảm so với năm 2023", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Giảm số vụ phạm tội", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_certificate_is_judged_by_the_answers_of_the_units_asked(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        var wish = await Add(system, "Các đơn vị được công nhận", "certified.order");
        var judged = (await system.Read(system.World.OfficeHead)).Targets.Single(t => t.Target.Id == wish.Id);
        // One says yes of eight asked: the commune, its six hamlets, the school.
        Assert.Equal(
            (1, 8, TargetState.TooEarly),
            ((int)judged.Total.Reading.Numerator!.Value!.Value.Round(0), judged.Total.Reading.Asked, judged.State)
        );
    }

    [Theory, BothEngines]
    public async Task Whoever_answers_for_a_wish_assesses_it_with_a_date_words_and_evidence(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (world, police) = (system.World, system.World.Police);
        var wish = await Add(system, "Công an xã làm nòng cốt", null, police.Id);
        Task<Outcome> Assess(TestAccount who, Verdict verdict, DateOnly on, string words, bool file = false) =>
            system.As(
                who,
                s =>
                    s.GetRequiredService<AssessTarget>()
                        .Handle(
                            new(world.Campaign, wish.PublicId, police.PublicId)
                            {
                                Verdict = verdict,
                                On = on,
                                Words = words,
                                Files = file ? [new("bien-ban.txt", new MemoryStream("Biên bản họp"u8.ToArray()))] : [],
                            },
                            CancellationToken.None
                        )
            );
        var (april, may) = (new DateOnly(2024, 4, 2), new DateOnly(2024, 5, 2));
        Assert.True((await Assess(world.HamletHeads[0], Verdict.NotYet, april, "Không phải việc của ấp")).Missing);
        Assert.Equal("files", Assert.Single((await Assess(world.PoliceOfficer, Verdict.Met, april, "Đã tham mưu")).Errors).Field);
        Assert.Equal(
            ["On", "Words"],
            (await Assess(world.PoliceOfficer, Verdict.NotYet, new(2024, 6, 1), " ")).Errors.Select(e => e.Field).Order()
        );
        Assert.True((await Assess(world.PoliceOfficer, Verdict.NotYet, april, "Mới có kế hoạch")).Ok);
        Assert.True((await Assess(world.OfficeHead, Verdict.Met, may, "Đã tham mưu 05 văn bản", file: true)).Ok);

        using var browser = await system.Browser(world.OfficeHead);
        await browser.Open($"/progress/{world.Campaign}");
        Assert.Contains("Công an xã làm nòng cốt Đạt", browser.Text, StringComparison.Ordinal);
        await browser.Open($"/progress/{world.Campaign}/targets/{wish.PublicId}");
        foreach (var said in new[] { "Mới có kế hoạch", "Đã tham mưu 05 văn bản", "ngày 02/5/2024", "bien-ban.txt" })
            Assert.Contains(said, browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("không có tiến độ", browser.Text, StringComparison.Ordinal);
        await browser.Open(browser.Page.QuerySelector("main a[href^='/files/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        // As of April the later one was not there.
        await browser.Open($"/progress/{world.Campaign}/targets/{wish.PublicId}?asOf=2024-04-20");
        Assert.DoesNotContain("Đã tham mưu 05 văn bản", browser.Text, StringComparison.Ordinal);
        Assert.Equal(2, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "target.assess")));
    }

    [Theory, BothEngines]
    public async Task Each_kind_that_an_office_names_of_a_group_is_judged_alone(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var group = await Add(system, "Các loại tội phạm thuộc mục tiêu “04 giảm”", "crime.four-reductions.cases-change");
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/progress/{system.World.Campaign}/targets/{group.PublicId}");
        Assert.Contains("Chưa nêu tên loại nào", browser.Text, StringComparison.Ordinal);
        await browser.Follow("Nêu tên từng loại");
        await browser.Send("form[method=post]", ("name", ""));
        Assert.Contains("Chưa nêu tên loại nào", browser.Text, StringComparison.Ordinal);
        await browser.Send("form[method=post]", ("name", "Số vụ trộm cắp tài sản"));
        await browser.Send("form[method=post]", ("name", "Số vụ trộm cắp tài sản"));
        Assert.Contains("Loại này đã có", browser.Text, StringComparison.Ordinal);
        await browser.Send("form[method=post]", ("name", "Số vụ cố ý gây thương tích"));

        var parts = await system.Db(db => db.Targets.Where(t => t.GroupId == group.Id).OrderBy(t => t.Order).ToListAsync());
        Assert.Equal([("decrease", 2023), ("decrease", 2023)], parts.Select(p => (p.Direction!, p.Baseline!.Value)));
        Assert.False(system.Packs.Indicator(parts[0].Indicator!)!.Verified);
        var police = system.World.Police.Id;
        await system.Facts2023(police, parts[0].Indicator!, 10);
        await system.Facts2023(police, parts[1].Indicator!, 2);
        await system.Months(police, parts[0].Indicator!, 8, 8, 8, 8);
        await system.Months(police, parts[1].Indicator!, 3, 3, 3, 3);
        var progress = await system.Read(system.World.OfficeHead);
        Assert.Equal([TargetState.OnTrack, TargetState.Behind], parts.Select(p => progress.Targets.Single(t => t.Target.Id == p.Id).State));
        await browser.Open($"/progress/{system.World.Campaign}/targets/{group.PublicId}");
        Assert.Contains("Số vụ trộm cắp tài sản Đúng tiến độ", browser.Text, StringComparison.Ordinal);
        // Who only sees the campaign names nothing.
        using var officer = await system.Browser(system.World.PoliceOfficer);
        await officer.Open($"/campaigns/{system.World.Campaign}/targets/{group.PublicId}/parts");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
    }

    [Theory, BothEngines]
    public async Task Name_and_clause_of_a_running_target_change_in_the_open(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var target = await system.Target("crime-report.resolved-rate");
        Task<Outcome> Change(TestAccount who, string? name, string? seen = null) =>
            system.As(
                who,
                s =>
                    s.GetRequiredService<ChangeTarget>()
                        .Handle(
                            new(system.World.Campaign, target.PublicId, seen) { Name = name, Clause = "Giải quyết trên 90% tin báo" },
                            CancellationToken.None
                        )
            );
        Assert.True((await Change(system.World.PoliceOfficer, "x")).Missing);
        Assert.Equal("Name", Assert.Single((await Change(system.World.OfficeHead, " ")).Errors).Field);
        var stamp = ChangeTarget.Stamp(target);
        Assert.True((await Change(system.World.OfficeHead, "Tỷ lệ giải quyết tin báo, tố giác", stamp)).Ok);
        Assert.True((await Change(system.World.Reviewer, "Tỷ lệ khác", stamp)).Conflict);
        var kept = await system.Target("crime-report.resolved-rate");
        Assert.Equal(
            ("Tỷ lệ giải quyết tin báo, tố giác", "Giải quyết trên 90% tin báo", 90m),
            (kept.Measure, kept.Text, kept.Value!.Value)
        );
        Assert.Contains(
            "Tỷ lệ giải quyết tin báo",
            await system.Db(db => db.Acts.Where(a => a.Verb == "target.change").Select(a => a.Detail!).SingleAsync()),
            StringComparison.Ordinal
        );
    }

    private static async Task<CampaignTarget> Add(TestSystem system, string name, string? indicator, params int[] units)
    {
        var target = new CampaignTarget
        {
            CampaignId = system.World.CampaignId,
            Order = 30,
            Text = name,
            Measure = name,
            Indicator = indicator,
            Units = [.. units.Select(u => new TargetUnit { UnitId = u })],
        };
        await system.Change(db => db.Targets.Add(target));
        return target;
    }
}
