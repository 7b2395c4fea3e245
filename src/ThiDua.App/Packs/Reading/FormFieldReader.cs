using ThiDua.App.Forms;
using ThiDua.App.Maps;

namespace ThiDua.App.Packs.Reading;

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
            Many = map.Bool("many", false),
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

    public static FormCondition ReadCondition(MapReader map)
    {
        var condition = new FormCondition(map.Code("field"), map.Codes("is"))
        {
            Filled = map.BoolOrNull("filled"),
            AtLeast = map.DecimalOrNull("atLeast"),
            AtMost = map.DecimalOrNull("atMost"),
        };
        if (condition is { Values.Count: 0, Filled: null, AtLeast: null, AtMost: null })
            map.Add(
                null,
                "is",
                "Điều kiện chưa ghi phải thế nào.",
                "The condition does not say what must hold.",
                new(
                    "is: [lựa chọn], filled: true, atLeast: số hoặc atMost: số",
                    "is: [choices], filled: true, atLeast: or atMost: a number"
                )
            );
        return condition;
    }

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
