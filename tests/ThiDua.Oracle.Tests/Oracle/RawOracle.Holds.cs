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
        // Of a fall or a rise more is better, whatever falls or rises.
        var less = indicator.LessIsBetter && target.Direction == RawDirection.None;
        // "A range is judged by its lower end …; where less is better, by its upper end."
        if (target.Upper is { } upper)
        {
            return less ? (Test.AtMost, upper) : (Test.AtLeast, target.Value);
        }
        return (
            target.Comparator switch
            {
                RawComparator.AtLeast => Test.AtLeast,
                RawComparator.Above => Test.Above,
                RawComparator.Below => Test.Below,
                RawComparator.AtMost => Test.AtMost,
                _ => target.Exact ? Test.Exactly
                : less ? Test.AtMost
                : Test.AtLeast,
            },
            target.Value
        );
    }

    // "> at exactly the value is not met"
    private static bool Holds(RawTarget target, RawIndicator indicator, Exact value)
    {
        var (test, bound) = Reading(target, indicator);
        var side = value.CompareTo(bound);
        return test switch
        {
            Test.AtLeast => side >= 0,
            Test.Above => side > 0,
            Test.Exactly => side == 0,
            Test.Below => side < 0,
            _ => side <= 0,
        };
    }
}
