namespace ThiDua.App.Packs.Reading;

internal static class IndicatorReader
{
    public const int MaxScale = 4;

    public static readonly Choices<PackKind> Kinds = new(
        ("flow", PackKind.Flow),
        ("stock", PackKind.Stock),
        ("opening", PackKind.Opening),
        ("reach", PackKind.Reach),
        ("ratio", PackKind.Ratio),
        ("change", PackKind.Change),
        ("yesno", PackKind.YesNo),
        ("score", PackKind.Score)
    );

    private static readonly LocalText Percent = new("%", "%");

    public static PackIndicator Read(MapReader map)
    {
        var kind = map.ChoiceRequired("kind", Kinds) ?? PackKind.Flow;
        var derived = kind is PackKind.Ratio or PackKind.Change;
        return new PackIndicator
        {
            Code = map.Code("code"),
            Name = map.Local("name"),
            Kind = kind,
            Group = map.Code("group"),
            Measure = Measure(map, kind),
            Counts = map.ChoiceOrNull("counts", Choices<Counted>.Every),
            Scale = map.IntOrNull("scale", 0, MaxScale) ?? (derived ? 2 : 0),
            Numerator = map.CodeOrNull("numerator"),
            Denominator = map.CodeOrNull("denominator"),
            Of = map.CodeOrNull("of"),
            Stock = map.CodeOrNull("stock"),
            PartOf = map.Maps("partOf", ReadPart, required: false),
            Over = map.Choice("over", Choices<YesNoOver>.Every, YesNoOver.Share),
            MaxScore = map.IntOrNull("maxScore", 1, 1000),
            LessIsBetter = map.Bool("lessIsBetter", false),
            NamedParts = map.Bool("namedParts", false),
            Sensitive = map.Bool("sensitive", false),
            ReportedBy = map.Codes("reportedBy"),
            Frequency = map.ChoiceOrNull("frequency", Choices<ReportFrequency>.Every),
            Source = map.Choice("source", Choices<FigureSource>.Every, FigureSource.Reported),
            Register = map.CodeOrNull("register"),
            Help = map.LocalOrNull("help"),
            Words = map.Strings("words"),
            Needs = map.Strings("needs"),
            NotWords = map.Strings("notWords"),
            Verified = map.BoolRequired("verified"),
            Basis = map.StringOrNull("basis"),
        };
    }

    // The unit of a ratio and of a change can only be a percentage, and an answer has none: asking for it would invite mistakes.
    private static LocalText Measure(MapReader map, PackKind kind) =>
        kind switch
        {
            PackKind.Ratio or PackKind.Change => map.LocalOrNull("unit") ?? Percent,
            PackKind.YesNo => map.LocalOrNull("unit") ?? new("", ""),
            _ => map.Local("unit"),
        };

    private static readonly Choices<PartScope> Scopes = Choices<PartScope>.Every;

    private static PartOf ReadPart(MapReader map) => new(map.Code("whole"), map.Choice("over", Scopes, PartScope.Period) == PartScope.Year);

    private enum PartScope
    {
        Period,
        Year,
    }
}
