namespace ThiDua.Plans.Source.Pdf;

/// <summary>How an item of a list, or a part of the document, begins.</summary>
internal static class PdfItems
{
    private const int LongestNumber = 7;
    private static readonly string[] Parts = ["Điều ", "Chương ", "Mục ", "Phần thứ "];

    /// <summary>"- ", "1. ", "2.1 Tăng", "a) ", "(1) ", "1/ ", "II. ", "Điều 3".</summary>
    public static bool Starts(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }
        if (text[0] is '-' or '+' or '•' or '*' or '–' || Array.Exists(Parts, p => text.StartsWith(p, StringComparison.Ordinal)))
        {
            return true;
        }
        if (text.Length > 1 && char.IsLower(text[0]) && text[1] is ')' or '.')
        {
            return true;
        }
        var from = text[0] is '(' ? 1 : 0;
        var n = from;
        while (n < text.Length && n < LongestNumber && (char.IsAsciiDigit(text[n]) || text[n] is '.' or 'I' or 'V' or 'X'))
        {
            n++;
        }
        return n > from && n < text.Length && (from == 0 && text[n - 1] == '.' || text[n] == ')' || IsStroke(text, n) || IsPath(text, n));
    }

    private static bool IsStroke(string text, int end) =>
        text[end] is '/' && end + 2 < text.Length && text[end + 1] is ' ' && char.IsLetter(text[end + 2]);

    // "2.1 Tăng cường", and not "1.500 lượt".
    private static bool IsPath(string text, int end) =>
        text[end] is ' '
        && end + 1 < text.Length
        && char.IsUpper(text[end + 1])
        && text[..end].Split('.') is { Length: > 1 } steps
        && Array.TrueForAll(steps, s => s.Length is 1 or 2 && s.All(char.IsAsciiDigit));
}
