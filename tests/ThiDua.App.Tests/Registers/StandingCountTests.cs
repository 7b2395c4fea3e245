using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Registers;

/// <summary>What stands, what was last found, what began and was taken over, and whom rows reached: counted as of each period.</summary>
public sealed class StandingCountTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static async Task<TestSystem> Start(Engine engine, SpoiltPack pack)
    {
        foreach (var (file, yaml) in StandingRegisters.Files)
            pack.Write(file, yaml);
        return await TestSystem.Start(engine, packs: pack.Parent);
    }

    private static async Task<string> Save(
        TestSystem system,
        string register,
        Dictionary<string, string> typed,
        string? row = null,
        int hamlet = 0
    )
    {
        var saved = await system.As(
            system.World.HamletHeads[hamlet],
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(new(register, system.World.Hamlets[hamlet].PublicId, typed, new Dictionary<string, string>(), row), None)
        );
        return saved.Value?.Id
            ?? throw new InvalidOperationException(string.Join("; ", saved.Errors.Select(e => $"{e.Field}: {e.Message}")));
    }

    private static Dictionary<string, string> Club(string founded, string name, string zalo = "", string ended = "", string taken = "") =>
        new()
        {
            ["founded"] = founded,
            ["name"] = name,
            ["zalo"] = zalo,
            ["ended"] = ended,
            ["taken"] = taken,
            ["length"] = "1,5",
        };

    private static Task<long?> Figure(TestSystem system, string indicator, Period period, int hamlet = 0) =>
        system.Db(db =>
            db.Figures.Where(f => f.UnitId == system.World.Hamlets[hamlet].Id && f.PeriodId == period.Id)
                .Join(db.Indicators.Where(i => i.Code == indicator), f => f.IndicatorId, i => i.Id, (f, _) => f.Value)
                .FirstOrDefaultAsync()
        );

    private static async Task<long> Wrong(TestSystem system) =>
        (await system.As(null, s => s.GetRequiredService<ThiDua.App.Verify.VerifySystem>().Handle(None))).Totals.Wrong;

    [Theory, BothEngines]
    public async Task What_stands_counts_from_the_period_of_its_day_until_it_ends(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var first = await Save(system, StandingRegisters.Club, Club("2019-06-01", "Câu lạc bộ cũ", zalo: "2024-04-10"));
        await Save(system, StandingRegisters.Club, Club("2024-04-20", "Câu lạc bộ mới"));
        var (march, april, may) = (Period.Month(2024, 3), Period.Month(2024, 4), Period.Month(2024, 5));
        // What stood before the register became the source counts from its first period on.
        Assert.Equal(1, await Figure(system, "model.total", march));
        Assert.Equal(2, await Figure(system, "model.total", april));
        Assert.Equal(0, await Figure(system, "model.with-zalo", march));
        Assert.Equal(1, await Figure(system, "model.with-zalo", april));
        Assert.Null(await Figure(system, "model.total", Period.Month(2024, 2)));
        Assert.Equal(1, await Figure(system, "model.new", Period.Quarter(2024, 2)));

        await Save(system, StandingRegisters.Club, Club("2019-06-01", "Câu lạc bộ cũ", zalo: "2024-04-10", ended: "2024-05-03"), first);
        Assert.Equal((2, 1), (await Figure(system, "model.total", april), await Figure(system, "model.total", may)));
        Assert.Equal(0, await Figure(system, "model.with-zalo", may));
        Assert.Equal(0, await Wrong(system));
    }

    [Theory, BothEngines]
    public async Task A_club_taken_over_is_no_new_one_and_lengths_add_up(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var first = await Save(system, StandingRegisters.Club, Club("2024-01-05", "Tổ liên gia ấp 1"));
        await Save(system, StandingRegisters.Club, Club("2024-04-05", "Tổ liên gia ấp 2", taken: first), hamlet: 1);
        var second = Period.Quarter(2024, 2);
        Assert.Equal(1, await Figure(system, "model.replicated", second, 1));
        Assert.Null(await Figure(system, "model.new", second, 1));
        Assert.Equal(150, await Figure(system, "road.lit-length", second, 1) * (long)Math.Pow(10, 2 - Scale(system, "road.lit-length")));
    }

    private static int Scale(TestSystem system, string indicator) =>
        system.Services.GetRequiredService<PackShelf>().Indicator(indicator)!.Scale;

    [Theory, BothEngines]
    public async Task The_newest_review_decides_while_the_club_stands(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var club = await Save(system, StandingRegisters.Club, Club("2024-01-05", "Tổ liên gia"));
        Dictionary<string, string> Review(string day, string helps) =>
            new()
            {
                ["club"] = club,
                ["day"] = day,
                ["summary"] = "Đã họp xét",
                ["meets"] = "1",
                ["helps"] = helps,
                ["mend"] = helps == "1" ? "" : "Phân công lại người phụ trách",
            };
        var (q1, q2) = (Period.Quarter(2024, 1), Period.Quarter(2024, 2));
        await Save(system, StandingRegisters.Review, Review("2024-02-01", "1"));
        Assert.Equal(1, await Figure(system, "model.effective", q1));
        var poor = await Save(system, StandingRegisters.Review, Review("2024-04-01", "0"));
        Assert.Equal((1, 0), (await Figure(system, "model.effective", q1), await Figure(system, "model.effective", q2)));
        await Save(system, StandingRegisters.Review, Review("2024-04-01", "1"), poor);
        Assert.Equal(1, await Figure(system, "model.effective", q2));
        // It ends: what was found of it is found no more.
        await Save(system, StandingRegisters.Club, Club("2024-01-05", "Tổ liên gia", ended: "2024-05-10"), club);
        Assert.Equal((1, 0), (await Figure(system, "model.effective", q1), await Figure(system, "model.effective", q2)));
        Assert.Equal(2, await system.Db(db => db.RowLinks.CountAsync(l => l.To == club)));
    }

    [Theory, BothEngines]
    public async Task Thirty_households_at_two_meetings_count_once(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        Dictionary<string, string> Group(string name, string first, string last) =>
            new()
            {
                ["day"] = "2024-01-01",
                ["name"] = name,
                ["first"] = first,
                ["last"] = last,
            };
        Dictionary<string, string> Visit(string day, string homes) =>
            new()
            {
                ["day"] = day,
                ["topic"] = "Phòng cháy",
                ["homes"] = homes,
            };
        var may = Period.Month(2024, 5);
        var early = await system.As(
            system.World.HamletHeads[0],
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(
                        new("visit", system.World.Hamlets[0].PublicId, Visit("2024-05-02", "1-30"), new Dictionary<string, string>()),
                        None
                    )
        );
        Assert.Equal("homes", Assert.Single(early.Errors).Field);
        await Save(system, StandingRegisters.Groups, Group("Tổ 1", "1", "30"));
        await Save(system, StandingRegisters.Groups, Group("Tổ 2", "31", "52"));
        var first = await Save(system, StandingRegisters.Visit, Visit("2024-05-02", "1-30"));
        await Save(system, StandingRegisters.Visit, Visit("2024-05-09", "1-30"));
        Assert.Equal(30, await Figure(system, "household.reached", may));
        Assert.Equal(1, await Figure(system, "festival.held", Period.OfYear(2024)));
        Assert.Equal(1, await Figure(system, "outreach.broadcasts", may));
        var third = await Save(system, StandingRegisters.Visit, Visit("2024-05-10", "21-40\n52"));
        Assert.Equal(41, await Figure(system, "household.reached", may));
        // A figure of the list is not taken for a household; what was ticked stays.
        await Save(system, StandingRegisters.Visit, Visit("2024-05-10", "21 hộ"), third);
        Assert.Equal(41, await Figure(system, "household.reached", may));
        var moved = await system.As(
            system.World.HamletHeads[0],
            s => s.GetRequiredService<MoveCase>().Handle(new(third, RowCase.Cancel, "Ghi nhầm"), None)
        );
        Assert.True(moved.Ok);
        Assert.Equal(30, await Figure(system, "household.reached", may));

        Assert.Equal(30, (await Numbers(system, first)).Count);
        foreach (var act in new[] { "sum-up", "close" })
        {
            var closed = await system.As(
                system.World.OfficeHead,
                s => s.GetRequiredService<MoveCase>().Handle(new(system.World.Campaign, act, null), None)
            );
            Assert.True(closed.Ok, closed.Errors.FirstOrDefault()?.Message);
        }
        Assert.Empty(await Numbers(system, first));
        Assert.Equal(0, await system.Db(db => db.RowHouseholds.CountAsync()));
        // What was counted stands, whatever becomes of the rows.
        await Save(system, StandingRegisters.Visit, Visit("2024-05-03", "30 hộ"), first);
        Assert.Equal(30, await Figure(system, "household.reached", may));
        Assert.Equal(0, await Wrong(system));
    }

    private static Task<IReadOnlyList<int>> Numbers(TestSystem system, string row) =>
        system.As(
            null,
            async s =>
            {
                var db = s.GetRequiredService<ThiDua.App.Data.AppDb>();
                var found = await db.RegisterRows.AsNoTracking().SingleAsync(r => r.Case.PublicId == row);
                var register = s.GetRequiredService<PackShelf>().All.Select(p => p.Register("visit")).First(r => r is not null)!;
                var names = await s.GetRequiredService<ThiDua.App.Forms.FormNameSources>().Of(register.Form, found.UnitId, None);
                return await s.GetRequiredService<HouseholdKeys>()
                    .Numbers(found.UnitId, found.Id, names.Of(HouseholdTicks.Field(register)!), None);
            }
        );

    [Theory, BothEngines]
    public async Task No_key_of_a_household_can_be_told_from_the_database_alone(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        for (var hamlet = 0; hamlet < 2; hamlet++)
        {
            await Save(
                system,
                StandingRegisters.Groups,
                new()
                {
                    ["day"] = "2024-01-01",
                    ["name"] = "Tổ 1",
                    ["first"] = "1",
                    ["last"] = "9",
                },
                hamlet: hamlet
            );
            await Save(
                system,
                StandingRegisters.Visit,
                new()
                {
                    ["day"] = "2024-05-02",
                    ["topic"] = "Phòng cháy",
                    ["homes"] = "1-9",
                },
                hamlet: hamlet
            );
        }
        var (keys, secrets, contents) = await system.Db(async db =>
            (
                await db.RowHouseholds.Select(h => h.Key).ToListAsync(),
                await db.Set<HouseholdSecret>().Select(s => s.Sealed).ToListAsync(),
                await db.RegisterRows.Where(r => r.Register == "visit").Select(r => r.Content).ToListAsync()
            )
        );
        Assert.Equal(18, keys.Distinct().Count());
        Assert.Equal(2, secrets.OfType<string>().Distinct().Count());
        Assert.All(secrets, s => Assert.True(Convert.FromBase64String(s!).Length > 64));
        Assert.All(contents, c => Assert.Contains("\"homes\":\"9\"", c, StringComparison.Ordinal));
    }

    private static readonly Gen<(int Op, int At, int Founded, int Ended, int Zalo)[]> Doings = Gen.Select(
        Gen.Int[0, 3],
        Gen.Int[0, 5],
        Gen.Int[0, 360],
        Gen.Int[0, 500],
        Gen.Int[0, 500]
    ).Array[1, 12];

    [Theory, BothEngines]
    public async Task Whatever_is_written_mended_and_cancelled_in_whatever_order_the_figures_are_those_of_what_is_left(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var day = new DateOnly(2023, 7, 1);
        string Day(int after) => day.AddDays(after).ToString("yyyy-MM-dd", null);
        await Doings.SampleAsync(
            async doings =>
            {
                var rows = new List<(string Id, DateOnly Founded, DateOnly? Ended, DateOnly? Zalo)>();
                foreach (var (op, at, founded, ended, zalo) in doings)
                {
                    var typed = Club(
                        Day(founded),
                        $"Câu lạc bộ {Guid.NewGuid():N}",
                        ended: ended > founded ? Day(ended) : "",
                        zalo: zalo > founded ? Day(zalo) : ""
                    );
                    var there = at < rows.Count ? rows[at].Id : null;
                    if (op == 0 && there is not null)
                    {
                        await system.As(
                            system.World.HamletHeads[0],
                            s => s.GetRequiredService<MoveCase>().Handle(new(there, RowCase.Cancel, "Ghi nhầm"), None)
                        );
                        rows.RemoveAt(at);
                        continue;
                    }
                    if (op != 1)
                        there = null;
                    var id = await Save(system, StandingRegisters.Club, typed, there);
                    rows.RemoveAll(r => r.Id == id);
                    rows.Add(
                        (id, day.AddDays(founded), ended > founded ? day.AddDays(ended) : null, zalo > founded ? day.AddDays(zalo) : null)
                    );
                }
                foreach (var month in Period.Touching(new(new(2024, 3, 1), new(2025, 2, 28)), Frequency.Month))
                {
                    long Standing(Func<(string Id, DateOnly Founded, DateOnly? Ended, DateOnly? Zalo), bool> also) =>
                        rows.Count(r => r.Founded <= month.Last && !(r.Ended <= month.Last) && also(r));
                    Assert.Equal(Standing(_ => true), await AsOf(system, "model.total", month));
                    Assert.Equal(Standing(r => r.Zalo <= month.Last), await AsOf(system, "model.with-zalo", month));
                }
                foreach (var row in rows)
                    await system.As(
                        system.World.HamletHeads[0],
                        s => s.GetRequiredService<MoveCase>().Handle(new(row.Id, RowCase.Cancel, "Dọn"), None)
                    );
            },
            iter: 12,
            threads: 1
        );
        Assert.Equal(0, await Wrong(system));
    }

    /// <summary>A stock holds the last value that took effect.</summary>
    private static async Task<long> AsOf(TestSystem system, string indicator, Period month)
    {
        var known = await system.Db(db =>
            db.Figures.Where(f => f.UnitId == system.World.Hamlets[0].Id && f.Value != null)
                .Join(db.Indicators.Where(i => i.Code == indicator), f => f.IndicatorId, i => i.Id, (f, _) => new { f.PeriodId, f.Value })
                .ToListAsync()
        );
        return known
                .Select(k => (Period: Period.FromId(k.PeriodId), k.Value))
                .Where(k => k.Period.Last <= month.Last)
                .OrderBy(k => k.Period.Last)
                .Select(k => k.Value)
                .LastOrDefault()
            ?? 0;
    }
}
