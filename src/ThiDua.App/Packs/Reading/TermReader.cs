using ThiDua.Measures;

namespace ThiDua.App.Packs.Reading;

/// <summary>A length of time: exactly one of hours, days (calendar or working) and months.</summary>
internal static class TermReader
{
    private const int MostHours = 24 * 366;
    private const int MostDays = 3660;
    private const int MostMonths = 120;

    public static Term Read(MapReader map)
    {
        (string Key, TermUnit Unit, int? Count)[] all =
        [
            ("hours", TermUnit.Hours, map.IntOrNull("hours", 1, MostHours)),
            ("days", TermUnit.Days, map.IntOrNull("days", 1, MostDays)),
            ("months", TermUnit.Months, map.IntOrNull("months", 1, MostMonths)),
        ];
        var working = map.Bool("workingDays", false);
        var written = all.Where(t => map.NodeAt(t.Key) is not null).ToArray();
        if (written is not [var (key, unit, count)])
        {
            var at = written.ElementAtOrDefault(1).Key;
            map.Add(
                at is null ? null : map.NodeAt(at),
                at ?? "days",
                "Thời hạn phải ghi bằng đúng một trong giờ, ngày, tháng.",
                "A term is given in exactly one of hours, days and months.",
                Wording.Listed(all.Select(t => t.Key))
            );
            return new(TermUnit.Days, 1);
        }
        if (working && unit != TermUnit.Days)
        {
            map.Add(
                map.NodeAt("workingDays"),
                "workingDays",
                $"Ngày làm việc không đi với \"{key}\".",
                $"Working days do not go with \"{key}\".",
                Wording.Listed(["days"])
            );
        }
        return new(working ? TermUnit.WorkingDays : unit, count ?? 1);
    }
}
