using ThiDua.Measures;

namespace ThiDua.Oracle.Tests;

/// <summary>The raw world in the library's words.</summary>
public static class Translation
{
    public static Definitions Definitions(RawWorld world, int scale) => new(world.Indicators.Select(one => Definition(one, scale)));

    public static Period Of(RawPeriod period) => new(Calendar.Civil, Of(period.Step), period.Year, period.Number);

    public static DateRange Of(RawSpan span) => new(span.First, span.Last);

    public static Schedule Of(RawSchedule schedule) => new(Calendar.Civil, schedule.Parts.Select(part => (part.From, Of(part.Step))));

    public static TargetRule Rule(RawTarget target, RawIndicator indicator)
    {
        var percent = indicator.Kind == RawKind.Change || (target.Direction != RawDirection.None && target.Measure == RawMeasure.Percent);
        return new()
        {
            Indicator = target.Indicator,
            Comparator = target.Comparator switch
            {
                RawComparator.AtLeast => Comparator.AtLeast,
                RawComparator.Above => Comparator.MoreThan,
                RawComparator.Below => Comparator.LessThan,
                RawComparator.AtMost => Comparator.AtMost,
                _ => Comparator.Equal,
            },
            Value = Written(target.Value),
            Upper = target.Upper is { } upper ? Written(upper) : null,
            Exact = target.Exact,
            Direction = target.Direction switch
            {
                RawDirection.Decrease => Direction.Decrease,
                RawDirection.Increase => Direction.Increase,
                _ => null,
            },
            ChangeIn = percent || target.Measure == RawMeasure.Percent ? ChangeIn.Percent : ChangeIn.Difference,
            BaselineYear = indicator.Kind == RawKind.Change ? indicator.BaselineYear : target.BaselineYear,
            Scope = target.EachKind is null ? TargetScope.Total : TargetScope.EachUnit,
            Range = Of(target.Range),
            By = target.By,
            Completeness = (decimal)target.Completeness.Over / (decimal)target.Completeness.Under,
        };

        decimal Written(Exact value) => (decimal)value.Over / (decimal)value.Under * (percent ? 100 : 1);
    }

    private static IndicatorDefinition Definition(RawIndicator one, int scale) =>
        new()
        {
            Code = one.Id,
            Kind = Enum.Parse<IndicatorKind>(one.Kind.ToString()),
            Scale = one.Kind == RawKind.YesNo ? 0 : scale,
            Factor = 1,
            LessIsBetter = one.LessIsBetter,
            Numerator = one.Numerator,
            Denominator = one.Denominator,
            PartOfWhole = one.PartOfWhole,
            Of = one.Base,
            Ceiling = one.Limit,
            Starts = one.Starts,
            YesNo = Enum.Parse<YesNoRule>(one.YesNo.ToString()),
        };

    private static Frequency Of(RawStep step) =>
        step switch
        {
            RawStep.Month => Frequency.Month,
            RawStep.Quarter => Frequency.Quarter,
            RawStep.Half => Frequency.HalfYear,
            _ => Frequency.Year,
        };
}
