namespace ThiDua.Measures;

/// <summary>
/// What a comparison with another year compares ("cùng kỳ"): the closed periods that have figures, wherever in the range they
/// lie. A month that nobody has reported is missing, and comparing it with that of the other year would show a fall that never was.
/// </summary>
internal static class SameMonths
{
    /// <returns>The question narrowed to them; itself where all of a finished range has figures; null while there is none.</returns>
    public static Question? Of(Question question, string code)
    {
        var leaves = question.Definitions.Leaves(code).Where(question.Figures.ContainsKey).ToArray();
        var flows = leaves.Where(l => !question.Definitions[l].IsHeld).Select(l => question.Figures[l]).ToArray();
        if (flows.Length == 0)
        {
            return question.IsFinished ? question : Narrowed(question, null, leaves.Min(l => LastClosed(question, question.Figures[l])));
        }

        var asked = flows.Select(s => s.Schedule.Touching(question.Range).Where(p => p.First <= question.End).ToArray()).ToArray();
        var known = Common(
            flows.Zip(asked, (s, periods) => periods.Where(p => p.Last <= question.Until && s.ReportedIn(p) > 0).ToArray()).ToArray()
        );
        return question.IsFinished && known.Zip(asked).All(f => f.First.Length == f.Second.Length) ? question
            : known.Any(f => f.Length == 0) ? null
            : Narrowed(question, DateRange.Merge(known.SelectMany(f => f.Select(p => p.Dates))), known.Max(f => f[^1].Last));
    }

    private static Question? Narrowed(Question question, IReadOnlyList<DateRange>? parts, DateOnly? end) =>
        end is not { } last || last < question.Range.First
            ? null
            : question with
            {
                Range = new(question.Range.First, last),
                Parts = parts,
                By = null,
                BaselineYear = question.BaselineYear - question.YearOf(question.Range.Last) + question.YearOf(last),
            };

    private static DateOnly? LastClosed(Question question, Series series) =>
        Forecaster.Periods(question, series).Where(p => p.Last <= question.Until).Select(p => (DateOnly?)p.Last).LastOrDefault();

    /// <summary>Both parts of a ratio are compared over the same days: of each only periods whose every day all the others have.</summary>
    private static Period[][] Common(Period[][] known)
    {
        while (true)
        {
            var kept = known.Select(own => own.Where(p => known.All(other => Covers(other, p.Dates))).ToArray()).ToArray();
            if (kept.Zip(known).All(f => f.First.Length == f.Second.Length))
            {
                return kept;
            }

            known = kept;
        }
    }

    private static bool Covers(Period[] periods, DateRange days) =>
        DateRange.Merge(periods.Select(p => p.Dates)).Any(r => r.Contains(days));
}
