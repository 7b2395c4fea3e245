namespace ThiDua.Measures.Tests;

/// <summary>Small worlds to judge in: monthly cells of 2023 and 2024, six units asked unless a test says otherwise.</summary>
internal static class World
{
    public static readonly DateRange Year2024 = DateRange.CivilYear(2024);

    public static readonly Schedule Monthly = new(Frequency.Month);

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static DateOnly EndOf(int month, int year = 2024) => Period.Month(year, month).Last;

    /// <summary>Cells of consecutive months from January on; null leaves a month out.</summary>
    public static IEnumerable<Cell> Months(int year, int reported, params long?[] values) =>
        values.Index().Where(v => v.Item is not null).Select(v => new Cell(Period.Month(year, v.Index + 1), v.Item!.Value, reported));

    public static Series Flow(int asked, params IEnumerable<Cell>[] cells) => new(Monthly, cells.SelectMany(c => c), asked);

    /// <summary>A held value of one unit, given as the values themselves.</summary>
    public static Series Held(IndicatorDefinition indicator, params (Period Period, long? Value)[] values) =>
        new(
            Monthly,
            Totals.OwnCells(indicator, values.Index().Select(v => new CurrentValue(v.Item.Period, v.Index, v.Item.Value, v.Item.Value))),
            1
        );

    public static Question Ask(DateOnly asOf, Definitions definitions, params (string Code, Series Series)[] figures) =>
        new()
        {
            Definitions = definitions,
            Figures = figures.ToDictionary(f => f.Code, f => f.Series),
            Range = Year2024,
            AsOf = asOf,
        };

    public static Standing Judge(this Question question, TargetRule rule) =>
        Measures.Judge.Total(rule, question.Definitions, question.Figures, question.AsOf);

    public static TargetRule Target(string indicator, Comparator comparator, decimal value) =>
        new()
        {
            Indicator = indicator,
            Comparator = comparator,
            Value = value,
            Range = Year2024,
        };
}
