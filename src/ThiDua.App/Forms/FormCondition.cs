namespace ThiDua.App.Forms;

/// <summary>Looks at another field: at one of its choices, whether it is filled, or how large its number is.</summary>
/// <param name="Values">Codes of choices; empty where the condition is another.</param>
public sealed record FormCondition(string Field, IReadOnlyList<string> Values)
{
    public bool? Filled { get; init; }

    /// <summary>Bounds of a number, both inside.</summary>
    public decimal? AtLeast { get; init; }
    public decimal? AtMost { get; init; }

    /// <param name="value">As it is kept; null where the field has none.</param>
    public bool Holds(string? value)
    {
        if (Values.Count > 0 && !ChoicesKind.Codes(value ?? "").Any(Values.Contains))
            return false;
        if (Filled is { } filled && filled != !string.IsNullOrEmpty(value))
            return false;
        if (AtLeast is null && AtMost is null)
            return true;
        return FieldKinds.NumberOf(value) is { } number && number >= (AtLeast ?? number) && number <= (AtMost ?? number);
    }
}
