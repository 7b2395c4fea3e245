using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Notices;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Notices;

public sealed class RemindUnitsTests
{
    private static readonly DateOnly Due = new(2024, 5, 5);

    private static RemindThing April(TestUnit unit) => new(unit.Id, $"april:{unit.Code}", "báo cáo tháng 4/2024", "/my-work", Due);

    private static Task<Outcome<Reminded>> Remind(TestSystem system, TestAccount who, params TestUnit[] units) =>
        system.As(
            who,
            s =>
                s.GetRequiredService<RemindUnits>()
                    .Handle(new("report", Permission.FillReport, [.. units.Select(April)]), CancellationToken.None)
        );

    private static Task<List<Notice>> Of(TestSystem system, TestAccount who) =>
        system.Db(db => db.Notices.AsNoTracking().Where(n => n.AccountId == who.Id).ToListAsync());

    [Theory, BothEngines]
    public async Task Each_unit_has_a_notice_with_courteous_words_once_a_day_and_each_asking_is_an_act(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        var told = (await Remind(system, world.OfficeHead, world.Hamlets[0], world.Police, world.School)).Value!.Units;
        Assert.Equal([1, 1, 0], told.Select(t => t.Told));
        Assert.All(told, t => Assert.StartsWith($"Kính đề nghị {t.Unit}", t.Words, StringComparison.Ordinal));
        // Who is of another line is asked for its help.
        Assert.Contains("quan tâm phối hợp", told[1].Words, StringComparison.Ordinal);
        Assert.DoesNotContain("phối hợp", told[0].Words, StringComparison.Ordinal);
        Assert.Contains("hạn ngày 05/5/2024", told[0].Words, StringComparison.Ordinal);
        Assert.Equal(told[0].Words, Assert.Single(await Of(system, world.HamletHeads[0])).Words);

        await Remind(system, world.Reviewer, world.Hamlets[0]);
        Assert.Single(await Of(system, world.HamletHeads[0]));
        Assert.Equal(4, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "report.remind" && a.SubjectKind == "unit")));
        system.Clock.Advance(TimeSpan.FromDays(1));
        await Remind(system, world.OfficeHead, world.Hamlets[0]);
        Assert.Equal(2, (await Of(system, world.HamletHeads[0])).Count);
    }

    [Theory, BothEngines]
    public async Task Who_holds_no_such_right_at_one_of_the_units_reminds_none(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        Assert.True((await Remind(system, world.HamletHeads[0], world.Hamlets[0])).Missing);
        var foreign = await system.As(null, s => TestWorld.Unit(s, "Xã Khác", "commune", "90002", null));
        Assert.True((await Remind(system, world.OfficeHead, world.Hamlets[0], foreign)).Missing);
        Assert.Empty(await system.Db(db => db.Notices.ToListAsync()));
        Assert.False(await system.Db(db => db.Acts.AnyAsync(a => a.Verb == "report.remind")));
    }

    [Theory, BothEngines]
    public async Task What_somebody_does_not_want_is_not_made_for_them(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (head, hamlet) = (system.World.HamletHeads[0], system.World.Hamlets[0]);
        await system.As(
            null,
            async s =>
            {
                var db = s.GetRequiredService<AppDb>();
                db.NoticeMutes.Add(new() { AccountId = head.Id, Kind = NoticeKind.Ask });
                s.GetRequiredService<Viewer>().Record("notice.mute", "account", "test", null);
                await db.SaveChangesAsync();
            }
        );
        Assert.Equal(0, (await Remind(system, system.World.OfficeHead, hamlet)).Value!.Units[0].Told);
        Assert.Empty(await Of(system, head));
    }

    [Theory]
    [InlineData("2024-05-04", "Kính đề nghị Ấp 1 hoàn thành báo cáo chậm nhất hết ngày 05/5/2024.")]
    [InlineData("2024-05-05", "Kính đề nghị Ấp 1 hoàn thành báo cáo chậm nhất hết ngày 05/5/2024.")]
    [InlineData("2024-05-06", "Kính đề nghị Ấp 1 sớm hoàn thành báo cáo (hạn ngày 05/5/2024).")]
    public void Words_say_whether_the_day_is_over(string today, string expected) =>
        Assert.Equal(expected, Manner.Plain.Words("Ấp 1", "báo cáo", Due, DateOnly.ParseExact(today, "yyyy-MM-dd")));
}
