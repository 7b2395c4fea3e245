using ThiDua.Measures;

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

    /// <summary>A rule starts with an event or at the end of a period; which of them is told by what it names.</summary>
    public static DeadlineRule ReadRule(MapReader map)
    {
        var after = map.CodeOrNull("event");
        return after is null ? ReadPeriod(map) : ReadEvent(map, after);
    }

    private static PeriodDeadline ReadPeriod(MapReader map) =>
        new()
        {
            Code = map.Code("code"),
            Label = map.Local("label"),
            Frequency = map.ChoiceRequired("frequency", Choices<ReportFrequency>.Every) ?? ReportFrequency.Month,
            Calendar = map.Code("calendar"),
            Days = map.Int("days", 0, 366),
            WorkingDays = map.Bool("workingDays", false),
            DayOff = map.Choice("dayOff", Choices<DayOffRule>.Every, DayOffRule.Next),
            RemindBefore = map.Ints("remindBefore", 0, 60),
            ValidFrom = map.DateOrNull("validFrom"),
            ValidTo = map.DateOrNull("validTo"),
            Verified = map.BoolRequired("verified"),
            Basis = map.StringOrNull("basis"),
        };

    private static EventDeadline ReadEvent(MapReader map, string after) =>
        new()
        {
            Code = map.Code("code"),
            Label = map.Local("label"),
            Event = after,
            Term = TermReader.Read(map),
            DayOff = map.Choice("dayOff", Choices<DayOffRule>.Every, DayOffRule.Next),
            Extensions = map.Maps("extensions", ReadExtension, required: false),
            RemindBefore = map.Ints("remindBefore", 0, 60),
            ValidFrom = map.DateOrNull("validFrom"),
            ValidTo = map.DateOrNull("validTo"),
            Verified = map.BoolRequired("verified"),
            Basis = map.StringOrNull("basis"),
        };

    private static TermExtension ReadExtension(MapReader map) =>
        new(map.Code("code"), map.Local("label"), new(TermReader.Read(map), map.Bool("inAll", false)), map.IntOrNull("times", 1, 10) ?? 1);

    public static Holiday ReadHoliday(MapReader map) =>
        new(
            map.Date("date"),
            map.Local("name"),
            map.ChoiceRequired("kind", Choices<HolidayKind>.Every) ?? HolidayKind.Public,
            map.BoolRequired("verified"),
            map.StringOrNull("basis")
        );
}
