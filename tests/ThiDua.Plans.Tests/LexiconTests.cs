using System.Text.RegularExpressions;

namespace ThiDua.Plans.Tests;

/// <summary>The lexicons hold what rules ask for, and nothing else.</summary>
public sealed partial class LexiconTests
{
    private static readonly string Sources = string.Concat(
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "ThiDua.Plans"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
    );

    // Of these the sections are named after other things than what a rule asks for: kinds, levels, parts of the lexicon of units.
    private static readonly string[] Whole =
    [
        "section-titles",
        "table-columns",
        "task-labels",
        "unit-levels",
        "comparators",
        "dates",
        "organs",
        "groups",
        "fields",
        "name-words",
        "verbs",
        "not-units",
    ];

    public static TheoryData<string> Topics => [.. LexiconText.Topics.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_section_is_asked_for(string topic)
    {
        var sections = Vocabulary.Sections(topic);
        Assert.NotEmpty(sections);
        if (Whole.Contains(topic))
            Assert.Contains($"\"{topic}", Sources, StringComparison.Ordinal);
        else
            foreach (var section in sections.Keys)
                Assert.Contains($"\"{topic}/{section}\"", Sources, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void No_entry_stands_twice_in_a_section(string topic)
    {
        foreach (var (section, entries) in Vocabulary.Sections(topic))
            Assert.Equal([], entries.GroupBy(e => e, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{section}: {g.Key}"));
    }

    [Fact]
    public void What_a_rule_asks_for_is_there()
    {
        foreach (Match name in Asked().Matches(Sources))
            Assert.NotEmpty(Vocabulary.Entries(name.Groups[1].Value));
    }

    [GeneratedRegex("Vocabulary\\s*\\.(?:Set|Named|Words|Folded|Entries)\\(\"([a-z-]+/[a-z-]+)\"\\)")]
    private static partial Regex Asked();
}
