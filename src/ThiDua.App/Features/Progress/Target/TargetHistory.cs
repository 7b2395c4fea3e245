using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Target;

/// <summary>One month of a target's range.</summary>
/// <param name="Standing">As it stood at the month's end, with the figures known now; null for months to come.</param>
/// <param name="Figures">Of each indicator with facts: a flow's figure of the month, a held value at its end.</param>
/// <param name="Before">The same of the baseline year's month.</param>
public sealed record MonthPoint(Period Month, Standing? Standing, IReadOnlyList<Reading> Figures, IReadOnlyList<Reading> Before);

/// <summary>A target month by month. Pure.</summary>
public static class TargetHistory
{
    public static IReadOnlyList<MonthPoint> Of(
        TargetRule rule,
        Definitions definitions,
        IReadOnlyDictionary<string, Series> figures,
        DateOnly asOf
    )
    {
        var leaves = definitions.Leaves(rule.Indicator).ToList();
        return
        [
            .. Period
                .Touching(rule.Range, Frequency.Month)
                .Select(month =>
                    month.First > asOf
                        ? new MonthPoint(month, null, [], Before(rule, definitions, figures, leaves, month))
                        : new MonthPoint(
                            month,
                            Judge.Total(rule, definitions, figures, month.Last < asOf ? month.Last : asOf),
                            [.. leaves.Select(leaf => InMonth(rule.Range, definitions, figures, leaf, month, asOf))],
                            Before(rule, definitions, figures, leaves, month)
                        )
                ),
        ];
    }

    private static IReadOnlyList<Reading> Before(
        TargetRule rule,
        Definitions definitions,
        IReadOnlyDictionary<string, Series> figures,
        List<string> leaves,
        Period month
    )
    {
        if (rule.BaselineYear is not { } year)
            return [];
        var shift = year - rule.Range.Last.Year;
        return
        [
            .. leaves.Select(leaf =>
                InMonth(rule.Range.ShiftYears(shift), definitions, figures, leaf, month.ShiftYears(shift), DateOnly.MaxValue)
            ),
        ];
    }

    private static Reading InMonth(
        DateRange range,
        Definitions definitions,
        IReadOnlyDictionary<string, Series> figures,
        string leaf,
        Period month,
        DateOnly asOf
    )
    {
        var question = new Question
        {
            Definitions = definitions,
            Figures = figures,
            Range = month.Dates,
            AsOf = month.Last < asOf ? month.Last : asOf,
        };
        return Evaluator.Read(definitions[leaf].IsHeld ? question with { Range = range } : question, leaf);
    }
}
