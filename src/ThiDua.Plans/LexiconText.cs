namespace ThiDua.Plans;

/// <summary>
/// Lexicons as text: "[section]" on a line of its own, then one entry a line; "#" begins a comment, and a section may be
/// opened again. Those that ship with the library are <c>Lexicons/*.txt</c>, embedded, one file a topic.
/// </summary>
internal static class LexiconText
{
    /// <summary>Every entry with its section, in order.</summary>
    /// <exception cref="FormatException">An entry stands before any section; the message names its line.</exception>
    public static IEnumerable<(string Section, string Entry)> Entries(IEnumerable<string> lines)
    {
        string? section = null;
        var number = 0;
        foreach (var raw in lines)
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] is '#')
                continue;
            if (line[0] is '[')
                section = line[^1] is ']' ? line[1..^1] : throw new FormatException($"Lexicon line {number}: {line} does not close");
            else
                yield return (section ?? throw new FormatException($"Lexicon line {number}: an entry before any [section]"), line);
        }
    }

    /// <summary>The topics that ship with the library: names of files.</summary>
    public static IEnumerable<string> Topics =>
        typeof(LexiconText)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Suffix.Length]);

    /// <summary>The lines of a lexicon that ships with the library.</summary>
    public static List<string> Shipped(string topic)
    {
        using var stream =
            typeof(LexiconText).Assembly.GetManifestResourceStream(Prefix + topic + Suffix)
            ?? throw new InvalidOperationException($"Lexicons/{topic}.txt is not embedded");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }

    private const string Prefix = "ThiDua.Plans.Lexicons.";
    private const string Suffix = ".txt";
}
