using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <param name="Error">An error stops; a doubt asks for a comment.</param>
/// <param name="Key">Key of the text that explains it, filled with the arguments.</param>
public sealed record Finding(string Indicator, bool Error, string Key, params object[] Arguments);

/// <param name="Values">Scaled values of the fields that could be read; null for an empty field.</param>
public sealed record CheckedReport(IReadOnlyDictionary<string, long?> Values, IReadOnlyList<Finding> Findings);

/// <summary>
/// The checks of one report: type, range, part ≤ whole, reach ≤ stock (errors), a missing figure and one unlike those
/// before (doubts). Pure: the same on the page, in an import and in the sample data.
/// </summary>
public sealed class ReportChecks(
    Pack pack,
    Definitions definitions,
    IReadOnlyList<AskedFigure> figures,
    Func<string, IReadOnlyList<CurrentValue>> own
)
{
    private readonly Dictionary<string, long?> values = new(StringComparer.Ordinal);
    private readonly List<Finding> findings = [];

    public static CheckedReport Run(
        Pack pack,
        Definitions definitions,
        IReadOnlyList<AskedFigure> figures,
        Func<string, IReadOnlyList<CurrentValue>> own,
        IReadOnlyDictionary<string, string> typed
    ) => new ReportChecks(pack, definitions, figures, own).Run(typed);

    private CheckedReport Run(IReadOnlyDictionary<string, string> typed)
    {
        foreach (var figure in figures)
            Read(figure.Indicator, (typed.GetValueOrDefault(figure.Indicator.Code) ?? "").Trim());
        foreach (var figure in figures.Where(f => values.GetValueOrDefault(f.Indicator.Code) is not null))
            Compare(figure);
        return new(values, findings);
    }

    private void Read(PackIndicator indicator, string text)
    {
        if (text.Length == 0)
        {
            values[indicator.Code] = null;
            Doubt(indicator, "CheckMissing");
        }
        else if (!VietnameseNumber.TryParse(text, indicator.Scale, definitions[indicator.Code].MayBeNegative, out var value, out var error))
            Fail(
                indicator,
                $"Check{error}",
                error == NumberError.TooLarge ? VietnameseNumber.FormatScaled(Entry.Limit, indicator.Scale) : indicator.Scale
            );
        else if (indicator.Kind == PackKind.YesNo && value is not (0 or 1))
            Fail(indicator, "CheckYesNo");
        else if (indicator.Kind == PackKind.Score && indicator.MaxScore is { } most && value > most * Math.Pow(10, indicator.Scale))
            Fail(indicator, "CheckScore", most);
        else
            values[indicator.Code] = value;
    }

    private void Compare(AskedFigure figure)
    {
        var (indicator, value) = (figure.Indicator, values[figure.Indicator.Code]!.Value);
        if (indicator.Stock is { } stock && Amount(stock, figure.Period, false) is { } ceiling && Natural(indicator.Code, value) > ceiling)
            Fail(indicator, "CheckReach", Name(stock), VietnameseNumber.Format(ceiling, 4));
        foreach (var part in indicator.PartOf)
        {
            var year = part.OverYear && indicator.Kind == PackKind.Flow;
            if (
                Amount(part.Whole, figure.Period, year) is { } whole
                && Amount(indicator.Code, figure.Period, year) is { } mine
                && mine > whole
            )
                Fail(
                    indicator,
                    year ? "CheckPartYear" : "CheckPart",
                    Name(part.Whole),
                    VietnameseNumber.Format(whole, 4),
                    VietnameseNumber.Format(mine, 4)
                );
        }
        var history = new FigureHistory(definitions[indicator.Code], own(indicator.Code), figure.Period);
        if (history.IsUnlike(value))
            Doubt(indicator, "CheckUnlike");
    }

    /// <summary>The figure as this report makes it: of the period, of its year so far, or for what is held the last one.</summary>
    private Rational? Amount(string code, Period period, bool yearSoFar)
    {
        var definition = definitions[code];
        var here = figures.FirstOrDefault(f => f.Indicator.Code == code);
        var typed = here is null ? null : values.GetValueOrDefault(code);
        if (here is not null && typed is null)
            return null;
        var others = own(code).Where(v => v.Value is not null && v.Period != here?.Period);
        if (definition.Kind == IndicatorKind.Flow)
        {
            var from = yearSoFar ? new DateOnly(period.Last.Year, 1, 1) : period.First;
            var sums = others.Where(v => v.Period.First >= from && v.Period.Last <= period.Last).Select(v => v.Value!.Value).ToList();
            return typed is null && sums.Count == 0 ? null : Natural(code, sums.Sum() + (typed ?? 0));
        }
        var held = typed ?? others.Where(v => v.Period.First <= period.Last).OrderBy(v => v.Period).LastOrDefault()?.Value;
        return held is { } last ? Natural(code, last) : null;
    }

    private Rational Natural(string code, long value) => Rational.FromScaled(value, definitions[code].Scale);

    private string Name(string code) => pack.Indicator(code)!.Name.Here();

    private void Fail(PackIndicator indicator, string key, params object[] arguments) =>
        findings.Add(new(indicator.Code, true, key, arguments));

    private void Doubt(PackIndicator indicator, string key) => findings.Add(new(indicator.Code, false, key));
}
