using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>How a target is read, on both sides of every boundary.</summary>
public sealed class RequirementTests
{
    private static readonly Rational Hair = new(1, 1_000_000_000);

    private static Requirement Of(
        Comparator comparator,
        bool lessIsBetter = false,
        bool exact = false,
        decimal? upper = null,
        Direction? direction = null
    ) =>
        Requirement.Of(
            Target("x", comparator, 75) with
            {
                Exact = exact,
                Upper = upper,
                Direction = direction,
                BaselineYear = direction is null ? null : 2023,
            },
            lessIsBetter
        );

    [Theory]
    [InlineData(Comparator.AtLeast, false, true, true)]
    [InlineData(Comparator.MoreThan, false, false, true)]
    [InlineData(Comparator.LessThan, true, false, false)]
    [InlineData(Comparator.AtMost, true, true, false)]
    [InlineData(Comparator.Equal, false, true, true)]
    public void Below_at_and_above_the_value(Comparator comparator, bool below, bool at, bool above)
    {
        var requirement = Of(comparator);
        Assert.Equal((below, at, above), (requirement.IsMetBy(75 - Hair), requirement.IsMetBy(75), requirement.IsMetBy(75 + Hair)));
    }

    [Fact]
    public void A_bare_figure_is_at_most_where_less_is_better() =>
        Assert.Equal(new(Comparator.AtMost, 75, null), Of(Comparator.Equal, lessIsBetter: true));

    [Fact]
    public void A_bare_fall_is_at_least_also_where_less_is_better() =>
        Assert.Equal(new(Comparator.AtLeast, 75, null), Of(Comparator.Equal, lessIsBetter: true, direction: Direction.Decrease));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Equality_only_where_the_target_is_exact(bool lessIsBetter)
    {
        var requirement = Of(Comparator.Equal, lessIsBetter, exact: true);
        Assert.Equal((false, true, false), (requirement.IsMetBy(75 - Hair), requirement.IsMetBy(75), requirement.IsMetBy(75 + Hair)));
    }

    [Fact]
    public void The_upper_end_of_a_range_is_hoped_for_and_no_limit() => Assert.True(Of(Comparator.AtLeast, upper: 80).IsMetBy(90));

    [Fact]
    public void The_upper_end_is_a_limit_where_the_target_is_exact()
    {
        var requirement = Of(Comparator.AtLeast, exact: true, upper: 80);
        Assert.Equal(
            (false, true, true, false),
            (requirement.IsMetBy(75 - Hair), requirement.IsMetBy(75), requirement.IsMetBy(80), requirement.IsMetBy(80 + Hair))
        );
    }

    [Fact]
    public void A_range_is_judged_by_its_lower_end_and_where_less_is_better_by_its_upper()
    {
        Assert.Equal(new(Comparator.AtLeast, 75, null), Of(Comparator.Equal, upper: 80));
        Assert.Equal(new(Comparator.MoreThan, 75, null), Of(Comparator.MoreThan, upper: 80));
        foreach (var comparator in new[] { Comparator.Equal, Comparator.AtLeast, Comparator.MoreThan, Comparator.AtMost })
        {
            Assert.Equal(new(Comparator.AtMost, 80, null), Of(comparator, lessIsBetter: true, upper: 80));
        }

        Assert.Equal(new(Comparator.LessThan, 80, null), Of(Comparator.LessThan, lessIsBetter: true, upper: 80));
        Assert.Equal(new(Comparator.AtLeast, 75, null), Of(Comparator.Equal, lessIsBetter: true, upper: 80, direction: Direction.Decrease));
    }

    [Fact]
    public void Met_by_all_and_met_by_none_say_what_every_value_between_says() =>
        Gen.Select(Gen.Enum<Comparator>(), Gen.Bool, Gen.Int[70, 80], Gen.Int[0, 10], Gen.Int[0, 2])
            .Sample(
                (comparator, exact, low, width, open) =>
                {
                    var requirement = Of(comparator, exact: exact, upper: exact ? 77 : null);
                    Rational? least = open == 1 ? null : low;
                    Rational? most = open == 2 ? null : low + width;
                    var all = Enumerable
                        .Range(60, 40)
                        .SelectMany(v => new Rational[] { v, v + Hair, v - Hair })
                        .Where(v => !(v < least) && !(v > most))
                        .Select(requirement.IsMetBy)
                        .ToList();
                    Assert.True(!requirement.IsMetByAll(least, most) || all.All(m => m));
                    Assert.Equal(requirement.IsMetByNone(least, most), all.All(m => !m));
                }
            );
}
