using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Documents;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Tasks;

/// <summary>What shows that a task is done, and what came of those that were not.</summary>
public sealed class TaskEvidenceTests
{
    private const string Why = "Chưa được cấp kinh phí in tài liệu";

    private static async Task<string> Row(TestSystem system, TestAccount who, TestUnit unit)
    {
        var typed = new Dictionary<string, string>
        {
            ["date"] = "2024-05-10",
            ["topic"] = "Phòng, chống lừa đảo qua mạng",
            ["channel"] = "meeting",
            ["attendance"] = "40",
        };
        var saved = await system.As(
            who,
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(new("outreach", unit.PublicId, typed, new Dictionary<string, string>()), CancellationToken.None)
        );
        return saved.Value?.Id ?? throw new InvalidOperationException(string.Join(' ', saved.Errors));
    }

    [Theory, BothEngines]
    public async Task A_row_of_a_register_is_evidence_for_those_who_may_see_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (task, police) = (await system.OfPolice(), system.World.PoliceOfficer);
        var (own, foreign) = (
            await Row(system, police, system.World.Police),
            await Row(system, system.World.HamletHeads[0], system.World.Hamlets[0])
        );
        Task<Shared.Outcome> Link(TestAccount who, string? row) =>
            system.As(who, s => s.GetRequiredService<LinkRow>().Handle(new(task, row), CancellationToken.None));
        Assert.Equal("row", Assert.Single((await Link(police, foreign)).Errors).Field);
        Assert.Equal("row", Assert.Single((await Link(police, null)).Errors).Field);
        Assert.True((await Link(system.World.HamletHeads[0], foreign)).Missing);
        Assert.True((await Link(police, own)).Ok);
        Assert.True((await Link(police, own)).Ok);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"/tasks/{task}");
        Assert.Single(office.Page.QuerySelectorAll($"a[href='/registers/rows/{own}']"));
        // Reported, it stays as it is until it comes back.
        Assert.True((await system.Move(police, task, "report")).Ok);
        var undo = await system.As(police, s => s.GetRequiredService<LinkRow>().Undo(new(task, own), CancellationToken.None));
        Assert.True(undo.Missing);
        Assert.True((await system.Move(system.World.OfficeHead, task, "return", "Còn thiếu biên bản")).Ok);
        undo = await system.As(police, s => s.GetRequiredService<LinkRow>().Undo(new(task, own), CancellationToken.None));
        Assert.True(undo.Ok);
        Assert.Equal(0, await system.Db(db => db.Set<TaskEvidence>().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task What_cannot_be_done_says_why_and_another_person_accepts_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (task, police, office) = (await system.OfPolice(), system.World.PoliceOfficer, system.World.OfficeHead);
        Assert.Equal("reason", Assert.Single((await system.Move(police, task, "give-up")).Errors).Field);
        Assert.True((await system.Move(police, task, "give-up", Why)).Ok);
        Assert.Equal("unable", await system.StateOf(task));
        Assert.True((await system.Move(police, task, "accept-undone")).Missing);
        Assert.True((await system.Move(office, task, "return", "Xã sẽ hỗ trợ kinh phí")).Ok);
        Assert.True((await system.Move(police, task, "give-up", Why)).Ok);
        using var browser = await system.Browser(office);
        await browser.Open("/review?kind=task");
        Assert.Contains("Tham mưu tổ chức tuyên truyền", browser.Text, StringComparison.Ordinal);
        Assert.True((await system.Move(office, task, "accept-undone")).Ok);
        Assert.Equal("undone", await system.StateOf(task));
    }

    [Theory, BothEngines]
    public async Task The_final_report_says_what_was_done_is_late_and_was_not_done_and_why(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (task, women, office) = (await system.OfPolice(), system.World.WomenOfficer, system.World.OfficeHead);
        var quarters = await system.Db(db =>
            db.TaskItems.Where(i => i.UnitId == system.World.Women.Id).OrderBy(i => i.From).Select(i => i.Case.PublicId).ToListAsync()
        );
        await system.Move(system.World.PoliceOfficer, task, "give-up", Why);
        await system.Move(women, quarters[0], "report");
        await system.Move(office, quarters[0], "confirm");
        system.SetClock(2024, 7, 2);
        var on = (DateOnly day) =>
            system.As(
                office,
                async s =>
                {
                    var campaign = await s.GetRequiredService<Data.AppDb>().Set<Features.Campaigns.Campaign>().SingleAsync();
                    return await s.GetRequiredService<TaskResults>().Of(campaign, day, CancellationToken.None);
                }
            );
        var july = await on(new(2024, 7, 2));
        Assert.Equal((3, 1, 1, 1, 0), (july["total"], july["done"], july["late"], july["undone"], july["open"]));
        Assert.Equal(Why, Note(july, "undone_list"));
        Assert.Equal("1/2 lượt", Note(july, "done_list"));
        Assert.Equal("hạn 30/6/2024, chưa làm", Note(july, "late_list"));
        // On an earlier day they stood otherwise.
        var may = await on(new(2024, 5, 14));
        Assert.Equal((0, 0, 0, 0), (may["done"], may["late"], may["undone"], may["open"]));
    }

    private static object? Note(IReadOnlyDictionary<string, object?> results, string list) =>
        Assert.Single((IEnumerable<IReadOnlyDictionary<string, object?>>)results[list]!)["note"];
}
