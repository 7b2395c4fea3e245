namespace ThiDua.App.Packs.Reading;

internal static class UnitKindReader
{
    public static UnitKind Read(MapReader map) =>
        new(
            map.Code("code"),
            map.Local("label"),
            map.BoolRequired("territorial"),
            map.ChoiceRequired("level", Choices<UnitLevel>.Every) ?? UnitLevel.Commune,
            map.Strings("names", required: true),
            map.Codes("under"),
            map.DateOrNull("validFrom"),
            map.DateOrNull("validTo")
        )
        {
            Means = map.Codes("means"),
            Manner = map.CodeOrNull("manner"),
        };

    public static Manner ReadManner(MapReader map) =>
        new(
            map.Code("code"),
            map.Bool("asks", false),
            map.Local("button"),
            map.Local("remind"),
            map.Local("overdue"),
            map.Local("undated")
        );
}
