using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>A target on each unit shows how many meet it and which do not.</summary>
public sealed class EachUnitTests
{
    private static readonly Definitions Pack = new([new() { Code = "sessions", Kind = IndicatorKind.Flow }]);

    private static EachStanding Judge(DateOnly asOf, params long?[][] units) =>
        Measures.Judge.EachUnit(
            Target("sessions", Comparator.AtLeast, 12) with
            {
                Scope = TargetScope.EachUnit,
            },
            Pack,
            units.Select(
                (months, at) =>
                    (
                        at + 1L,
                        (IReadOnlyDictionary<string, Series>)
                            new Dictionary<string, Series> { ["sessions"] = Flow(1, Months(2024, 1, months)) }
                    )
            ),
            asOf
        );

    [Fact]
    public void How_many_meet_it_and_which_do_not()
    {
        var standing = Judge(EndOf(3), [12, 1, 1], [1, 1, 1], [0, 1, 0], [4, 4, 4]);
        Assert.Equal((2, 4), (standing.Met, standing.Asked));
        Assert.Equal([2L, 3L], standing.NotMet);
        Assert.Equal(TargetState.Behind, standing.State);
        Assert.Equal(TargetState.OnTrack, standing.Units[2].State);
    }

    [Fact]
    public void The_sum_of_all_does_not_help_those_which_miss_it()
    {
        var standing = Judge(
            EndOf(12),
            [.. Enumerable.Repeat<long?[]>([.. Enumerable.Repeat<long?>(9, 12)], 3), [.. Enumerable.Repeat<long?>(0, 12)]]
        );
        Assert.Equal((TargetState.Missed, 3, false), (standing.State, standing.Met, standing.IsProvisional));
        Assert.Equal([4L], standing.NotMet);
    }

    [Fact]
    public void All_units_meet_it() =>
        Assert.Equal((TargetState.Met, 2), Judge(EndOf(3), [12, 0, 0], [12, 0, 0]) is var s ? (s.State, s.Met) : default);

    [Fact]
    public void A_silent_unit_leaves_it_provisional()
    {
        var standing = Judge(EndOf(3), [12, 0, 0], []);
        Assert.Equal((TargetState.Met, true, 1, 2), (standing.State, standing.IsProvisional, standing.Reported, standing.Asked));
        Assert.Equal([2L], standing.NotMet);
    }

    [Fact]
    public void All_silent_is_no_figures() => Assert.Equal(TargetState.NoFigures, Judge(EndOf(3), [], []).State);

    [Fact]
    public void No_units_is_no_figures() =>
        Assert.Equal((TargetState.NoFigures, true), Judge(EndOf(3)) is var s ? (s.State, s.IsProvisional) : default);

    [Fact]
    public void Units_in_which_nothing_happened_neither_meet_nor_miss_it()
    {
        Definitions pack = new([
            new() { Code = "cleared", Kind = IndicatorKind.Flow },
            new() { Code = "cases", Kind = IndicatorKind.Flow },
            new()
            {
                Code = "share",
                Kind = IndicatorKind.Ratio,
                Numerator = "cleared",
                Denominator = "cases",
            },
        ]);
        IReadOnlyDictionary<string, Series> Unit(long cleared, long cases) =>
            new Dictionary<string, Series>
            {
                ["cleared"] = Flow(1, Months(2024, 1, [.. Enumerable.Repeat<long?>(cleared, 12)])),
                ["cases"] = Flow(1, Months(2024, 1, [.. Enumerable.Repeat<long?>(cases, 12)])),
            };
        var standing = Measures.Judge.EachUnit(
            Target("share", Comparator.AtLeast, 80),
            pack,
            [(1, Unit(0, 0)), (2, Unit(4, 4))],
            EndOf(12)
        );
        Assert.Equal((TargetState.Met, 1, false), (standing.State, standing.Met, standing.IsProvisional));
        Assert.Equal([1L], standing.NothingHappened);
        Assert.Empty(standing.NotMet);
        Assert.Equal(
            TargetState.NothingHappened,
            Measures.Judge.EachUnit(Target("share", Comparator.AtLeast, 80), pack, [(1, Unit(0, 0))], EndOf(12)).State
        );
    }

    [Fact]
    public void The_distribution_says_how_many_units_have_each_value() =>
        Assert.Equal(
            [(1, 2), (3, 1)],
            Judge(EndOf(3), [3, 0, 0], [1, 0, 0], [], [0, 1, 0]).Distribution.Select(d => ((int)d.Value.Numerator, d.Units))
        );
}
