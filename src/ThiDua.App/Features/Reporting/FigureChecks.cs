using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <param name="Error">An error stops; a doubt asks for a word (the form) or for a look (a file).</param>
/// <param name="Key">Key of the text that explains it, filled with the arguments.</param>
public sealed record Finding(string Indicator, bool Error, string Key, params object[] Arguments)
{
    public Period Period { get; init; }
}

/// <param name="Value">Scaled; null for a field that was left empty.</param>
public readonly record struct GivenFigure(PackIndicator Indicator, Period Period, long? Value);

/// <summary>
/// The one set of checks of figures, whatever channel they come by: type and range of one; part ≤ whole, reach ≤ stock and
/// "unlike those before" of all that one unit gives, beside what holds. Pure.
/// </summary>
public sealed class FigureChecks
{
    /// <param name="OverYear">Holds for the year so far, not for each period.</param>
    private sealed record Rule(PackIndicator Part, PackIndicator Whole, bool OverYear, string Key);

    private readonly Func<string, IndicatorDefinition> definitionOf;
    private readonly List<Rule> rules;

    public FigureChecks(IEnumerable<PackIndicator> indicators, Func<string, IndicatorDefinition> definitionOf)
    {
        this.definitionOf = definitionOf;
        var known = indicators.DistinctBy(i => i.Code).ToDictionary(i => i.Code);
        rules =
        [
            .. from part in known.Values
            where part.Stock is not null && known.ContainsKey(part.Stock)
            select new Rule(part, known[part.Stock!], false, "CheckReach"),
            .. from part in known.Values
            from bound in part.PartOf
            where known.ContainsKey(bound.Whole)
            let year = bound.OverYear && part.Kind == PackKind.Flow
            select new Rule(part, known[bound.Whole], year, year ? "CheckPartYear" : "CheckPart"),
        ];
        Bound = rules.SelectMany(r => new[] { r.Part.Code, r.Whole.Code }).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Indicators that are held against others.</summary>
    public IReadOnlySet<string> Bound { get; }

    /// <summary>These, and what they are held against.</summary>
    public IReadOnlySet<string> Beside(IReadOnlyCollection<string> codes) =>
        rules
            .Where(r => codes.Contains(r.Part.Code) || codes.Contains(r.Whole.Code))
            .SelectMany(r => new[] { r.Part.Code, r.Whole.Code })
            .Concat(codes)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads one figure as it was typed.</summary>
    /// <returns>What is wrong with it; null when it is right.</returns>
    public static Finding? Read(PackIndicator indicator, IndicatorDefinition definition, string typed, out long value)
    {
        if (!VietnameseNumber.TryParse(typed, indicator.Scale, definition.MayBeNegative, out value, out var wrong))
            return new(
                indicator.Code,
                true,
                $"Check{wrong}",
                wrong == NumberError.TooLarge ? VietnameseNumber.FormatScaled(Entry.Limit, indicator.Scale) : indicator.Scale
            );
        if (indicator.Kind == PackKind.Score && indicator.MaxScore is { } most && value > most * (long)Math.Pow(10, indicator.Scale))
            return new(indicator.Code, true, "CheckScore", most);
        return Entry.Check(definition, value) is { } refused
            ? new(indicator.Code, true, $"Check{refused}", VietnameseNumber.FormatScaled(Entry.Limit, indicator.Scale))
            : null;
    }

    /// <summary>What is wrong or strange among the figures that one unit gives.</summary>
    /// <param name="own">What holds for the unit now.</param>
    /// <param name="doubts">Whether to compare with the periods before as well.</param>
    public IEnumerable<Finding> Compare(IReadOnlyList<GivenFigure> given, Func<string, IReadOnlyList<CurrentValue>> own, bool doubts = true)
    {
        var values = new UnitValues(given, own);
        foreach (var figure in given.Where(f => f.Value is not null))
        {
            foreach (var rule in rules)
                if (Breach(rule, figure, values) is { } breach)
                    yield return breach with
                    {
                        Period = figure.Period,
                    };
            if (!doubts)
                continue;
            var history = new FigureHistory(definitionOf(figure.Indicator.Code), values.Of(figure.Indicator.Code), figure.Period);
            if (history.IsUnlike(figure.Value!.Value))
                yield return new(figure.Indicator.Code, false, "CheckUnlike") { Period = figure.Period };
        }
    }

    private static Finding? Breach(Rule rule, GivenFigure figure, UnitValues values)
    {
        var isPart = rule.Part.Code == figure.Indicator.Code;
        // Where the part came along it is the part's to be mended.
        if (!isPart && (rule.Whole.Code != figure.Indicator.Code || values.Gives(rule.Part.Code, figure.Period)))
            return null;
        if (
            values.Amount(rule.Part, figure.Period, rule.OverYear, ended: true) is not { } part
            || values.Amount(rule.Whole, figure.Period, rule.OverYear) is not { } whole
            || part <= whole
        )
            return null;
        return new(
            figure.Indicator.Code,
            true,
            isPart ? rule.Key : "CheckWhole",
            rule.Part.Name.Here(),
            VietnameseNumber.Format(part, 4),
            rule.Whole.Name.Here(),
            VietnameseNumber.Format(whole, 4)
        );
    }
}
