namespace ThiDua.App.Packs.Reading;

internal static class FlowReader
{
    public static FlowDefinition Read(MapReader map) => new(
        map.Code("code"), map.Local("label"), map.Code("initial"),
        map.Maps("states", ReadState), map.Maps("acts", ReadAct));

    private static FlowState ReadState(MapReader map) =>
        new(map.Code("code"), map.Local("label"), map.Bool("final", false), map.Bool("editable", false));

    private static FlowAct ReadAct(MapReader map) => new(
        map.Code("code"), map.Local("label"), map.Codes("from", required: true), map.Code("to"), map.Code("permission"),
        map.Choice("reason", Choices<ReasonRule>.Every, ReasonRule.None), map.Codes("notBy"));
}
