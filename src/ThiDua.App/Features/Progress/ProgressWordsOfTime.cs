using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>What is to come: forecasts, the pace needed, and the names of periods.</summary>
public sealed partial class ProgressWords
{
    /// <summary>Where it will end; null without a forecast. There are no half households.</summary>
    public string? Forecast(TargetProgress t, Standing standing) =>
        standing.JudgedForecast is { } end ? Figure(t, CountOf(t) is { } scale ? Whole(standing.Requirement, end, scale) : end) : null;

    /// <summary>"Mỗi tháng cần thêm 21 hộ để kịp."; null where that cannot be said.</summary>
    public string? Pace(Standing standing) =>
        standing is { Pace: { } pace, State: TargetState.Behind or TargetState.OnTrack or TargetState.TooEarly } ? Said(pace) : null;

    /// <summary>Of a few that do not come in every period what is missing is said, not a share of it.</summary>
    private string Said(Pace pace) =>
        pace is { Missing: { } missing } && missing < pace.Each * pace.Periods && missing <= pace.Each * 2
            ? text["PaceMissing", Count(pace.Code, missing)].Value
            : text[$"Pace{(pace.IsLimit ? "Limit" : "")}{pace.Frequency}", Count(pace.Code, pace.Each)].Value;

    /// <summary>
    /// Rounded half away from zero, but never over the line that is judged: "chậm tiến độ: dự báo 20 hộ, chỉ tiêu ít nhất 20 hộ"
    /// would contradict itself.
    /// </summary>
    internal static Rational Whole(Requirement requirement, Rational value, int scale)
    {
        var (near, below) = ((Rational)value.Round(scale), value.Floor(scale));
        if (requirement.IsMetBy(near) == requirement.IsMetBy(value))
            return near;
        return near != below ? below : below + Rational.FromScaled(1, scale);
    }

    /// <summary>The decimals in which a count is entered; null for a share.</summary>
    private int? CountOf(TargetProgress t) =>
        UnitOf(t) != "%" && packs.Indicator(packs.Definitions[t.Rule.Indicator].Of ?? t.Rule.Indicator) is { Derived: false } count
            ? count.Scale
            : null;

    /// <summary>How the forecast was made.</summary>
    public string Method(TargetProgress t, Forecast forecast) =>
        forecast.Method switch
        {
            ForecastMethod.Elapsed => text["MethodElapsed", Percent(forecast.Elapsed)],
            ForecastMethod.BaselineShape => text["MethodBaselineShape", t.Rule.BaselineYear ?? 0],
            ForecastMethod.LeastSquares => text["MethodLeastSquares", forecast.Points],
            ForecastMethod.Parts => text["MethodParts", Part(t, forecast.Numerator!), Part(t, forecast.Denominator!)],
            ForecastMethod.AgainstBaseline => text[
                "MethodAgainstBaseline",
                Count(forecast.Current!.Code, forecast.Current.Value),
                t.Rule.BaselineYear ?? 0,
                Method(t, forecast.Current)
            ],
            _ => text["MethodFixed"],
        } + (forecast.Clamped ? " " + text["MethodClamped"] : "");

    /// <summary>"tháng 4/2024", "quý 2/2024".</summary>
    public string Period(Period period) =>
        text[$"Period{period.Frequency}{(period.Frequency == Frequency.HalfYear ? $"{period.Index}" : "")}", period.Index, period.Year]
        + (period.Calendar == Calendar.Civil ? "" : $" ({Show.Date(period.First)} – {Show.Date(period.Last)})");

    /// <summary>Several periods, those of one year and length together: "tháng 1, 2, 3/2024".</summary>
    public string Periods(IEnumerable<Period> periods) =>
        string.Join(
            "; ",
            periods
                .GroupBy(p => (p.Calendar, p.Frequency, p.Year))
                .SelectMany(g =>
                    g.Key is { Calendar: Calendar.Civil, Frequency: Frequency.Month or Frequency.Quarter } && g.Count() > 1
                        ? [text[$"Period{g.Key.Frequency}", string.Join(", ", g.Select(p => p.Index)), g.Key.Year].Value]
                        : g.Select(Period)
                )
        );

    /// <summary>What a unit owes, with what came back to be mended said beside.</summary>
    public string Owed(LateUnit late) =>
        string.Join(
            "; ",
            new[] { Periods(late.Unsent), late.Back.Count == 0 ? "" : text["LateBack", Periods(late.Back)].Value }.Where(s => s.Length > 0)
        );

    private string Part(TargetProgress t, Forecast part) =>
        text["MethodPart", Name(part.Code), Count(part.Code, part.Value), Method(t, part)];

    private static string Percent(Rational? share) => share is { } s ? VietnameseNumber.FormatPercent(s * 100) : "";
}
