using ThiDua.Measures;

namespace ThiDua.App.Packs;

/// <summary>The definitions of a pack as the arithmetic knows them; the arithmetic knows no packs.</summary>
public static class PackMeasures
{
    public static IndicatorDefinition Definition(Pack pack, PackIndicator indicator) =>
        new()
        {
            Code = indicator.Code,
            Kind = Enum.Parse<IndicatorKind>(indicator.Kind.ToString()),
            Scale = indicator.Scale,
            LessIsBetter = indicator.LessIsBetter,
            Numerator = indicator.Numerator,
            Denominator = indicator.Denominator,
            PartOfWhole =
                indicator.Numerator is { } part && pack.Indicator(part)?.PartOf.Any(p => p.Whole == indicator.Denominator) == true,
            Of = indicator.Of,
            Ceiling = indicator.Stock,
            YesNo = Enum.Parse<YesNoRule>(indicator.Over.ToString()),
        };

    public static Frequency Frequency(this ReportFrequency frequency) =>
        frequency switch
        {
            ReportFrequency.Month => Measures.Frequency.Month,
            ReportFrequency.Quarter => Measures.Frequency.Quarter,
            ReportFrequency.Half => Measures.Frequency.HalfYear,
            _ => Measures.Frequency.Year,
        };
}
