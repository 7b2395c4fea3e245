namespace ThiDua.Measures;

/// <summary>Whether what is known of a range can still change what is said of it.</summary>
internal enum Finality
{
    /// <summary>The range is running, or over with a period of which nobody has reported: missing is not zero.</summary>
    Open,

    /// <summary>The last day is over, and reports of the last period are still on their way ("chờ số liệu kỳ cuối").</summary>
    AwaitsLast,

    /// <summary>The last period's reports are due or all in.</summary>
    Final,
}

internal static class Finalities
{
    extension(Finality)
    {
        public static Finality Of(Question question, IndicatorDefinition definition)
        {
            var code = definition.Kind == IndicatorKind.Change ? definition.Of! : definition.Code;
            return !question.IsFinished ? Finality.Open
                : question.ReportsDue > question.AsOf && !AllIn(question, code) ? Finality.AwaitsLast
                : Evaluator.Read(question, code) is { Reported: 0, Asked: > 0, Value: not null } ? Finality.Open
                : Finality.Final;
        }
    }

    /// <summary>An opening is given at the beginning: nobody waits for it at the end.</summary>
    private static bool AllIn(Question question, string code) =>
        question
            .Definitions.Leaves(code)
            .Where(leaf => question.Definitions[leaf].Kind != IndicatorKind.Opening)
            .All(leaf => question.Figures.TryGetValue(leaf, out var series) && IsIn(question, question.Definitions[leaf], series));

    private static bool IsIn(Question question, IndicatorDefinition definition, Series series)
    {
        var last = series.Schedule.PeriodOn(question.End);
        var reported = definition.IsHeld
            ? series.Cells.Where(c => c.Period == last && c.Seen <= question.Until).Sum(c => c.All.Reported)
            : series.ReportedIn(last);
        return reported >= series.AskedOn(last.Last);
    }
}
