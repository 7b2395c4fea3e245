using ThiDua.App.Forms;
using ThiDua.Measures;

namespace ThiDua.App.Packs;

/// <summary>
/// A register as data: a form, who keeps it, how its rows are reviewed, and what they count. A new register is a new file.
/// </summary>
public sealed record RegisterDefinition
{
    public required string Code { get; init; }
    public required LocalText Title { get; init; }

    /// <summary>What one row is: "buổi tuyên truyền".</summary>
    public required LocalText Row { get; init; }
    public LocalText? Help { get; init; }

    /// <summary>Kinds of unit that keep it.</summary>
    public required IReadOnlyList<string> KeptBy { get; init; }

    /// <summary>Code of the flow that its rows follow.</summary>
    public required string Flow { get; init; }

    /// <summary>Code of the date by which a row falls into a period.</summary>
    public required string Date { get; init; }

    /// <summary>Code of the field that a row is called by.</summary>
    public required string Name { get; init; }
    public required FormDefinition Form { get; init; }
    public required IReadOnlyList<RegisterFeed> Feeds { get; init; }
    public required Retention Retention { get; init; }

    /// <summary>No pack has it any more: it only shows what its rows hold.</summary>
    public bool IsGone { get; init; }

    /// <summary>What its rows count into an indicator for a period; null where they do not.</summary>
    public RegisterFeed? Feed(string indicator, Period period) => Feeds.FirstOrDefault(f => f.Indicator == indicator && f.Counts(period));

    public IEnumerable<FormField> Listed => Form.Fields.Where(f => f.Listed);
}

/// <summary>What rows of a register count into one indicator: their number, or the sum of a field.</summary>
/// <param name="From">From the first period that begins on this day or later the register is the source; before it units
/// report. Null: always.</param>
/// <param name="Sum">Code of a number; null: each row counts one.</param>
/// <param name="Where">Only rows that have one of the values of each field named.</param>
public sealed record RegisterFeed(string Indicator, DateOnly? From, string? Sum, IReadOnlyList<FormCondition> Where)
{
    public bool Counts(Period period) => From is null || period.First >= From;
}

/// <summary>How long rows are kept after the year of their date.</summary>
public sealed record Retention(int Years, bool Verified, string? Basis);
