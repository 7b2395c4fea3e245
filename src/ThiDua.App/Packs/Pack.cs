using System.Collections.Frozen;

namespace ThiDua.App.Packs;

/// <summary>One movement as data: everything that <see cref="PackLoader"/> read from one folder, checked.</summary>
public sealed record Pack
{
    public required string Code { get; init; }
    public required string Version { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>The movement's own name, as plans write it.</summary>
    public required LocalText Movement { get; init; }

    /// <summary><c>#rrggbb</c>, at least 4.5:1 against white.</summary>
    public required string Color { get; init; }

    /// <summary>SHA-256 of all files read, in hexadecimal: two systems run the same pack when this is the same.</summary>
    public required string Hash { get; init; }

    public required IReadOnlyList<UnitKind> UnitKinds { get; init; }

    /// <summary>How units are spoken to; the first is meant where a kind names none.</summary>
    public IReadOnlyList<Manner> Manners { get; init; } = [];

    /// <summary>Sections of the reporting form, in order.</summary>
    public required IReadOnlyList<IndicatorGroup> Groups { get; init; }

    public required IReadOnlyList<PackIndicator> Indicators
    {
        get;
        init
        {
            field = value;
            _byCode = value.ToFrozenDictionary(i => i.Code, StringComparer.Ordinal);
        }
    }

    /// <summary>Roles beside the built-in ones.</summary>
    public required IReadOnlyList<PackRole> Roles { get; init; }

    public required IReadOnlyList<FlowDefinition> Flows { get; init; }
    public required IReadOnlyList<RegisterDefinition> Registers { get; init; }
    public required IReadOnlyList<PackCalendar> Calendars { get; init; }
    public required IReadOnlyList<DeadlineRule> Deadlines { get; init; }
    public required IReadOnlyList<Holiday> Holidays { get; init; }
    public required PackLexicon Lexicon { get; init; }

    private readonly FrozenDictionary<string, PackIndicator> _byCode = FrozenDictionary<string, PackIndicator>.Empty;

    public PackIndicator? Indicator(string code) => _byCode.GetValueOrDefault(code);

    public UnitKind? UnitKind(string code) => UnitKinds.FirstOrDefault(k => k.Code == code);

    public Manner Manner(string unitKind) =>
        Manners.FirstOrDefault(m => m.Code == UnitKind(unitKind)?.Manner) ?? Manners.FirstOrDefault() ?? Packs.Manner.Plain;

    public FlowDefinition? Flow(string code) => Flows.FirstOrDefault(f => f.Code == code);

    public RegisterDefinition? Register(string code) => Registers.FirstOrDefault(r => r.Code == code);

    /// <summary>The register that counts this figure of such a unit; null where the unit reports it.</summary>
    public RegisterDefinition? CountedBy(string indicator, string unitKind, ThiDua.Measures.Period period) =>
        Registers.FirstOrDefault(r => r.KeptBy.Contains(unitKind) && r.Feed(indicator, period) is not null);

    /// <summary>What a unit of this kind types into its form for this frequency, in the order of the pack.</summary>
    public IEnumerable<PackIndicator> ReportedBy(string unitKind, ReportFrequency frequency) =>
        Indicators.Where(i => i.Frequency == frequency && i.ReportedBy.Contains(unitKind));
}

/// <summary>A kind of unit of the tree: a territory, an organ, an organisation.</summary>
/// <param name="Territorial">People live in it: only such units add up what is counted where households live.</param>
/// <param name="Level">The level of government it stands at.</param>
/// <param name="Names">As plans write it ("Công an xã", "BCH Công an xã"); the first is the default name of a new unit.</param>
/// <param name="Under">Kinds it may stand under; empty: it stands at the top alone.</param>
/// <param name="ValidTo">The last day on which new units of this kind exist (the district level ended in 2025).</param>
public sealed record UnitKind(
    string Code,
    LocalText Label,
    bool Territorial,
    UnitLevel Level,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Under,
    DateOnly? ValidFrom,
    DateOnly? ValidTo
)
{
    /// <summary>Kinds that a collective name stands for ("các đoàn thể"); empty for a kind that has units of its own.</summary>
    public IReadOnlyList<string> Means { get; init; } = [];

    /// <summary>Code of a <see cref="Packs.Manner"/>; null for the pack's first.</summary>
    public string? Manner { get; init; }
}

public enum UnitLevel
{
    Nation,
    Province,
    District,
    Commune,
    Hamlet,
}

public sealed record IndicatorGroup(string Code, LocalText Name);

/// <summary>Extra words for the plan reader and for matching.</summary>
/// <param name="Organs">Names of organs as this movement's plans write them; the first of each is the full name.</param>
/// <param name="Abbreviations">Short form to full words ("ANTT" to "an ninh, trật tự").</param>
public sealed record PackLexicon(IReadOnlyList<IReadOnlyList<string>> Organs, IReadOnlyDictionary<string, string> Abbreviations)
{
    /// <summary>What the reader of plans knows, and these organs too.</summary>
    public ThiDua.Plans.Lexicon ForPlans() =>
        Organs.Count == 0
            ? ThiDua.Plans.Lexicon.Default
            : ThiDua.Plans.Lexicon.Default.Extend(["[organ]", .. Organs.Select(o => string.Join(" | ", o))]);
}
