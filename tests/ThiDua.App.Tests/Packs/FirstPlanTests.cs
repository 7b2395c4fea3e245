using ThiDua.App.Packs.Matching;
using ThiDua.Plans;
using ThiDua.Plans.Reading;
using ThiDua.Plans.Source;

namespace ThiDua.App.Tests.Packs;

/// <summary>
/// The targets of whole plans, read by the real reader: the sample plan of this repository, and the first plan, which
/// stands beside the repository, not in it (without it its tests are skipped).
/// </summary>
public sealed class FirstPlanTests
{
    private const string First = "../shared/plans/binh-minh-2024.md";
    private const string Sample = "samples/ke-hoach-thi-dua-2024.md";

    private static readonly string[] Figured =
    [
        "crime.cases-change",
        "crime.cleared-rate",
        "crime.grave.cleared-rate",
        "crime-report.handled-rate",
        "crime-report.resolved-rate",
        "reoffending.rate",
        "wanted.standing-rate",
        "wanted.new-rate",
        "area.transformed-rate",
        "household.reached-rate",
        "zalo.active-rate",
        "road.lit-rate",
        "model.zalo-rate",
        "model.faith-minority.zalo-rate",
    ];

    [Theory]
    [InlineData(First)]
    [InlineData(Sample)]
    public void Each_figured_target_gets_its_indicator_first_and_clearly(string file)
    {
        var plan = Read(file);
        var found = plan.Targets.Where(t => t.Value is not null).Select(t => IndicatorMatcher.Propose(t, PackFolder.Pack, plan)).ToList();
        Assert.Equal(Figured, found.Select(f => f.Count == 0 ? "" : f[0].Indicator.Code));
        Assert.All(found, f => Assert.True(IndicatorMatcher.IsClear(f), string.Join("; ", f.Select(p => $"{p.Indicator.Code} {p.Score}"))));
    }

    [Theory]
    [InlineData(First, "04 giảm", "crime.grave.cases-change", "crime.four-reductions.cases-change")]
    [InlineData(First, "phòng cháy", "certified.order", "certified.fire")]
    [InlineData(First, "trẻ em", "certified.child-friendly", "certified.legal-access")]
    [InlineData(First, "nòng cốt", "police.advice")]
    [InlineData(Sample, "04 giảm", "crime.four-reductions.cases-change", "crime.grave.cases-change")]
    [InlineData(Sample, "phòng cháy", "certified.order", "certified.fire")]
    [InlineData(Sample, "trẻ em", "certified.child-friendly", "certified.legal-access")]
    [InlineData(Sample, "nòng cốt", "police.advice")]
    public void A_wish_gets_all_that_it_names_before_anything_else(string file, string part, params string[] codes)
    {
        var plan = Read(file);
        var wish = Assert.Single(plan.Targets, t => t.Value is null && t.Text.ToString().Contains(part, StringComparison.Ordinal));
        var found = IndicatorMatcher.Propose(wish, PackFolder.Pack, plan);
        Assert.Equal(codes, found.Take(codes.Length).Select(f => f.Indicator.Code));
    }

    private static Plan Read(string file)
    {
        var path = Path.Combine(PackFolder.Repository, file);
        Assert.SkipUnless(File.Exists(path), $"The plan is not there ({file}).");
        using var stream = File.OpenRead(path);
        return PlanReader.Read(DocumentSource.Read(stream, path, cancellationToken: TestContext.Current.CancellationToken));
    }
}
