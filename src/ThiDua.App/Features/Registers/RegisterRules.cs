using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers;

/// <summary>What rows count. Pure.</summary>
public static class RegisterRules
{
    /// <summary>The period of an indicator that a day falls into.</summary>
    public static Period PeriodOf(PackIndicator indicator, DateOnly day) => Period.Containing(day, indicator.Frequency!.Value.Frequency());

    /// <summary>Whether the row is one of those that the feed means.</summary>
    public static bool Takes(RegisterFeed feed, IReadOnlyDictionary<string, string> row) =>
        feed.Where.All(w => ChoicesKind.Codes(row.GetValueOrDefault(w.Field) ?? "").Any(w.Values.Contains));

    /// <summary>What the rows of one unit and period count, scaled; null without a row.</summary>
    public static long? Count(RegisterFeed feed, int scale, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var taken = rows.Where(r => Takes(feed, r)).ToList();
        if (taken.Count == 0)
            return null;
        var sum = feed.Sum is { } field ? taken.Sum(r => FieldKinds.NumberOf(r.GetValueOrDefault(field)) ?? 0) : taken.Count;
        for (var at = 0; at < scale; at++)
            sum *= 10;
        return (long)Math.Clamp(sum, -(decimal)Entry.Limit, Entry.Limit);
    }
}
