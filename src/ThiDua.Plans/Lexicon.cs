namespace ThiDua.Plans;

/// <summary>
/// The words by which the reader knows organs and their acts: names of organs with their abbreviations, collective names,
/// the words that stay inside a unit's name and the verbs that end it. It is data (<c>Lexicons/organs.txt</c> and those
/// beside it, embedded); a pack adds lines of the same form with <see cref="Extend"/>. Immutable, safe to share between threads.
/// </summary>
public sealed class Lexicon
{
    private static readonly string[] Topics = ["organs", "groups", "fields", "name-words", "verbs", "not-units"];
    private static readonly Lazy<Lexicon> Shipped = new(() => new Lexicon(Topics.SelectMany(LexiconText.Shipped)));
    private readonly string[] _lines;

    /// <param name="lines">A section in brackets, then one entry a line, "|" before each abbreviation of an organ.</param>
    /// <exception cref="FormatException">A line stands before any section, or the section is unknown.</exception>
    public Lexicon(IEnumerable<string> lines)
    {
        _lines = [.. lines];
        Read();
    }

    /// <summary>The lexicon that ships with the library.</summary>
    public static Lexicon Default => Shipped.Value;

    internal Phrases<Organ> Organs { get; } = new();
    internal Phrases<Organ> Groups { get; } = new();
    internal Phrases<string> GoesOn { get; } = new();
    internal Phrases<string> Verbs { get; } = new();
    internal Phrases<bool> NotUnits { get; } = new();
    internal Phrases<bool> Fields { get; } = new();

    // "Trường" and "Trưởng": words that differ only in their marks.
    private readonly Dictionary<string, List<string>> _alone = new(StringComparer.Ordinal);

    /// <summary>An organ's name of one syllable is written so, or as another organ that differs from it only in its marks.</summary>
    internal bool IsAlone(string written, string name) =>
        _alone.TryGetValue(Folding.Of(name), out var names)
        && names.Exists(n => string.Equals(written, n, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every name and abbreviation of an organ with its full name.</summary>
    internal List<(string Written, string Full)> Names { get; } = [];

    /// <param name="FullName">The organ's name in full.</param>
    /// <param name="Abbreviated">Written in capitals only.</param>
    /// <param name="Short">One syllable, which other words share without its marks ("Đội", "Đối"): it must be written so.</param>
    internal sealed record Organ(string FullName, bool Abbreviated, string? Short);

    /// <summary>A new lexicon with these lines after the present ones; see the constructor for their form.</summary>
    /// <exception cref="FormatException">As the constructor.</exception>
    public Lexicon Extend(IEnumerable<string> lines) => new([.. _lines, .. lines]);

    /// <summary>
    /// Length in words of the verb at this word, 0 for none. One syllable is that verb with its own marks, or with none:
    /// "nhân" is not "nhận".
    /// </summary>
    internal int VerbAt(Words words, int at) =>
        Verbs.Match(words, at, out var verb) is > 0 and var length
        && (length > 1 ? !NameFollows(words, at, length) : words.Spelled(at, verb))
            ? length
            : 0;

    // "Truyền thông, Báo tỉnh" holds no "thông báo".
    private static bool NameFollows(Words words, int at, int length)
    {
        for (var i = at; i < at + length - 1; i++)
            if (words.Gap(i).Contains(',') && words.Capital(i + 1))
                return true;
        return false;
    }

    /// <summary>
    /// Length in words of what carries a name on at this word, 0 for nothing; one syllable as in <see cref="VerbAt"/>, but
    /// that "áp" is how OCR reads "ấp".
    /// </summary>
    internal int GoesOnAt(Words words, int at) =>
        GoesOn.Match(words, at, out var name) is > 0 and var length && (length > 1 || words.Spelled(at, name) || name is "ấp") ? length : 0;

    internal bool StartsWithOrgan(string text) => Organs.Match(new Words(text), 0, out _) > 0;

    private void Read()
    {
        foreach (var (section, entry) in LexiconText.Entries(_lines))
            Add(section, entry);
    }

    private void Add(string section, string entry)
    {
        switch (section)
        {
            case "organ":
                AddOrgan(entry);
                break;
            case "group":
                Groups.Add(entry, new Organ(entry, false, null));
                break;
            case "goes-on":
                GoesOn.Add(entry, entry);
                break;
            case "verb":
                Verbs.Add(entry, entry);
                break;
            case "field":
                Fields.Add(entry, true);
                break;
            case "not-unit":
                NotUnits.Add(entry, true);
                break;
            default:
                throw new FormatException($"Lexicon: unknown section [{section}]");
        }
    }

    private void AddOrgan(string entry)
    {
        var names = entry.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            var alone = name.Contains(' ') ? null : name;
            if (alone is not null && _alone.TryGetValue(Folding.Of(alone), out var others))
            {
                others.Add(alone);
                Names.Add((name, names[0]));
                continue;
            }
            Organs.Add(name, new Organ(names[0], !name.Any(char.IsLower), alone));
            if (alone is not null)
                _alone[Folding.Of(alone)] = [alone];
            Names.Add((name, names[0]));
        }
    }
}
