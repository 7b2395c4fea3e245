using System.Text.Json;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>
/// The plan that specifies the system may stand beside the repository; a plan of its structure is in the corpus
/// (<c>41-phat-dong-thi-dua-xa.md</c>), so that a clone by itself tests the specification too.
/// </summary>
public sealed class FirstPlanTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_part_of_the_first_plan_is_read()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "plans");
        Assert.SkipUnless(Directory.Exists(folder), "../shared/plans is not beside the repository");
        Check(folder, "binh-minh-2024", least: 0.97);
    }

    [Fact]
    public void Every_part_of_the_plan_of_its_structure_is_read() =>
        Check(Path.Combine(Repository.Root, "tests", "corpus"), "41-phat-dong-thi-dua-xa", least: 1);

    private void Check(string folder, string name, double least)
    {
        using var file = File.OpenRead(Path.Combine(folder, name + ".md"));
        var plan = PlanReader.Read(DocumentSource.Read(file, name + ".md"));
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".gold.json")));
        foreach (var part in PlanScore.Of(gold.RootElement, plan))
        {
            output.WriteLine($"{part.Name, -11} F1 {part.F1:F3}");
            Assert.True(
                part.F1 >= least,
                $"{part.Name} {part.F1:F3}: missed {string.Join("; ", part.Missed)}; made up {string.Join("; ", part.MadeUp)}"
            );
        }
    }
}
