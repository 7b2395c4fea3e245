using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Target;

/// <summary>One month of a target's range.</summary>
/// <param name="Standing">As it stood at the month's end, with the figures known now; null for months to come.</param>
/// <param name="Figures">Of each indicator with facts: a flow's figure of the month, a held value at its end.</param>
/// <param name="Before">The same of the baseline year's month.</param>
/// <param name="IsReported">Whether anybody reported anything in it: a month without figures is missing, not zero.</param>
public sealed record MonthPoint(
    Period Month,
    Standing? Standing,
    IReadOnlyList<Reading> Figures,
    IReadOnlyList<Reading> Before,
    bool IsReported = false
)
{
    /// <summary>Of a comparison: what is compared, in this month and in the same month of the baseline year.</summary>
    public Reading? Now { get; init; }

    /// <inheritdoc cref="Now"/>
    public Reading? Then { get; init; }
}

/// <summary>A target month by month. Pure.</summary>
public sealed class TargetHistory(TargetRule rule, Definitions definitions, IReadOnlyDictionary<string, Series> figures, DateOnly asOf)
{
    private readonly List<string> leaves = [.. definitions.Leaves(rule.Indicator)];
    private readonly string compared = definitions[rule.Indicator].Of ?? rule.Indicator;

    public IReadOnlyList<MonthPoint> Months() => [.. Period.Touching(rule.Range, Frequency.Month).Select(Point)];

    private MonthPoint Point(Period month)
    {
        var before = Before(month);
        var then = rule.BaselineYear is { } year ? Then(month, year, compared) : null;
        if (month.First > asOf)
            return new(month, null, [], before) { Then = then };
        var until = Earlier(month.Last, asOf);
        List<Reading> own = [.. leaves.Select(leaf => InMonth(rule.Range, leaf, month, until))];
        return new(month, Judge.Total(rule, definitions, figures, until), own, before, IsReported(own, month))
        {
            Now = InMonth(rule.Range, compared, month, until),
            Then = then,
        };
    }

    private IReadOnlyList<Reading> Before(Period month) =>
        rule.BaselineYear is { } year ? [.. leaves.Select(leaf => Then(month, year, leaf))] : [];

    private Reading Then(Period month, int year, string code)
    {
        var shift = year - rule.Range.Last.Year;
        var same = month.ShiftYears(shift);
        return InMonth(rule.Range.ShiftYears(shift), code, same, same.Last);
    }

    /// <summary>An opening is known from the first day on: it makes no month reported but where nothing else is asked.</summary>
    private bool IsReported(List<Reading> own, Period month)
    {
        var counted = own.Where(f => definitions[f.Code].Kind != IndicatorKind.Opening).ToList();
        return (counted.Count > 0 ? counted : own).Any(f =>
            f.Value is not null
            && (counted.Count == 0 || !definitions[f.Code].IsHeld || f.Latest is { } latest && latest.Dates.Overlaps(month.Dates))
        );
    }

    private Reading InMonth(DateRange range, string code, Period month, DateOnly until)
    {
        var question = new Question
        {
            Definitions = definitions,
            Figures = figures,
            Range = definitions.Leaves(code).Any(leaf => definitions[leaf].IsHeld) ? range : month.Dates,
            AsOf = until,
        };
        return Evaluator.Read(question, code);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
