namespace ThiDua.Plans;

/// <summary>Pairs the texts of two lists, the most alike first, each at most once.</summary>
internal static class Pairing
{
    // Past this many pairs only texts that share a rare word are compared.
    private const int Most = 4_000_000;

    internal readonly record struct Pairs(int?[] ByTo, bool[] FromUsed);

    public static List<HashSet<string>> Bags<T>(IReadOnlyList<T> items, Func<T, string> text) => [.. items.Select(i => Bag(text(i)))];

    public static double Alike(string a, string b) => Alike(Bag(a), Bag(b));

    public static Pairs Of(int from, int to, List<HashSet<string>> a, List<HashSet<string>> b, double least, Func<int, int, bool> may)
    {
        var near = new List<(double Score, int I, int J)>();
        if ((long)from * to <= Most)
        {
            for (var i = 0; i < from; i++)
            for (var j = 0; j < to; j++)
                if (may(i, j) && Alike(a[i], b[j]) is var score && score >= least)
                    near.Add((score, i, j));
        }
        else
        {
            var byText = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < from; i++)
                byText.TryAdd(Key(a[i]), i);
            for (var j = 0; j < to; j++)
                if (byText.TryGetValue(Key(b[j]), out var i) && may(i, j))
                    near.Add((1, i, j));
        }
        return Take(near, from, to);
    }

    private static Pairs Take(List<(double Score, int I, int J)> near, int from, int to)
    {
        near.Sort(
            (x, y) =>
                y.Score != x.Score ? y.Score.CompareTo(x.Score)
                : x.I != y.I ? x.I.CompareTo(y.I)
                : x.J.CompareTo(y.J)
        );
        var pairs = new Pairs(new int?[to], new bool[from]);
        foreach (var (_, i, j) in near)
        {
            if (pairs.FromUsed[i] || pairs.ByTo[j] is not null)
                continue;
            pairs.FromUsed[i] = true;
            pairs.ByTo[j] = i;
        }
        return pairs;
    }

    private static string Key(HashSet<string> bag) => string.Join(' ', bag.Order(StringComparer.Ordinal));

    // Dice's coefficient of the words; figures and years are left out, for they are what changes.
    private static double Alike(HashSet<string> a, HashSet<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
            return 0;
        var (few, many) = a.Count < b.Count ? (a, b) : (b, a);
        return 2.0 * few.Count(many.Contains) / (a.Count + b.Count);
    }

    private static HashSet<string> Bag(string text)
    {
        var words = new Words(text);
        var bag = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
            if (!words.IsNumber(i))
                bag.Add(words[i].ToString());
        return bag;
    }
}
