using static ThiDua.App.Packs.Reading.Wording;

namespace ThiDua.App.Packs.Reading;

internal static class LexiconReader
{
    public static PackLexicon Read(MapReader? root)
    {
        if (root is null)
        {
            return new([], new Dictionary<string, string>());
        }
        var organs = root.Strings("organs", required: true);
        var shorts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in root.Maps("abbreviations", m => new Pair(m.String("short"), m.String("full"), m)))
        {
            if (!shorts.TryAdd(pair.Short, pair.Full))
            {
                pair.At.Add(pair.At.NodeAt("short"), "short", $"\"{Cut(pair.Short)}\" đã có ở trên.", $"\"{Cut(pair.Short)}\" stands above already.");
            }
        }
        return new(organs, shorts);
    }

    private sealed record Pair(string Short, string Full, MapReader At);
}
