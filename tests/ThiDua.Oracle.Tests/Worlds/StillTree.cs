namespace ThiDua.Oracle.Tests;

/// <summary>One to eight units in one to three levels. Kinds are given from the lowest level up.</summary>
public static class StillTree
{
    public static readonly IReadOnlyList<string> Kinds = ["thon", "xa", "tinh"];

    public static readonly DateOnly Start = new(2020, 1, 1);

    public static (IReadOnlyList<RawStay> Stays, IReadOnlyList<string> Kinds) Make(Chance chance)
    {
        var levels = chance.From(1, 3);
        return Make(chance, levels, levels == 1 ? 1 : chance.From(levels, 8));
    }

    public static (IReadOnlyList<RawStay> Stays, IReadOnlyList<string> Kinds) Make(Chance chance, int levels, int count)
    {
        var level = new int[count + 1];
        var stays = new List<RawStay>();
        for (var unit = 1; unit <= count; unit++)
        {
            // The first units make sure that every level is there.
            var parent =
                unit == 1 ? (int?)null
                : unit <= levels ? unit - 1
                : chance.Of([.. Enumerable.Range(1, unit - 1).Where(one => level[one] < levels - 1)]);
            level[unit] = parent is { } up ? level[up] + 1 : 0;
            stays.Add(new(unit, Start, null, Kinds[levels - 1 - level[unit]], parent));
        }
        return (stays, [.. Kinds.Take(levels)]);
    }
}
