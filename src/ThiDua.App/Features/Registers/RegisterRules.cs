using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers;

/// <summary>A row as it is counted: it has not been cancelled.</summary>
/// <param name="Id">Public id; what a row of another register names it by.</param>
public sealed record CountedRow(string Id, string Register, int UnitId, DateOnly Date, IReadOnlyDictionary<string, string> Data)
{
    public DateOnly? Day(string? field) => field is null ? null : DateKind.Day(Data.GetValueOrDefault(field));

    /// <summary>Whether what began on its date has not ended by the evening of this day.</summary>
    public bool Stands(RegisterDefinition register, DateOnly day) => Date <= day && (Day(register.Until) is not { } end || end > day);
}

/// <summary>What rows count. Pure.</summary>
public static class RegisterRules
{
    /// <summary>The period of an indicator that a day falls into.</summary>
    public static Period PeriodOf(PackIndicator indicator, DateOnly day) => Period.Containing(day, indicator.Frequency!.Value.Frequency());

    /// <summary>Where a row of this register may count: around each of its dates.</summary>
    public static IEnumerable<CountedPlace> Places(RegisterDefinition register, int unitId, IReadOnlyDictionary<string, string> row) =>
        register
            .Form.Fields.Where(f => f.Kind == FieldKinds.Date)
            .Select(f => DateKind.Day(row.GetValueOrDefault(f.Code)))
            .OfType<DateOnly>()
            .Distinct()
            .Select(d => new CountedPlace(unitId, d));

    /// <summary>The first period that the register counts.</summary>
    public static Period? First(RegisterFeed feed, PackIndicator indicator) =>
        feed.From is not { } from ? null
        : PeriodOf(indicator, from) is var period && period.First >= from ? period
        : PeriodOf(indicator, period.Last.AddDays(1));

    /// <summary>The days on which what a feed counts for a unit may change.</summary>
    public static IEnumerable<DateOnly> Turns(RegisterDefinition register, RegisterFeed feed, CountedRow row)
    {
        DateOnly?[] days = [row.Date, row.Day(feed.On), row.Day(feed.Since), row.Day(feed.Until), row.Day(register.Until)];
        return days.OfType<DateOnly>();
    }

    /// <summary>What the rows of one unit count for a period, scaled; null where none has begun by then.</summary>
    /// <param name="rows">The unit's rows of this register.</param>
    /// <param name="stands">Whether the row of another register that a row belongs to stands on a day.</param>
    public static long? Count(
        RegisterDefinition register,
        RegisterFeed feed,
        PackIndicator indicator,
        Period period,
        IReadOnlyList<CountedRow> rows,
        Func<string, DateOnly, bool> stands
    )
    {
        var taken = Taken(register, feed, indicator, period, rows, stands);
        if (taken.Count == 0)
            return feed.Holds && rows.Any(r => r.Date <= period.Last) ? 0 : null;
        if (indicator.Kind == PackKind.YesNo)
            return 1;
        decimal sum =
            feed.Distinct is { } by
                ? taken.Select(r => r.Data.GetValueOrDefault(by)).Where(v => !string.IsNullOrEmpty(v)).Distinct().Count()
            : feed.Sum is { } field ? taken.Sum(r => FieldKinds.NumberOf(r.Data.GetValueOrDefault(field)) ?? 0)
            : taken.Count;
        for (var at = 0; at < indicator.Scale; at++)
            sum *= 10;
        return (long)Math.Clamp(sum, -(decimal)Entry.Limit, Entry.Limit);
    }

    /// <summary>The rows that make up the figure of a period.</summary>
    public static IReadOnlyList<CountedRow> Taken(
        RegisterDefinition register,
        RegisterFeed feed,
        PackIndicator indicator,
        Period period,
        IReadOnlyList<CountedRow> rows,
        Func<string, DateOnly, bool> stands
    ) => [.. Asked(register, feed, indicator, period, rows, stands).Where(r => feed.Takes(r.Data))];

    /// <summary>The rows that are looked at for this period.</summary>
    private static IEnumerable<CountedRow> Asked(
        RegisterDefinition register,
        RegisterFeed feed,
        PackIndicator indicator,
        Period period,
        IReadOnlyList<CountedRow> rows,
        Func<string, DateOnly, bool> stands
    )
    {
        var last = period.Last;
        if (feed.Standing)
        {
            // What was chosen at the start of a year is counted though it ended within it.
            var end = indicator.Kind == PackKind.Opening ? period.First : last;
            var standing = rows.Where(r =>
                r.Date <= last
                && (r.Day(register.Until) is not { } until || until > end)
                && (feed.Since is null || r.Day(feed.Since) <= last)
                && (r.Day(feed.Until) is not { } dark || dark > last)
            );
            return feed.Latest is { } of ? standing.Where(r => Belongs(register, of, r, last, stands)) : standing;
        }
        if (feed.Latest is { } field)
            return rows.Where(r => Day(feed, r) <= last && Belongs(register, field, r, last, stands))
                .GroupBy(r => r.Data.GetValueOrDefault(field))
                .Select(g => g.OrderBy(r => Day(feed, r)).Last());
        return rows.Where(r => Day(feed, r) is { } day && period.Dates.Contains(day));
    }

    private static DateOnly? Day(RegisterFeed feed, CountedRow row) => feed.On is null ? row.Date : row.Day(feed.On);

    private static bool Belongs(
        RegisterDefinition register,
        string field,
        CountedRow row,
        DateOnly day,
        Func<string, DateOnly, bool> stands
    ) =>
        row.Data.GetValueOrDefault(field) is { Length: > 0 } value
        && (register.Form.Field(field)?.Kind != FieldKinds.Row || stands(value, day));
}
