namespace ThiDua.Plans.Source.Docx;

/// <summary>Characters of the Symbol and Wingdings fonts, which Word stores as private code points U+F000 + byte.</summary>
internal static class Symbols
{
    public static string Replace(string text, string? font)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uF020', '\uF0FF') < 0)
        {
            return text;
        }
        return string.Create(
            text.Length,
            (text, font),
            static (span, s) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = s.text[i] is >= '\uF020' and <= '\uF0FF' ? Of((byte)s.text[i], s.font) : s.text[i];
                }
            }
        );
    }

    /// <summary>What a code of a symbol font looks like; a bullet where it is no sign with a meaning.</summary>
    public static char Of(byte code, string? font) =>
        font is not null && font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) ? Wingdings(code) : Symbol(code);

    private static char Symbol(byte code) =>
        code switch
        {
            >= 0x20 and <= 0x21 or 0x23 or >= 0x25 and <= 0x26 or >= 0x28 and <= 0x29 or >= 0x2B and <= 0x2C or >= 0x2E and <= 0x3F =>
                (char)code,
            0x5B or 0x5D or 0x5F or >= 0x7B and <= 0x7D => (char)code,
            0x2D => '-',
            0x2A => '*',
            0xA3 => '≤',
            0xB3 => '≥',
            0xB1 => '±',
            0xB4 => '×',
            0xB8 => '÷',
            0xB9 => '≠',
            0xBB => '≈',
            0xA5 => '∞',
            0xAC => '←',
            0xAE => '→',
            0xDE => '⇒',
            0xB0 => '°',
            0xA4 => '/',
            _ => '•',
        };

    private static char Wingdings(byte code) =>
        code switch
        {
            0x20 => ' ',
            0xFC or 0xFE => '✓',
            0xFB or 0xFD => '✗',
            0xA8 or 0x6F or 0x71 or 0x72 => '☐',
            0xE0 or 0xE8 or 0xF0 => '→',
            _ => '•',
        };
}
