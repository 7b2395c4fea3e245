namespace ThiDua.Plans.Reading.Dates;

/// <summary>Years named in a text.</summary>
internal static class Years
{
    /// <summary>
    /// The campaign's year: the last "năm …" of the title that is no horizon ("đến năm 2030") and no cited document's date,
    /// else the date's.
    /// </summary>
    public static int? Campaign(string? title, string? date)
    {
        if (title is not null)
        {
            var words = new Words(title);
            for (var i = words.Count - 1; i > 0; i--)
                if (
                    words.Is(i - 1, "nam")
                    && OfWord(words, i) is { } year
                    && !words.Is(i - 2, "den")
                    && !words.Is(i - 2, "nhin")
                    && !(words.IsNumber(i - 2) && words.Is(i - 3, "thang"))
                )
                    return year;
        }
        return date is not null && int.TryParse(date.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture, out var written)
            ? written
            : null;
    }

    public static int? OfWord(Words words, int i) =>
        i >= 0
        && i < words.Count
        && words[i].Length == 4
        && int.TryParse(words[i], System.Globalization.CultureInfo.InvariantCulture, out var year)
        && WrittenDates.Year(year)
            ? year
            : null;
}
