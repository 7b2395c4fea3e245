using ThiDua.App.Forms;

namespace ThiDua.App.Packs.Reading;

/// <summary>A register with the places of its parts, for the checks.</summary>
internal sealed record RegisterDraft(
    Placed<RegisterDefinition> Register,
    IReadOnlyList<Placed<FormField>> Fields,
    IReadOnlyList<Placed<RegisterFeed>> Feeds,
    IReadOnlyList<Placed<DrawnRows>> Drawn
);

/// <summary>Reads one file of the folder registers/.</summary>
internal static class RegisterReader
{
    public const string UsualFlow = "row";

    public static RegisterDraft Read(MapReader map)
    {
        var (fields, feeds, drawn) = (new List<Placed<FormField>>(), new List<Placed<RegisterFeed>>(), new List<Placed<DrawnRows>>());
        var code = map.Code("code");
        var register = new RegisterDefinition
        {
            Code = code,
            Title = map.Local("title"),
            Row = map.Local("row"),
            Help = map.LocalOrNull("help"),
            Group = map.CodeOrNull("group"),
            Purpose = map.LocalOrNull("purpose"),
            KeptBy = map.Codes("keptBy", required: true),
            Shared = map.Bool("shared", false),
            Flow = map.CodeOrNull("flow") ?? UsualFlow,
            Date = map.Code("date"),
            Until = map.CodeOrNull("until"),
            Due = map.CodeOrNull("due"),
            Of = map.CodeOrNull("of"),
            Drawn = map.Maps("drawn", m => Kept(drawn, ReadDrawn(m), m), required: false),
            Name = map.Code("name"),
            Form = new(code, map.Maps("parts", m => ReadPart(m, fields))),
            Feeds = map.Maps("feeds", m => Kept(feeds, ReadFeed(m), m), required: false),
            Retention = ReadRetention(map),
        };
        map.Done();
        return new(new(register, map), fields, feeds, drawn);
    }

    private static DrawnRows ReadDrawn(MapReader map) =>
        new(map.Code("code"), map.Local("label"), map.Maps("where", FormFieldReader.ReadCondition, required: false));

    private static FormPart ReadPart(MapReader map, List<Placed<FormField>> fields)
    {
        var giver = map.CodeOrNull("givenBy");
        return new(
            map.Code("code"),
            map.LocalOrNull("title"),
            map.LocalOrNull("help"),
            map.Maps("fields", m => Kept(fields, FormFieldReader.Read(m) with { GivenBy = giver }, m))
        );
    }

    private static T Kept<T>(List<Placed<T>> all, T value, MapReader at)
    {
        all.Add(new(value, at));
        return value;
    }

    private static RegisterFeed ReadFeed(MapReader map) =>
        new(map.Code("indicator"))
        {
            From = map.DateOrNull("from"),
            On = map.CodeOrNull("on"),
            Sum = map.CodeOrNull("sum"),
            Distinct = map.CodeOrNull("distinct"),
            Latest = map.CodeOrNull("latest"),
            Households = map.CodeOrNull("households"),
            Standing = map.Bool("standing", false),
            Since = map.CodeOrNull("since"),
            Until = map.CodeOrNull("until"),
            Where = map.Maps("where", FormFieldReader.ReadCondition, false),
        };

    private static Retention ReadRetention(MapReader map)
    {
        if (map.MapAt("retention", map.Required("retention")) is not { } inner)
            return new(0, false, null);
        var retention = new Retention(inner.Int("years", 0, 100), inner.BoolRequired("verified"), inner.StringOrNull("basis"));
        inner.Done();
        return retention;
    }
}
