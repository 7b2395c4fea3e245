using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>The totals of some units as the arithmetic asks for them.</summary>
public sealed class FigureBook
{
    private readonly PackShelf packs;
    private readonly Pack pack;
    private readonly bool approvedOnly;
    private readonly Definitions definitions;
    private readonly ILookup<(int Unit, string Indicator), Cell> cells;
    private readonly ILookup<int, KindSpan> spans;

    public FigureBook(
        PackShelf packs,
        Pack pack,
        Definitions definitions,
        bool approvedOnly,
        IEnumerable<UnitCell> totals,
        ILookup<int, KindSpan> spans
    )
    {
        (this.packs, this.pack, this.definitions, this.approvedOnly, this.spans) = (packs, pack, definitions, approvedOnly, spans);
        cells = totals.ToLookup(t => (t.Unit, t.Indicator), t => t.Cell);
    }

    /// <summary>The subtree of a unit.</summary>
    public IReadOnlyDictionary<string, Series> Subtree(int unit, string indicator) =>
        definitions.Needed(indicator).ToDictionary(code => code, code => Of(code, cells[(unit, code)], spans[unit]));

    /// <summary>
    /// A unit by itself: its subtree less the subtrees below it, since every total is its own facts and the totals below. A
    /// commune is certified or not, whatever its hamlets are.
    /// </summary>
    /// <param name="below">The units directly below.</param>
    public IReadOnlyDictionary<string, Series> Alone(int unit, string kind, IEnumerable<int> below, string indicator) =>
        definitions
            .Needed(indicator)
            .ToDictionary(
                code => code,
                code =>
                    Of(
                        code,
                        cells[(unit, code)].Concat(below.SelectMany(b => cells[(b, code)]).Select(c => -c)),
                        spans[unit].Where(s => s.Kind == kind).Select(s => s with { Count = Math.Sign(s.Count) })
                    )
            );

    /// <summary>How many units of a kind below this one hold a target, have a value, and are there.</summary>
    public (int Holding, int Judged, int Asked) Counts(int unit, CampaignTarget target, DateOnly asOf)
    {
        var own = cells[(unit, EachTargets.Code(target))]
            .Select(c => approvedOnly ? c.Approved : c.All)
            .Aggregate(default(Tally), (a, b) => a + b);
        return ((int)own.Sum, own.Holding, spans[unit].Where(s => s.Kind == target.EachKind && s.From <= asOf).Sum(s => s.Count));
    }

    /// <summary>How many units of these kinds there are in the subtree on a day.</summary>
    public int Units(int unit, IReadOnlyCollection<string> kinds, DateOnly day) =>
        spans[unit].Where(s => kinds.Contains(s.Kind) && s.From <= day).Sum(s => s.Count);

    /// <summary>Whether anybody in the subtree is asked for a part of the indicator.</summary>
    public bool IsAsked(int unit, string indicator) =>
        definitions
            .Leaves(indicator)
            .Any(code => spans[unit].Any(s => pack.Indicator(code)!.ReportedBy.Contains(s.Kind)) || cells[(unit, code)].Any());

    private Series Of(string code, IEnumerable<Cell> own, IEnumerable<KindSpan> kinds)
    {
        var schedule = packs.Schedules[code];
        var series = new Series(
            schedule,
            own,
            ProgressRules.Asked(kinds, pack.Indicator(code)!.ReportedBy, definitions[code].Kind, schedule)
        );
        return approvedOnly ? series.ApprovedOnly() : series;
    }
}
