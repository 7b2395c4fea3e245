using static ThiDua.App.Packs.Reading.Wording;

namespace ThiDua.App.Packs.Reading;

internal static class LexiconReader
{
    private static readonly char[] Reserved = ['|', '[', ']', '#', '\n', '\r'];

    public static PackLexicon Read(MapReader? root)
    {
        if (root is null)
        {
            return new([], new Dictionary<string, string>());
        }
        var organs = root.Maps("organs", Organ);
        var shorts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in root.Maps("abbreviations", m => new Pair(m.String("short"), m.String("full"), m)))
        {
            if (!shorts.TryAdd(pair.Short, pair.Full))
            {
                pair.At.Add(
                    pair.At.NodeAt("short"),
                    "short",
                    $"\"{Cut(pair.Short)}\" đã có ở trên.",
                    $"\"{Cut(pair.Short)}\" stands above already."
                );
            }
        }
        return new(organs, shorts);
    }

    private static IReadOnlyList<string> Organ(MapReader map)
    {
        IReadOnlyList<string> names = [map.String("name"), .. map.Strings("also")];
        foreach (var name in names.Where(n => n.IndexOfAny(Reserved) >= 0))
        {
            map.Add(
                null,
                "name",
                $"\"{Cut(name)}\" có ký tự không dùng được.",
                $"\"{Cut(name)}\" holds a character that cannot be used.",
                new("tên không có | [ ] # và không xuống dòng", "a name without | [ ] # and in one line")
            );
        }
        return names;
    }

    private sealed record Pair(string Short, string Full, MapReader At);
}
