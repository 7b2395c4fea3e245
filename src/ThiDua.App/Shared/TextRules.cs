namespace ThiDua.App.Shared;

/// <summary>What a text may hold that comes from outside: everything that people write, nothing that only breaks programs.</summary>
public static class TextRules
{
    /// <summary>The longest value of one field, in characters; what a field itself takes is less.</summary>
    public const int Longest = 200_000;

    /// <summary>False for control characters (but tab and line ends), halves of pairs, and code points that are no characters
    /// (U+FFFE).</summary>
    public static bool IsClean(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is >= ' ' and < '\u007f' or '\t' or '\n' or '\r')
                continue;
            if (char.IsControl(c) || c is >= '\ufdd0' and <= '\ufdef' or >= '\ufffe')
                return false;
            if (!char.IsSurrogate(c))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(c, text[at + 1]))
                return false;
            // The last two of each plane are no characters.
            if ((char.ConvertToUtf32(c, text[++at]) & 0xfffe) == 0xfffe)
                return false;
        }
        return true;
    }
}

/// <summary>Something was sent that the system does not take, past every form's own check: an answer of 422, never a failure.</summary>
public sealed class InputRefusedException(string message) : Exception(message);
