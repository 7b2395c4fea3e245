using System.Text.RegularExpressions;
using ThiDua.App.Packs.Matching;
using ThiDua.Plans;

namespace ThiDua.App.Tests.Packs;

public sealed partial class MatcherTests
{
    public static TheoryData<string, string?, string> Sentences()
    {
        var all = new TheoryData<string, string?, string>();
        foreach (var (code, sentence) in MatcherPhrasings.Percentages)
        {
            all.Add(code, "%", sentence);
        }
        foreach (var (code, unit, sentence) in MatcherPhrasings.Counts)
        {
            all.Add(code, unit, sentence);
        }
        foreach (var (code, sentence) in MatcherPhrasings.Wishes)
        {
            all.Add(code, null, sentence);
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_indicator_meant_comes_first_and_clearly(string code, string? unit, string sentence)
    {
        var found = IndicatorMatcher.Propose(Target(sentence, unit), PackFolder.Pack);
        Assert.True(found.Count > 0, "Nothing was proposed.");
        Assert.True(found[0].Indicator.Code == code && IndicatorMatcher.IsClear(found), Tell(found));
        Assert.NotEqual("", found[0].Why.Vi);
    }

    /// <summary>What counts another thing may be proposed, but is never taken without asking.</summary>
    [Fact]
    public void What_counts_another_thing_is_not_clear()
    {
        var found = IndicatorMatcher.Propose(Target("Cấp 60 bộ chế phẩm cho hộ dân", "bộ"), PackFolder.Pack);
        Assert.NotEmpty(found);
        Assert.False(IndicatorMatcher.IsClear(found), Tell(found));
    }

    [Fact]
    public void There_are_sixty_phrasings_or_more() => Assert.True(Sentences().Count >= 60);

    [Theory]
    [MemberData(nameof(Others))]
    public void Other_matters_get_no_indicator(string? unit, string sentence)
    {
        var found = IndicatorMatcher.Propose(Target(sentence, unit), PackFolder.Pack);
        Assert.True(found.Count == 0, Tell(found));
    }

    public static TheoryData<string?, string> Others()
    {
        var all = new TheoryData<string?, string>();
        foreach (var (unit, sentence) in MatcherPhrasings.Unrelated)
        {
            all.Add(unit, sentence);
        }
        return all;
    }

    private static string Tell(IReadOnlyList<IndicatorProposal> found) =>
        string.Join("; ", found.Select(f => $"{f.Indicator.Code} {f.Score:0.000} {f.Why.Vi}"));

    private static PlanTarget Target(string sentence, string? unit)
    {
        var falls = sentence.Contains("giảm", StringComparison.OrdinalIgnoreCase) && sentence.Contains("so với", StringComparison.Ordinal);
        return new(
            null,
            sentence,
            Figures().Replace(sentence, " ").Trim(),
            unit is null ? null : ">=",
            unit is null ? null : 1,
            null,
            unit,
            falls ? "decrease" : null,
            falls ? 2023 : null,
            [],
            null,
            1,
            new(1, 1)
        );
    }

    // As the reader of plans does it: the measure is the clause without its figure.
    [GeneratedRegex(@"(ít nhất|tối thiểu|từ|trên|dưới|đạt|hơn)?\s*\d+([.,]\d+)?\s*%?( trở lên)?", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
