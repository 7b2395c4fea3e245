using System.Globalization;

namespace ThiDua.Measures;

/// <summary>Why a typed number was refused.</summary>
public enum NumberError
{
    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Something other than digits, dots, one comma and a leading minus.</summary>
    NotANumber,

    /// <summary>
    /// A dot that does not part thousands: <c>12.5</c>, <c>1.23.456</c>, <c>0.500</c>. Decimals are written with a comma.
    /// </summary>
    DotNotThousands,

    /// <summary>More decimals than the indicator has (a 0 at the end counts too).</summary>
    TooManyDecimals,

    /// <summary>A minus sign where only counts are asked.</summary>
    Negative,

    /// <summary>Beyond <see cref="Entry.Limit"/> at the indicator's scale.</summary>
    TooLarge,
}

/// <summary>
/// Numbers as Vietnamese officials write them: dots between thousands, comma before decimals (<c>1.234,5</c>; <c>82%</c>
/// without a space). Independent of the machine's culture.
/// </summary>
public static class VietnameseNumber
{
    private static readonly NumberFormatInfo Separators = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NegativeSign = "-",
    };

    /// <summary>Rounded half away from zero to at most <paramref name="decimals"/> places; zeros at the end are dropped.</summary>
    public static string Format(Rational value, int decimals = 2) =>
        value.Round(decimals).ToString("#,##0." + new string('#', decimals), Separators);

    /// <summary>A stored value, exactly: 12345 at scale 1 is <c>1.234,5</c>.</summary>
    public static string FormatScaled(Int128 value, int scale) => Format(Rational.FromScaled(value, scale), scale);

    /// <summary><c>82%</c>, <c>82,35%</c>: <paramref name="percent"/> is already in percent, two decimals at most.</summary>
    public static string FormatPercent(Rational percent) => Format(percent) + "%";

    /// <summary>
    /// Reads a typed number (<c>1.234,5</c>, <c>1234,5</c>, <c>12.000</c>, <c>05</c>) into natural units ×
    /// 10^<paramref name="scale"/>. Blanks around it, also non-breaking ones, are ignored.
    /// </summary>
    /// <param name="scale">Decimals of the indicator, 0 to 6.</param>
    /// <returns>True with <paramref name="value"/>, else false with <paramref name="error"/>.</returns>
    public static bool TryParse(string? text, int scale, bool allowNegative, out long value, out NumberError? error)
    {
        value = 0;
        error = Read((text ?? "").Trim(), scale, allowNegative, out value);
        return error is null;
    }

    private static NumberError? Read(string typed, int scale, bool allowNegative, out long value)
    {
        value = 0;
        if (typed.Length == 0)
        {
            return NumberError.Empty;
        }

        var negative = typed[0] is '-' or '\u2212';
        var comma = typed.IndexOf(',', StringComparison.Ordinal);
        var whole = typed[(negative ? 1 : 0)..(comma < 0 ? typed.Length : comma)];
        var decimals = comma < 0 ? "" : typed[(comma + 1)..];
        if (!AllDigits(whole.Replace(".", "", StringComparison.Ordinal)) || (comma >= 0 && !AllDigits(decimals)))
        {
            return NumberError.NotANumber;
        }

        if (whole.Contains('.', StringComparison.Ordinal) && !ThousandsGrouped(whole))
        {
            return NumberError.DotNotThousands;
        }

        if (decimals.Length > scale)
        {
            return NumberError.TooManyDecimals;
        }

        if (negative && !allowNegative)
        {
            return NumberError.Negative;
        }

        return Scaled(whole.Replace(".", "", StringComparison.Ordinal) + decimals.PadRight(scale, '0'), negative, out value);
    }

    private static NumberError? Scaled(string digits, bool negative, out long value)
    {
        value = 0;
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size > Entry.Limit)
        {
            return NumberError.TooLarge;
        }

        value = negative ? -size : size;
        return null;
    }

    private static bool AllDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool ThousandsGrouped(string whole)
    {
        var groups = whole.Split('.');
        return groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(g => g.Length == 3);
    }
}
