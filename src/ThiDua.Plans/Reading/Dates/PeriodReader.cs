using ThiDua.Plans.Reading.Structure;

namespace ThiDua.Plans.Reading.Dates;

/// <summary>When the campaign runs: "từ nay đến hết ngày 31/12/2024", "từ ngày 01/01 đến ngày 31/12/2024".</summary>
internal sealed class PeriodReader
{
    public PlanPeriod Period { get; private set; } = new(null, null);

    /// <summary>Takes the first period that a paragraph or its section's title says is the campaign's.</summary>
    public void Read(Paragraph paragraph)
    {
        if (Period.To is not null || paragraph.Section is null || In(paragraph.Words) is not { } period)
            return;
        if (IsOfCampaign(paragraph.Words) || IsOfCampaign(paragraph.Section.TitleWords))
            Period = period;
    }

    private static bool IsOfCampaign(Words words)
    {
        for (var i = 0; i + 1 < words.Count && i < 40; i++)
            if (
                (words.Is(i, "thoi") && words.Is(i + 1, "gian") && !words.Is(i + 2, "qua"))
                || (words.Is(i, "phong") && words.Is(i + 1, "trao") && i < 3)
                || (words.Is(i, "trien") && words.Is(i + 1, "khai") && i < 8 && words.Count < 40)
            )
                return true;
        return false;
    }

    private static PlanPeriod? In(Words words)
    {
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (!words.Is(i, "tu"))
                continue;
            var issue = words.Is(i + 1, "ngay") && (words.Is(i + 2, "ban") || words.Is(i + 2, "ky") || words.Is(i + 2, "phat"));
            var now = issue || words.Is(i + 1, "nay") || words.Is(i + 1, "khi");
            var from = now ? null : WrittenDates.At(words.Folded, words.Start(i + 1));
            if (!now && from is null)
                continue;
            var at = now ? i + 2 : words.At(from!.Value.End);
            for (var d = at; d < words.Count && d < at + (issue ? 8 : 4); d++)
            {
                if (!words.Is(d, "den"))
                    continue;
                var next = words.Is(d + 1, "het") ? d + 2 : d + 1;
                if (next >= words.Count || WrittenDates.At(words.Folded, words.Start(next)) is not { Year: not null } to)
                    continue;
                return new(Start(from, to), End(to));
            }
        }
        return null;
    }

    private static string? Start(WrittenDates.Found? from, WrittenDates.Found to)
    {
        if (from is not { Month: { } month })
            return from?.Iso;
        var year = from.Value.Year ?? to.Year!.Value;
        return from.Value.Impossible || from.Value.Day > DateTime.DaysInMonth(year, month)
            ? null
            : new WrittenDates.Found(year, month, from.Value.Day ?? 1, 0).Iso;
    }

    private static string? End(WrittenDates.Found to) =>
        to switch
        {
            { Impossible: true } => null,
            { Month: null } => new WrittenDates.Found(to.Year, 12, 31, 0).Iso,
            { Day: null } => new WrittenDates.Found(to.Year, to.Month, DateTime.DaysInMonth(to.Year!.Value, to.Month!.Value), 0).Iso,
            _ => to.Iso,
        };
}
