using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Estimates;

/// <param name="Done">What was done so far this year; null without figures.</param>
public sealed record EstimateLine(PackIndicator Indicator, IndicatorDefinition Definition, Rational? Done, Estimate? Given);

/// <summary>What one unit may estimate for one campaign's year, with what was done so far.</summary>
public sealed record EstimateSheet(SeenCampaign Seen, int Year, IReadOnlyList<EstimateLine> Lines);

/// <summary>Loads what a unit may estimate: what it reports itself, and the campaign's own unit all that is reported below it.</summary>
public sealed class EstimateSheets(ProgressQueries queries, ProgressReader reader, EstimateReader estimates, PackShelf packs)
{
    public async Task<EstimateSheet?> Find(string unit, string campaign, CancellationToken cancellationToken)
    {
        if (await queries.Find(campaign, unit, null, cancellationToken) is not { } seen)
            return null;
        var (pack, definitions) = (packs[seen.Campaign.Pack], packs.DefinitionsFrom(seen.Campaign.From));
        var year = seen.Campaign.Year;
        var given = await estimates.Own(seen.Unit.Id, year, cancellationToken);
        var progress = await reader.Read(seen.Campaign, seen.Unit, new(seen.AsOf), cancellationToken);
        var needed = ReportingRules.Needed(pack, definitions, seen.Campaign.Targets.Select(t => t.Indicator));
        var lines =
            from indicator in pack.Indicators
            where needed.Contains(indicator.Code) && EstimateRules.MayBe(definitions[indicator.Code])
            where seen.IsWhole ? progress.Book.IsAsked(seen.Unit.Id, indicator.Code) : indicator.ReportedBy.Contains(seen.Unit.Kind)
            select new EstimateLine(
                indicator,
                definitions[indicator.Code],
                Done(definitions, progress.Book, seen, indicator.Code),
                given.GetValueOrDefault(indicator.Code)
            );
        return new(seen, year, [.. lines]);
    }

    private static Rational? Done(Definitions definitions, FigureBook book, SeenCampaign seen, string code) =>
        Evaluator
            .Read(
                new Question
                {
                    Definitions = definitions,
                    Figures = book.Subtree(seen.Unit.Id, code),
                    Range = DateRange.CivilYear(seen.Campaign.Year),
                    AsOf = seen.AsOf,
                },
                code
            )
            .Value;
}
