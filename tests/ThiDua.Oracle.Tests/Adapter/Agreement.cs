using System.Globalization;

namespace ThiDua.Oracle.Tests;

public static class Agreement
{
    // THIDUA_ORACLE_CASES: how many still cases; those with moves are a fifth. THIDUA_ORACLE_SEED: the first of them.
    private static readonly int s_still = Setting("THIDUA_ORACLE_CASES", 5000);
    private static readonly int s_first = Setting("THIDUA_ORACLE_SEED", 1);

    public static int Still => s_still;

    public static int Moving => s_still == 5000 ? 1500 : s_still / 5;

    public static void Of(string name, int cases, Func<Chance, RawWorld> make)
    {
        var kinds = new SortedDictionary<string, (int Count, string Example)>();
        var wrong = 0;
        for (var seed = s_first; seed < s_first + cases; seed++)
        {
            if (Case(seed, make) is { } difference)
            {
                wrong++;
                var kind = Kind(difference);
                var (count, example) = kinds.GetValueOrDefault(kind, (0, $"seed {seed}: {difference}"));
                kinds[kind] = (count + 1, example);
            }
        }
        var said = $"{name}: {cases - wrong} of {cases} agreed (seeds {s_first} to {s_first + cases - 1})";
        Console.WriteLine(said);
        var listed = kinds.Select(one => $"\n{one.Value.Count} × {one.Key}\n    {one.Value.Example}");
        Assert.True(wrong == 0, said + string.Concat(listed));
    }

    private static string? Case(int seed, Func<Chance, RawWorld> make)
    {
        var chance = new Chance(seed);
        var world = make(chance);
        var question = RandomQuestions.Ask(chance, world);
        try
        {
            var difference = Comparison.Of(world, question, chance);
            return difference is null ? null : $"{string.Join('+', world.Indicators.Select(one => one.Kind))} {difference}";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"{error.GetType().Name}: {error.Message} {error.StackTrace?.Split('\n')[0]}";
        }
    }

    private static string Kind(string difference) =>
        string.Join(':', difference.Split(':').Take(3).Select(part => new string([.. part.Where(letter => !char.IsDigit(letter))])));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
