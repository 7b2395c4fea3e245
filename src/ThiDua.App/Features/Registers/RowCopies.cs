using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers;

/// <summary>What a copy of a row takes over. Pure.</summary>
public static class RowCopies
{
    /// <summary>Whether rows of a year can be done again in the next: what stands goes on standing, and a name that only one row may
    /// have cannot be had twice.</summary>
    public static bool May(RegisterDefinition register) =>
        register.Until is null && !register.Form.Fields.Any(f => f is { Unique: true, Required: true });

    /// <summary>All but its day, its files and households, what only one row may have, and what is worked out.</summary>
    public static Dictionary<string, string> Of(RegisterDefinition register, IReadOnlyDictionary<string, string> data) =>
        data.Where(v =>
                v.Key != register.Date
                && register.Form.Field(v.Key) is { Unique: false, Sum.Count: 0 } field
                && field.Kind is not (FieldKinds.Files or FieldKinds.Households)
            )
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>The same for a later year: every date moves with the row's own.</summary>
    /// <param name="day">The new row's day.</param>
    public static Dictionary<string, string> Later(RegisterDefinition register, IReadOnlyDictionary<string, string> data, DateOnly day)
    {
        var copy = Of(register, data);
        if (DateKind.Day(data.GetValueOrDefault(register.Date)) is { } before)
            foreach (var field in register.Form.Fields.Where(f => f.Kind == FieldKinds.Date && copy.ContainsKey(f.Code)))
                if (DateKind.Day(copy[field.Code]) is { } date)
                    copy[field.Code] = Text(Shifted(date, before, day));
        copy[register.Date] = Text(day);
        return copy;
    }

    /// <summary>The same day of the year that the row moves to; 29 February becomes the 28th.</summary>
    public static DateOnly Shifted(DateOnly date, DateOnly before, DateOnly day) => date.AddYears(day.Year - before.Year);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
