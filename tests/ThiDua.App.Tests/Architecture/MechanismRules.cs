using System.Text.RegularExpressions;

namespace ThiDua.App.Tests.Architecture;

/// <summary>One mechanism for one thing, and none of them knows what is built on it.</summary>
public sealed partial class MechanismRules
{
    private static readonly string[] Mechanisms =
    [
        "Audit",
        "Cases",
        "Data",
        "Deadlines",
        "Facts",
        "Files",
        "Flow",
        "Forms",
        "Imports",
        "Jobs",
        "Lists",
        "Maps",
        "Notices",
        "Packs",
        "Sandbox",
        "Security",
        "Shared",
        "Tree",
        "Verify",
    ];

    [Fact]
    public void Mechanisms_import_no_feature()
    {
        var files = Mechanisms
            .Where(m => Directory.Exists(Path.Combine(Source.Root, "src/ThiDua.App", m)))
            .SelectMany(m => Source.Files($"src/ThiDua.App/{m}", ".cs", ".cshtml"))
            .ToList();
        Assert.True(files.Count > 80);
        Assert.Empty(files.Where(f => Feature().IsMatch(f.Text)).Select(f => f.Path));
    }

    [Fact]
    public void Every_folder_beside_the_features_is_a_known_mechanism()
    {
        var folders = Directory
            .GetDirectories(Path.Combine(Source.Root, "src/ThiDua.App"))
            .Select(Path.GetFileName)
            .Where(f => f is not ("Features" or "Cli" or "wwwroot" or "bin" or "obj" or "Properties"));
        Assert.Empty(folders.Except(Mechanisms));
    }

    [Fact]
    public void A_state_is_written_by_the_mover_alone()
    {
        var source = Source.Files("src/ThiDua.App", ".cs").Concat(Source.Files("bench", ".cs")).ToList();
        Assert.Equal(
            ["src/ThiDua.App/Cases/BeginCase.cs", "src/ThiDua.App/Cases/MoveCase.cs", "src/ThiDua.App/Cases/MoveTogether.cs"],
            source.Where(f => Enter().IsMatch(f.Text)).Select(f => f.Path).Order(StringComparer.Ordinal)
        );
        // No setter can be reached, and nothing goes around the entity.
        Assert.False(typeof(ThiDua.App.Cases.Case).GetProperty(nameof(ThiDua.App.Cases.Case.State))!.SetMethod!.IsPublic);
        Assert.Empty(source.Where(f => Around().IsMatch(f.Text)).Select(f => f.Path));
    }

    [Fact]
    public void Only_a_case_holds_a_state_of_a_flow()
    {
        var states = typeof(ThiDua.App.App)
            .Assembly.GetTypes()
            .Where(t => t.GetNestedType("Mapping", System.Reflection.BindingFlags.NonPublic) is not null)
            .Where(t => t.GetProperty("State") is { SetMethod: not null })
            .Select(t => t.Name)
            .Order();
        Assert.Equal(["Case"], states.Except(["Job"]));
    }

    [Fact]
    public void The_sample_data_comes_through_handlers_only()
    {
        var demo = Source.Files("src/ThiDua.App/Cli/Demo", ".cs").ToList();
        Assert.True(demo.Count > 3);
        Assert.Empty(demo.Where(f => Writes().IsMatch(f.Text)).Select(f => f.Path));
    }

    [GeneratedRegex(@"(?<!\.)\bFeatures\.[A-Z]|ThiDua\.App\.Features\b")]
    private static partial Regex Feature();

    [GeneratedRegex(@"\.Enter\(")]
    private static partial Regex Enter();

    [GeneratedRegex(@"UPDATE\s+""?case""?\b|Cases[^;]*ExecuteUpdate", RegexOptions.IgnoreCase)]
    private static partial Regex Around();

    [GeneratedRegex(@"SaveChanges|ExecuteUpdate|ExecuteDelete|\bdb\.Add|db\.\w+\.Add|viewer\.Record|\.Apply\(")]
    private static partial Regex Writes();
}
