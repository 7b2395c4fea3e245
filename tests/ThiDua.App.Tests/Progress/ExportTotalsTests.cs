using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Facts;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Progress.Export;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tests.Units;
using ThiDua.App.Tests.Verify;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Progress;

/// <summary>What is exported equals what the pages show, to six decimals.</summary>
public sealed class ExportTotalsTests
{
    private static readonly DateOnly Day = new(2024, 5, 15);

    [Theory, BothEngines]
    public async Task Targets_stand_as_on_the_pages(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        var shown = await system.Read(system.World.OfficeHead);
        var lines = await Lines(system, system.World.Commune, DateRange.CivilYear(2024));
        Assert.Equal(
            shown.Targets.Select(t => t.Target.PublicId).Order(),
            lines.Where(l => l.Target is not null).Select(l => l.Target!).Order()
        );
        foreach (var target in shown.Targets)
        {
            var line = Assert.Single(lines, l => l.Target == target.Target.PublicId);
            Assert.Equal(
                (target.State.Code(), target.Total.Forecast?.Method.Code(), Six(target.Total.Forecast?.Value), target.Total.Reason?.Code()),
                (line.State, line.Method, line.Forecast, line.Reason)
            );
            var reading = target.Total.Reading;
            Assert.Equal((Six(reading.Value), reading.Asked, reading.Reported), (line.Value, line.Asked, line.Reported));
            Assert.Equal(
                (Six((reading.Numerator ?? reading.Current)?.Value), Six((reading.Denominator ?? reading.Baseline)?.Value)),
                (line.Numerator, line.Denominator)
            );
        }
    }

    [Theory, BothEngines]
    public async Task Indicators_without_a_target_are_read_over_the_range_asked(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Months(system.World.Hamlets[0].Id, "patrol.shifts", 3, 4, 5);
        await system.Months(system.World.Hamlets[1].Id, "patrol.shifts", 1, 1);
        var all = Of(await Lines(system, system.World.Commune, new(new(2024, 2, 1), new(2024, 3, 31))), "patrol.shifts");
        Assert.Equal((10m, 1, 7, "202402..202403", Day), (all.Value, all.Reported, all.Asked, all.Period, all.AsOf));
        Assert.Equal((null, null, null, null, null), (all.State, all.Forecast, all.Method, all.Reason, all.Target));
        var none = Of(await Lines(system, system.World.Commune, new(new(2024, 2, 1), new(2024, 3, 31)), approved: true), "patrol.shifts");
        Assert.Equal((null, "no-figures"), (none.Value, none.Reason));
        await system.Approve(system.World.Hamlets[0].Id, ("patrol.shifts", Period.Month(2024, 2)));
        Assert.Equal(
            4,
            Of(await Lines(system, system.World.Commune, new(new(2024, 2, 1), new(2024, 3, 31)), approved: true), "patrol.shifts").Value
        );
        Assert.Equal(5, Of(await Lines(system, system.World.Hamlets[0], new(new(2024, 3, 1), new(2024, 3, 31))), "patrol.shifts").Value);
    }

    [Theory, BothEngines]
    public async Task A_hamlet_closed_in_mid_month_is_asked_for_its_cases_to_the_months_end_and_for_its_stock_to_its_last_day(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.KeepPlan();
        var (world, april) = (system.World, Period.Month(2024, 4));
        await system.Record([
            .. world.Hamlets.Where((_, at) => at != 1).Append(world.Police).Select(u => new FactEntry(u.Id, "patrol.shifts", april, 2)),
        ]);
        await system.Record([.. world.Hamlets.Select(u => new FactEntry(u.Id, "road.lit", april, 5))]);
        Assert.True((await system.Close(world.Administrator, world.Hamlets[0].PublicId, new(2024, 4, 20))).Ok);
        await system.IsWhole();
        Assert.Null((await system.Verify()).First);
        Assert.Equal((12m, 6, 7), await Asked("patrol.shifts", 4));
        Assert.Equal((null, 0, 6), await Asked("patrol.shifts", 5));
        Assert.Equal((25m, 5, 5), await Asked("road.lit", 4));

        async Task<(decimal?, int, int)> Asked(string indicator, int month) =>
            Of(await Lines(system, world.Commune, Period.Month(2024, month).Dates), indicator) is var line
                ? (line.Value, line.Reported, line.Asked)
                : default;
    }

    [Theory, BothEngines]
    public async Task Nothing_that_waits_for_the_sweep_is_left_out(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var province = await system.As(null, s => TestWorld.Unit(s, "Tỉnh Mẫu", "province", "900", null));
        var commune = await system.As(null, s => TestWorld.Unit(s, "Xã Khác", "commune", "90009", province.Id));
        var hamlet = await system.As(null, s => TestWorld.Unit(s, "Ấp A", "hamlet", "90009.A", commune.Id));
        await system.Months(hamlet.Id, "patrol.shifts", 3, 4);
        Assert.Equal(7, Of(await Lines(system, province, DateRange.CivilYear(2024)), "patrol.shifts").Value);
    }

    [Theory, BothEngines]
    public async Task A_unit_that_is_not_there_has_no_lines(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        Assert.Null(await Export(system, "khong-co", DateRange.CivilYear(2024), false));
    }

    private static TotalLine Of(IReadOnlyList<TotalLine> lines, string indicator) => Assert.Single(lines, l => l.Indicator == indicator);

    private static decimal? Six(Rational? value) => value?.Round(6);

    private static async Task<IReadOnlyList<TotalLine>> Lines(TestSystem system, TestUnit unit, DateRange range, bool approved = false) =>
        (await Export(system, unit.Code, range, approved))!;

    private static Task<IReadOnlyList<TotalLine>?> Export(TestSystem system, string unit, DateRange range, bool approved) =>
        system.As(
            null,
            s =>
                s.GetRequiredService<ExportTotals>()
                    .Handle(new(unit, range, $"{range.First:yyyyMM}..{range.Last:yyyyMM}", Day, approved), CancellationToken.None)
        );
}
