namespace ThiDua.Measures.Tests;

public sealed class EntryTests
{
    private static IndicatorDefinition Of(IndicatorKind kind) => new() { Code = "x", Kind = kind };

    [Theory]
    [InlineData(IndicatorKind.Flow, -1L, FactError.Negative)]
    [InlineData(IndicatorKind.Flow, 0L, null)]
    [InlineData(IndicatorKind.Flow, 1_000_000_000_000_000L, null)]
    [InlineData(IndicatorKind.Flow, 1_000_000_000_000_001L, FactError.TooLarge)]
    [InlineData(IndicatorKind.Stock, long.MaxValue, FactError.TooLarge)]
    [InlineData(IndicatorKind.Stock, long.MinValue, FactError.TooLarge)]
    [InlineData(IndicatorKind.Stock, -1L, FactError.Negative)]
    [InlineData(IndicatorKind.YesNo, 2L, FactError.NotYesNo)]
    [InlineData(IndicatorKind.YesNo, -1L, FactError.NotYesNo)]
    [InlineData(IndicatorKind.YesNo, 1L, null)]
    [InlineData(IndicatorKind.YesNo, 0L, null)]
    [InlineData(IndicatorKind.Ratio, 1L, FactError.Computed)]
    [InlineData(IndicatorKind.Change, null, FactError.Computed)]
    [InlineData(IndicatorKind.Score, null, null)]
    public void A_value_must_suit_its_kind(IndicatorKind kind, long? value, FactError? expected) =>
        Assert.Equal(expected, Entry.Check(Of(kind), value));

    [Fact]
    public void A_balance_may_be_negative() =>
        Assert.Equal(
            [null, null, FactError.TooLarge],
            new long[] { -1, -Entry.Limit, -Entry.Limit - 1 }.Select(v =>
                Entry.Check(Of(IndicatorKind.Flow) with { MayBeNegative = true }, v)
            )
        );

    [Theory]
    [InlineData(100, 100L, null)]
    [InlineData(101, 100L, FactError.MoreThanStock)]
    [InlineData(101, null, null)]
    public void More_reached_than_the_stock_is_an_error_at_entry(long value, long? stock, FactError? expected) =>
        Assert.Equal(expected, Entry.Check(Of(IndicatorKind.Reach), value, stock));

    [Theory]
    [InlineData(0, false, null, true)]
    [InlineData(3, false, 3L, true)]
    [InlineData(0, true, 0L, false)]
    [InlineData(3, true, 3L, false)]
    public void A_register_yields_zero_only_after_the_unit_confirms_the_period(long count, bool confirmed, long? value, bool provisional) =>
        Assert.Equal((value, provisional), Entry.FromRegister(count, confirmed));
}
