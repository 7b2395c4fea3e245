using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Progress.Charts;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Target;

/// <summary>One target: value, baseline, forecast, by month, by unit, and the clause of the plan that sets it.</summary>
[Needs<Campaign>(Permission.ViewProgress, "campaign", FromBelow = true)]
[Needs<Unit>(Permission.ViewProgress, "unit", Optional = true)]
public sealed class TargetModel(ProgressQueries queries, ProgressReader reader, ProgressWords words, PackShelf packs) : PageModel
{
    public SeenCampaign Seen { get; private set; } = null!;
    public CampaignTarget Target { get; private set; } = null!;
    public CampaignProgress Read { get; private set; } = null!;

    /// <summary>Null for a target without a figure, or one that units elsewhere report on.</summary>
    public TargetProgress? Progress { get; private set; }
    public IReadOnlyList<MonthPoint> Months { get; private set; } = [];
    public string? Clause { get; private set; }
    public ProgressLinks Links => new(Seen.Campaign, Seen.Unit, Seen.AsOf == Seen.Today ? null : Seen.AsOf);
    public Standing Standing => Progress!.Each is { Asked: 1 } one ? one.Units.Values.First() : Progress.Total;
    public bool Several => Progress!.Each is { Asked: not 1 };

    public async Task<IActionResult> OnGet(string campaign, string target, string? unit, string? asOf, CancellationToken stop)
    {
        if (await queries.Find(campaign, unit, asOf, stop) is not { } seen)
            return NotFound();
        Seen = seen;
        if (seen.Campaign.Targets.FirstOrDefault(t => t.PublicId == target) is not { } found)
            return NotFound();
        Target = found;
        Clause = await queries.Clause(seen.Campaign, found, stop);
        var ask = new ProgressAsk(seen.AsOf, Target: target, MayRead: path => path.StartsWith(seen.Unit.Path, StringComparison.Ordinal));
        var progress = await reader.Read(seen.Campaign, seen.Unit, ask, stop);
        (Read, Progress) = (progress, progress.Targets.FirstOrDefault());
        if (Progress is not null && !words.IsAnswer(Progress))
            Months = TargetHistory.Of(
                Progress.Rule,
                packs.Definitions,
                progress.Book.Subtree(seen.Unit.Id, Progress.Rule.Indicator),
                seen.AsOf
            );
        return Page();
    }

    public bool IsPaired => words.IsComparison(Progress!);

    /// <summary>The months as columns: side by side with the baseline year's, or what stood at each month's end.</summary>
    public MonthSeries Chart()
    {
        var t = Progress!;
        var last = Months.Count - 1;
        var forecast = IsPaired || Months[last].Standing is not null ? null : Number(Standing.JudgedForecast);
        var columns = Months.Select(m =>
            IsPaired
                ? new MonthColumn($"{m.Month.Index}", Number(m.Figures.FirstOrDefault()?.Value), Number(m.Before.FirstOrDefault()?.Value))
                : new MonthColumn($"{m.Month.Index}", Number(m.Standing?.Judged))
        );
        return new(
            Says(),
            [.. columns],
            IsPaired || !t.Judged ? null : Number(Standing.Requirement.Value),
            words.Requirement(t),
            forecast,
            Standing.JudgedForecast is { } end ? words.Figure(t, end) : "",
            v => VietnameseNumber.Format((decimal)v)
        );
    }

    /// <summary>What the chart shows, in a sentence.</summary>
    public string Says()
    {
        var t = Progress!;
        if (IsPaired)
            return words.SaysPaired(t, Standing);
        var known = Months.Where(m => m.Standing?.Judged is not null).ToList();
        return known.Count == 0 ? words.Sentence(t) : words.SaysMonths(t, known[0], known[^1], Standing);
    }

    private static double? Number(Rational? value) => value is { } v ? (double)v.Round(6) : null;
}
