namespace ThiDua.Plans.Reading.Structure;

/// <summary>Reads the mark at the start of a line.</summary>
internal static class MarkerReader
{
    // The last two are what old symbol fonts leave of a bullet.
    private const string Bullets = "-–—−~+*•·●○▪■►♦➢✓\uF0B7\uF02D";

    public static Marker Read(string text)
    {
        var at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\u200B' or '\uFEFF'))
            at++;
        if (at >= text.Length)
            return Marker.None;
        var c = text[at];
        if (IsBullet(c))
            return Bullet(text, at);
        if (c is '(')
            return Paren(text, at);
        if (char.IsAsciiDigit(c))
            return ArabicMarks.At(text, at) is { Kind: not MarkerKind.None } arabic ? arabic
                : c is '1' ? RomanMarks.Misread(text, at) ?? Marker.None
                : Marker.None;
        if (!char.IsLetter(c))
            return Marker.None;
        return NamedMarks.At(text, at)
            ?? RomanMarks.At(text, at)
            ?? RomanMarks.Misread(text, at)
            ?? Letter(text, at)
            ?? SmallRoman(text, at)
            ?? Marker.None;
    }

    private static bool IsBullet(char c) => Bullets.Contains(c);

    private static Marker Bullet(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && IsBullet(text[end]))
            end++;
        return end - at > 2 ? Marker.None : new(MarkerKind.Bullet, [], text[at].ToString(), Skip(text, end));
    }

    private static Marker Paren(string text, int at)
    {
        var close = text.IndexOf(')', at);
        if (close < 0 || close - at > 4 || close == at + 1)
            return Marker.None;
        var inner = text[(at + 1)..close].Trim();
        if (
            inner.Length is 1 or 2
            && int.TryParse(
                inner,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
            && number > 0
            && Skip(text, close + 1) is var begins
            && (begins >= text.Length || !char.IsLower(text[begins]))
        )
            return new(MarkerKind.Bracketed, [number], inner, Skip(text, close + 1));
        return inner.Length == 1 && char.IsLower(inner[0]) ? new(MarkerKind.Paren, [], inner, Skip(text, close + 1)) : Marker.None;
    }

    public static Marker? Letter(string text, int at)
    {
        if (at + 1 >= text.Length)
            return null;
        var c = text[at];
        var place = Marker.Alphabet.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) + 1;
        var next = at + 1;
        while (next < text.Length && text[next] is ' ')
            next++;
        if (place == 0 || next >= text.Length || text[next] is not (')' or '.' or '-' or '–' or '/'))
            return null;
        var end = Skip(text, next + 1);
        // "a)" alone: what it marks stands on the next line.
        if (end >= text.Length)
            return text[next] is ')' && next == at + 1
                ? new(char.IsUpper(c) ? MarkerKind.Upper : MarkerKind.Letter, [place], c.ToString(), end)
                : null;
        if (!StartsText(text[end]) || (end == next + 1 && text[next] is not ')' && !char.IsUpper(text[end])))
            return null;
        if (text[next] is '/' && end == next + 1)
            return null;
        return new(char.IsUpper(c) ? MarkerKind.Upper : MarkerKind.Letter, [place], c.ToString(), end);
    }

    // "ii.", "iii)": of one letter ("i.", "v.") it looks like a letter's, and the numbers before and behind it tell.
    private static Marker? SmallRoman(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is 'i' or 'v' or 'x' && end - at < 6)
            end++;
        if (end - at < 2 || end + 1 >= text.Length || text[end] is not ('.' or ')') || !char.IsWhiteSpace(text[end + 1]))
            return null;
        var rest = Skip(text, end + 1);
        return RomanNumerals.Value(text[at..end].ToUpperInvariant()) is > 0 and var value && rest < text.Length && StartsText(text[rest])
            ? new(MarkerKind.SmallRoman, [value], text[at..end], rest)
            : null;
    }

    public static bool StartsText(char c) =>
        char.IsLetter(c) || c is '"' or '“' or '”' or '«' or '(' or '‘' or '\'' or '[' || char.IsAsciiDigit(c);

    public static int Skip(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\u00A0'))
            at++;
        return at;
    }
}
