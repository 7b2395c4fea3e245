using Microsoft.AspNetCore.Html;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Charts;

/// <summary>Where a value stands: a solid bar for now, a hatched one under it for the forecast, an upright mark for the target.</summary>
public static class ProgressBar
{
    private const int Height = 26;

    /// <param name="full">What the whole width means where that is known (100 for a percentage); null to fit.</param>
    public static IHtmlContent Draw(string title, Rational? value, Rational? forecast, Rational target, double? full)
    {
        var (now, end, mark) = (Of(value), Of(forecast), Of(target)!.Value);
        double?[] known = [now, end, mark, 0];
        var (low, high) = (known.Min()!.Value, Math.Max(known.Max()!.Value, full ?? 0));
        var room = full is null || high > full ? (high - low) * 0.08 : 0;
        if (high > 0)
            high += room;
        if (low < 0)
            low -= room;
        double At(double v) => high == low ? 0 : (v - low) / (high - low) * 100;
        var svg = new Svg("bar", Height, title).Rect("bar-track", 0, 4, 100, 18);
        if (now is { } n)
            svg.Rect("bar-now", At(Math.Min(n, 0)), 4, At(Math.Max(n, 0)) - At(Math.Min(n, 0)), end is null ? 18 : 10);
        if (end is { } e)
            svg.Rect("bar-forecast", At(Math.Min(e, 0)), 14, At(Math.Max(e, 0)) - At(Math.Min(e, 0)), 8, hatched: true);
        if (low < 0)
            svg.Line("bar-zero", At(0), 2, At(0), 24);
        var place = Math.Clamp(At(mark), 0.4, 99.6);
        return svg.Line("bar-mark-ground", place, 0, place, Height).Line("bar-mark", place, 0, place, Height).End();
    }

    /// <summary>How many units meet the target (solid) and will at this pace (hatched), of all.</summary>
    public static IHtmlContent Units(string title, int met, int onTrack, int asked)
    {
        var svg = new Svg("bar", Height, title);
        for (var unit = 0; unit < asked && asked <= 40; unit++)
        {
            var (x, width) = (100.0 * unit / asked, (100.0 / asked) - (asked > 1 ? 0.8 : 0));
            svg.Rect(
                unit < met ? "bar-now"
                    : unit < met + onTrack ? "bar-forecast"
                    : "bar-track",
                x,
                4,
                width,
                18,
                hatched: unit >= met && unit < met + onTrack
            );
        }
        if (asked > 40)
            svg.Rect("bar-track", 0, 4, 100, 18)
                .Rect("bar-now", 0, 4, 100.0 * met / asked, 18)
                .Rect("bar-forecast", 100.0 * met / asked, 4, 100.0 * onTrack / asked, 18, hatched: true);
        return svg.End();
    }

    private static double? Of(Rational? value) => value is { } v ? (double)v.Round(6) : null;
}
