namespace ThiDua.App.Packs.Reading;

internal static class FlowReader
{
    private const int MostDays = 366;

    public static FlowDefinition Read(MapReader map) =>
        new(map.Code("code"), map.Local("label"), map.Code("initial"), map.Maps("states", ReadState), map.Maps("acts", ReadAct))
        {
            Kind = map.CodeOrNull("kind") ?? map.Code("code"),
        };

    private static FlowState ReadState(MapReader map) =>
        new(
            map.Code("code"),
            map.Local("label"),
            map.Bool("final", false),
            map.Bool("editable", false),
            ReadClock(map.MapAt("clock", map.Optional("clock"))),
            map.Bool("counts", true)
        )
        {
            Asked = map.LocalOrNull("asked"),
        };

    private static FlowClock? ReadClock(MapReader? map)
    {
        if (map is null)
            return null;
        var clock = new FlowClock(
            map.IntOrNull("days", 1, MostDays),
            map.Bool("workingDays", false),
            map.Ints("remindBefore", 0, MostDays),
            map.Ints("escalateAfter", 1, MostDays),
            map.Bool("verified", false)
        )
        {
            SilentAfter = map.IntOrNull("silentAfter", 1, MostDays),
        };
        map.Done();
        return clock;
    }

    private static FlowAct ReadAct(MapReader map) =>
        new(
            map.Code("code"),
            map.Local("label"),
            map.Codes("from", required: true),
            map.Code("to"),
            map.Code("permission"),
            map.Choice("reason", Choices<ReasonRule>.Every, ReasonRule.None),
            map.Codes("notBy"),
            map.Choice("level", Choices<FlowLevel>.Every, FlowLevel.Own),
            map.Bool("awaited", true)
        )
        {
            Asked = map.LocalOrNull("asked"),
            Back = map.Bool("back", false),
        };
}
