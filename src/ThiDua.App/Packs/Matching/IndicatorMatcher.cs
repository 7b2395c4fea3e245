using System.Runtime.CompilerServices;
using ThiDua.Plans;

namespace ThiDua.App.Packs.Matching;

/// <param name="Score">0 to 1.</param>
/// <param name="CountsOther">It counts another thing than the target does ("hộ" where the target says "bộ").</param>
/// <param name="Unsaid">Nothing that it needs to be meant is said by the target, nor by the headings above it.</param>
/// <param name="Why">What spoke for it, for the person who decides.</param>
public sealed record IndicatorProposal(PackIndicator Indicator, double Score, bool CountsOther, bool Unsaid, LocalText Why);

/// <summary>Proposes the indicators that a target of a plan may mean. A person decides; the order only saves them looking.</summary>
public static class IndicatorMatcher
{
    /// <summary>Below this an indicator is not proposed: a new one is better than a wrong one.</summary>
    public const double Least = 0.45;

    /// <summary>The first proposal is clear when it leads the second by this.</summary>
    public const double Margin = 0.06;

    private const int Most = 5;
    private static readonly ConditionalWeakTable<Pack, MatchIndex> Indexes = [];

    /// <summary>The likeliest first; empty when nothing in the pack is meant.</summary>
    /// <param name="heading">The headings under which the target stands, when they are known: they tell two alike targets apart.</param>
    public static IReadOnlyList<IndicatorProposal> Propose(PlanTarget target, Pack pack, string? heading = null) =>
        [.. Rank(target, pack, heading).TakeWhile(p => p.Score >= Least).Take(Most)];

    /// <summary>The same, with the headings of the plan that the target was read from.</summary>
    public static IReadOnlyList<IndicatorProposal> Propose(PlanTarget target, Pack pack, Plan plan) =>
        Propose(target, pack, Headings(target, plan));

    /// <summary>
    /// Whether the first proposal can be taken without asking: it counts no other thing, what it needs is said, and no other
    /// comes near. "60 bộ chế phẩm cho hộ dân" are no households; households with a camera are not households reached.
    /// </summary>
    public static bool IsClear(IReadOnlyList<IndicatorProposal> proposals) =>
        proposals is [{ CountsOther: false, Unsaid: false }]
        || (proposals is [{ CountsOther: false, Unsaid: false } first, var second, ..] && first.Score - second.Score >= Margin);

    /// <summary>Every indicator of the pack, the likeliest first.</summary>
    internal static IEnumerable<IndicatorProposal> Rank(PlanTarget target, Pack pack, string? heading)
    {
        var index = Indexes.GetValue(pack, p => new MatchIndex(p));
        var text = new TargetWords(target, heading, index.Words);
        return index
            .Entries.Select(e => Score(index, e, target, text))
            .OrderByDescending(p => p.Score)
            .ThenBy(p => p.Indicator.Code, StringComparer.Ordinal);
    }

    private static string Headings(PlanTarget target, Plan plan) =>
        target.Section is not { } section
            ? ""
            : string.Join(
                ". ",
                plan.Sections.Where(s => s.Number == section || section.StartsWith(s.Number + ".", StringComparison.Ordinal))
                    .Select(s => s.Title)
            );

    private static IndicatorProposal Score(MatchIndex index, MatchIndex.Entry entry, PlanTarget target, TargetWords text)
    {
        var (phrase, explained, best) = index.Compare(entry, text);
        var fit = UnitFit.Of(entry, target, text, index.Words);
        var against = Against(entry, text);
        var score = ((0.75 * phrase) + (0.25 * explained)) * fit * against;
        return new(
            entry.Indicator,
            Math.Round(Math.Min(1, score), 4),
            UnitFit.CountsOther(entry, target, index.Words),
            IsUnsaid(entry, text),
            Why(best, fit)
        );
    }

    private static bool IsUnsaid(MatchIndex.Entry entry, TargetWords text) =>
        entry.Needs.Count > 0 && entry.Needs.All(n => text.Where(n) == Said.Nowhere);

    private static double Against(MatchIndex.Entry entry, TargetWords text)
    {
        var factor =
            entry.Needs.Count == 0
                ? 1
                : entry.Needs.Max(text.Where) switch
                {
                    Said.Nowhere => 0.6,
                    Said.InClause => 0.85,
                    _ => 1.0,
                };
        foreach (var words in entry.Against)
        {
            factor *= text.Where(words) switch
            {
                Said.InMeasure or Said.InHeading => 0.6,
                Said.InClause => 0.92,
                _ => 1,
            };
        }
        return factor;
    }

    private static LocalText Why(string phrase, double fit) =>
        fit >= 0.95
            ? new($"Giống “{phrase}”; đơn vị tính phù hợp.", $"Like “{phrase}”; the unit fits.")
            : new($"Giống “{phrase}”; đơn vị tính khác.", $"Like “{phrase}”; the unit differs.");
}
