using System.Globalization;

namespace ThiDua.Plans.Reading.Dates;

/// <summary>Deadlines: a date ("trước ngày 15/12/2024", "đến hết năm 2024", "quý II/2024") or a recurrence ("hằng quý").</summary>
/// <param name="year">The campaign's: a date written without a year is of it. Null where it is not known; such a date is none then.</param>
/// <param name="issued">ISO date of the document: what would have been due before it is of no known year.</param>
internal sealed class DueReader(int? year, string? issued)
{
    private static readonly Phrases<string> Recurring = Build("week", "month", "quarter", "half", "year");

    private static readonly Phrases<bool> Deadline = Vocabulary.Set("dates/deadlines");

    /// <param name="horizon">"đến năm 2030" counts: it dates a target, but in a task it is mostly part of a programme's name.</param>
    /// <summary>The deadline that this stretch of text names; null when it names none.</summary>
    public Due? In(Words words, int start, int end, bool horizon = true) =>
        Limits(words, start, end, horizon).FirstOrDefault() ?? (Recurrence(words, start, end) is { } every ? new(null, every) : null);

    /// <summary>
    /// Every date that this stretch of text sets a deadline at ("… trước ngày 15/6, báo cáo năm trước ngày 15/12"), each
    /// once; else its recurrence.
    /// </summary>
    public IReadOnlyList<Due> All(Words words, int start, int end)
    {
        Due[] dates = [.. Limits(words, start, end, horizon: true).Distinct()];
        return dates.Length > 0 ? dates
            : Recurrence(words, start, end) is { } every ? [new(null, every)]
            : [];
    }

    private IEnumerable<Due> Limits(Words words, int start, int end, bool horizon)
    {
        for (var i = words.At(start); i < words.Count && words.Start(i) < end; i++)
        {
            var length = Deadline.Match(words, i, out _);
            if (length == 0 || (!horizon && words.Is(i, "den") && words.Is(i + 1, "nam")))
                continue;
            if (DateAfter(words, i + length) is not { } date)
                continue;
            yield return new(date, null);
            i += length;
        }
    }

    /// <summary>What stands in a column "thời gian": a date needs no word before it there.</summary>
    public Due? InCell(string cell)
    {
        var words = new Words(cell);
        if (In(words, 0, cell.Length) is { } due)
            return due;
        for (var i = 0; i < words.Count; i++)
            if (DateAfter(words, i) is { } date)
                return new(date, null);
        return null;
    }

    private static string? Recurrence(Words words, int start, int end)
    {
        for (var i = words.At(start); i < words.Count && words.Start(i) < end; i++)
        {
            var length = Recurring.Match(words, i, out var every);
            if (length == 0)
                continue;
            if (every is "quarter" && words.Slice(i, i + length - 1).AsSpan().TrimEnd().EndsWith("quy", StringComparison.OrdinalIgnoreCase))
                continue;
            if (every is "quarter" && words.Is(i, "quy") && !(words.Is(i - 1, "ky") || words.Is(i - 1, "hang")))
                continue;
            if (
                every is "half"
                && !(
                    words.Is(i - 1, "ky")
                    || words.Is(i - 1, "hang")
                    || words.Is(i - 1, "cao")
                    || words.Is(i - 2, "ket")
                    || words.Is(i - 1, "ket")
                )
            )
                continue;
            return every;
        }
        return null;
    }

    private string? DateAfter(Words words, int at)
    {
        if (at >= words.Count)
            return null;
        while (words.Is(at, "la") || words.Is(at, "vao") || words.Is(at, "het"))
            at++;
        if (at >= words.Count)
            return null;
        if (words.Is(at, "quy") && words.Spelled(at, "quý"))
            return Quarter(words, at + 1);
        return WrittenDates.At(words.Folded, words.Start(at)) switch
        {
            { Impossible: true } => null,
            { Year: { } written, Month: { } month, Day: { } day } => Iso(written, month, day),
            { Year: { } written, Month: { } month, Day: null } => Iso(written, month, DateTime.DaysInMonth(written, month)),
            { Year: { } written, Month: null } when words.Is(at, "nam") => Iso(written, 12, 31),
            { Year: null, Month: { } month, Day: var day, End: var end } when !Again(words, words.At(end)) => OfTheYear(month, day),
            _ => null,
        };
    }

    // "trước ngày 15/12": of the campaign's year, unless that day was over when the document was issued.
    private string? OfTheYear(int month, int? day)
    {
        if (year is not { } own)
            return null;
        var last = DateTime.DaysInMonth(own, month);
        if (day > last)
            return null;
        var date = Iso(own, month, day ?? last);
        return issued is not null && string.CompareOrdinal(date, issued) < 0 ? null : date;
    }

    // "trước ngày 15 tháng 12 hằng năm" recurs.
    private static bool Again(Words words, int at) =>
        Recurring.Match(words, at, out _) > 0 && !words.Is(at, "quy") || words.Is(at, "cua") && Recurring.Match(words, at + 1, out _) > 0;

    private string? Quarter(Words words, int at)
    {
        if (at >= words.Count)
            return null;
        var quarter = words[at] switch
        {
            "i" or "1" => 1,
            "ii" or "2" => 2,
            "iii" or "3" => 3,
            "iv" or "4" => 4,
            _ => 0,
        };
        if (quarter == 0)
            return null;
        for (var i = at + 1; i < words.Count && i <= at + 2; i++)
            if (Years.OfWord(words, i) is { } written)
                return Iso(written, quarter * 3, DateTime.DaysInMonth(written, quarter * 3));
        return OfTheYear(quarter * 3, null);
    }

    private static string Iso(int year, int month, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");

    private static Phrases<string> Build(params ReadOnlySpan<string> periods)
    {
        var set = new Phrases<string>();
        foreach (var period in periods)
        foreach (var phrase in Vocabulary.Entries("dates/every-" + period))
            set.Add(phrase, period);
        return set;
    }
}
