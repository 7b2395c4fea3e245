using System.Text.Json;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>The plan that specifies the system stands beside the repository; where it is absent its tests are skipped, and say so.</summary>
public sealed class FirstPlanTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_part_of_the_first_plan_is_read()
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, "../shared/plans is not beside the repository");
        using var file = File.OpenRead(Path.Combine(folder!, "binh-minh-2024.md"));
        var plan = PlanReader.Read(
            DocumentSource.Read(file, "binh-minh-2024.md", cancellationToken: TestContext.Current.CancellationToken)
        );
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder!, "binh-minh-2024.gold.json")));
        foreach (var part in PlanScore.Of(gold.RootElement, plan))
        {
            output.WriteLine($"{part.Name, -11} F1 {part.F1:F3}");
            Assert.True(
                part.F1 >= 0.97,
                $"{part.Name} {part.F1:F3}: missed {string.Join("; ", part.Missed)}; made up {string.Join("; ", part.MadeUp)}"
            );
        }
    }

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ThiDua.slnx")))
                return folder.Parent is { } parent && File.Exists(Path.Combine(parent.FullName, "shared", "plans", "binh-minh-2024.md"))
                    ? Path.Combine(parent.FullName, "shared", "plans")
                    : null;
        return null;
    }
}
