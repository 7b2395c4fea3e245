using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>Baselines follow dated succession.</summary>
public sealed class SuccessionTests
{
    private static readonly IndicatorDefinition Crimes = new() { Code = "crimes", Kind = IndicatorKind.Flow };
    private static readonly IndicatorDefinition Lamps = new() { Code = "lamps", Kind = IndicatorKind.Stock };

    [Fact]
    public void A_merged_unit_is_compared_with_all_its_predecessors()
    {
        var merged = Succession.Inherit(
            Crimes,
            Monthly,
            1,
            [(Flow(1, Months(2023, 1, 4, 5)), Share.Whole), (Flow(1, Months(2023, 1, 6, 7)), Share.Whole)]
        );
        Assert.Equal([10, 12], merged.Cells.Select(c => c.All.Sum));
    }

    [Fact]
    public void A_split_unit_is_compared_with_its_share()
    {
        var part = Succession.Inherit(Crimes, Monthly, 1, [(Flow(1, Months(2023, 1, 10, 5)), new Share(0, 3, 5))]);
        Assert.Equal([6, 3], part.Cells.Select(c => c.All.Sum));
    }

    [Fact]
    public void The_parts_of_a_split_sum_to_the_whole() =>
        Gen.Select(Gen.Long[0, 1000].Array[12], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Bool)
            .Sample(
                (values, one, two, held) =>
                {
                    var (low, high) = (Math.Min(one, two), Math.Max(one, two));
                    var indicator = held ? Lamps : Crimes;
                    Series whole = new(
                        Monthly,
                        Totals.OwnCells(
                            indicator,
                            values.Index().Select(v => new CurrentValue(Period.Month(2023, v.Index + 1), v.Index, v.Item, v.Item))
                        ),
                        1
                    );
                    var parts = new[] { new Share(0, low, 100), new Share(low, high, 100), new Share(high, 100, 100) }
                        .Select(s => Succession.Inherit(indicator, Monthly, 1, [(whole, s)]))
                        .ToList();
                    Assert.Equal(
                        whole.Cells.Select(c => (long)c.All.Sum),
                        whole.Cells.Select(c => parts.Sum(p => (long)p.CellOf(c.Period).All.Sum))
                    );
                    // Each part of a held value is its share of it at any time, to within one.
                    var time = 0L;
                    var share = 0L;
                    foreach (var cell in whole.Cells)
                    {
                        time = (held ? time : 0) + (long)cell.All.Sum;
                        share = (held ? share : 0) + (long)parts[0].CellOf(cell.Period).All.Sum;
                        Assert.InRange(share, (time * low / 100m) - 1, (time * low / 100m) + 1);
                    }
                }
            );

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(-1, 1, 2)]
    [InlineData(2, 1, 2)]
    [InlineData(0, 3, 2)]
    public void A_share_is_a_part_of_its_whole(int from, int to, int of) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Succession.Inherit(Crimes, Monthly, 1, [(Flow(1, Months(2023, 1, 4)), new(from, to, of))])
        );
}
