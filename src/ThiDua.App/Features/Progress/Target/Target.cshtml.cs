using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Progress.Charts;
using ThiDua.App.Features.Registers;
using ThiDua.App.Files;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Target;

/// <summary>One target: value, baseline, forecast, by month, by unit, and the clause of the plan that sets it.</summary>
[Needs<Campaign>(Permission.ViewProgress, "campaign", FromBelow = true)]
[Needs<Unit>(Permission.ViewProgress, "unit", Optional = true)]
public sealed class TargetModel(
    ProgressQueries queries,
    ProgressReader reader,
    ProgressWords words,
    WishQueries wishes,
    RowsNaming naming,
    PackShelf packs,
    Viewer viewer
) : PageModel
{
    public SeenCampaign Seen { get; private set; } = null!;
    public CampaignTarget Target { get; private set; } = null!;
    public CampaignProgress Read { get; private set; } = null!;

    /// <summary>Null for a target that no figure judges, or one that units elsewhere report on.</summary>
    public TargetProgress? Progress { get; private set; }

    /// <summary>What was found of a target that no figure judges; null for the others.</summary>
    public WishProgress? Wish { get; private set; }

    /// <summary>What shows each assessment, by its public id.</summary>
    public ILookup<string, Attachment> Evidence { get; private set; } = Array.Empty<Attachment>().ToLookup(a => a.OwnerKey);

    /// <summary>The kinds that were named of a group, each a target of its own.</summary>
    public IReadOnlyList<TargetProgress> Parts { get; private set; } = [];
    public IReadOnlyList<MonthPoint> Months { get; private set; } = [];
    public string? Clause { get; private set; }

    /// <summary>Rows of registers that rest on it: legal documents, models, duties.</summary>
    public IReadOnlyList<NamingRow> Naming { get; private set; } = [];
    public bool ApprovedOnly { get; private set; }
    public ProgressLinks Links => new(Seen, ApprovedOnly);
    public Standing Standing => Progress!.Shown;

    /// <summary>The version that took its place, or that it took the place of; null where a plan changed nothing.</summary>
    public CampaignTarget? Other => Seen.Campaign.Targets.FirstOrDefault(t => t.ReplacesId == Target.Id || t.Id == Target.ReplacesId);
    public bool Several => Progress!.Several;
    public bool MayRun => viewer.Can(Permission.RunCampaign, Seen.Top.Path);
    public bool MayEnterBaselines => viewer.Can(Permission.EnterBaseline, Seen.Top.Path);

    public bool MayAssess(UnitVerdict verdict) => viewer.Can(Permission.FillReport, verdict.Unit.Path);

    /// <summary>Whether the kinds that this target stands for are named by an office, not by the pack.</summary>
    public bool IsGroup => Target.Indicator is { } code && packs.Indicator(code) is { NamedParts: true } && Target.GroupId is null;

    /// <summary>The year that the target is compared with has to be told, or its figures are still to be entered.</summary>
    public bool LacksBaseline =>
        Progress is { Several: false } && Standing.Reason is NoValue.MissingBaseline or NoValue.NoMonthlyBaseline or NoValue.NoBaselineYear;

    public async Task<IActionResult> OnGet(string campaign, string target, string? unit, string? asOf, CancellationToken cancellationToken)
    {
        if (await queries.Find(campaign, unit, asOf, cancellationToken) is not { } seen)
            return NotFound();
        (Seen, ApprovedOnly) = (seen, Basis.IsApproved(HttpContext));
        if (seen.Campaign.Targets.FirstOrDefault(t => t.PublicId == target) is not { } found)
            return NotFound();
        Target = found;
        Clause = await queries.Clause(seen.Campaign, found, cancellationToken);
        Naming = await naming.Of(found.PublicId, cancellationToken);
        await Load(target, cancellationToken);
        return Page();
    }

    private async Task Load(string target, CancellationToken cancellationToken)
    {
        var ask = new ProgressAsk(Seen.AsOf, ApprovedOnly, target, path => path.StartsWith(Seen.Unit.Path, StringComparison.Ordinal));
        var progress = await reader.Read(Seen.Campaign, Seen.Unit, ask, cancellationToken);
        (Read, Progress) = (progress, progress.Targets.FirstOrDefault());
        if (progress.Unfigured.Count > 0)
            await ReadWish(progress.Unfigured, cancellationToken);
        if (Seen.Campaign.Targets.Any(t => t.GroupId == Target.Id))
            Parts =
            [
                .. (await reader.Read(Seen.Campaign, Seen.Unit, ask with { Target = null }, cancellationToken)).Targets.Where(t =>
                    t.Target.GroupId == Target.Id
                ),
            ];
        if (Progress is not null && !words.IsAnswer(Progress) && !(IsPaired && Progress.Rule.BaselineYear is null))
            Months = new TargetHistory(
                Progress.Rule,
                packs.DefinitionsFrom(Seen.Campaign.From),
                progress.Book.Subtree(Seen.Unit.Id, Progress.Rule.Indicator),
                Seen.AsOf
            ).Months();
    }

    private async Task ReadWish(IReadOnlyList<CampaignTarget> unjudged, CancellationToken cancellationToken)
    {
        Wish = (await wishes.Of(Seen, unjudged, cancellationToken)).FirstOrDefault();
        if (Wish is { History.Count: > 0 })
            Evidence = await wishes.Evidence(Wish.History, cancellationToken);
    }

    public bool IsPaired => words.IsComparison(Progress!);

    /// <summary>What is known of a month: an opening from its first day on, a held value where somebody gave it then.</summary>
    public bool Knows(Reading figure, MonthPoint month) =>
        packs.Definitions[figure.Code] is var definition
        && (
            definition is { IsHeld: false } or { Kind: IndicatorKind.Opening }
            || figure.Latest is { } latest && latest.Dates.Overlaps(month.Month.Dates)
        );

    /// <summary>The facts behind a figure of a month: a held value is that of the month's end.</summary>
    public CountModel Of(Reading figure, MonthPoint month, bool before = false)
    {
        var last = before
            ? month.Month.ShiftYears(Progress!.Rule.BaselineYear!.Value - Progress.Rule.Range.Last.Year).Last
            : month.Month.Last;
        var held = packs.Definitions[figure.Code].IsHeld && last < Seen.AsOf;
        return new(figure.Numerator ?? figure, Links, Seen.Unit, AsOf: held ? last : null);
    }

    /// <summary>The months as columns: side by side with the baseline year's, or what stood at each month's end.</summary>
    public MonthSeries Chart()
    {
        var t = Progress!;
        var last = Months.Count - 1;
        var forecast = IsPaired || Months[last].Standing is not null ? null : Number(Standing.JudgedForecast);
        var columns = Months.Select(m =>
            IsPaired
                ? new MonthColumn($"{m.Month.Index}", Number(m.IsReported ? m.Now?.Value : null), Number(m.Then?.Value))
                : new MonthColumn($"{m.Month.Index}", Number(m.IsReported ? m.Standing?.Judged : null))
        );
        return new(
            Says(),
            [.. columns],
            IsPaired || !t.Judged ? null : Number(Standing.Requirement.Value),
            words.Requirement(t),
            forecast,
            words.Forecast(t, Standing) ?? "",
            v => VietnameseNumber.Format((decimal)v)
        );
    }

    /// <summary>What the chart shows, in a sentence.</summary>
    public string Says()
    {
        var t = Progress!;
        if (IsPaired)
            return words.SaysPaired(t, Standing);
        var known = Months.Where(m => m.IsReported && m.Standing?.Judged is not null).ToList();
        return known.Count == 0 ? words.Sentence(t) : words.SaysMonths(t, known[0], known[^1], Standing);
    }

    private static double? Number(Rational? value) => value is { } v ? (double)v.Round(6) : null;
}
