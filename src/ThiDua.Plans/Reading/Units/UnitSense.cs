using ThiDua.Plans.Reading.Scans;

namespace ThiDua.Plans.Reading.Units;

/// <summary>What a unit's name says: the organ, its level, its place, its number.</summary>
internal sealed record UnitSense(HashSet<string> Core, string? Level, HashSet<string> Place, string Numbers)
{
    private static readonly WordSet Idle = Vocabulary.Words("unit-names/idle-words");

    private static readonly Phrases<bool> Leaders = Vocabulary.Set("unit-names/leaders");

    private static readonly Dictionary<string, string> Levels = Vocabulary
        .Sections("unit-levels")
        .SelectMany(level => level.Value.Select(name => (name, level.Key)))
        .ToDictionary(l => Folding.Of(l.name), l => l.Key, StringComparer.Ordinal);

    public static UnitSense Of(string name, Lexicon lexicon)
    {
        var words = new Words(Whole(OcrSlips.Names(name.Normalize()), lexicon));
        var core = new HashSet<string>(StringComparer.Ordinal);
        var place = new HashSet<string>(StringComparer.Ordinal);
        string? level = null;
        var numbers = "";
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsNumber(i))
            {
                numbers += "/" + words[i].TrimStart('0').ToString();
                continue;
            }
            if (LevelAt(words, i, out var length) is { } found)
            {
                level = found == "hamlet" || level is null ? found : level;
                i += length - 1;
                continue;
            }
            if (level is not null && words.Capital(i))
                place.Add(words[i].ToString());
            else if (!Idle.Has(words, i) || words.Count <= 2)
                core.Add(words[i].ToString());
        }
        return new(core, level, place, numbers);
    }

    /// <summary>0 to 1.</summary>
    public double Nearness(UnitSense other)
    {
        if (
            Numbers != other.Numbers
            && (Numbers.Length > 0 || other.Numbers.Length > 0)
            && (Level == "hamlet" || other.Level == "hamlet" || (Numbers.Length > 0 && other.Numbers.Length > 0))
        )
            return 0;
        if (Core.Count == 0 || other.Core.Count == 0)
            return Core.Count == other.Core.Count && Level == other.Level && Level is not null ? PlaceFactor(other) : 0;
        var common = Core.Count(other.Core.Contains);
        if (common == 0)
            return 0;
        return 2.0 * common / (Core.Count + other.Core.Count) * LevelFactor(other) * PlaceFactor(other);
    }

    private double LevelFactor(UnitSense other) =>
        Level == other.Level ? 1
        : Level is null || other.Level is null ? 0.93
        : 0.4;

    private double PlaceFactor(UnitSense other)
    {
        if (Place.Count == 0 || other.Place.Count == 0)
            return Place.Count == other.Place.Count ? 1 : 0.97;
        return Place.SetEquals(other.Place) ? 1 : 0.3;
    }

    // Abbreviations written out, the leader taken for the unit.
    private static string Whole(string name, Lexicon lexicon)
    {
        var words = new Words(name);
        var built = new System.Text.StringBuilder();
        for (var i = 0; i < words.Count; )
        {
            var leader = Leaders.Match(words, i, out _);
            if (leader > 0 && i + leader < words.Count && (built.Length == 0 || lexicon.Organs.Match(words, i + leader, out _) > 0))
            {
                i += leader;
                continue;
            }
            var length = lexicon.Organs.Match(words, i, out var organ);
            if (length > 0 && organ.FullName.Length > 3 && (words.Capital(i) || built.Length == 0))
                built.Append(organ.FullName).Append(' ');
            else
            {
                length = 1;
                built.Append(words.Slice(i, i)).Append(' ');
            }
            i += length;
        }
        return built.ToString();
    }

    private static string? LevelAt(Words words, int at, out int length)
    {
        length = 3;
        if (at + 2 < words.Count && words.Is(at, "to") && words.Is(at + 1, "dan") && words.Is(at + 2, "pho"))
            return "hamlet";
        length = 2;
        if (at + 1 < words.Count && Levels.TryGetValue(string.Concat(words[at], " ", words[at + 1]), out var two) && words.Touches(at))
            return two;
        length = 1;
        if (words.Is(at, "xa") && words.Is(at + 1, "hoi"))
            return null;
        // A "bản" is a hamlet, a "ban" a committee.
        return words.Is(at, "ban") && !words.Text.AsSpan(words.Start(at) + 1, 1).Equals("ả", StringComparison.OrdinalIgnoreCase)
            ? null
            : Levels.GetValueOrDefault(words[at].ToString());
    }
}
