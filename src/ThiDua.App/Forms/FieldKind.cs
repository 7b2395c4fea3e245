using ThiDua.App.Data;

namespace ThiDua.App.Forms;

/// <summary>How a field is entered.</summary>
public enum FieldControl
{
    Line,
    Lines,
    Number,
    Date,
    Radios,
    Tick,
    Select,
    Checks,
    Files,
    Shape,
    Households,
}

/// <summary>What became of a typed text: the value as it is kept, or the key of the text that says what is wrong with it.</summary>
public readonly record struct FieldReading(string Value, string? Problem = null, params object[] Arguments)
{
    public static FieldReading Wrong(string problem, params object[] arguments) => new("", problem, arguments);
}

/// <summary>
/// One kind of field: how it is read, kept, shown, sorted and counted. The value that is kept is one text in a form that no
/// language or channel changes (<c>2024-04-05</c>, <c>1234.5</c>, codes parted by blanks); empty means none.
/// </summary>
public abstract class FieldKind(string code)
{
    public string Code => code;

    public abstract FieldControl Control(FormField field, FormNames names);

    /// <param name="typed">Trimmed, and not empty.</param>
    public abstract FieldReading Read(FormField field, string typed, FormNames names);

    /// <summary>As people read it.</summary>
    public virtual string Show(FormField field, string value, FormNames names) => value;

    /// <summary>As it stands in the form to be changed; whatever this gives is read back as the same value.</summary>
    public virtual string Typed(FormField field, string value, FormNames names) => Show(field, value, names);

    /// <summary>Orders values byte by byte.</summary>
    public virtual string SortKey(FormField field, string value, FormNames names) => SearchText.Fold(Show(field, value, names));

    /// <summary>What a spreadsheet's drop-down or the interface offers; null where anything may be typed.</summary>
    public virtual IReadOnlyList<NamedThing>? Options(FormField field, FormNames names) => null;
}
