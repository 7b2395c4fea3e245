namespace ThiDua.Oracle.Tests;

public static class RandomWorld
{
    public static RawWorld Still(Chance chance)
    {
        var (stays, kinds) = StillTree.Make(chance);
        var indicators = RandomIndicators.Make(chance, kinds);
        return new(stays, [], [], indicators, new RandomFacts(chance, stays).Of(indicators));
    }

    public static RawWorld Moving(Chance chance)
    {
        var (stays, kinds, successions) = MovingTree.Make(chance);
        var indicators = RandomIndicators.Make(chance, kinds);
        var facts = new RandomFacts(chance, stays).Of(indicators);
        var world = new RawWorld(stays, successions, [], indicators, facts);
        return world with { Carried = Carried(world) };
    }

    /// <summary>"records the successors' opening stocks, summing to the predecessors' last".</summary>
    private static List<RawCarried> Carried(RawWorld world)
    {
        var carried = new List<RawCarried>();
        foreach (var day in world.Successions.Select(one => one.Day).Distinct().Order())
        {
            foreach (var stock in world.Indicators.Where(one => one.Kind == RawKind.Stock))
            {
                carried.AddRange(Recorded(world with { Carried = [.. carried] }, day, stock));
            }
        }
        return carried;
    }

    private static List<RawCarried> Recorded(RawWorld world, DateOnly day, RawIndicator stock)
    {
        var acts = world.Successions.Where(one => one.Day == day).ToList();
        var sums = new SortedDictionary<int, long>();
        // One that absorbs another keeps what it had itself.
        foreach (var successor in acts.Select(one => one.Successor).Distinct())
        {
            Add(successor, Last(world, day, stock, successor));
        }
        foreach (var parts in acts.GroupBy(one => one.Predecessor))
        {
            if (Last(world, day, stock, parts.Key) is not { } last)
            {
                continue;
            }
            var left = last;
            foreach (var part in parts)
            {
                var share = part == parts.Last() ? left : (long)(last * part.Share.Over / part.Share.Under);
                left -= share;
                Add(part.Successor, share);
            }
        }
        return [.. sums.Select(one => new RawCarried(stock.Id, one.Key, day, one.Value))];

        void Add(int unit, long? value)
        {
            if (value is { } more)
            {
                sums[unit] = sums.GetValueOrDefault(unit) + more;
            }
        }
    }

    private static long? Last(RawWorld world, DateOnly day, RawIndicator stock, int unit)
    {
        var before = day.AddDays(-1);
        var alone = world.Stays.SingleOrDefault(stay => stay.Unit == unit && stay.From <= before && (stay.To is null || stay.To >= before));
        if (alone is null || !stock.Asked.Contains(alone.Kind))
        {
            return null;
        }
        var book = new RawOracle(world with { Stays = [alone with { Parent = null }] }, before, RawBasis.All);
        // A day past the range's end, so that no running period is in it.
        return (long?)book.Figure(stock, unit, new(before.AddDays(-400), before.AddDays(-1))).Value?.Over;
    }
}
