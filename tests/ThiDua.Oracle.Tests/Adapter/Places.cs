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
            IReadOnlyList<long> units = tree.On(unit, day) is null ? [] : [.. Up(tree, unit, day, indicator)];
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
        return [.. Boundaries(stays).Prepend(DateOnly.MinValue).Select(day => (day, tree.AskedOn(top, day, indicator).Count))];
    }

    private static IEnumerable<long> Up(RawTree tree, int unit, DateOnly day, RawIndicator indicator)
    {
        var asked = tree.Asked(unit, unit, day, indicator);
        for (int? at = unit; at is { } one; at = asked ? tree.On(one, day)?.Parent : null)
        {
            yield return one;
        }
    }

    private static IEnumerable<DateOnly> Boundaries(IReadOnlyList<RawStay> stays) =>
        stays.Select(stay => stay.From)
            .Concat(stays.Where(stay => stay.To is not null).Select(stay => stay.To!.Value.AddDays(1)))
            .Distinct().Order();
}
