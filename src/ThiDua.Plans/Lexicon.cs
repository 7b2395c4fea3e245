namespace ThiDua.Plans;

/// <summary>
/// The words by which the reader knows organs and their acts: names of organs with their abbreviations, collective names,
/// the words that stay inside a unit's name and the verbs that end it. It is data (<c>Lexicon.txt</c>, embedded); a pack
/// adds lines of the same form with <see cref="Extend"/>. Immutable, safe to share between threads.
/// </summary>
public sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Shipped = new(() => new Lexicon(Embedded()));
    private readonly string[] _lines;

    /// <param name="lines">Lines of the form of <c>Lexicon.txt</c>: a section in brackets, then one entry a line, "|" before each abbreviation.</param>
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

    /// <summary>Length in words of the verb at this word, 0 for none. One syllable is that verb with its own marks, or with none: "nhân" is not "nhận".</summary>
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

    /// <summary>Length in words of what carries a name on at this word, 0 for nothing; one syllable as in <see cref="VerbAt"/>, but that "áp" is how OCR reads "ấp".</summary>
    internal int GoesOnAt(Words words, int at) =>
        GoesOn.Match(words, at, out var name) is > 0 and var length && (length > 1 || words.Spelled(at, name) || name is "ấp") ? length : 0;

    internal bool StartsWithOrgan(string text) => Organs.Match(new Words(text), 0, out _) > 0;

    private void Read()
    {
        Action<string>? add = null;
        for (var i = 0; i < _lines.Length; i++)
        {
            var line = _lines[i].Trim();
            if (line.Length == 0 || line[0] is '#')
                continue;
            if (line[0] is '[')
                add = Section(line, i);
            else
                (add ?? throw new FormatException($"Lexicon line {i + 1}: an entry before any [section]"))(line);
        }
    }

    private Action<string> Section(string line, int number) =>
        line switch
        {
            "[organ]" => AddOrgan,
            "[group]" => entry => Groups.Add(entry, new Organ(entry, false, null)),
            "[goes-on]" => entry => GoesOn.Add(entry, entry),
            "[verb]" => entry => Verbs.Add(entry, entry),
            "[field]" => entry => Fields.Add(entry, true),
            "[not-unit]" => entry => NotUnits.Add(entry, true),
            _ => throw new FormatException($"Lexicon line {number + 1}: unknown section {line}"),
        };

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

    private static List<string> Embedded()
    {
        using var stream =
            typeof(Lexicon).Assembly.GetManifestResourceStream("ThiDua.Plans.Lexicon.txt")
            ?? throw new InvalidOperationException("Lexicon.txt is not embedded");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}
