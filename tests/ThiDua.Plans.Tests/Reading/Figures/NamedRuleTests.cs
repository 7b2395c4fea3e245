using ThiDua.Plans.Reading.Figures;
using ThiDua.Plans.Reading.Figures.Rules;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Reading.Figures;

/// <summary>Every named rule of figures takes the sentence that stands beside it for it, and leaves the one against it.</summary>
public sealed class NamedRuleTests
{
    // "[Targets] 05 mô hình": the kind of section in which a sentence is tried; without it, one of work.
    private const string Default = "Work";

    /// <param name="Tried">For each number or figure of a sentence, whether the rule holds for it.</param>
    private sealed record Rule(string Name, string Takes, string Leaves, Func<string, IEnumerable<bool>> Tried);

    private static readonly Rule[] Rules =
    [
        .. FigureForm.All.Select(f => new Rule($"form: {f.Name}", f.Takes, f.Leaves, s => Figures(s).Select(x => x.Figure.Form == f))),
        .. NumberRules
            .Names.Concat(NumberRules.Bases)
            .Select(r => new Rule($"number: {r.Name}", r.Takes, r.Leaves, s => Numbers(s, r.Holds))),
        .. Comparators.All.Select(c => new Rule(
            $"comparator: {c.Name}",
            c.Takes,
            c.Leaves,
            s => Numbers(s, (w, at, n) => Has(c, w, at, n))
        )),
        .. FigureRules.All.Select(r => new Rule($"figure: {r.Name}", r.Takes, r.Leaves, s => Figures(s).Select(r.Holds))),
        .. QualifierRules.All.Select(r => new Rule($"qualifier: {r.Name}", r.Takes, r.Leaves, s => Among(s).Select(r.Holds))),
    ];

    public static TheoryData<string> Names => [.. Rules.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_takes_its_sentence_and_leaves_the_other(string name)
    {
        var rule = Assert.Single(Rules, r => r.Name == name);
        Assert.Contains(true, rule.Tried(rule.Takes));
        var left = rule.Tried(rule.Leaves).ToList();
        Assert.NotEmpty(left);
        Assert.DoesNotContain(true, left);
    }

    private static IEnumerable<bool> Numbers(string sentence, Func<Words, int, FigureNumber, bool> holds)
    {
        var words = new Words(sentence);
        for (var i = 0; i < words.Count; i++)
            if (words.IsNumber(i) && FigureNumber.At(words, i) is { } number)
                yield return holds(words, i, number);
    }

    private static bool Has(Comparator comparator, Words words, int at, FigureNumber number) =>
        Comparators.Before(words, at, 0)?.Comparator == comparator
        || Comparators.After(words, FigureUnits.After(words, number)?.End ?? number.End) == comparator;

    private static IEnumerable<FigureContext> Figures(string sentence)
    {
        var (paragraph, kind) = Paragraph(sentence);
        var figures = FigureFinder.In(paragraph.Words);
        foreach (var clause in Clauses.Of(paragraph))
        {
            Figure? before = null;
            foreach (var figure in figures.Where(f => f.NumberStart >= clause.Start && f.NumberStart < clause.End))
            {
                yield return new(paragraph.Words, figure, clause, kind, before, Year: 2025);
                before = figure;
            }
        }
    }

    private static IEnumerable<FigureAmong> Among(string sentence)
    {
        var all = Figures(sentence).ToList();
        Figure[] figures = [.. all.Select(f => f.Figure)];
        return all.Select((f, i) => new FigureAmong(f.Words, f.Clause, figures, i));
    }

    private static (Paragraph Paragraph, SectionKind Kind) Paragraph(string sentence)
    {
        var end = sentence.IndexOf("] ", StringComparison.Ordinal);
        var (kind, text) = end < 0 ? (Default, sentence) : (sentence[1..end], sentence[(end + 2)..]);
        return (new(text, 1, [], new SourceLine(text), Marker.None, allBold: false), Enum.Parse<SectionKind>(kind));
    }
}
