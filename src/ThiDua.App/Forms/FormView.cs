using Microsoft.Extensions.Localization;
using ThiDua.App.Packs;
using ThiDua.App.Shared;

namespace ThiDua.App.Forms;

/// <summary>A form on a page: what is asked, what stands in it, and what is wrong.</summary>
/// <param name="Typed">By field, as it stands in the entry.</param>
public sealed record FormView(FormDefinition Form, IReadOnlyDictionary<string, string> Typed, FormNames Names)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Fields that were asked about, with the explanation given so far; the field shows an entry for it.</summary>
    public IReadOnlyDictionary<string, string?> Comments { get; init; } = new Dictionary<string, string?>();

    /// <summary>What stands under an entry: the last period's value, the usual range.</summary>
    public IReadOnlyDictionary<string, string> Beside { get; init; } = new Dictionary<string, string>();

    /// <summary>What a button puts into an entry: the last period's value, which stands beside it.</summary>
    public IReadOnlyDictionary<string, string> Again { get; init; } = new Dictionary<string, string>();

    /// <summary>Files that came with a form that was sent back; they wait to be saved with it.</summary>
    public IReadOnlyList<Files.Attachment> Kept { get; init; } = [];

    /// <summary>Fields that nobody types, with what they show: counted by a register, worked out.</summary>
    public IReadOnlyDictionary<string, FormShown> Shown { get; init; } = new Dictionary<string, FormShown>();

    /// <summary>Public id of the unit whose map shapes are drawn on.</summary>
    public string? Place { get; init; }

    public bool Draws => Form.Fields.Any(f => f.Kind == FieldKinds.Shape);

    /// <summary>Parts that the page shows before these and after them, so that "3 of 7" is true.</summary>
    public int PartsBefore { get; init; }
    public int PartsAfter { get; init; }

    /// <summary>Whether the reader holds a right that a field needs.</summary>
    public Func<string, bool> May { get; init; } = _ => true;

    public string Value(FormField field) => Typed.GetValueOrDefault(field.Code) ?? "";

    public IEnumerable<FormField> Of(FormPart part) => part.Fields.Where(f => f.Needs is null || May(f.Needs));

    public IReadOnlyList<Option> Options(FormField field) =>
        [.. FieldKinds.Of(field).Options(field, Names)?.Select(t => new Option(t.Key, t.Name, t.Group, t.Help)) ?? []];

    /// <summary>The same where all are to be seen, "none" among them.</summary>
    public IReadOnlyList<Option> Radios(FormField field) =>
        field.None is { } none ? [new("", none.Here()), .. Options(field)] : Options(field);

    public string Label(FormField field, IStringLocalizer<Text> text) =>
        field.Required || field.IsComputed || field.Tick || field.None is not null
            ? field.Label.Here()
            : $"{field.Label.Here()} ({text["Optional"].Value})";

    public string? Help(FormField field, IStringLocalizer<Text> text)
    {
        var help =
            field.Help?.Here()
            ?? field.Kind switch
            {
                FieldKinds.Files => text["FilesHelp"].Value,
                FieldKinds.Place => text["PlaceHelp"].Value,
                FieldKinds.Shape => text[$"Shape{field.Shape}Help"].Value,
                _ => null,
            };
        return Only(field, text) is { } only ? $"{only} {help}".TrimEnd() : help;
    }

    /// <summary>A page without script shows what is asked only then too: it says when.</summary>
    private string? Only(FormField field, IStringLocalizer<Text> text)
    {
        if (field.When is not { } when || Form.Field(when.Field) is not { } other)
            return null;
        var label = other.Label.Here();
        var answers = FieldKinds.Of(other).Options(other, Names) ?? [];
        return when switch
        {
            { Values.Count: > 0 } => text[
                "OnlyIf",
                label,
                string.Join(", ", answers.Where(a => when.Values.Contains(a.Key)).Select(a => a.Name))
            ],
            { AtLeast: { } least } => text["OnlyFrom", label, least],
            { AtMost: { } most } => text["OnlyTo", label, most],
            { Filled: false } => text["OnlyEmpty", label],
            _ => text["OnlyFilled", label],
        };
    }
}

/// <param name="Href">Where what it is made of can be seen.</param>
public sealed record FormShown(string Text, string? Href = null, string? LinkText = null);
