using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Security;
using ThiDua.App.Tests.Files;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Tasks;

/// <summary>Who sees which tasks, and what counts as late and as silent.</summary>
public sealed class TaskListTests
{
    private static Task<int> Count(
        TestSystem system,
        TestAccount who,
        Func<TaskLines, IQueryable<TaskLine>, IQueryable<TaskLine>> narrow
    ) =>
        system.As(
            who,
            s =>
            {
                var lines = s.GetRequiredService<TaskLines>();
                return narrow(lines, lines.Seen(Permission.ViewProgress)).CountAsync();
            }
        );

    [Theory, BothEngines]
    public async Task Each_sees_the_tasks_of_their_units_and_the_office_those_without_a_lead(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.WithoutLead(2);
        await system.Begin();
        // The police's one task, the women's two quarters, two that nobody leads.
        Assert.Equal(5, await Count(system, system.World.OfficeHead, (_, all) => all));
        Assert.Equal(1, await Count(system, system.World.PoliceOfficer, (_, all) => all));
        Assert.Equal(2, await Count(system, system.World.WomenOfficer, (_, all) => all));
        Assert.Equal(0, await Count(system, system.World.HamletHeads[0], (_, all) => all));
    }

    [Theory, BothEngines]
    public async Task Late_is_what_waits_for_its_unit_behind_its_day(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var task = await system.OfPolice();
        var late = (TestAccount who) => Count(system, who, (lines, all) => lines.Late(all).Where(l => l.CaseId == task));
        system.SetClock(2024, 6, 30);
        Assert.Equal(0, await late(system.World.OfficeHead));
        system.SetClock(2024, 7, 1);
        Assert.Equal(1, await late(system.World.OfficeHead));
        Assert.True((await system.Move(system.World.PoliceOfficer, task, "report")).Ok);
        Assert.Equal(0, await late(system.World.OfficeHead));
    }

    [Theory, BothEngines]
    public async Task Silent_is_what_was_not_heard_of_for_as_long_as_the_flow_says(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        var (task, police) = (await system.OfPolice(), system.World.PoliceOfficer);
        var silent = () => Count(system, system.World.OfficeHead, (lines, all) => lines.Silent(all).Where(l => l.CaseId == task));
        system.SetClock(2024, 6, 14, 10);
        Assert.Equal(0, await silent());
        system.SetClock(2024, 6, 14, 10, 0, 1);
        Assert.Equal(1, await silent());
        Assert.True((await system.Note(police, task, "Đã chọn ngày họp")).Ok);
        Assert.Equal(0, await silent());
        system.SetClock(2024, 7, 20);
        Assert.Equal(1, await silent());
        Assert.True((await system.Attach(police, task, ("bien-ban.txt", "Biên bản"u8.ToArray()))).Ok);
        Assert.Equal(0, await silent());
        system.SetClock(2024, 8, 25);
        Assert.Equal(1, await silent());
        // What waits for the office is not the unit's silence.
        Assert.True((await system.Move(police, task, "report")).Ok);
        system.SetClock(2024, 11, 1);
        Assert.Equal(0, await silent());
    }

    [Fact]
    public async Task The_list_finds_without_marks_says_who_and_is_exported()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.WithoutLead(1);
        await system.Begin();
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/tasks?q=van+dong+hoi+vien");
        Assert.Equal(2, office.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Hội Liên hiệp Phụ nữ xã", office.Text, StringComparison.Ordinal);
        await office.Open("/tasks?q=viec+chung");
        Assert.Contains("Chưa có đơn vị chủ trì", Browser.Fold(office.Page.QuerySelector("tbody")!.TextContent), StringComparison.Ordinal);
        await office.Open("/tasks?show=no-lead");
        Assert.StartsWith("/", office.Page.QuerySelector("tbody th a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain(office.Page.QuerySelectorAll("thead th:not(.only-print)"), h => h.TextContent.Contains("Tin gần nhất"));
        Assert.Empty(office.Page.QuerySelectorAll("button[value^=remind]"));
        var csv = await office.Client.GetStringAsync("/tasks.csv?state=open", TestContext.Current.CancellationToken);
        Assert.Equal(4, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Ấp 1", csv, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_unit_is_reminded_of_its_tasks_with_words_to_paste(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        await system.Begin();
        system.SetClock(2024, 7, 1);
        using var office = await system.Browser(system.World.OfficeHead);
        // Not of everything, and never at one press.
        await office.Open("/tasks?show=open");
        Assert.DoesNotContain("Nhắc cả danh sách đang xem", office.Text, StringComparison.Ordinal);
        await office.Send("form.printed", "Nhắc việc đã chọn", ("act", "remind-all"));
        Assert.Contains("Muốn nhắc cả danh sách", office.Text, StringComparison.Ordinal);
        await office.Open("/tasks?show=late");
        await office.Send("form.printed", "Nhắc cả danh sách đang xem");
        Assert.Contains("Nhắc 3 nhiệm vụ của 2 đơn vị?", office.Text, StringComparison.Ordinal);
        Assert.Equal(0, await system.Db(db => db.Notices.CountAsync()));
        await office.Send("form.alert", "Nhắc 2 đơn vị");
        Assert.False(office.Page.QuerySelector("section[aria-labelledby=words] details")!.HasAttribute("open"));
        var words = office.Page.QuerySelectorAll("textarea[readonly]").Select(t => t.TextContent).ToList();
        Assert.Equal(2, words.Count);
        Assert.All(words, w => Assert.StartsWith("Kính đề nghị", w, StringComparison.Ordinal));
        Assert.Contains(words, w => w.Contains("kết quả 2 nhiệm vụ: “Vận động hội viên", StringComparison.Ordinal));
        using var women = await system.Browser(system.World.WomenOfficer);
        await women.Open("/notices");
        Assert.Contains("Kính đề nghị", women.Text, StringComparison.Ordinal);
        // Asked again on the same day, nobody is told twice.
        await office.Send("form.printed", "Nhắc cả danh sách đang xem");
        Assert.Contains("Hôm nay đã nhắc cả 2 đơn vị", office.Text, StringComparison.Ordinal);
        Assert.Equal(2, await system.Db(db => db.Notices.CountAsync()));
        using var head = await system.Browser(system.World.WomenOfficer);
        await head.Open("/tasks");
        Assert.Empty(head.Page.QuerySelectorAll("input[name=pick]"));
    }
}
