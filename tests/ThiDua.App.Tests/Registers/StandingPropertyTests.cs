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

/// <summary>What stands, whatever was done to it.</summary>
public sealed class StandingPropertyTests
{
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
