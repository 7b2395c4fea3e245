using ThiDua.App.Facts;
using ThiDua.App.Features.Progress;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Progress;

public sealed class ProgressReaderTests
{
    [Theory, BothEngines]
    public async Task Every_target_stands_where_a_calculation_by_hand_puts_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        var progress = await system.Read(system.World.OfficeHead);

        var fall = progress.Of("crime.cases-change");
        Assert.Equal((34, 40), (fall.Total.Reading.Current!.Value!.Value, fall.Total.Reading.Baseline!.Value!.Value));
        Assert.Equal(15m, fall.Total.Judged!.Value.Round(6));
        // 34 cases in months that were 40 of 100 make 85 in the year, 15 fewer than 100.
        Assert.Equal(
            (15m, ForecastMethod.AgainstBaseline, ForecastMethod.BaselineShape),
            (fall.Total.JudgedForecast!.Value.Round(6), fall.Total.Forecast!.Method, fall.Total.Forecast.Current!.Method)
        );
        Assert.Equal(100, fall.Total.Baseline!.Value!.Value);
        Assert.Equal(TargetState.OnTrack, fall.State);

        var cleared = progress.Of("crime.cleared-rate");
        Assert.Equal(
            (25, 34, 73.529412m),
            (
                cleared.Total.Reading.Numerator!.Value!.Value,
                cleared.Total.Reading.Denominator!.Value!.Value,
                cleared.Total.Judged!.Value.Round(6)
            )
        );
        Assert.Equal((TargetState.Behind, 73.529412m), (cleared.State, cleared.Total.JudgedForecast!.Value.Round(6)));

        Assert.Equal(
            (TargetState.OnTrack, 95m),
            (progress.Of("crime-report.resolved-rate").State, progress.Of("crime-report.resolved-rate").Total.Judged!.Value.Round(6))
        );
        // Four of ten are accumulated and cannot be undone: met before the year's end.
        Assert.Equal(
            (TargetState.Met, 40m),
            (progress.Of("wanted.standing-rate").State, progress.Of("wanted.standing-rate").Total.Judged!.Value.Round(6))
        );
        Assert.Equal(
            (TargetState.CannotCompute, NoValue.MissingNumerator),
            (progress.Of("model.zalo-rate").State, progress.Of("model.zalo-rate").Total.Reason)
        );
        Assert.Equal(TargetState.NoFigures, progress.Of("road.lit-rate").State);
        Assert.Equal((0, 6), (progress.Of("road.lit-rate").Reported, progress.Of("road.lit-rate").Asked));
        Assert.Equal(8, progress.Targets.Count);
    }

    [Theory, BothEngines]
    public async Task A_target_on_each_unit_says_how_many_meet_it_and_which_do_not(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        var reached = (await system.Read(system.World.OfficeHead)).Of("household.reached-rate");
        var hamlets = system.World.Hamlets;
        Assert.Equal(6, reached.Asked);
        Assert.Equal((4, true), (reached.Reported, reached.IsProvisional));
        Assert.Equal(80m, reached.Each!.Units[hamlets[0].Id].Judged!.Value.Round(6));
        Assert.Equal(20m, reached.Each.Units[hamlets[3].Id].Judged!.Value.Round(6));
        // A line through 10, 20, 30, 40 reaches 120 of 200 in December.
        Assert.Equal(
            (TargetState.Behind, 60m),
            (reached.Each.Units[hamlets[3].Id].State, reached.Each.Units[hamlets[3].Id].JudgedForecast!.Value.Round(6))
        );
        Assert.Equal(TargetState.NoFigures, reached.Each.Units[hamlets[5].Id].State);
        Assert.Equal(hamlets[3].Name, reached.Units[0].Unit.Name);
        Assert.Equal((1, 6), ((await system.Read(system.World.OfficeHead)).Of("certified.order").Each!.Met, 6));
    }

    [Theory, BothEngines]
    public async Task A_hamlet_sees_its_own_part_and_the_texts_of_the_rest(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        var progress = await system.Read(system.World.HamletHeads[2]);
        Assert.Equal(system.World.Hamlets[2].Name, progress.Unit.Name);
        var reached = progress.Of("household.reached-rate");
        Assert.Equal((1, 50m), (reached.Asked, reached.Each!.Units.Values.Single().Judged!.Value.Round(6)));
        Assert.Contains(progress.Elsewhere, t => t.Indicator == "crime.cleared-rate");
        Assert.DoesNotContain(progress.Targets, t => t.Indicator.Code == "crime.cleared-rate");
    }

    [Theory, BothEngines]
    public async Task Approved_figures_alone_are_read_when_asked(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        await system.Approve(system.World.Police.Id, ("crime.cases", Period.Month(2024, 1)), ("crime.cleared", Period.Month(2024, 1)));
        var approved = await system.Read(system.World.OfficeHead, ask: seen => new(seen.AsOf, ApprovedOnly: true));
        Assert.Equal(75m, approved.Of("crime.cleared-rate").Total.Judged!.Value.Round(6));
        Assert.Equal(TargetState.NoFigures, approved.Of("crime-report.resolved-rate").State);
    }

    [Theory, BothEngines]
    public async Task As_of_a_day_counts_what_had_begun_by_then(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        var progress = await system.Read(system.World.OfficeHead, asOf: "2024-02-29");
        Assert.Equal(
            (13, 17),
            (
                progress.Of("crime.cleared-rate").Total.Reading.Numerator!.Value!.Value,
                progress.Of("crime.cleared-rate").Total.Reading.Denominator!.Value!.Value
            )
        );
        Assert.Equal(TargetState.TooEarly, (await system.Read(system.World.OfficeHead, asOf: "2024-01-31")).Of("crime.cleared-rate").State);
    }

    [Theory, BothEngines]
    public async Task Small_numbers_of_another_hamlet_are_hidden_from_those_beside_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (first, second) = (system.World.Hamlets[0], system.World.Hamlets[1]);
        // A pack may have such counts reported by hamlets; here they are laid there directly.
        await system.Months(first.Id, "crime.cases", 3, 4);
        await system.Months(first.Id, "crime.cleared", 1, 1);
        await system.Months(second.Id, "crime.cases", 30, 40);
        await system.Months(second.Id, "crime.cleared", 20, 30);
        var target = await system.Target("crime.cleared-rate");
        async Task<IReadOnlyList<UnitProgress>> Seen(Func<string, bool> mayRead) =>
            (await system.Read(system.World.OfficeHead, ask: seen => new(seen.AsOf, Target: target.PublicId, MayRead: mayRead)))
                .Of("crime.cleared-rate")
                .Units;

        Assert.DoesNotContain(await Seen(_ => true), u => u.Hidden);
        var beside = await Seen(path => path.Contains($"/{second.Id}/", StringComparison.Ordinal));
        Assert.True(beside.Single(u => u.Unit.Id == first.Id).Hidden);
        Assert.False(beside.Single(u => u.Unit.Id == second.Id).Hidden);
    }

    [Theory, BothEngines]
    public async Task A_correction_moves_the_value(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        await system.Record(new FactEntry(system.World.Police.Id, "crime.cleared", Period.Month(2024, 4), 8));
        Assert.Equal(27, (await system.Read(system.World.OfficeHead)).Of("crime.cleared-rate").Total.Reading.Numerator!.Value!.Value);
    }
}
