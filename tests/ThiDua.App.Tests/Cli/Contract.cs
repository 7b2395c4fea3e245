using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using ThiDua.App.Cli;
using ThiDua.App.Tests.Packs;

namespace ThiDua.App.Tests.Cli;

/// <summary>docs/contract.md, held against the program: its commands, their options, the fields that they print.</summary>
public sealed partial class Contract
{
    private sealed record Row(string Command, HashSet<string> Options, string Prints);

    private static readonly List<Row> Rows =
    [
        .. File.ReadLines(Path.Combine(PackFolder.Repository, "docs", "contract.md"))
            .Where(l => l.StartsWith("| `thidua ", StringComparison.Ordinal))
            .Select(Read),
    ];

    /// <summary>
    /// The JSON has exactly the fields that the page names for the command; those inside lists only where the list has rows.
    /// </summary>
    internal static void Holds(string command, string json)
    {
        var row = Assert.Single(Rows, r => r.Command == command);
        var named = Name().Matches(Braces().Match(row.Prints).Value).Select(m => m.Value).ToHashSet();
        using var document = JsonDocument.Parse(json);
        var found = new HashSet<string>();
        var open = Names(document.RootElement, found);
        Assert.Empty(found.Except(named));
        if (!open)
            Assert.Empty(named.Except(found));
    }

    [Fact]
    public void Every_command_stands_on_the_page_with_its_options()
    {
        var program = Leaves(CommandLine.Build(), "").ToDictionary(l => l.Path, l => l.Command);
        Assert.Equal(program.Keys.Order(), Rows.Select(r => r.Command).Order());
        foreach (var row in Rows)
            Assert.Equal(program[row.Command].Options.Where(o => !o.Hidden).Select(o => o.Name).Order(), row.Options.Order());
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0 ? [(path, command)] : command.Subcommands.SelectMany(c => Leaves(c, $"{path} {c.Name}".Trim()));

    private static Row Read(string line)
    {
        var cells = line.Split(" | ");
        var command = string.Join(' ', cells[0].Split('`')[1].Split(' ').Skip(1).TakeWhile(w => char.IsAsciiLetterLower(w[0])));
        return new(command, [.. Option().Matches(cells[1]).Select(m => m.Value)], cells[2]);
    }

    /// <returns>Whether something is null or empty that has names of its own otherwise.</returns>
    private static bool Names(JsonElement element, HashSet<string> names)
    {
        var open = false;
        if (element.ValueKind == JsonValueKind.Array)
            open = element.GetArrayLength() == 0 || element.EnumerateArray().Any(e => Names(e, names));
        if (element.ValueKind != JsonValueKind.Object)
            return open;
        foreach (var property in element.EnumerateObject())
        {
            names.Add(property.Name);
            open |= property is { Name: "first", Value.ValueKind: JsonValueKind.Null } | Names(property.Value, names);
        }
        return open;
    }

    [GeneratedRegex(@"--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"\{.*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex Name();
}
