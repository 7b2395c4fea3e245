using ThiDua.Measures;

namespace ThiDua.App.Features.Estimates;

/// <summary>What an estimate means for a target: the year as if its last period brought what is still missing. Pure.</summary>
public static class EstimateRules
{
    /// <summary>Indicators that one may estimate: what adds up. An answer, a score or an opening is none.</summary>
    public static bool MayBe(IndicatorDefinition definition) =>
        definition.Kind is IndicatorKind.Flow or IndicatorKind.Stock or IndicatorKind.Reach;

    /// <summary>The figures of a subtree with the estimates in the place of what the range has not brought yet.</summary>
    /// <param name="estimates">Of the whole year, by indicator, scaled.</param>
    public static IReadOnlyDictionary<string, Series> With(
        TargetRule rule,
        Definitions definitions,
        IReadOnlyDictionary<string, Series> figures,
        IReadOnlyDictionary<string, long> estimates
    ) =>
        figures.ToDictionary(
            f => f.Key,
            f => estimates.TryGetValue(f.Key, out var value) ? Ended(definitions, f.Key, f.Value, rule.Range, value) : f.Value
        );

    private static Series Ended(Definitions definitions, string code, Series series, DateRange range, long estimate)
    {
        var year = DateRange.CivilYear(range.Last.Year);
        // What was before the range is taken as it is: of the year's estimate the range brings the rest.
        var bare = Series(definitions[code], series, range, 0);
        var question = new Question
        {
            Definitions = definitions,
            Figures = new Dictionary<string, Series>(StringComparer.Ordinal) { [code] = bare },
            Range = definitions[code].Kind == IndicatorKind.Flow ? year : range,
            AsOf = range.Last,
        };
        var before = Evaluator.Read(question, code).Value ?? Rational.FromScaled(0, 0);
        var missing = (Rational.FromScaled(estimate, definitions[code].Scale) - before).Round(definitions[code].Scale);
        return Series(definitions[code], series, range, (long)(missing * Power(definitions[code].Scale)));
    }

    private static Series Series(IndicatorDefinition definition, Series series, DateRange range, long last)
    {
        var asked = Math.Max(1, series.AskedOn(range.Last));
        var periods = series.Schedule.Touching(range).ToList();
        var before = series.Cells.Where(c => !c.Period.Dates.Overlaps(range)).ToList();
        var holding = definition.IsHeld ? asked - before.Where(c => c.Period.First < range.First).Sum(c => c.All.Holding) : 0;
        var cells = periods.Select((p, at) => at == periods.Count - 1 ? new Cell(p, last, asked, holding) : new Cell(p, 0, asked));
        return new(series.Schedule, before.Concat(cells), asked);
    }

    private static decimal Power(int scale)
    {
        var power = 1m;
        for (var at = 0; at < scale; at++)
            power *= 10;
        return power;
    }
}
