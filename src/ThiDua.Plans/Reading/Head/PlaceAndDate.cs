using ThiDua.Plans.Reading.Citing;
using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Head;

/// <summary>"Tây Ninh, ngày 27 tháng 3 năm 2024" (Decree 30/2020, Annex I, box 4).</summary>
/// <param name="Place">Null where the line gives the date alone.</param>
internal sealed record PlaceAndDate(string? Place, string? Date)
{
    private const int LongestPlace = 60;
    private const int LongestDate = 60;

    /// <summary>The place and the date that a line of the head gives; null where it gives none.</summary>
    /// <param name="above">The line above it.</param>
    /// <param name="ownCodes">The codes of the document's own symbol, where they have been read.</param>
    public static PlaceAndDate? In(string text, string above, string? ownCodes)
    {
        var folded = Folding.Of(text);
        var at = folded.IndexOf("ngay", StringComparison.Ordinal);
        if (
            at is < 0 or > LongestPlace
            || text.Length - at > LongestDate
            || WrittenDates.At(folded, at) is not { Year: not null } date
            || WithoutSymbol(Before(text, at), ownCodes) is not { } place
        )
            return null;
        place = WithAbove(place, above);
        if (place.Length > 0 && char.IsLower(place[0]) && char.IsUpper(text[0]))
            return null;
        return new(place.Length is > 1 and < 40 ? place : null, date.Iso);
    }

    private static string Before(string text, int at)
    {
        var before = text[..at];
        var start = Math.Max(before.LastIndexOf("  ", StringComparison.Ordinal), before.LastIndexOf('|')) + 1;
        return before[start..].Trim(' ', ',', '|', '-', '–', '.', '_', '*');
    }

    // The number may stand before it; null where what stands before is a sentence about the document.
    private static string? WithoutSymbol(string place, string? ownCodes)
    {
        var digit = FirstDigit(place);
        if (Symbols.At(place, digit) is { } symbol)
        {
            // "Xem chi tiết tại Công điện 226/CĐ-TTg ngày …" is a site's sentence about the document.
            if (digit > OwnNumber.LongestUnread)
                return null;
            place = place[symbol.End..].Trim();
        }
        // "Số    -CTr/TU    Thái Nguyên, ngày …": the number was left blank.
        return
            place.IndexOfAny(['-', '/']) is > 1 and <= OwnNumber.LongestUnread and var mark
            && Symbols.Unnumbered(place, mark) is { } blank
            && (place.StartsWith("Số", StringComparison.Ordinal) || blank.Codes == ownCodes)
            ? place[blank.End..].Trim()
            : place;
    }

    // "Hà" / "Nội, ngày …", "Thành" / "phố Hồ Chí Minh, ngày …".
    private static string WithAbove(string place, string above)
    {
        var first = above.Trim();
        var rest = place.Length > 0 && (char.IsLower(place[0]) || !place.Contains(' '));
        return rest && first.Length is > 0 and < 8 && char.IsUpper(first[0]) && first.Skip(1).All(char.IsLower)
            ? $"{first} {place}"
            : place;
    }

    /// <summary>Offset of the first digit; the length without one.</summary>
    public static int FirstDigit(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsAsciiDigit(text[i]))
                return i;
        return text.Length;
    }
}
