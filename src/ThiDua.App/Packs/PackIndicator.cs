namespace ThiDua.App.Packs;

/// <summary>How an indicator adds up over time and over units.</summary>
public enum PackKind
{
    Flow,
    Stock,
    Opening,
    Reach,
    Ratio,
    Change,
    YesNo,
    Score,
}

/// <summary>How often a figure is reported.</summary>
public enum ReportFrequency
{
    Month,
    Quarter,
    Half,
    Year,
}

/// <summary>Where the figure comes from: typed by the unit, or counted from the rows of a register. Never both.</summary>
public enum FigureSource
{
    Reported,
    Register,
}

/// <summary>How yes/no answers of several units become one.</summary>
public enum YesNoOver
{
    Share,
    All,
    Any,
}

/// <summary>
/// What one unit of the figure is. The vocabulary check stands on it: words of faith or ethnicity may describe a model,
/// a group or a session, never a person or a household.
/// </summary>
public enum Counted
{
    Case,
    Report,
    Person,
    Household,
    Model,
    Group,
    Organisation,
    Area,
    Road,
    Session,
    Publication,
    Document,
    Visit,
    Finding,
    Team,
    Shift,
    Money,
    Attendance,
    File,
    Unit,
}

/// <summary>One definition of <c>indicators.yaml</c>.</summary>
public sealed record PackIndicator
{
    /// <summary>Stable, dotted English: <c>crime.cleared-rate</c>.</summary>
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required PackKind Kind { get; init; }
    public required string Group { get; init; }

    /// <summary>Unit of measure as shown after the figure ("vụ", "%").</summary>
    public required LocalText Measure { get; init; }

    /// <summary>Null for a ratio, a change, a yes/no and a score.</summary>
    public Counted? Counts { get; init; }

    /// <summary>Decimal digits kept in facts (0 to 4); shown digits for a ratio or a change.</summary>
    public int Scale { get; init; }
    public string? Numerator { get; init; }
    public string? Denominator { get; init; }

    /// <summary>A change: the indicator compared with its baseline year.</summary>
    public string? Of { get; init; }

    /// <summary>A reach: the stock that it can never exceed.</summary>
    public string? Stock { get; init; }
    public IReadOnlyList<PartOf> PartOf { get; init; } = [];
    public YesNoOver Over { get; init; }

    /// <summary>A score: its highest value.</summary>
    public int? MaxScore { get; init; }
    public bool LessIsBetter { get; init; }

    /// <summary>A group whose kinds the province names: an office names them on the target's page, each becomes a target.</summary>
    public bool NamedParts { get; init; }

    /// <summary>Counts under 5 at hamlet level are hidden outside the unit's own and higher officers' views.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Kinds of unit that type it; empty for derived indicators.</summary>
    public IReadOnlyList<string> ReportedBy { get; init; } = [];
    public ReportFrequency? Frequency { get; init; }
    public FigureSource Source { get; init; }

    /// <summary>The register that will count it one day; it says nothing about <see cref="Source"/>.</summary>
    public string? Register { get; init; }
    public LocalText? Help { get; init; }

    /// <summary>Vietnamese phrases by which a plan may mean this indicator.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>One of these must be said by the target or the headings above it, else it is hardly meant; empty: none is needed.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Phrases that speak against it.</summary>
    public IReadOnlyList<string> NotWords { get; init; } = [];

    /// <summary>Id of the unit whose plans brought it (<see cref="OwnDefinition"/>); null for the pack's.</summary>
    public int? Owner { get; init; }

    /// <summary>Whether the definition rests on a text that was read; false is shown on screen.</summary>
    public required bool Verified { get; init; }

    /// <summary>The text it rests on.</summary>
    public string? Basis { get; init; }

    public bool Derived => Kind is PackKind.Ratio or PackKind.Change;
}

/// <summary>A check "part ≤ whole".</summary>
/// <param name="OverYear">Holds for the year so far, not for each period (a case of March may be cleared in April).</param>
public sealed record PartOf(string Whole, bool OverYear);
