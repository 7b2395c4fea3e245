using ThiDua.Measures;

namespace ThiDua.Oracle.Tests;

/// <summary>Where units stand, as the library wants it said.</summary>
public static class Places
{
    /// <summary>The tree as it was known before anything that happened after the day.</summary>
    public static IReadOnlyList<RawStay> Known(IReadOnlyList<RawStay> stays, DateOnly until) =>
        [.. stays.Where(stay => stay.From <= until).Select(stay => stay.To >= until ? stay with { To = null } : stay)];

    public static IReadOnlyList<Place> Of(IReadOnlyList<RawStay> stays, int unit, RawIndicator indicator)
    {
        var tree = new RawTree(stays);
        var begin = stays.Where(stay => stay.Unit == unit).Min(stay => stay.From);
        var places = new List<Place>();
        foreach (var day in Boundaries(stays).Where(day => day >= begin))
        {
            // Where it is not asked, what it held leaves all totals; of a flow its own keeps what it was sent.
            var away = tree.On(unit, day) is null || (indicator.Kind != RawKind.Flow && !tree.Asked(unit, unit, day, indicator));
            IReadOnlyList<long> units = away ? [] : [.. Up(tree, unit, day, indicator)];
            if (places.Count == 0 || !places[^1].Units.SequenceEqual(units))
            {
                places.Add(new(day, units));
            }
        }
        return places;
    }

    /// <summary>How many units of a subtree are asked, from which day on.</summary>
    public static IReadOnlyList<(DateOnly From, int Asked)> Asked(IReadOnlyList<RawStay> stays, int top, RawIndicator indicator)
    {
        var tree = new RawTree(stays);
        if (indicator.Kind != RawKind.Flow)
        {
            return [.. Boundaries(stays).Prepend(DateOnly.MinValue).Select(day => (day, tree.AskedOn(top, day, indicator).Count))];
        }
        // A unit that ended inside a period is asked for that period, at its last place: until the period's last day.
        return
        [
            .. Boundaries(stays)
                .Prepend(DateOnly.MinValue)
                .Concat(tree.Units.Select(tree.End).OfType<DateOnly>().Select(end => indicator.Schedule.At(end).Last.AddDays(1)))
                .Distinct()
                .Order()
                .Select(day => (day, tree.Units.Count(unit => tree.Asked(unit, top, Until(tree, unit, day, indicator), indicator)))),
        ];
    }

    private static DateOnly Until(RawTree tree, int unit, DateOnly day, RawIndicator indicator) =>
        tree.End(unit) is { } end && end < day && indicator.Schedule.At(end).Has(day) ? end : day;

    private static IEnumerable<long> Up(RawTree tree, int unit, DateOnly day, RawIndicator indicator)
    {
        var asked = tree.Asked(unit, unit, day, indicator);
        for (int? at = unit; at is { } one; at = asked ? tree.On(one, day)?.Parent : null)
        {
            yield return one;
        }
    }

    private static IEnumerable<DateOnly> Boundaries(IReadOnlyList<RawStay> stays) =>
        stays
            .Select(stay => stay.From)
            .Concat(stays.Where(stay => stay.To is not null).Select(stay => stay.To!.Value.AddDays(1)))
            .Distinct()
            .Order();
}
