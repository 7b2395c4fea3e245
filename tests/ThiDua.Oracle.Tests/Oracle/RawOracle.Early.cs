namespace ThiDua.Oracle.Tests;

/// <summary>"Met before the end only where what is left cannot undo it (an accumulated count); missed before the end only where
/// what is left cannot mend it (a ceiling already passed). A yes/no is met once given".</summary>
public sealed partial class RawOracle
{
    private RawState? Early(RawTarget target, RawIndicator indicator, int top, RawSpan span, RawFigure measured)
    {
        var (test, bound) = Reading(target, indicator);
        if (indicator.Kind == RawKind.YesNo)
        {
            var given = test is Test.AtLeast or Test.Above or Test.Exactly && measured.Value is { } yes && Holds(target, indicator, yes);
            return given ? RawState.Met : null;
        }
        if (Reached(target, indicator, top, span) is not { } reached)
        {
            return null;
        }
        // A fall shrinks as the count grows: its floor is the count's ceiling.
        if (target.Direction == RawDirection.Decrease)
        {
            return test switch
            {
                Test.AtLeast or Test.Exactly when -reached < bound => RawState.Missed,
                Test.Above when -reached <= bound => RawState.Missed,
                Test.AtMost when -reached <= bound => RawState.Met,
                Test.Below when -reached < bound => RawState.Met,
                _ => null,
            };
        }
        return test switch
        {
            Test.AtLeast when reached >= bound => RawState.Met,
            Test.Above when reached > bound => RawState.Met,
            Test.AtMost or Test.Exactly when reached > bound => RawState.Missed,
            Test.Below when reached >= bound => RawState.Missed,
            _ => null,
        };
    }

    /// <summary>What is accumulated so far: it can only grow.</summary>
    private Exact? Reached(RawTarget target, RawIndicator indicator, int top, RawSpan span)
    {
        if (target.Direction != RawDirection.None)
        {
            return ReachedChange(indicator, top, span, target.BaselineYear, target.Measure);
        }
        return indicator.Kind == RawKind.Change
            ? ReachedChange(world.Indicator(indicator.Base!), top, span, indicator.BaselineYear, RawMeasure.Percent)
            : Accumulated(indicator, top, span);
    }

    private Exact? Accumulated(RawIndicator indicator, int top, RawSpan span)
    {
        if (indicator.Kind is RawKind.Flow or RawKind.Reach)
        {
            return Figure(indicator, top, span).Value;
        }
        // Over an opening that everybody gave, which is fixed for the range, an accumulated part can only grow.
        if (indicator.Kind != RawKind.Ratio || world.Indicator(indicator.Denominator!) is not { Kind: RawKind.Opening } opening)
        {
            return null;
        }
        var under = Opening(opening, top, span);
        return
            under.Count.All
            && under.Value is { IsZero: false } whole
            && Accumulated(world.Indicator(indicator.Numerator!), top, span) is { } over
            ? over / whole
            : null;
    }

    /// <summary>Against the baseline's whole range, where everybody's is known.</summary>
    private Exact? ReachedChange(RawIndicator indicator, int top, RawSpan span, int? baselineYear, RawMeasure measure)
    {
        if (baselineYear is not { } year || Accumulated(indicator, top, span) is not { } now)
        {
            return null;
        }
        var then = Baseline(indicator, top, span.Back(span.First.Year - year));
        if (then.Value is not { } whole || !then.Count.All || (whole.IsZero && measure == RawMeasure.Percent))
        {
            return null;
        }
        return measure == RawMeasure.Number ? now - whole : (now - whole) / whole;
    }
}
