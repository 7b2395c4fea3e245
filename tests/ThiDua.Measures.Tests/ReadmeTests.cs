using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void A_fall_against_2023_is_judged_with_everything_a_page_shows()
    {
        var definitions = new Definitions([
            new()
            {
                Code = "crimes",
                Kind = IndicatorKind.Flow,
                LessIsBetter = true,
            },
        ]);
        var crimes = Flow(6, Months(2023, 6, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 6), Months(2024, 6, 3, 3, 3, 3, 3, 3));
        var fewer = Target("crimes", Comparator.AtLeast, 5) with { Direction = Direction.Decrease, BaselineYear = 2023 };

        var standing = Ask(EndOf(6), definitions, ("crimes", crimes)).Judge(fewer);

        Assert.Equal(TargetState.OnTrack, standing.State);
        Assert.Equal(25, standing.Judged!.Value.Round(6));
        Assert.Equal(-25, standing.Reading.Value!.Value.Round(6));
        Assert.Equal(
            (18, 24, 40),
            (standing.Reading.Current!.Value!.Value, standing.Reading.Baseline!.Value!.Value, standing.Baseline!.Value!.Value)
        );
        Assert.Equal(ForecastMethod.AgainstBaseline, standing.Forecast!.Method);
        Assert.Equal(ForecastMethod.BaselineShape, standing.Forecast.Current!.Method);
        Assert.Equal(30, standing.Forecast.Current.Value);
        Assert.Equal(25, standing.JudgedForecast!.Value);
        Assert.Equal((6, 6, false, false), (standing.Reading.Reported, standing.Reading.Asked, standing.IsProvisional, standing.IsFinal));
    }
}
