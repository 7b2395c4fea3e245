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
using static ThiDua.App.Tests.Registers.StandingRows;

namespace ThiDua.App.Tests.Registers;

/// <summary>Households are counted once however often they come, and nobody can tell from the database which ones came.</summary>
public sealed class HouseholdCountTests
{
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
}
