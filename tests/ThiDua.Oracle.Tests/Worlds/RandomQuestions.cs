namespace ThiDua.Oracle.Tests;

/// <summary>One question to a world.</summary>
public sealed record RawQuestion(int Top, string Indicator, RawSpan Span, DateOnly Day, RawBasis Basis, RawTarget Target);

public static class RandomQuestions
{
    private const int Year = RandomIndicators.Year;

    public static RawQuestion Ask(Chance chance, RawWorld world)
    {
        var main = world.Indicators[0];
        var span = Span(chance, world);
        var day = chance.In(40)
            ? chance.Day(span.First, span.Last)
            : chance.Of(span.First, span.Last.AddDays(-1), span.Last, span.Last.AddDays(1), span.Last.AddDays(5), span.Last.AddDays(90));
        day = day < span.First ? span.First : day;
        var tree = new RawTree(world.Stays);
        var asked = day < span.Last ? day : span.Last;
        var tops = tree.Units.Where(unit => tree.On(unit, asked) is not null && !SentUnasked(world, tree, unit)).ToList();
        // Where units came and went is where totals turn.
        var places = world
            .Stays.Where(stay => stay.Parent is not null && (stay.To is not null || stay.From > StillTree.Start))
            .Select(stay => stay.Parent!.Value)
            .Intersect(tops)
            .ToList();
        var top =
            places.Count > 0 && chance.In(60) ? chance.Of(places)
            : chance.In(50) ? tops[0]
            : chance.Of(tops);
        var basis = chance.Of(RawBasis.All, RawBasis.All, RawBasis.Approved);
        var target = Target(chance, world, main, span);
        target = tree.Units.Any(unit => SentUnasked(world, tree, unit)) ? target with { EachKind = null } : target;
        return new(top, main.Id, span, day, basis, Near(chance, world, new(top, main.Id, span, day, basis, target)));
    }

    // What a unit's own figures are where its kind is not asked is no question: only that they are in no other total.
    private static bool SentUnasked(RawWorld world, RawTree tree, int unit) =>
        world.Facts.Any(fact => fact.Unit == unit && !IsAsked(world, tree, fact));

    private static bool IsAsked(RawWorld world, RawTree tree, RawFact fact)
    {
        var indicator = world.Indicator(fact.Indicator);
        var day = indicator.Kind == RawKind.Flow ? tree.DayOfFlow(fact.Unit, fact.Period) : fact.Period.Last;
        return tree.On(fact.Unit, day) is { } stay && indicator.Asked.Contains(stay.Kind);
    }

    private static RawSpan Span(Chance chance, RawWorld world)
    {
        var starts = world.Indicators.SelectMany(one => one.Starts).Where(start => start.Year == Year).ToList();
        if (starts.Count > 0 && chance.In(85))
        {
            return new(starts[0], new(Year, 12, 31));
        }
        if (chance.In(60))
        {
            return new(new(Year, 1, 1), new(Year, 12, 31));
        }
        var first = chance.From(1, 12);
        var from = new DateOnly(Year, first, 1);
        if (chance.In(5))
        {
            return new(from.AddDays(chance.Below(20)), new(Year, 12, 31));
        }
        return chance.In(50)
            ? new(from, from.AddMonths(chance.From(1, 13 - first)).AddDays(-1))
            : RawPeriod.Of(chance.Of(RawStep.Month, RawStep.Quarter, RawStep.Half), from).Span;
    }

    private static RawTarget Target(Chance chance, RawWorld world, RawIndicator main, RawSpan span)
    {
        var direction =
            main.Kind is RawKind.Flow or RawKind.Stock or RawKind.Ratio && chance.In(40)
                ? chance.Of(RawDirection.Decrease, RawDirection.Increase)
                : RawDirection.None;
        var year = direction == RawDirection.None ? chance.In(40) : chance.In(90);
        return new(main.Id, chance.Of(Enum.GetValues<RawComparator>()), chance.From(0, 30), span)
        {
            Direction = direction,
            Measure = chance.Of(RawMeasure.Percent, RawMeasure.Number),
            Exact = chance.In(30),
            BaselineYear = year ? RandomIndicators.BaselineYear : null,
            EachKind = chance.In(20) ? chance.Of([.. world.Stays.Select(stay => stay.Kind)]) : null,
            By = chance.In(15) ? chance.Day(span.First, span.Last) : null,
            Grace = chance.Of(0, 0, 5, 15),
            Completeness = chance.Of<Exact>(1, 1, new(1, 2), new(3, 4)),
        };
    }

    /// <summary>Mostly a value at, just over or just under what stands or is forecast: verdicts turn there.</summary>
    private static RawTarget Near(Chance chance, RawWorld world, RawQuestion question)
    {
        var oracle = new RawOracle(world, question.Day, question.Basis);
        var verdict = oracle.Judge(question.Target, question.Top);
        var about = chance.In(60) ? verdict.Figure.Value : verdict.Forecast?.Value;
        if (about is null || chance.In(15))
        {
            return question.Target;
        }
        // Targets are written with at most four decimals.
        var written = new Exact(about.Value.Millionths() / 100, 10_000);
        var value = written + chance.Of<Exact>(0, 0, 0, 1, -1, new(1, 10), new(-1, 10));
        var range = question.Target.Comparator == RawComparator.Equal && !question.Target.Exact && chance.In(40);
        return question.Target with { Value = value, Upper = range ? value + chance.Of<Exact>(0, 1, 3, new(1, 10)) : null };
    }
}
