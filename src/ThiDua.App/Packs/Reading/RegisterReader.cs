using ThiDua.App.Forms;
using ThiDua.App.Maps;

namespace ThiDua.App.Packs.Reading;

/// <summary>A register with the places of its parts, for the checks.</summary>
internal sealed record RegisterDraft(
    Placed<RegisterDefinition> Register,
    IReadOnlyList<Placed<FormField>> Fields,
    IReadOnlyList<Placed<RegisterFeed>> Feeds
);

/// <summary>Reads one file of the folder registers/.</summary>
internal static class RegisterReader
{
    public const string UsualFlow = "row";

    public static RegisterDraft Read(MapReader map)
    {
        var (fields, feeds) = (new List<Placed<FormField>>(), new List<Placed<RegisterFeed>>());
        var code = map.Code("code");
        var register = new RegisterDefinition
        {
            Code = code,
            Title = map.Local("title"),
            Row = map.Local("row"),
            Help = map.LocalOrNull("help"),
            KeptBy = map.Codes("keptBy", required: true),
            Flow = map.CodeOrNull("flow") ?? UsualFlow,
            Date = map.Code("date"),
            Name = map.Code("name"),
            Form = new(code, map.Maps("parts", m => ReadPart(m, fields))),
            Feeds = map.Maps("feeds", m => Kept(feeds, ReadFeed(m), m), required: false),
            Retention = ReadRetention(map),
        };
        map.Done();
        return new(new(register, map), fields, feeds);
    }

    private static FormPart ReadPart(MapReader map, List<Placed<FormField>> fields) =>
        new(
            map.Code("code"),
            map.LocalOrNull("title"),
            map.LocalOrNull("help"),
            map.Maps("fields", m => Kept(fields, FormFieldReader.Read(m), m))
        );

    private static T Kept<T>(List<Placed<T>> all, T value, MapReader at)
    {
        all.Add(new(value, at));
        return value;
    }

    private static RegisterFeed ReadFeed(MapReader map) =>
        new(map.Code("indicator"), map.DateOrNull("from"), map.CodeOrNull("sum"), map.Maps("where", FormFieldReader.ReadCondition, false));

    private static Retention ReadRetention(MapReader map)
    {
        if (map.MapAt("retention", map.Required("retention")) is not { } inner)
            return new(0, false, null);
        var retention = new Retention(inner.Int("years", 0, 100), inner.BoolRequired("verified"), inner.StringOrNull("basis"));
        inner.Done();
        return retention;
    }
}

/// <summary>Reads one field of a form.</summary>
internal static class FormFieldReader
{
    private const int MostText = 20_000;

    public static FormField Read(MapReader map)
    {
        var kind = map.Code("kind");
        return new()
        {
            Code = map.Code("code"),
            Kind = kind,
            Label = map.Local("label"),
            Help = map.LocalOrNull("help"),
            Unit = map.LocalOrNull("unit") ?? (kind == FieldKinds.Money ? new("đồng", "VND") : null),
            Required = map.Bool("required", false),
            Scale = map.IntOrNull("scale", 0, IndicatorReader.MaxScale) ?? 0,
            Min = map.DecimalOrNull("min"),
            Max = map.DecimalOrNull("max"),
            Most = map.IntOrNull("most", 1, MostText),
            Pattern = One(map, "pattern", m => new FormPattern(m.String("expression"), m.Local("of"))),
            Choices = map.Maps("choices", m => new FormChoice(m.Code("code"), m.Local("label")), required: false),
            UnitKinds = map.Codes("unitKinds"),
            Register = map.CodeOrNull("register"),
            Frequency = map.Choice("frequency", Choices<ReportFrequency>.Every, ReportFrequency.Month),
            When = One(map, "when", ReadCondition),
            AtMost = map.Codes("atMost"),
            NotBefore = map.CodeOrNull("notBefore"),
            Past = map.Bool("past", false),
            Sum = map.Codes("sum"),
            LengthOf = map.CodeOrNull("lengthOf"),
            Shape = map.Choice("shape", Choices<ShapeSort>.Every, ShapeSort.Point),
            Usual = One(map, "usual", m => new FormRange(m.DecimalOrNull("low") ?? 0, m.DecimalOrNull("high") ?? decimal.MaxValue)),
            Unique = map.Bool("unique", false),
            Listed = map.Bool("listed", false),
            Public = map.Bool("public", false),
            Needs = map.CodeOrNull("needs"),
        };
    }

    public static FormCondition ReadCondition(MapReader map) => new(map.Code("field"), map.Codes("is", required: true));

    private static T? One<T>(MapReader map, string key, Func<MapReader, T> read)
        where T : class
    {
        if (map.MapAt(key, map.Optional(key)) is not { } inner)
            return null;
        var value = read(inner);
        inner.Done();
        return value;
    }
}
