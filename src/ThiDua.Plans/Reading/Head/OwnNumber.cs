using System.Text;
using ThiDua.Plans.Reading.Citing;

namespace ThiDua.Plans.Reading.Head;

/// <summary>
/// The document's own number and symbol in a line of its letterhead: printed, left blank, or written by hand so that it
/// could not be recognised.
/// </summary>
internal static class OwnNumber
{
    /// <summary>So many signs before the stroke may stand for a number that could not be read.</summary>
    public const int LongestUnread = 8;
    private const int LongestHandwritten = 80;

    // The place and the date may stand behind it.
    private const int LongestRest = 30;

    // What handwriting in front of a number is recognised as.
    private const string Strokes = "⁄‡†§¢£¥€©®™°%&@$~{}«»";

    /// <summary>The symbol, its number empty where none could be read; null where the line has none.</summary>
    public static Symbols.Found? In(string text)
    {
        // "/KH-UBND" alone: the number was left blank, and the blank came away.
        if (text[0] is '/' && Symbols.Unnumbered(text, 0) is { } blank && blank.End == text.Length)
            return blank;
        var folded = Folding.Of(text);
        var at =
            folded.StartsWith("so", StringComparison.Ordinal) ? 2
            : folded.IndexOf(" so:", StringComparison.Ordinal) is > 0 and var inner ? inner + 4
            : -1;
        if (at < 0)
            return Symbols.At(text, 0) is { } bare && bare.End >= text.Length - LongestRest ? bare : Handwritten(text);
        var strokes = false;
        for (; at < text.Length && !char.IsLetterOrDigit(text[at]) && Folding.Of(text[at]) is not ('/' or '-'); at++)
            strokes |= Strokes.Contains(text[at]);
        if (at >= text.Length)
            return null;
        return (
                !char.IsAsciiDigit(text[at]) ? Symbols.Unnumbered(text, at)
                : strokes ? null
                : Symbols.At(text, at) ?? Spaced(text, at)
            ) ?? Unread(text, at);
    }

    // "108 /TTr-SNV", "108/ TTr - SNV": blanks around the marks.
    private static Symbols.Found? Spaced(string text, int at)
    {
        text = text[at..Math.Min(text.Length, at + LongestHandwritten)];
        var tight = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] is not (' ' or '\u00A0') || !BesideMark(text, i))
                tight.Append(text[i]);
        return Symbols.At(tight.ToString(), 0);
    }

    private static bool BesideMark(string text, int blank) =>
        text.AsSpan(blank).TrimStart(" \u00A0") is ['/' or '-' or '–', ..]
        || text.AsSpan(0, blank).TrimEnd(" \u00A0") is [.., '/' or '-' or '–'];

    // "0S /CT-UBND  Đắk Nông, ngày …": "Số" itself was lost with the number.
    private static Symbols.Found? Handwritten(string text) =>
        text.Length <= LongestHandwritten
        && Unread(text, 0) is { } unread
        && DocumentKinds.OfCode(unread.Codes.Split('/', '-')[0]) is not null
            ? unread
            : null;

    // "Số: đ /CT-UBND", "Số:⁄‡6 /CT-UBND": a number written by hand, which OCR could not read, or only in part.
    private static Symbols.Found? Unread(string text, int at)
    {
        var mark = text.IndexOf('/', at, Math.Min(LongestUnread, text.Length - at));
        return mark > at ? Symbols.Unnumbered(text, mark) : null;
    }
}
