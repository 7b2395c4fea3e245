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

    /// <summary>Code of the group of indicators beside which lists of registers show it; null: at the end.</summary>
    public string? Group { get; init; }

    /// <summary>Why names are kept in it; null where it asks for none.</summary>
    public LocalText? Purpose { get; init; }

    /// <summary>Kinds of unit that keep it.</summary>
    public required IReadOnlyList<string> KeptBy { get; init; }

    /// <summary>Units of the same commune may name its rows in theirs, though they do not see them.</summary>
    public bool Shared { get; init; }

    /// <summary>Code of the flow that its rows follow.</summary>
    public required string Flow { get; init; }

    /// <summary>Code of the date by which a row falls into a period.</summary>
    public required string Date { get; init; }

    /// <summary>Code of the date on which a row ends that stood from its first on; null where rows are events.</summary>
    public string? Until { get; init; }

    /// <summary>Code of the date by which a row is awaited that is not done; null where the flow's days say it.</summary>
    public string? Due { get; init; }

    /// <summary>Code of the field that names the row of another register to which a row belongs; null where rows stand alone.</summary>
    public string? Of { get; init; }

    /// <summary>What a map tells apart: the first whose conditions all hold; empty where all rows look alike.</summary>
    public IReadOnlyList<DrawnRows> Drawn { get; init; } = [];

    /// <summary>Code of the field that a row is called by.</summary>
    public required string Name { get; init; }
    public required FormDefinition Form { get; init; }
    public required IReadOnlyList<RegisterFeed> Feeds { get; init; }
    public required Retention Retention { get; init; }

    /// <summary>No pack has it any more: it only shows what its rows hold.</summary>
    public bool IsGone { get; init; }

    /// <summary>What its rows count into an indicator for a period; null where they do not.</summary>
    public RegisterFeed? Feed(string indicator, Period period) => Feeds.FirstOrDefault(f => f.Indicator == indicator && f.Counts(period));

    /// <summary>Code of the register to whose rows its rows belong; null where they stand alone.</summary>
    public string? ParentRegister => Of is null ? null : Form.Field(Of)?.Register;

    public IEnumerable<FormField> Listed => Form.Fields.Where(f => f.Listed);
}

/// <summary>Rows that look alike on a map.</summary>
/// <param name="Where">Empty for all that are left.</param>
public sealed record DrawnRows(string Code, LocalText Label, IReadOnlyList<FormCondition> Where)
{
    public bool Holds(IReadOnlyDictionary<string, string> data) => Where.All(c => c.Holds(data.GetValueOrDefault(c.Field)));
}

/// <summary>How long rows are kept after the year of their date.</summary>
public sealed record Retention(int Years, bool Verified, string? Basis);
