using ThiDua.App.Maps;
using ThiDua.App.Packs;

namespace ThiDua.App.Forms;

/// <summary>
/// A form as data: what is asked, in which order, by which rules. It comes from a pack, is built from indicators or written in
/// code; page, file, interface and print all follow it.
/// </summary>
public sealed record FormDefinition(string Code, IReadOnlyList<FormPart> Parts)
{
    public IReadOnlyList<FormField> Fields { get; } = [.. Parts.SelectMany(p => p.Fields)];

    public FormField? Field(string code) => Fields.FirstOrDefault(f => f.Code == code);
}

/// <summary>A short section; without a title the fields stand by themselves.</summary>
public sealed record FormPart(string Code, LocalText? Title, LocalText? Help, IReadOnlyList<FormField> Fields);

/// <summary>One thing asked.</summary>
public sealed record FormField
{
    public required string Code { get; init; }

    /// <summary>Code of a <see cref="FieldKind"/>.</summary>
    public required string Kind { get; init; }
    public required LocalText Label { get; init; }
    public LocalText? Help { get; init; }

    /// <summary>Unit of measure, inside the field's end.</summary>
    public LocalText? Unit { get; init; }
    public bool Required { get; init; }

    /// <summary>Decimals of a number.</summary>
    public int Scale { get; init; }

    /// <summary>Bounds of a number, in its unit.</summary>
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Characters of a text, or files; null: what the kind takes.</summary>
    public int? Most { get; init; }

    /// <summary>A regular expression that the whole text fits, with words that say what is meant.</summary>
    public FormPattern? Pattern { get; init; }
    public IReadOnlyList<FormChoice> Choices { get; init; } = [];

    /// <summary>Of a field of kind unit: kinds of unit to choose among; empty for all.</summary>
    public IReadOnlyList<string> UnitKinds { get; init; } = [];

    /// <summary>What a choice says where nothing is chosen; null: "choose", of a list that opens.</summary>
    public LocalText? None { get; init; }

    /// <summary>A yes or no as one box: not ticked is no.</summary>
    public bool Tick { get; init; }

    /// <summary>Several may be chosen.</summary>
    public bool Many { get; init; }

    /// <summary>Of a field of kind row: the register that it chooses from; of households: the one that holds their groups.</summary>
    public string? Register { get; init; }

    /// <summary>Of a field of kind period.</summary>
    public ReportFrequency Frequency { get; init; }

    /// <summary>Asked only where another field has one of these values.</summary>
    public FormCondition? When { get; init; }

    /// <summary>Codes of fields whose value this one never exceeds (a part of a whole).</summary>
    public IReadOnlyList<string> AtMost { get; init; } = [];

    /// <summary>Code of a date that this date never lies before.</summary>
    public string? NotBefore { get; init; }

    /// <summary>A date of what has happened: today at the latest.</summary>
    public bool Past { get; init; }

    /// <summary>Codes of numbers whose sum this field is; nobody types it.</summary>
    public IReadOnlyList<string> Sum { get; init; } = [];

    /// <summary>Of a number: code of the shape whose length it is, in metres where its unit is m, else in kilometres.</summary>
    public string? LengthOf { get; init; }

    /// <summary>Nobody types it: it is worked out from other fields.</summary>
    public bool IsComputed => Sum.Count > 0 || LengthOf is not null;

    /// <summary>Of a field of kind shape.</summary>
    public ShapeSort Shape { get; init; }

    /// <summary>A number outside of it is asked about once, and taken with a word of explanation.</summary>
    public FormRange? Usual { get; init; }

    /// <summary>No two rows of one unit have the same value.</summary>
    public bool Unique { get; init; }

    /// <summary>A column of lists: kept so that it can be sorted and searched by.</summary>
    public bool Listed { get; init; }

    /// <summary>Shown on the public pages.</summary>
    public bool Public { get; init; }

    /// <summary>Only who holds this right at the unit fills and changes it; others read it. Null: whoever fills the form.</summary>
    public string? GivenBy { get; init; }

    /// <summary>Only who holds this right at the unit sees and fills it; null: whoever sees the form.</summary>
    public string? Needs { get; init; }

    /// <summary>Lines of a long text as the form opens; looks only.</summary>
    public int Lines { get; init; }
}

/// <param name="Help">What choosing it means: such choices are all to be seen, however many.</param>
/// <param name="Group">Under which heading it stands in a list that opens.</param>
public sealed record FormChoice(string Code, LocalText Label, LocalText? Help = null, LocalText? Group = null);

/// <param name="Of">Words of the pattern, in place of the expression itself.</param>
public sealed record FormPattern(string Expression, LocalText Of);

public sealed record FormRange(decimal Low, decimal High);
