using ThiDua.Measures;

namespace ThiDua.Oracle.Tests;

/// <summary>A unit's own totals, and those of the units it follows in the baseline year.</summary>
public static class Inheritance
{
    private static readonly DateOnly s_end = new(RandomIndicators.BaselineYear, 12, 31);

    public static Series Series(RawWorld world, LibraryStore store, RawIndicator indicator, int top)
    {
        var own = store.Cells(top, indicator.Id);
        var inherited = Inherited(world, store, indicator, top).ToList();
        return new(
            Translation.Of(indicator.Schedule),
            own.Concat(inherited.SelectMany(one => Until(store.Definitions[indicator.Id], one.Cells))),
            Asked(world, indicator, top)
        );
    }

    private static IEnumerable<Series> Inherited(RawWorld world, LibraryStore store, RawIndicator indicator, int top)
    {
        var definition = store.Definitions[indicator.Id];
        foreach (var one in world.Successions.Where(one => one.Successor == top && one.Day > new DateOnly(2024, 1, 1)))
        {
            var older = new Series(
                Translation.Of(indicator.Schedule),
                store
                    .Cells(one.Predecessor, indicator.Id)
                    .Concat(Inherited(world, store, indicator, one.Predecessor).SelectMany(series => series.Cells)),
                0
            );
            yield return Succession.Inherit(definition, older.Schedule, 0, [(older, ShareOf(world, one))]);
        }
    }

    // The parts of a split follow one another.
    private static Share ShareOf(RawWorld world, RawSuccession one)
    {
        var before = world
            .Successions.Where(other => other.Day == one.Day && other.Predecessor == one.Predecessor)
            .TakeWhile(other => other != one)
            .Aggregate(Exact.Zero, (sum, other) => sum + other.Share);
        var of = 20;
        return new((int)((before * of).Over), (int)(((before + one.Share) * of).Over), of);
    }

    /// <summary>Only the baseline year is inherited: of a flow its periods, of a held value what held until its end.</summary>
    private static IEnumerable<Cell> Until(IndicatorDefinition definition, IEnumerable<Cell> cells)
    {
        foreach (var cell in cells.Where(cell => cell.Period.Last <= s_end))
        {
            if (!definition.IsHeld)
            {
                yield return cell;
            }
            else if ((cell.Since ?? cell.Period.First) <= s_end)
            {
                yield return cell;
                yield return -cell with
                {
                    Since = s_end.AddDays(1),
                };
            }
        }
    }

    private static IEnumerable<(DateOnly From, int Asked)> Asked(RawWorld world, RawIndicator indicator, int top)
    {
        var own = Places.Asked(world.Stays, top, indicator);
        var older = world
            .Successions.Where(one => one.Successor == top)
            .Select(one => Asked(world, indicator, one.Predecessor).ToList())
            .ToList();
        var days = own.Select(step => step.From).Append(s_end.AddDays(1)).Distinct().Order();
        return [.. days.Select(day => (day, At(own, day) + (day > s_end ? 0 : older.Sum(steps => At(steps, day)))))];
    }

    private static int At(IReadOnlyList<(DateOnly From, int Asked)> steps, DateOnly day) => steps.Last(step => step.From <= day).Asked;
}
