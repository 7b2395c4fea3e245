using ThiDua.App.Forms;

namespace ThiDua.App.Features.Registers;

/// <summary>What a row is to hold: read and checked.</summary>
/// <param name="Listed">Sort keys, and scaled numbers, of every listed field.</param>
/// <param name="Title">What the row is called.</param>
public sealed record RowContent(
    DateOnly Date,
    string Title,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Comments,
    IReadOnlyDictionary<string, (string Key, long? Number)> Listed,
    int? ImportId = null
)
{
    /// <summary>Files that come with it, by the code of their field.</summary>
    public IReadOnlyList<(string Field, Files.NewFile File)> Files { get; init; } = [];

    /// <summary>What it names, by the code of the field: public ids.</summary>
    public IReadOnlyList<(string Field, string To)> Links { get; init; } = [];

    /// <summary>Order numbers of the households that it reached, never written down; null: as they were.</summary>
    public IReadOnlyCollection<int>? Ticked { get; init; }

    /// <summary>Their keys.</summary>
    public IReadOnlySet<long>? Households { get; init; }

    /// <summary>Key of files that came with the form before and waited.</summary>
    public string? Waiting { get; init; }

    // A period or a choice that gives a row its name begins in small letters ("tháng 8/2024").
    private static string Called(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    public static RowContent Of(
        Packs.RegisterDefinition register,
        FormEntry entry,
        IReadOnlyDictionary<string, string> comments,
        FormNames names,
        int? importId = null
    )
    {
        string Show(FormField field) => FieldKinds.Of(field).Show(field, entry.Values.GetValueOrDefault(field.Code) ?? "", names);
        (string, long?) Key(FormField field)
        {
            if (!entry.Values.TryGetValue(field.Code, out var value))
                return ("", null);
            var key = FieldKinds.Of(field).SortKey(field, value, names);
            var number = field.Kind is FieldKinds.Number or FieldKinds.Money ? FieldKinds.NumberOf(value) : null;
            return (
                key.Length > RowValue.LongestKey ? key[..RowValue.LongestKey] : key,
                (long?)(number * (decimal)Math.Pow(10, field.Scale))
            );
        }
        return new(
            DateKind.Day(entry.Values[register.Date])!.Value,
            Called(Show(register.Form.Field(register.Name)!)),
            entry.Values,
            comments.Where(c => entry.Questions.Any(q => q.Field == c.Key)).ToDictionary(),
            register.Listed.ToDictionary(f => f.Code, Key),
            importId
        )
        {
            Links =
            [
                .. from field in register.Form.Fields
                where field.Kind is FieldKinds.Row or FieldKinds.Task or FieldKinds.Target
                from key in ChoicesKind.Codes(entry.Values.GetValueOrDefault(field.Code) ?? "")
                select (field.Code, key),
            ],
        };
    }
}
