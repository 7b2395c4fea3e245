using ThiDua.App.Forms;
using ThiDua.Measures;

namespace ThiDua.App.Packs;

/// <summary>
/// What rows of a register count into one indicator for their unit and a period. Without more it is their number by the
/// register's date; the other members say what else.
/// </summary>
public sealed record RegisterFeed(string Indicator)
{
    /// <summary>From the first period that begins on this day or later the register is the source; before it units
    /// report. Null: always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Code of another date by which it counts; rows without it do not.</summary>
    public string? On { get; init; }

    /// <summary>Code of a number that is added up in the place of one for each row.</summary>
    public string? Sum { get; init; }

    /// <summary>Code of a field whose different values are counted.</summary>
    public string? Distinct { get; init; }

    /// <summary>Code of a field: of the rows with the same value of it only the newest, up to the period's end, counts.</summary>
    public string? Latest { get; init; }

    /// <summary>Code of a field of households: each that was reached since the campaign's start counts once.</summary>
    public string? Households { get; init; }

    /// <summary>The rows that stand at the period's end count, not those that fall into it.</summary>
    public bool Standing { get; init; }

    /// <summary>Codes of dates within which a standing row counts (lit since, dark since), beside its own.</summary>
    public string? Since { get; init; }
    public string? Until { get; init; }

    /// <summary>Only rows for which all of this holds.</summary>
    public IReadOnlyList<FormCondition> Where { get; init; } = [];

    public bool Counts(Period period) => From is null || period.First >= From;

    /// <summary>Whether what it counts holds on from one period to the next.</summary>
    public bool Holds => Standing || Latest is not null || Households is not null;

    public bool Takes(IReadOnlyDictionary<string, string> row) => Where.All(w => w.Holds(row.GetValueOrDefault(w.Field)));
}
