using System.Text.RegularExpressions;
using ThiDua.App.Packs.Matching;
using ThiDua.Plans;

namespace ThiDua.App.Tests.Packs;

/// <summary>What docs/packs.md teaches is tried out.</summary>
public sealed partial class PackDocsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(PackFolder.Repository, "docs", "packs.md"));

    [Fact]
    public void The_worked_example_loads_and_is_proposed()
    {
        using var pack = new SpoiltPack();
        pack.Append("indicators.yaml", Yaml().Match(Page).Groups[1].Value);
        var result = pack.Load();
        Assert.Empty(result.Errors.Select(e => e.Format("vi")));

        var target = new PlanTarget(
            null,
            "Phấn đấu 80% hẻm có camera",
            "hẻm có camera",
            "=",
            80,
            null,
            "%",
            null,
            null,
            [],
            null,
            1,
            new(1, 1)
        );
        var found = IndicatorMatcher.Propose(target, result.Pack!);
        Assert.Equal("camera.covered-rate", found[0].Indicator.Code);
        Assert.True(IndicatorMatcher.IsClear(found));
    }

    [Fact]
    public void The_register_that_is_shown_loads()
    {
        using var pack = new SpoiltPack();
        pack.Write("registers/clean-up.yaml", Register().Match(Page).Groups[1].Value);
        Assert.Empty(pack.Load().Errors.Select(e => e.Format("vi")));
    }

    [Fact]
    public void The_register_from_nothing_is_told_its_mistakes_and_then_loads()
    {
        var steps = NightWalk().Matches(Page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, steps.Count);
        using var pack = new SpoiltPack();
        pack.Write("registers/night-walk.yaml", steps[0]);
        var told = pack.Load().Errors.Select(e => e.Format("vi")).ToList();
        var shown = Page.Split('\n').Where(l => l.StartsWith("registers/night-walk.yaml:", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, shown.Count);
        Assert.Equal(shown.Count, told.Count);
        // A long list is cut on the page.
        Assert.All(shown.Zip(told), l => Assert.StartsWith(l.First.Split('…')[0], l.Second, StringComparison.Ordinal));
        pack.Write("registers/night-walk.yaml", steps[1]);
        Assert.Empty(pack.Load().Errors.Select(e => e.Format("vi")));
    }

    [Fact]
    public void The_example_of_a_mistake_is_what_is_printed()
    {
        using var pack = new SpoiltPack();
        pack.Replace("indicators.yaml", "kind: flow", "kind: folw");
        Assert.Contains(pack.OnlyError().Format("vi"), Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_indicator_of_its_tables_exists_and_is_typed_by_whom_it_says()
    {
        var rows = Page.Split('\n').Where(l => l.StartsWith('|')).ToList();
        var named = rows.SelectMany(l => Code().Matches(l))
            .Select(m => m.Groups[1].Value)
            .Where(c => !c.StartsWith("camera", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.True(named.Count > 40);
        Assert.All(named, c => Assert.True(PackFolder.Pack.Indicator(c) is not null, c));

        var typed = rows.Where(l => l.TrimEnd().EndsWith("police, month |", StringComparison.Ordinal))
            .SelectMany(l => Code().Matches(l))
            .Select(m => PackFolder.Pack.Indicator(m.Groups[1].Value)!);
        Assert.All(
            typed.Where(i => !i.Derived),
            i => Assert.Equal((true, "Month"), (i.ReportedBy.Contains("police"), i.Frequency.ToString()))
        );
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"```yml\n(code: night-walk.*?)```", RegexOptions.Singleline)]
    private static partial Regex NightWalk();

    [GeneratedRegex(@"```yml\n(code: clean-up.*?)```", RegexOptions.Singleline)]
    private static partial Regex Register();

    [GeneratedRegex(
        @"`((?:crime|crime-report|reoffending|wanted|area|household|zalo|road|model|certified|police|school|reintegration)\.[a-z.-]+)`"
    )]
    private static partial Regex Code();
}
