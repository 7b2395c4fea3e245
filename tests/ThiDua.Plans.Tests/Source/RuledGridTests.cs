using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Tests.Source;

public sealed class RuledGridTests
{
    private static readonly Rule[] Three = [new(0, 0, 100), new(50, 0, 100), new(100, 0, 100)];

    private static string[] Rows(Rule[] uprights, double[] levels, params (double X, double Y, string Text)[] words)
    {
        var grid = Assert.Single(RuledGrid.Find([.. uprights], [.. levels.Select(l => new Rule(l, 0, 100))]));
        return
        [
            .. grid.Table(words, w => (w.X, w.Y), cell => string.Join(' ', cell.Select(w => w.Text)))
                .Rows.Select(r => string.Join('|', r.Row!.Cells)),
        ];
    }

    [Fact]
    public void A_word_stands_in_the_cell_around_it() =>
        Assert.Equal(
            ["a|b", "c|d"],
            Rows(Three, [0, 50, 100], (10, 90, "a"), (90, 60, "b"), (10, 20, "c"), (60, 10, "d"), (150, 50, "beside"))
        );

    [Fact]
    public void Cells_without_an_upright_between_them_are_one() =>
        Assert.Equal(
            ["a b|a b", "c|d"],
            Rows(
                [new(0, 0, 100), new(50, 0, 50), new(100, 0, 100)],
                [0, 50, 100],
                (10, 75, "a"),
                (90, 75, "b"),
                (10, 20, "c"),
                (60, 10, "d")
            )
        );

    /// <summary>A stamp over the topmost line, a page that ends within the table.</summary>
    [Fact]
    public void Where_uprights_go_on_beyond_the_last_level_line_a_row_stands() =>
        Assert.Equal(
            ["TT|Việc", "1|a", "2|b"],
            Rows(Three, [40, 70], (10, 90, "TT"), (90, 90, "Việc"), (10, 50, "1"), (60, 50, "a"), (10, 20, "2"), (60, 20, "b"))
        );

    [Fact]
    public void Each_cell_is_told_once()
    {
        var grid = Assert.Single(
            RuledGrid.Find([new(0, 0, 100), new(50, 0, 50), new(100, 0, 100)], [new(0, 0, 100), new(50, 0, 100), new(100, 0, 100)])
        );
        Assert.Equal([(0d, 50d, 100d, 100d), (0, 0, 50, 50), (50, 0, 100, 50)], grid.Cells());
    }

    [Fact]
    public void A_frame_is_no_table() =>
        Assert.Empty(RuledGrid.Find([new(0, 0, 100), new(100, 0, 100)], [new(0, 0, 100), new(100, 0, 100)]));
}
