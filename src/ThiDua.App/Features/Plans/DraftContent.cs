using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThiDua.App.Features.Plans;

/// <summary>
/// What the person who imports makes of a plan: a value, changed by making a new one. Numbers (<c>Id</c>) are given once
/// and never again; an item's <c>Version</c> is the revision that last touched it, so that two windows cannot overwrite
/// each other unseen.
/// </summary>
public sealed record DraftContent
{
    public required DraftHead Head { get; init; }
    public IReadOnlyList<DraftTarget> Targets { get; init; } = [];
    public IReadOnlyList<DraftTask> Tasks { get; init; } = [];
    public IReadOnlyList<DraftUnit> Units { get; init; } = [];
    public int NextId { get; init; } = 1;

    /// <summary>Matching names and indicators took too long: what is left is to be chosen by hand.</summary>
    public bool NotAllMatched { get; init; }

    [JsonIgnore]
    public IEnumerable<DraftItem> Items => [.. Targets, .. Tasks];

    public DraftItem? Item(int id) => Items.FirstOrDefault(i => i.Id == id);

    public DraftUnit? Unit(string name) => UnitByKey.GetValueOrDefault(DraftUnit.KeyOf(name));

    [JsonIgnore]
    private Dictionary<string, DraftUnit> UnitByKey => field ??= Units.ToDictionary(u => u.Key, StringComparer.Ordinal);

    public static DraftContent Parse(string json) => JsonSerializer.Deserialize<DraftContent>(json, DraftJson.Options)!;

    public string Write() => JsonSerializer.Serialize(this, DraftJson.Options);
}

/// <param name="Symbol">As the plan is cited: "76/KH-UBND"; null while blank.</param>
/// <param name="Year">The civil year whose figures count.</param>
/// <param name="ToCheck">Something of it is not written in the plan and was filled in.</param>
public sealed record DraftHead(
    string Name,
    string Pack,
    string? Symbol,
    DateOnly? From,
    DateOnly? To,
    int? Year,
    bool ToCheck,
    int Version = 0
);

/// <summary>One target or task of the plan.</summary>
public abstract record DraftItem
{
    public required int Id { get; init; }
    public string? Section { get; init; }
    public required string Text { get; init; }
    public DateOnly? DueDate { get; init; }

    /// <summary><c>week month quarter half year</c>.</summary>
    public string? Every { get; init; }

    /// <summary>0 to 1, as the reader said; 1 for what a person wrote.</summary>
    public double Confidence { get; init; } = 1;
    public int FirstLine { get; init; }
    public int LastLine { get; init; }
    public bool Confirmed { get; init; }
    public bool Dropped { get; init; }

    /// <summary>A person has said that what looks like slips of letters is right as it is.</summary>
    public bool Spelled { get; init; }
    public int Version { get; init; }

    /// <summary>Units that it names, as the plan writes them.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string> UnitNames { get; }
}

public sealed record DraftTarget : DraftItem
{
    public required string Measure { get; init; }
    public string? Comparator { get; init; }
    public bool Exact { get; init; }
    public decimal? Value { get; init; }
    public decimal? Upper { get; init; }
    public string? Unit { get; init; }
    public string? Direction { get; init; }
    public int? Baseline { get; init; }
    public IReadOnlyList<string> Responsible { get; init; } = [];

    /// <summary>A kind of unit when the target holds for each unit of it.</summary>
    public string? EachKind { get; init; }

    /// <summary>Code of the pack's indicator; null while none fits.</summary>
    public string? Indicator { get; init; }

    /// <summary>The proposal is weak, or there is none for a figure: a person has to look.</summary>
    public bool IndicatorToCheck { get; init; }

    /// <summary>Further codes that may be meant, the likeliest first.</summary>
    public IReadOnlyList<string> OtherIndicators { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<string> UnitNames => Responsible;
}

public sealed record DraftTask : DraftItem
{
    public IReadOnlyList<string> Lead { get; init; } = [];
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Number of the task that this one is a part of.</summary>
    public int? Parent { get; init; }

    [JsonIgnore]
    public override IEnumerable<string> UnitNames => Lead.Concat(With);
}

public enum UnitChoice
{
    /// <summary>Nobody has said yet which unit is meant.</summary>
    Open,

    /// <summary>One or several units of the tree (<see cref="DraftUnit.Matched"/>).</summary>
    Match,

    /// <summary>New units (<see cref="DraftUnit.NewNames"/>) of <see cref="DraftUnit.Kind"/>.</summary>
    Create,

    /// <summary>Every unit of <see cref="DraftUnit.Kind"/>: "các ấp"; those that are missing are created.</summary>
    AllOfKind,

    /// <summary>Every unit of the kinds that the pack says this kind means: "các đoàn thể".</summary>
    Group,

    /// <summary>No unit of this system: "các cấp".</summary>
    Ignore,
}

/// <summary>A unit as the plan names it, and what it stands for.</summary>
public sealed record DraftUnit
{
    /// <summary>The folded name: one row however often and however capitalised it is written.</summary>
    public required string Key { get; init; }
    public required string Name { get; init; }
    public UnitChoice Choice { get; init; }

    /// <summary>Public ids of units.</summary>
    public IReadOnlyList<string> Matched { get; init; } = [];
    public string? Kind { get; init; }
    public IReadOnlyList<string> NewNames { get; init; } = [];
    public bool ToCheck { get; init; }
    public int Version { get; init; }

    /// <summary>A name that nobody has looked up.</summary>
    public static DraftUnit Unmatched(string written) =>
        new()
        {
            Key = KeyOf(written),
            Name = Data.NameText.Clean(written),
            ToCheck = true,
        };

    public static string KeyOf(string name) =>
        string.Join(' ', Data.SearchText.Fold(name).Split([' ', '-', '–', ',', '.', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries));
}

internal static class DraftJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}
