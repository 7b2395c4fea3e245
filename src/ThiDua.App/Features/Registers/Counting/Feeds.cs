using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers.Counting;

/// <summary>One way by which a figure is counted.</summary>
internal readonly record struct CountingFeed(RegisterDefinition Register, RegisterFeed Feed, PackIndicator Indicator);

/// <summary>One figure of one unit and period.</summary>
internal readonly record struct CountedCell(int UnitId, PackIndicator Indicator, Period Period);

/// <summary>Which registers count into what.</summary>
internal static class Feeds
{
    public static IEnumerable<CountingFeed> All(Pack pack) =>
        from register in pack.Registers
        from feed in register.Feeds
        select new CountingFeed(register, feed, pack.Indicator(feed.Indicator)!);

    public static List<CountingFeed> Of(Pack pack, IReadOnlySet<string> indicators) =>
        [.. All(pack).Where(f => indicators.Contains(f.Feed.Indicator))];

    /// <summary>Whether a change of this register's rows may change what the feed counts.</summary>
    public static bool Touched(CountingFeed feed, RegisterDefinition register) =>
        feed.Register.Code == register.Code || (feed.Feed.Latest is { } of && feed.Register.Form.Field(of)?.Register == register.Code);

    /// <summary>The registers whose rows are read to count by these: with those to whose rows theirs belong.</summary>
    public static IReadOnlySet<string> Read(IEnumerable<CountingFeed> feeds) =>
        feeds
            .SelectMany(f => new[] { f.Register.Code, f.Feed.Latest is { } of ? f.Register.Form.Field(of)?.Register : null })
            .OfType<string>()
            .ToHashSet();
}
