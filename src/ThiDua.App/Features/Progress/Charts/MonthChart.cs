using Microsoft.AspNetCore.Html;

namespace ThiDua.App.Features.Progress.Charts;

/// <summary>One month: what stood at its end, and beside it the same month of the baseline year.</summary>
public sealed record MonthColumn(string Label, double? Value, double? Beside = null);

/// <param name="Target">Where the target's line lies; null where it cannot be drawn in this unit.</param>
/// <param name="Forecast">What the last column will reach.</param>
/// <param name="Format">A value as it is written on the axis.</param>
public sealed record MonthSeries(
    string Title,
    IReadOnlyList<MonthColumn> Columns,
    double? Target,
    string TargetLabel,
    double? Forecast,
    string ForecastLabel,
    Func<double, string> Format
);

/// <summary>Columns by month with the target as a line and the forecast as a hatched column.</summary>
public static class MonthChart
{
    private const double Left = 13,
        Right = 99,
        Top = 26,
        Bottom = 214;
    private const int Height = 240;

    public static IHtmlContent Draw(MonthSeries series)
    {
        var values = series
            .Columns.SelectMany(c => new[] { c.Value, c.Beside })
            .Append(series.Target)
            .Append(series.Forecast)
            .Append(0)
            .OfType<double>()
            .ToList();
        var (low, high, step) = Scale(values.Min(), values.Max());
        double Y(double value) => Bottom - ((value - low) / (high - low) * (Bottom - Top));
        var svg = new Svg("chart months", Height, series.Title);
        for (var tick = low; tick <= high + (step / 2); tick += step)
            svg.Line("grid", Left, Y(tick), Right, Y(tick)).Text("axis", Left - 1.5, Y(tick) + 4, "end", series.Format(tick));
        Columns(svg, series, Y);
        if (series.Target is { } target)
            svg.Line("bar-mark", Left, Y(target), Right, Y(target))
                .Text("halo", Left + 1, Math.Max(Y(target) - 6, 13), "start", series.TargetLabel);
        return svg.End();
    }

    private static void Columns(Svg svg, MonthSeries series, Func<double, double> y)
    {
        var slot = (Right - Left) / series.Columns.Count;
        var paired = series.Columns.Any(c => c.Beside is not null);
        foreach (var (at, column) in series.Columns.Index())
        {
            var x = Left + (slot * at);
            if (column.Beside is { } beside)
                Column(svg, "bar-beside", x + (slot * 0.08), slot * 0.4, beside, y);
            if (column.Value is { } value)
                Column(svg, "bar-now", x + (slot * (paired ? 0.5 : 0.15)), slot * (paired ? 0.4 : 0.7), value, y);
            svg.Text("axis", x + (slot / 2), Height - 8, "middle", column.Label);
        }
        if (series.Forecast is not { } forecast)
            return;
        var last = Left + (slot * (series.Columns.Count - 1));
        Column(svg, "bar-forecast", last + (slot * 0.15), slot * 0.7, forecast, y, hatched: true);
        svg.Text("halo", last + slot, Math.Max(y(forecast) - 6, 13), "end", series.ForecastLabel);
    }

    private static void Column(Svg svg, string classes, double x, double width, double value, Func<double, double> y, bool hatched = false)
    {
        var (top, bottom) = (Math.Min(y(value), y(0)), Math.Max(y(value), y(0)));
        svg.Rect(classes, x, top, width, Math.Max(bottom - top, 1), hatched);
    }

    /// <summary>Round numbers for the axis: steps of 1, 2 or 5 times a power of ten, four to six of them, never between counts.</summary>
    internal static (double Low, double High, double Step) Scale(double least, double most)
    {
        var span = Math.Max(most - least, 1);
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        var step = new[] { 1.0, 2, 5, 10 }.Select(f => f * power).First(s => span / s <= 5);
        step = Math.Max(step, 1);
        var (low, high) = (Math.Floor(least / step) * step, Math.Ceiling(most / step) * step);
        return (low, high > low ? high : low + step, step);
    }
}
