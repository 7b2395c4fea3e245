using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Campaigns.Register;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Campaigns;

/// <summary>Each unit's registration, from its share of the plan to the office that receives it.</summary>
public sealed class RegistrationTests
{
    [Theory, BothEngines]
    public async Task A_launch_drafts_what_each_unit_may_promise(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched();
        var hamlet = await desk.RegistrationOf(campaign, desk.Hamlets[0]);
        Assert.Contains("ít nhất 75%", hamlet.Targets, StringComparison.Ordinal);
        Assert.DoesNotContain("khám phá án", hamlet.Targets, StringComparison.OrdinalIgnoreCase);
        var police = await desk.RegistrationOf(campaign, desk.Police);
        Assert.Contains("khám phá án", police.Targets, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("(chủ trì; hạn 15/12/2024)", police.Plan, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2024, 5, 30), police.Case.Due);
        var again = await system.As(null, s => s.GetRequiredService<BeginRegistrations>().Handle(CancellationToken.None));
        // Nothing twice; the units of the other commune of these tests get theirs.
        Assert.Equal(await system.Db(db => db.Registrations.CountAsync(r => r.CampaignId != campaign.Id)), again);
        Assert.Equal(
            await system.Db(db => db.Registrations.CountAsync()),
            await system.Db(db => db.Registrations.Select(r => new { r.CampaignId, r.UnitId }).Distinct().CountAsync())
        );
    }

    [Theory, BothEngines]
    public async Task A_unit_writes_and_files_it_and_the_office_receives_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched();
        var id = (await desk.RegistrationOf(campaign, desk.Hamlets[0])).Case.PublicId;
        using var head = await system.Browser(desk.Head);
        await head.Open("/my-work");
        Assert.NotNull(head.Page.QuerySelector($"main a[href='/registrations/{id}']"));
        await head.Open($"/registrations/{id}");
        await head.Send("form:has(textarea)", "Gửi đăng ký", ("targets", ""), ("plan", " "));
        Assert.Contains("Hãy ghi chỉ tiêu đăng ký", head.Text, StringComparison.Ordinal);
        await head.Send("form:has(textarea)", "Lưu bản nháp", ("targets", "- 80% số hộ"), ("plan", "- Họp dân mỗi tháng"));
        Assert.Contains("Đã lưu bản nháp", head.Text, StringComparison.Ordinal);
        system.SetClock(2024, 6, 3);
        await head.SignIn(desk.Head);
        await head.Open("/my-work");
        Assert.Contains(
            "Quá hạn 30/05/2024",
            head.Page.QuerySelector("#others + ul .state.bad:has(svg)")!.TextContent,
            StringComparison.Ordinal
        );
        await head.Open($"/registrations/{id}");
        Assert.Contains("Quá hạn 30/05/2024", head.Page.QuerySelector("main .state.bad:has(svg)")!.TextContent, StringComparison.Ordinal);
        await head.Send("form:has(textarea)", "Gửi đăng ký", ("targets", "- 80% số hộ\n- 3 mô hình"));
        Assert.Contains("- 80% số hộ\n- 3 mô hình", head.Page.QuerySelector("main .words")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("filed", await desk.State(id));
        Assert.Null(head.Page.QuerySelector("textarea[name=targets]"));

        using var office = await system.Browser(desk.Office);
        await office.Open("/review");
        Assert.NotNull(office.Page.QuerySelector($"main a[href='/registrations/{id}']"));
        await office.Open($"/registrations/{id}");
        Assert.Contains("80% số hộ", office.Text, StringComparison.Ordinal);
        await office.Send("form:has(button[value=receive])");
        Assert.Equal("received", await desk.State(id));
        await office.Open($"/campaigns/{campaign.PublicId}");
        // Of hamlets, police and the union that the launch made one has filed.
        Assert.Contains("1 trên 4 đơn vị đã đăng ký", office.Text, StringComparison.Ordinal);
        Assert.Contains("Còn 3 đơn vị chưa đăng ký", office.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task The_office_is_not_shown_what_nobody_drafts(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched();
        var police = (await desk.RegistrationOf(campaign, desk.Police)).Case.PublicId;
        using var office = await system.Browser(desk.Office);
        await office.Open("/my-work");
        Assert.Null(office.Page.QuerySelector("main a[href^='/registrations/']"));
        var saved = await system.As(
            desk.Office,
            s => s.GetRequiredService<SaveRegistration>().Handle(new(police, 0, new("- 90% số vụ", "")), CancellationToken.None)
        );
        Assert.True(saved.Ok);
        await office.Open("/my-work");
        Assert.NotNull(office.Page.QuerySelector($"main a[href='/registrations/{police}']"));
    }

    [Theory, BothEngines]
    public async Task Of_two_windows_the_later_one_is_told_and_strangers_write_nothing(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched();
        var found = await desk.RegistrationOf(campaign, desk.Hamlets[0]);
        Task<ThiDua.App.Shared.Outcome> Save(TestAccount who, int version, string? targets = "- 80%") =>
            system.As(
                who,
                s =>
                    s.GetRequiredService<SaveRegistration>()
                        .Handle(new(found.Case.PublicId, version, new(targets, "")), CancellationToken.None)
            );
        Assert.True((await Save(system.World.HamletHeads[0], 0)).Missing);
        Assert.True((await Save(desk.Head, 0)).Ok);
        Assert.Equal("targets", Assert.Single((await Save(desk.Head, 0, new string('x', 20_001))).Errors).Field);
        Assert.True((await desk.Move(desk.Head, found.Case.PublicId, RegistrationCase.File)).Ok);
        Assert.True((await Save(desk.Head, 0)).Conflict);
        Assert.True((await desk.Move(desk.Head, found.Case.PublicId, "receive")).Missing);
        Assert.True((await desk.Move(desk.Office, found.Case.PublicId, "return", "Ghi thêm mô hình")).Ok);
        Assert.True((await Save(desk.Head, 2)).Ok);
    }
}
