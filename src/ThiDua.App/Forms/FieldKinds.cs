using System.Globalization;

namespace ThiDua.App.Forms;

/// <summary>The one registry of kinds of field.</summary>
public static class FieldKinds
{
    public const string Text = "text",
        LongText = "long-text",
        Number = "number",
        Money = "money",
        Date = "date",
        Period = "period",
        Choice = "choice",
        Choices = "choices",
        YesNo = "yesno",
        Unit = "unit",
        Row = "row",
        Officer = "officer",
        Place = "place",
        Shape = "shape",
        Files = "files",
        Link = "link",
        Member = "member",
        Task = "task",
        Target = "target",
        Households = "households";

    private static readonly Dictionary<string, FieldKind> ByCode = new FieldKind[]
    {
        new TextKind(Text, FieldControl.Line, 300),
        new TextKind(LongText, FieldControl.Lines, 20_000),
        new NumberKind(Number),
        new NumberKind(Money),
        new DateKind(),
        new PeriodKind(),
        new ChoiceKind(),
        new ChoicesKind(),
        new YesNoKind(),
        new NamedKind(Unit),
        new NamedKind(Row),
        new NamedKind(Officer),
        new PlaceKind(),
        new ShapeKind(),
        new FilesKind(),
        new LinkKind(),
        new TextKind(Member, FieldControl.Line, 120),
        new NamedKind(Task),
        new NamedKind(Target),
        new HouseholdsKind(),
    }.ToDictionary(k => k.Code, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => ByCode.Keys;

    public static FieldKind Of(FormField field) => ByCode[field.Kind];

    /// <summary>A kept value as a number, whatever its field counts; null where it is none.</summary>
    public static decimal? NumberOf(string? value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
