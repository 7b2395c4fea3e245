namespace ThiDua.Oracle.Tests;

/// <summary>The indicators of a case: the one asked about, and the parts it needs.</summary>
public static class RandomIndicators
{
    public const int BaselineYear = 2024;
    public const int Year = 2025;

    public static IReadOnlyList<RawIndicator> Make(Chance chance, IReadOnlyList<string> kinds)
    {
        var kind = chance.Of(Enum.GetValues<RawKind>());
        var schedule = Schedule(chance);
        return kind switch
        {
            RawKind.Ratio => Ratio(chance, kinds, schedule),
            RawKind.Change => Change(chance, kinds, schedule),
            RawKind.Reach when chance.In(50) => Limited(chance, kinds, schedule),
            _ => [Plain(chance, "main", kind, kinds, schedule)],
        };
    }

    private static RawIndicator Plain(Chance chance, string id, RawKind kind, IReadOnlyList<string> kinds, RawSchedule schedule) =>
        new(id, kind)
        {
            Asked = [.. kinds.Where((_, level) => level == 0 || (kind != RawKind.Score && chance.In(25)))],
            Schedule = schedule,
            LessIsBetter = kind is not RawKind.YesNo && chance.In(30),
            YesNo = chance.Of(Enum.GetValues<RawYesNo>()),
            Starts = kind == RawKind.Reach ? Starts(chance) : [],
            Territorial = kind == RawKind.Reach ? [.. kinds.Where((_, level) => level == 0 || chance.In(20))] : [],
        };

    // Campaigns begin in January, April or October, each year again; some worlds know one campaign only.
    private static IReadOnlyList<DateOnly> Starts(Chance chance)
    {
        var month = chance.Of(1, 4, 10);
        return chance.In(75) ? [new(BaselineYear, month, 1), new(Year, month, 1)] : [new(Year, month, 1)];
    }

    private static RawSchedule Schedule(Chance chance)
    {
        var step = chance.In(55) ? RawStep.Month : chance.Of(RawStep.Quarter, RawStep.Half, RawStep.Year);
        var from = DateOnly.MinValue;
        if (chance.In(80))
        {
            return new([new(from, step)]);
        }
        return chance.Of<RawSchedule>(
            new([new(from, RawStep.Month), new(new(Year, chance.Of(1, 4, 7, 10), 1), RawStep.Quarter)]),
            new([new(from, RawStep.Quarter), new(new(Year, chance.Of(1, 4, 7, 10), 1), RawStep.Month)]),
            new([new(from, RawStep.Half), new(new(Year, chance.Of(1, 7), 1), RawStep.Month)]),
            new([new(from, RawStep.Year), new(new(Year, 1, 1), RawStep.Month)])
        );
    }

    private static IReadOnlyList<RawIndicator> Ratio(Chance chance, IReadOnlyList<string> kinds, RawSchedule schedule)
    {
        var (over, under) = chance.Of(
            (RawKind.Flow, RawKind.Flow),
            (RawKind.Stock, RawKind.Stock),
            (RawKind.Flow, RawKind.Stock),
            (RawKind.Reach, RawKind.Stock),
            (RawKind.Flow, RawKind.Opening),
            (RawKind.Opening, RawKind.Stock)
        );
        var other = chance.In(75) ? schedule : Schedule(chance);
        return
        [
            new("main", RawKind.Ratio)
            {
                Numerator = "over",
                Denominator = "under",
                PartOfWhole = chance.In(50),
                LessIsBetter = chance.In(20),
            },
            Plain(chance, "over", over, kinds, schedule),
            Plain(chance, "under", under, kinds, other),
        ];
    }

    private static IReadOnlyList<RawIndicator> Change(Chance chance, IReadOnlyList<string> kinds, RawSchedule schedule)
    {
        var main = new RawIndicator("main", RawKind.Change)
        {
            Base = "base",
            BaselineYear = BaselineYear,
            LessIsBetter = chance.In(30),
        };
        if (chance.In(20))
        {
            var ratio = Ratio(chance, kinds, schedule);
            return [main, ratio[0] with { Id = "base" }, ratio[1], ratio[2]];
        }
        return [main, Plain(chance, "base", chance.Of(RawKind.Flow, RawKind.Flow, RawKind.Flow, RawKind.Stock), kinds, schedule)];
    }

    private static IReadOnlyList<RawIndicator> Limited(Chance chance, IReadOnlyList<string> kinds, RawSchedule schedule) =>
        [
            Plain(chance, "main", RawKind.Reach, kinds, schedule) with
            {
                Limit = "stock",
            },
            Plain(chance, "stock", RawKind.Stock, kinds, schedule),
        ];
}
