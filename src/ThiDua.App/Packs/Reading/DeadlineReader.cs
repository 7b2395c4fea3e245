namespace ThiDua.App.Packs.Reading;

internal static class DeadlineReader
{
    public static PackCalendar ReadCalendar(MapReader map) =>
        new(
            map.Code("code"),
            map.Local("label"),
            map.Int("startMonth", 1, 12),
            map.Int("startDay", 1, 28),
            map.Bool("previousYear", false),
            map.Choices("frequencies", Choices<ReportFrequency>.Every, required: true),
            map.BoolRequired("verified"),
            map.StringOrNull("basis")
        );

    public static DeadlineRule ReadRule(MapReader map) =>
        new(
            map.Code("code"),
            map.Local("label"),
            map.ChoiceRequired("frequency", Choices<ReportFrequency>.Every) ?? ReportFrequency.Month,
            map.Code("calendar"),
            map.Int("days", 0, 366),
            map.Bool("workingDays", false),
            map.Bool("nextWorkingDay", true),
            map.Ints("remindBefore", 0, 60),
            map.DateOrNull("validFrom"),
            map.DateOrNull("validTo"),
            map.BoolRequired("verified"),
            map.StringOrNull("basis")
        );

    public static Holiday ReadHoliday(MapReader map) =>
        new(
            map.Date("date"),
            map.Local("name"),
            map.ChoiceRequired("kind", Choices<HolidayKind>.Every) ?? HolidayKind.Public,
            map.BoolRequired("verified"),
            map.StringOrNull("basis")
        );
}
