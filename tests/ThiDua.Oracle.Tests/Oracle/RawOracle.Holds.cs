namespace ThiDua.Oracle.Tests;

public sealed partial class RawOracle
{
    private enum Test
    {
        AtLeast,
        Above,
        Exactly,
        Below,
        AtMost,
    }

    // "A bare figure in a plan (=) is judged as at least (as at most where less is better); equality only where … exact."
    private static (Test Test, Exact Bound) Reading(RawTarget target, RawIndicator indicator)
    {
        // Of a fall more is better, whatever falls.
        var less = indicator.LessIsBetter && target.Direction != RawDirection.Decrease;
        // "A range is judged by its lower end …; where less is better, by its upper end."
        if (target.Upper is { } upper)
        {
            return less ? (Test.AtMost, upper) : (Test.AtLeast, target.Value);
        }
        return (target.Comparator switch
        {
            RawComparator.AtLeast => Test.AtLeast,
            RawComparator.Above => Test.Above,
            RawComparator.Below => Test.Below,
            RawComparator.AtMost => Test.AtMost,
            _ => target.Exact ? Test.Exactly : less ? Test.AtMost : Test.AtLeast,
        }, target.Value);
    }

    // "quotients and forecasts equal after rounding to six decimals" · "> at exactly the value is not met"
    private static bool Holds(RawTarget target, RawIndicator indicator, Exact value)
    {
        var (test, bound) = Reading(target, indicator);
        var side = value.Millionths().CompareTo(bound.Millionths());
        return test switch
        {
            Test.AtLeast => side >= 0,
            Test.Above => side > 0,
            Test.Exactly => side == 0,
            Test.Below => side < 0,
            _ => side <= 0,
        };
    }

    // "Met before the end only where what is left cannot undo it (an accumulated count); missed before the end only where
    // what is left cannot mend it (a ceiling already passed). A yes/no is met once given".
    private RawState? Early(RawTarget target, RawIndicator indicator, int top, RawSpan span, RawFigure measured)
    {
        if (indicator.Kind == RawKind.YesNo)
        {
            return measured.Value is { } given && Holds(target, indicator, given) ? RawState.Met : null;
        }
        if (indicator.Kind is not (RawKind.Flow or RawKind.Reach) || Reached(target, indicator, top, span) is not { } reached)
        {
            return null;
        }
        var (test, bound) = Reading(target, indicator);
        var side = reached.Millionths().CompareTo(bound.Millionths());
        // A fall shrinks as the count grows: its floor is the count's ceiling.
        if (target.Direction == RawDirection.Decrease)
        {
            return test switch
            {
                Test.AtLeast or Test.Exactly when side < 0 => RawState.Missed,
                Test.Above when side <= 0 => RawState.Missed,
                Test.AtMost when side <= 0 => RawState.Met,
                Test.Below when side < 0 => RawState.Met,
                _ => null,
            };
        }
        return test switch
        {
            Test.AtLeast when side >= 0 => RawState.Met,
            Test.Above when side > 0 => RawState.Met,
            Test.AtMost or Test.Exactly when side > 0 => RawState.Missed,
            Test.Below when side >= 0 => RawState.Missed,
            _ => null,
        };
    }

    /// <summary>What is accumulated so far, against the baseline's whole range where the target speaks of a change.</summary>
    private Exact? Reached(RawTarget target, RawIndicator indicator, int top, RawSpan span)
    {
        if (Figure(indicator, top, span).Value is not { } now)
        {
            return null;
        }
        if (target.Direction == RawDirection.None)
        {
            return now;
        }
        if (target.BaselineYear is not { } year
            || Baseline(indicator, top, span.Back(span.First.Year - year)) is not { Value: { } then } baseline
            || !baseline.Count.All
            || (then.IsZero && target.Measure == RawMeasure.Percent))
        {
            return null;
        }
        var change = target.Measure == RawMeasure.Number ? now - then : (now - then) / then;
        return target.Direction == RawDirection.Decrease ? -change : change;
    }
}
