using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Registers;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Registers;

/// <summary>What rows count, from the moment they are written, in whatever order they are written, mended and cancelled.</summary>
public sealed class RegisterCountTests
{
    private static readonly Period May = Period.Month(2024, 5);

    internal static Task<Outcome<SavedRow>> Save(
        TestSystem system,
        TestAccount who,
        TestUnit unit,
        Dictionary<string, string> typed,
        string? row = null
    ) =>
        system.As(
            who,
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(new(UnseenRegister.Code, unit.PublicId, typed, new Dictionary<string, string>(), row), CancellationToken.None)
        );

    private static Task<Outcome> Move(TestSystem system, TestAccount who, string row, string act, string? reason = null) =>
        system.As(who, s => s.GetRequiredService<MoveCase>().Handle(new(row, act, reason), CancellationToken.None));

    private static Task<long?> Figure(TestSystem system, TestUnit unit, string indicator, Period period) =>
        system.Db(db =>
            db.Figures.Where(f => f.UnitId == unit.Id && f.PeriodId == period.Id)
                .Join(db.Indicators.Where(i => i.Code == indicator), f => f.IndicatorId, i => i.Id, (f, _) => f.Value)
                .FirstOrDefaultAsync()
        );

    private static Task<long> Total(TestSystem system, string indicator) =>
        system.Db(db =>
            db.Totals.Where(t => t.UnitId == system.World.Commune.Id && t.PeriodId == May.Id)
                .Join(db.Indicators.Where(i => i.Code == indicator), t => t.IndicatorId, i => i.Id, (t, _) => t.Sum)
                .SumAsync()
        );

    [Theory, BothEngines]
    public async Task A_row_counts_when_written_changed_cancelled_and_restored(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        Assert.Equal(0, await Total(system, "outreach.sessions"));

        var first = (await Save(system, head, hamlet, UnseenRegister.Row())).Value!;
        await Save(system, head, hamlet, UnseenRegister.Row(street: "Đường ấp 2", people: "40"));
        Assert.Equal(2, await Figure(system, hamlet, "outreach.sessions", May));
        Assert.Equal(70, await Figure(system, hamlet, "outreach.attendance", May));
        Assert.Equal((2, 70), (await Total(system, "outreach.sessions"), await Total(system, "outreach.attendance")));

        // A canal is no street: it leaves the sessions and stays among the people.
        var canal = UnseenRegister.Row();
        (canal["sort"], canal["boats"], canal["people"]) = ("canal", "2", "25");
        Assert.True((await Save(system, head, hamlet, canal, first.Id)).Ok);
        Assert.Equal((1, 65), (await Total(system, "outreach.sessions"), await Total(system, "outreach.attendance")));

        Assert.True((await Move(system, head, first.Id, "cancel", "Ghi nhầm")).Ok);
        Assert.Equal((1, 40), (await Total(system, "outreach.sessions"), await Total(system, "outreach.attendance")));
        Assert.True((await Move(system, system.World.OfficeHead, first.Id, "restore", "Hủy nhầm")).Ok);
        Assert.Equal(65, await Total(system, "outreach.attendance"));
        Assert.Equal(
            0,
            (await system.As(null, s => s.GetRequiredService<ThiDua.App.Verify.VerifySystem>().Handle(CancellationToken.None))).Totals.Wrong
        );
    }

    [Theory, BothEngines]
    public async Task A_row_of_before_the_start_is_kept_and_does_not_count(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        var row = (await Save(system, head, hamlet, UnseenRegister.Row("2024-04-30"))).Value!;
        Assert.Null(await Figure(system, hamlet, "outreach.sessions", Period.Month(2024, 4)));
        // Moved over the start it counts; moved back it leaves nothing behind.
        Assert.True((await Save(system, head, hamlet, UnseenRegister.Row("2024-05-01"), row.Id)).Ok);
        Assert.Equal(1, await Figure(system, hamlet, "outreach.sessions", May));
        Assert.True((await Save(system, head, hamlet, UnseenRegister.Row("2024-04-30"), row.Id)).Ok);
        Assert.Null(await Figure(system, hamlet, "outreach.sessions", May));
        Assert.Equal(0, await Total(system, "outreach.sessions"));
    }

