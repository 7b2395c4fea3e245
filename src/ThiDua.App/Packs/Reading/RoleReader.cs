namespace ThiDua.App.Packs.Reading;

internal static class RoleReader
{
    public static PackRole Read(MapReader map) =>
        new(map.Code("code"), map.Local("label"), map.LocalOrNull("help"), map.Codes("permissions", required: true));
}
