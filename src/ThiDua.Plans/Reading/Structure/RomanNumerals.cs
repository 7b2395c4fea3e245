namespace ThiDua.Plans.Reading.Structure;

/// <summary>Roman numerals up to 39.</summary>
internal static class RomanNumerals
{
    private static readonly string[] Ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

    /// <summary>The value of a numeral up to 30; 0 for anything else.</summary>
    public static int Value(string label)
    {
        for (var n = 1; n <= 30; n++)
            if (Of(n) == label)
                return n;
        return 0;
    }

    public static string Of(int n)
    {
        return new string('X', n / 10) + Ones[n % 10];
    }
}
