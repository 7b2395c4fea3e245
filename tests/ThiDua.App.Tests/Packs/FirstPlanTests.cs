using System.Text.Json;
using ThiDua.App.Packs.Matching;
using ThiDua.Plans;

namespace ThiDua.App.Tests.Packs;

/// <summary>
/// The figured targets of the first plan, as its own list names them. The plan stands beside the repository, not in it:
/// without it these tests are skipped.
/// </summary>
public sealed class FirstPlanTests
{
    private static readonly string[] Expected =
    [
        "crime.cases-change", "crime.cleared-rate", "crime.grave.cleared-rate", "crime-report.handled-rate", "crime-report.resolved-rate",
        "reoffending.rate", "wanted.standing-rate", "wanted.new-rate", "area.transformed-rate", "household.reached-rate",
        "zalo.active-rate", "road.lit-rate", "model.zalo-rate", "model.faith-minority.zalo-rate",
    ];

    [Fact]
    public void Each_figured_target_gets_its_indicator_first_and_clearly()
    {
        var file = Path.Combine(PackFolder.Repository, "..", "shared", "plans", "binh-minh-2024.gold.json");
        Assert.SkipUnless(File.Exists(file), $"The first plan is not beside the repository ({file}).");
        using var gold = JsonDocument.Parse(File.ReadAllText(file));
        var headings = gold.RootElement.GetProperty("sections").EnumerateArray().ToDictionary(s => s[0].GetString()!, s => s[1].GetString()!);

        var found = gold.RootElement.GetProperty("targets").EnumerateArray()
            .Select(t => IndicatorMatcher.Propose(Target(t), PackFolder.Pack, headings[t.GetProperty("section").GetString()!]))
            .ToList();

        foreach (var f in found) Console.WriteLine(string.Join("; ", f.Take(3).Select(p => $"{p.Indicator.Code} {p.Score}")));
        Assert.Equal(Expected, found.Select(f => f.Count == 0 ? "" : f[0].Indicator.Code));
        Assert.All(found, f => Assert.True(IndicatorMatcher.IsClear(f), string.Join("; ", f.Select(p => $"{p.Indicator.Code} {p.Score}"))));
    }

    private static PlanTarget Target(JsonElement t) => new(
        t.GetProperty("section").GetString(), t.GetProperty("words").GetString()!, t.GetProperty("words").GetString()!,
        t.GetProperty("comparator").GetString(), t.GetProperty("value").GetDecimal(), null, t.GetProperty("unit").GetString(),
        t.TryGetProperty("direction", out var d) ? d.GetString() : null, t.TryGetProperty("baseline", out var b) ? b.GetInt32() : null,
        [], null, 1, new(1, 1));
}
