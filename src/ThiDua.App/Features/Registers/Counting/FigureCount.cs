using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers.Counting;

/// <summary>Counts figures from what was read: over every register that counts into an indicator.</summary>
internal sealed class FigureCount(IReadOnlyList<CountingFeed> feeds, CountedRows rows, CountedHouseholds? households)
{
    /// <summary>Whether a register is the source of the figure then, and may still change it.</summary>
    public bool Counts(CountedCell cell) =>
        Of(cell.Indicator).Any(f => f.Feed.Counts(cell.Period))
        && (cell.Indicator.Kind != PackKind.Reach || households?.IsFrozen(cell.UnitId, cell.Period) != true);

    /// <summary>Scaled; null where no row has begun by then.</summary>
    public long? Of(CountedCell cell)
    {
        var counts = Of(cell.Indicator).Where(f => f.Feed.Counts(cell.Period)).Select(f => One(f, cell)).OfType<long>().ToList();
        if (counts.Count == 0)
            return null;
        return cell.Indicator.Kind == PackKind.YesNo
            ? counts.Max()
            : (long)Math.Clamp(counts.Sum(c => (decimal)c), -(decimal)Entry.Limit, Entry.Limit);
    }

    /// <summary>The days on which what holds on may have changed.</summary>
    public IEnumerable<DateOnly> Turns(int unitId, PackIndicator indicator) =>
        Of(indicator)
            .SelectMany(f =>
                f.Feed.Households is not null
                    ? households?.Days(unitId, f.Register.Code) ?? []
                    : rows.Of(unitId, f.Register).SelectMany(r => RegisterRules.Turns(f.Register, f.Feed, r))
            );

    /// <summary>The first period of each feed; null: from ever.</summary>
    public IEnumerable<Period?> From(PackIndicator indicator) =>
        Of(indicator).Select(f => RegisterRules.First(f.Feed, indicator)).Distinct();

    private long? One(CountingFeed feed, CountedCell cell) =>
        feed.Feed.Households is not null
            ? households?.Count(cell, feed)
            : RegisterRules.Count(feed.Register, feed.Feed, cell.Indicator, cell.Period, rows.Of(cell.UnitId, feed.Register), rows.Stands);

    private IEnumerable<CountingFeed> Of(PackIndicator indicator) => feeds.Where(f => f.Feed.Indicator == indicator.Code);
}
