using System.Globalization;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Dates;

/// <summary>Days that no calendar has ("31/4", "ngày 30 tháng 02"): whoever imports is told, since nothing is made of them.</summary>
internal static class ImpossibleDays
{
    // No month is without the days before it.
    private const int FirstDoubtful = 29;

    public static void Read(IEnumerable<SourceLine> head, List<Warning> warnings)
    {
        foreach (var (index, line) in head.Index())
            Read(line.Text, Folding.Of(line.Text), new(index + 1, index + 1), warnings);
    }

    public static void Read(Paragraph paragraph, List<Warning> warnings) =>
        Read(paragraph.Text, paragraph.Folded, paragraph.Lines, warnings);

    private static void Read(string text, string folded, LineRange lines, List<Warning> warnings)
    {
        for (var at = 0; at < folded.Length; )
        {
            if (!char.IsAsciiDigit(folded[at]))
            {
                at++;
                continue;
            }
            var end = at;
            while (end < folded.Length && char.IsAsciiDigit(folded[end]))
                end++;
            if (end - at == 2 && int.Parse(folded.AsSpan(at, 2), CultureInfo.InvariantCulture) >= FirstDoubtful)
                end = Math.Max(end, Day(text, folded, at, lines, warnings));
            at = end;
        }
    }

    // Where the date ends that is told; 0 where none is. A fraction or a number of a document looks like a day without a year.
    private static int Day(string text, string folded, int at, LineRange lines, List<Warning> warnings)
    {
        var before = folded.AsSpan(0, at).TrimEnd(' ');
        var named = before.EndsWith("ngay", StringComparison.Ordinal);
        var start = named ? before.Length - 4 : at;
        if (!named && at > 0 && folded[at - 1] is '/' or '-' or '.')
            return 0;
        if (WrittenDates.At(folded, start) is not { Impossible: true } date || !named && date.Year is null)
            return 0;
        var written = text[at..Math.Min(date.End, text.Length)].Trim();
        warnings.Add(new("date.impossible", $"Lịch không có ngày “{written}” nên ngày này bị bỏ qua; cần kiểm tra lại.", lines));
        return date.End;
    }
}
