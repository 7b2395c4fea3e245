using System.Globalization;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Forms;

/// <summary>A number with its unit (<c>1.234,5</c>); money is one of whole đồng. Kept with a point: <c>1234.5</c>.</summary>
internal sealed class NumberKind(string code) : FieldKind(code)
{
    public override FieldControl Control(FormField field, FormNames names) => FieldControl.Number;

    public override FieldReading Read(FormField field, string typed, FormNames names)
    {
        // A file writes the unit behind the number, as lists show it.
        if (field.Unit is { } unit)
            foreach (
                var behind in new[] { unit.Vi, unit.En }.Where(u => u.Length > 0 && typed.EndsWith(u, StringComparison.OrdinalIgnoreCase))
            )
                typed = typed[..^behind.Length].TrimEnd();
        if (!VietnameseNumber.TryParse(typed, field.Scale, field.Min is < 0, out var scaled, out var error))
            return error == NumberError.TooLarge
                    ? FieldReading.Wrong("NumberTooLarge", VietnameseNumber.FormatScaled(Entry.Limit, field.Scale))
                : error == NumberError.TooManyDecimals && field.Scale == 0 ? FieldReading.Wrong("NumberWhole")
                : FieldReading.Wrong($"Number{error}", field.Scale);
        var value = scaled / Power(field.Scale);
        if (field.Min is { } min && value < min)
            return FieldReading.Wrong("Below", Text(min));
        if (field.Max is { } max && value > max)
            return FieldReading.Wrong("Above", Text(max));
        return new(value.ToString("0.######", CultureInfo.InvariantCulture));
    }

    public override string Show(FormField field, string value, FormNames names) =>
        field.Unit is { } unit ? $"{Typed(field, value, names)} {unit.Here()}" : Typed(field, value, names);

    public override string Typed(FormField field, string value, FormNames names) =>
        FieldKinds.NumberOf(value) is { } number ? Text(number) : value;

    /// <summary>Sixteen digits before the point and six behind it; a negative number counts from the other end.</summary>
    public override string SortKey(FormField field, string value, FormNames names) =>
        FieldKinds.NumberOf(value) is not { } number ? ""
        : number >= 0 ? number.ToString("p0000000000000000.000000", CultureInfo.InvariantCulture)
        : "m" + (1e16m + number).ToString("0000000000000000.000000", CultureInfo.InvariantCulture);

    private static string Text(decimal number) => VietnameseNumber.Format(number, 6);

    private static decimal Power(int scale)
    {
        var power = 1m;
        for (var at = 0; at < scale; at++)
            power *= 10;
        return power;
    }
}
