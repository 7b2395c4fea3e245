using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs.Checks;

/// <summary>Finds indicators that are computed from themselves, or are parts of themselves.</summary>
internal static class IndicatorCycles
{
    public static void Run(IReadOnlyList<Placed<PackIndicator>> all)
    {
        var byCode = all.GroupBy(i => i.Value.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in all)
        {
            Walk(start.Value.Code, [], byCode, done);
        }
    }

    private static void Walk(string code, List<string> path, Dictionary<string, Placed<PackIndicator>> byCode, HashSet<string> done)
    {
        var again = path.IndexOf(code);
        if (again >= 0)
        {
            var cycle = string.Join(" → ", path.Skip(again).Append(code));
            var last = byCode[path[^1]];
            var key = IndicatorChecks.Links(last.Value).First(l => l.Code == code).Key;
            last.Add(key, $"Các chỉ số tính vòng quanh: {cycle}.", $"The indicators go round in a circle: {cycle}.");
            return;
        }
        // A chain longer than any honest pack's would also be too deep for the stack.
        if (path.Count > 200 || done.Contains(code) || !byCode.TryGetValue(code, out var one))
        {
            return;
        }
        path.Add(code);
        foreach (var link in IndicatorChecks.Links(one.Value))
        {
            Walk(link.Code, path, byCode, done);
        }
        path.RemoveAt(path.Count - 1);
        done.Add(code);
    }
}
