using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Export;

/// <param name="Unit">Its code.</param>
/// <param name="Range">What the values are of.</param>
/// <param name="Period">How the range is written in the lines.</param>
public sealed record ExportTotalsInput(string Unit, DateRange Range, string Period, DateOnly AsOf, bool ApprovedOnly);

/// <summary>One indicator over the range, or one target on it. Numbers are rounded to six decimals.</summary>
/// <param name="Numerator">Of a ratio; of a change the value compared.</param>
/// <param name="Denominator">Of a ratio; of a change the baseline.</param>
/// <param name="State">Of the target over its own range; null without a target, and where the unit only contributes to it.</param>
/// <param name="Forecast">Of what the target judges, at the end of its range.</param>
/// <param name="Reason">Code of why there is no value.</param>
/// <param name="Target">Public id.</param>
public sealed record TotalLine(
    string Unit,
    string Indicator,
    string Period,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    int Asked,
    int Reported,
    string? State,
    decimal? Forecast,
    string? Method,
    string? Reason,
    DateOnly AsOf,
    string? Target
);

/// <summary>
/// What a unit's subtree comes to, indicator by indicator, and where the targets on it stand: the figures of the pages,
/// after all that waits for the sweep has been added. It asks nobody's permission.
/// </summary>
public sealed class ExportTotals(AppDb db, PackShelf packs, TotalSweep sweep, TotalReader totals, ProgressReader progress, FactStore facts)
{
    /// <returns>Null when there is no such unit.</returns>
    public async Task<IReadOnlyList<TotalLine>?> Handle(ExportTotalsInput input, CancellationToken cancellationToken)
    {
        await sweep.Drain(cancellationToken);
        if (await Unit(input, cancellationToken) is not { } unit)
            return null;
        var judged = await Judged(input, unit, cancellationToken);
        var figures = await Figures(input, unit, judged, cancellationToken);
        var lines = new List<TotalLine>();
        var targets = judged.SelectMany(p => p.Targets.Select(t => (p.Campaign, Target: t))).ToLookup(t => t.Target.Target.Indicator!);
        foreach (var (pack, indicator) in packs.All.SelectMany(p => p.Indicators.Select(i => (p, i.Code))).DistinctBy(i => i.Code))
        {
            if (!figures.Book(pack).IsAsked(unit.Id, indicator))
                continue;
            lines.AddRange(targets[indicator].Select(t => Line(input, figures.Read(pack, t.Target.Rule, t.Campaign), t.Target)));
            if (!targets.Contains(indicator))
                lines.Add(Line(input, figures.Read(pack, indicator), indicator));
        }
        return lines;
    }

    private static TotalLine Line(ExportTotalsInput input, Reading reading, string indicator) =>
        new(
            input.Unit,
            indicator,
            input.Period,
            Six(reading.Value),
            Six((reading.Numerator ?? reading.Current)?.Value),
            Six((reading.Denominator ?? reading.Baseline)?.Value),
            reading.Asked,
            reading.Reported,
            null,
            null,
            null,
            reading.Reason?.Code(),
            input.AsOf,
            null
        );

    private static TotalLine Line(ExportTotalsInput input, Reading reading, TargetProgress target) =>
        Line(input, reading, target.Target.Indicator!) with
        {
            State = target.Judged ? target.State.Code() : null,
            Forecast = Six(target.Total.Forecast?.Value),
            Method = target.Total.Forecast?.Method.Code(),
            Target = target.Target.PublicId,
        };

    private static decimal? Six(Rational? value) => value?.Round(6);

    /// <summary>The unit as of the day asked; one that has ended, as it last was.</summary>
    private async Task<UnitRow?> Unit(ExportTotalsInput input, CancellationToken cancellationToken)
    {
        var versions = db.UnitVersions.AsNoTracking().Where(v => v.Unit!.Code == input.Unit);
        return await versions.ValidOn(input.AsOf).Rows().FirstOrDefaultAsync(cancellationToken)
            ?? await versions.Where(v => !versions.Any(later => later.From > v.From)).Rows().FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The campaigns that the unit takes part in, which touch the range and have begun.</summary>
    private async Task<List<CampaignProgress>> Judged(ExportTotalsInput input, UnitRow unit, CancellationToken cancellationToken)
    {
        var above = UnitVersion.PathIds(unit.Path).ToList();
        var campaigns = await db
            .StandingCampaigns.AsNoTracking()
            .Include(c => c.Targets)
            .AsSplitQuery()
            .Where(c => above.Contains(c.UnitId))
            .Where(c => c.From <= input.Range.Last && c.To >= input.Range.First && c.From <= input.AsOf)
            .OrderBy(c => c.Id)
            .ToListAsync(cancellationToken);
        var judged = new List<CampaignProgress>();
        foreach (var campaign in campaigns)
            if (await UnitQueries.Find(db, unit.Id, ProgressRules.TreeDay(campaign, input.AsOf), cancellationToken) is { } then)
                judged.Add(await progress.Read(campaign, then, new ProgressAsk(input.AsOf, input.ApprovedOnly), cancellationToken));
        return judged;
    }

    private async Task<ExportFigures> Figures(
        ExportTotalsInput input,
        UnitRow unit,
        List<CampaignProgress> judged,
        CancellationToken cancellationToken
    )
    {
        var places = await facts.Places([unit.Id], cancellationToken);
        var codes = (await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Code, cancellationToken))
            .Where(c => packs.Schedules.ContainsKey(c.Value))
            .ToDictionary();
        // Reach counts anew from each start of a campaign that the unit takes part in.
        var definitions = new Definitions(packs.Definitions.All.Select(d => d.HasFacts ? places.Definition(unit.Id, d.Code) : d));
        int[] years = [input.Range.First.Year - 1, .. judged.SelectMany(p => p.Targets).Select(t => t.Rule.BaselineYear).OfType<int>()];
        var span = new CellSpan(codes, definitions, years.Min() * 10_000, (input.Range.Last.Year + 2) * 10_000);
        var cells = await totals.Read([unit], [.. codes.Keys], span, cancellationToken);
        return new(packs, definitions, unit, input, cells, await ProgressReader.Spans(db, [unit], cancellationToken));
    }
}
