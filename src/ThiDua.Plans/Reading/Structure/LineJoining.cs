using ThiDua.Plans.Reading.Citing;
using ThiDua.Plans.Source;
using static ThiDua.Plans.Reading.Structure.LineEnds;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>Whether a line goes on with the one before it.</summary>
internal static class LineJoining
{
    private static readonly WordSet Counted = Vocabulary.Words("structure/counted-by-numerals");

    /// <summary>This line goes on with the open paragraph.</summary>
    /// <param name="blank">A blank line stands between.</param>
    /// <param name="wrap">The length of a full line; 0 where every item stands behind a blank line.</param>
    public static bool Continues(OpenParagraph open, SourceLine line, Marker marker, bool blank, int wrap)
    {
        var text = line.Text.Trim();
        if (!blank && IsRestOfWord(open, text, marker))
            return true;
        if (IsCell(line) || IsCell(open.First!) || line.Label is not null)
            return false;
        if (!blank && (IsDashInSentence(open, text, marker, wrap) || IsNumberAwaited(open, text, marker)))
            return true;
        if (marker.Kind is not MarkerKind.None)
            return !blank && IsNoMark(open, line, marker, wrap);
        return WithoutMark(open, line, text, blank) ?? BoldLines(open, line, text, blank) ?? FullLine(open, text, blank, wrap);
    }

    // "II. PHẠM" / "VI, ĐỐI TƯỢNG", "ĐẠI HỘI LẦN THỨ" / "IV CỦA ĐẢNG": no part of its own.
    private static bool IsRestOfWord(OpenParagraph open, string text, Marker marker) =>
        marker is { Kind: MarkerKind.Roman, Numbers.Length: 1 }
        && (text[marker.Label.Length] is ',' || text[marker.Label.Length] is ' ' && Counted.Has(LastWord(open.LastText)))
        && AllCaps(open.LastText)
        && open.LastText.Length > 3;

    // A frame of one cell around a page's text is no table.
    private static bool IsCell(SourceLine line) => line.Row is { } row && !(row.Borderless && row.Cells.Count == 1);

    // "Văn phòng" / "– Thống kê xã": a dash that only happens to open a line of an unfinished sentence.
    private static bool IsDashInSentence(OpenParagraph open, string text, Marker marker, int wrap) =>
        marker.Kind is MarkerKind.Bullet
        && !open.Marker.Numbered
        && !EndsSentence(open.LastText)
        && open.LastText.Length >= wrap * 8 / 10
        && text[0] is '–' or '-'
        && char.IsUpper(text[Math.Min(marker.End, text.Length - 1)])
        && open.Plain(text[0]);

    // "Nghị quyết số" / "57-NQ/TW", "bình quân 05" / "- 06%/năm".
    private static bool IsNumberAwaited(OpenParagraph open, string text, Marker marker) =>
        AwaitsNumber(open.LastText) && Symbols.At(text, 0) is not null
        || marker.Kind is MarkerKind.Bullet
            && char.IsAsciiDigit(open.LastText[^1])
            && marker.End < text.Length
            && char.IsAsciiDigit(text[marker.End])
            && !open.Marker.Numbered;

    // What looks like a mark is the number that the line before asks for.
    private static bool IsNoMark(OpenParagraph open, SourceLine line, Marker marker, int wrap)
    {
        var text = line.Text.Trim();
        return (
                marker.Kind is MarkerKind.Arabic or MarkerKind.Letter
                || marker.Kind is MarkerKind.Roman && (marker.End >= text.Length || char.IsLower(text[marker.End]))
            )
            && open.Marker.Kind is not MarkerKind.Article
            && AwaitsNumber(open.LastText)
            && !line.Bold
            && line.HeadingLevel == 0
            && (open.LastText.Length >= wrap * 7 / 10 || marker.End > 1 && text.IndexOf(':', 0, marker.End) > 0);
    }

    private static bool? WithoutMark(OpenParagraph open, SourceLine line, string text, bool blank)
    {
        var last = open.LastText;
        if (!blank && open.Marker.Numbered && open.Marker.End >= open.Length && open.Marker.Kind is not MarkerKind.Article)
            return true;
        // "Căn cứ Điều" / "2 Luật …".
        if (!blank && char.IsAsciiDigit(text[0]) && AwaitsNumber(last) && line.HeadingLevel == 0)
            return true;
        if (line.HeadingLevel > 0 && line.HeadingLevel != open.First!.HeadingLevel)
            return false;
        if (EndsSentence(last) && !OpensBracket(last) || StartsOwn(text) || last[^1] is ')' && open.Bracketed)
            return false;
        return char.IsLower(text[0]) && !open.Caption ? true : null;
    }

    private static bool? BoldLines(OpenParagraph open, SourceLine line, string text, bool blank)
    {
        var first = open.First!;
        if (first.Bold != line.Bold)
            return false;
        if (!first.Bold)
            return null;
        var last = open.LastText;
        return !blank && (Dangles(last) || AllCaps(text) == AllCaps(last)) && first.HeadingLevel == line.HeadingLevel;
    }

    private static bool FullLine(OpenParagraph open, string text, bool blank, int wrap)
    {
        var last = open.LastText;
        if (last[^1] is '≥' or '≤' or '<' or '>' or '=' || wrap == 0 && !blank)
            return true;
        if (EndsHeading(open, text, blank, wrap))
            return false;
        if (last[^1] is ',' or '(' or '/' or '-' || Dangles(last) && !(blank && AllCaps(last) && !AllCaps(text)))
            return true;
        // A heading's line that had room for the next word was not broken by wrapping: it ends there.
        if (open.Marker.Numbered && (blank || last.Length + 1 + FirstWord(text) < wrap - 5))
            return false;
        return last.Length >= wrap * 7 / 10 && (!blank || !AllCaps(text) && last.Length >= 60);
    }

    private static bool EndsHeading(OpenParagraph open, string text, bool blank, int wrap)
    {
        var last = open.LastText;
        if (!open.Marker.Numbered)
            return false;
        // A heading in capitals ends where small letters begin, any heading where a blank line stands, whatever its last word.
        if (last[^1] is not ',' && (AllCaps(last) && !AllCaps(text) || blank && last.Length < 160))
            return true;
        // "5. Sở Thông tin và Truyền thông" / "Chủ trì …".
        return char.IsUpper(text[0]) && last.Length + 1 + FirstWord(text) < wrap * 6 / 10 && EndsWithHalf(last);
    }
}