    [Theory, BothEngines]
    public async Task Checks_name_the_field_and_nothing_is_written(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        async Task<string> Wrong(string field, string value)
        {
            var typed = UnseenRegister.Row();
            typed[field] = value;
            return Assert.Single((await Save(system, head, hamlet, typed)).Errors).Field;
        }
        Assert.Equal("day", await Wrong("day", "31/4/2024"));
        Assert.Equal("day", await Wrong("day", "2024-05-16"));
        Assert.Equal("day", await Wrong("day", ""));
        Assert.Equal("sort", await Wrong("sort", "river"));
        Assert.Equal("boats", await Wrong("sort", "canal"));
        Assert.Equal("people", await Wrong("people", "1.23"));
        Assert.Equal("women", await Wrong("women", "31"));
        Assert.Equal("comment.people", await Wrong("people", "300"));
        Assert.Equal("with", await Wrong("with", "Công an tỉnh"));
        Assert.True((await Save(system, head, hamlet, UnseenRegister.Row())).Ok);
        Assert.Equal("street", await Wrong("street", "đường ẤP 1"));
        Assert.Equal(1, await system.Db(db => db.RegisterRows.CountAsync()));
    }

    [Theory, BothEngines]
    public async Task What_may_not_be_seen_stays_as_it_was(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        var typed = UnseenRegister.Row();
        (typed["secret"], typed["bags"], typed["other"], typed["with"]) = ("của xã", "1,5", "2", "công an xã");
        var row = (await Save(system, head, hamlet, typed)).Value!.Id;
        async Task<IReadOnlyDictionary<string, string>> Data() => (await system.Db(db => db.RegisterRows.SingleAsync())).Data;
        Assert.False((await Data()).ContainsKey("secret"));
        Assert.Equal(("3.5", system.World.Police.PublicId), ((await Data())["total"], (await Data())["with"]));
        Assert.True((await Save(system, system.World.OfficeHead, hamlet, typed, row)).Ok);
        Assert.Equal("của xã", (await Data())["secret"]);
        typed["secret"] = "của ấp";
        Assert.True((await Save(system, head, hamlet, typed, row)).Ok);
        Assert.Equal("của xã", (await Data())["secret"]);
    }

    [Theory, BothEngines]
    public async Task Nobody_confirms_their_own_row_and_a_stranger_sees_none(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, world) = (system.World.Hamlets[0], system.World);
        var row = (await Save(system, world.OfficeHead, hamlet, UnseenRegister.Row())).Value!.Id;
        Assert.False((await Move(system, world.OfficeHead, row, "confirm")).Ok);
        // Nor after somebody else changed a word in it.
        Assert.True((await Save(system, world.HamletHeads[0], hamlet, UnseenRegister.Row(people: "31"), row)).Ok);
        Assert.False((await Move(system, world.OfficeHead, row, "confirm")).Ok);
        Assert.True((await Move(system, world.Reviewer, row, "confirm")).Ok);
        // Another hamlet neither writes for this one nor finds its row.
        Assert.True((await Save(system, world.HamletHeads[1], hamlet, UnseenRegister.Row())).Missing);
        Assert.True((await Save(system, world.HamletHeads[1], hamlet, UnseenRegister.Row(), row)).Missing);
        using var browser = await system.Browser(world.HamletHeads[1]);
        await browser.Open($"/registers/rows/{row}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, browser.Status);
    }

    [Theory, BothEngines]
    public async Task The_same_request_sent_twice_makes_one_row(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        var input = new SaveRowInput(
            UnseenRegister.Code,
            hamlet.PublicId,
            UnseenRegister.Row(),
            new Dictionary<string, string>(),
            Key: "once"
        );
        var first = await system.As(head, s => s.GetRequiredService<SaveRow>().Handle(input, CancellationToken.None));
        var second = await system.As(head, s => s.GetRequiredService<SaveRow>().Handle(input, CancellationToken.None));
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, await Total(system, "outreach.sessions"));
    }
}
