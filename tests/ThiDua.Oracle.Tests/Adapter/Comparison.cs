using System.Numerics;
using ThiDua.Measures;

namespace ThiDua.Oracle.Tests;

/// <summary>One world and one question, through both. Null: they agree.</summary>
public static class Comparison
{
    public static string? Of(RawWorld world, RawQuestion question, Chance chance)
    {
        var run = LibraryRun.Of(world, question, chance);
        if (run.Rebuilt is { } rebuilt)
        {
            return $"rebuild: {rebuilt}";
        }
        var oracle = new RawOracle(world, question.Day, question.Basis);
        return Figures(world, question, run, oracle) ?? Verdicts(world, question, run, oracle);
    }

    private static string? Figures(RawWorld world, RawQuestion question, LibraryRun run, RawOracle oracle)
    {
        var indicator = world.Indicator(question.Indicator);
        var figure = oracle.Figure(indicator, question.Top, question.Span);
        var reading = Evaluator.Read(
            new()
            {
                Definitions = run.Definitions,
                Figures = run.Figures(question.Top),
                Range = Translation.Of(question.Span),
                AsOf = question.Day,
                BaselineYear = indicator.BaselineYear,
            },
            question.Indicator
        );
        return Said("figure", Readings.Difference(figure, reading, reading.Value, indicator.Kind == RawKind.Change ? 100 : 1));
    }

    private static string? Verdicts(RawWorld world, RawQuestion question, LibraryRun run, RawOracle oracle)
    {
        var target = question.Target;
        if (target.EachKind is null)
        {
            return Verdict(world, question, run, oracle.Judge(target, question.Top), question.Top);
        }
        var each = oracle.JudgeEach(target, question.Top);
        foreach (var (unit, verdict) in each)
        {
            if (Verdict(world, question, run, verdict, unit) is { } difference)
            {
                return $"unit {unit}: {difference}";
            }
        }
        var units = each.Keys.Select(unit => ((long)unit, run.Figures(unit)));
        var rule = Rule(world, question, run, each.Keys.FirstOrDefault());
        var standing = Measures.Judge.EachUnit(rule, run.Definitions, units, question.Day);
        return Said("met", Differs(each.Values.Count(one => one.State == RawState.Met), standing.Met))
            ?? Said(
                "not met",
                Differs(
                    string.Join(
                        ' ',
                        each.Where(one => one.Value.State is not (RawState.Met or RawState.NothingHappened)).Select(one => one.Key)
                    ),
                    string.Join(' ', standing.NotMet)
                )
            );
    }

    private static TargetRule Rule(RawWorld world, RawQuestion question, LibraryRun run, int unit)
    {
        var rule = Translation.Rule(question.Target, world.Indicator(question.Indicator));
        if (unit == 0)
        {
            return rule;
        }
        var end = Measures.Judge.Total(rule, run.Definitions, run.Figures(unit), question.Day).End;
        return rule with { ReportsDue = question.Target.Grace == 0 ? null : end.AddDays(question.Target.Grace) };
    }

    private static string? Verdict(RawWorld world, RawQuestion question, LibraryRun run, RawVerdict verdict, int unit)
    {
        var rule = Rule(world, question, run, unit);
        var standing = Measures.Judge.Total(rule, run.Definitions, run.Figures(unit), question.Day);
        var hundred =
            rule.ChangeIn == ChangeIn.Percent
            && (rule.Direction is not null || run.Definitions[rule.Indicator].Kind == IndicatorKind.Change)
                ? 100
                : 1;
        var state = standing.State == TargetState.CannotCompute ? nameof(RawState.CannotBeComputed) : standing.State.ToString();
        var decided = verdict.State is RawState.Met or RawState.Missed && standing.IsFinal;
        return Said("judged", Readings.Difference(verdict.Figure, standing.Reading, standing.Judged, hundred))
            ?? Said("state", Differs(verdict.State.ToString(), state))
            ?? Said("final", Differs(verdict.Final, standing.IsFinal))
            ?? Said("provisional", decided ? Differs(verdict.Provisional is not null, standing.IsProvisional) : null)
            ?? Said("waits", verdict.Waits ? Differs(true, standing.AwaitsLast) : null)
            ?? Said("whole period", Differs(verdict.WholePeriod, standing.TakesWholePeriod))
            ?? Said(
                "forecast",
                verdict.State is RawState.OnTrack or RawState.Behind
                    ? Differs(Readings.Millionths(verdict.Forecast?.Value), Readings.Millionths(standing.JudgedForecast / hundred))
                    : null
            )
            ?? Said(
                "method",
                verdict.State is RawState.OnTrack or RawState.Behind
                    ? Differs(Method(verdict.Forecast!.Method), standing.Forecast!.Method)
                    : null
            );
    }

    private static ForecastMethod Method(RawMethod method) =>
        method switch
        {
            RawMethod.Shape => ForecastMethod.BaselineShape,
            _ => Enum.Parse<ForecastMethod>(method.ToString()),
        };

    internal static string? Differs<T>(T ours, T theirs) => Equals(ours, theirs) ? null : $"oracle {ours}, library {theirs}";

    internal static string? Said(string what, string? difference) => difference is null ? null : $"{what}: {difference}";
}
