using System.Globalization;

namespace ThiDua.Plans.Source.Docx;

/// <summary>A counted value as a list level prints it (ISO 29500-1, 17.18.59).</summary>
internal static class NumberFormat
{
    // The order of points in Vietnamese documents: no f, j, w, z; đ after d; no ă, â, ê, ô, ơ, ư.
    private const string VietnameseLetters = "abcdđeghiklmnopqrstuvxy";
    private const string LatinLetters = "abcdefghijklmnopqrstuvwxyz";
    private static readonly string[] Ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    private static readonly string[] Tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
    private static readonly string[] Hundreds = ["", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"];

    public static string Print(int value, string format, bool vietnamese) =>
        format switch
        {
            "none" => "",
            "decimalZero" => value is >= 0 and < 10 ? "0" + Decimal(value) : Decimal(value),
            "upperRoman" => Roman(value).ToUpperInvariant(),
            "lowerRoman" => Roman(value),
            "upperLetter" => Letter(value, vietnamese).ToUpperInvariant(),
            "lowerLetter" => Letter(value, vietnamese),
            "decimalEnclosedParen" => $"({Decimal(value)})",
            "decimalEnclosedFullstop" => Decimal(value) + ".",
            "numberInDash" => $"- {Decimal(value)} -",
            // "thứ 2": an ordinal in Vietnamese puts its word before the number, which no label does; Word prints the bare number.
            _ => Decimal(value),
        };

    private static string Decimal(int value) => value.ToString(CultureInfo.InvariantCulture);

    // After the last letter Word doubles it (aa, bb). A hostile start of two thousand million must not make a string as long.
    private static string Letter(int value, bool vietnamese)
    {
        var letters = vietnamese ? VietnameseLetters : LatinLetters;
        return value < 1 || value > letters.Length * 30
            ? Decimal(value)
            : new string(letters[(value - 1) % letters.Length], (value - 1) / letters.Length + 1);
    }

    private static string Roman(int value) =>
        value is < 1 or > 3999
            ? Decimal(value)
            : new string('m', value / 1000) + Hundreds[value / 100 % 10] + Tens[value / 10 % 10] + Ones[value % 10];
}
