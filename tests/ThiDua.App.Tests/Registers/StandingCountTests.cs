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

/// <summary>What stands, what was last found, what began and was taken over, and whom rows reached: counted as of each period.</summary>
public sealed class StandingCountTests
{
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
    public async Task What_others_hang_on_a_row_is_told_to_its_owner_and_stays_theirs(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var club = await Save(system, StandingRegisters.Club, Club("2024-01-05", "Tổ liên gia ấp 1"));
        await Save(
            system,
            StandingRegisters.Review,
            new()
            {
                ["club"] = club,
                ["day"] = "2024-04-01",
                ["summary"] = "Ấp bạn đến xem",
                ["meets"] = "1",
                ["helps"] = "1",
            },
            hamlet: 1
        );
        using var owner = await system.Browser(system.World.HamletHeads[0]);
        await owner.Open($"/registers/rows/{club}");
        Assert.Contains("Ấp bạn đến xem", owner.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(owner.Page.QuerySelectorAll("main a"), a => a.TextContent == "Ấp bạn đến xem");
        using var other = await system.Browser(system.World.HamletHeads[1]);
        await other.Open($"/registers/rows/{club}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, other.Status);
    }
}
