using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Export;

/// <summary>The totals of one unit, read over the range that is exported.</summary>
internal sealed class ExportFigures(
    PackShelf packs,
    Definitions definitions,
    UnitRow unit,
    ExportTotalsInput input,
    IReadOnlyList<UnitCell> cells,
    ILookup<int, KindSpan> spans
)
{
    private readonly Dictionary<string, FigureBook> books = [];

    public FigureBook Book(Pack pack) =>
        books.TryGetValue(pack.Code, out var book)
            ? book
            : books[pack.Code] = new FigureBook(packs, pack, definitions, input.ApprovedOnly, cells, spans);

    /// <summary>An indicator by itself; a change against the year before.</summary>
    public Reading Read(Pack pack, string indicator) =>
        Evaluator.Read(Question(pack, definitions, indicator, input.Range.Last.Year - 1), indicator);

    /// <summary>What a target judges: the indicator, or its change.</summary>
    public Reading Read(Pack pack, TargetRule rule, Campaign campaign)
    {
        var own = packs.DefinitionsFrom(campaign.From);
        var question = Question(pack, own, rule.Indicator, rule.BaselineYear);
        return own[rule.Indicator].Kind != IndicatorKind.Change && rule is { Direction: not null, BaselineYear: not null }
            ? Evaluator.ReadChange(question, rule.Indicator, rule.ChangeIn)
            : Evaluator.Read(question, rule.Indicator);
    }

    private Question Question(Pack pack, Definitions with, string indicator, int? baseline) =>
        new()
        {
            Definitions = with,
            Figures = Book(pack).Subtree(unit.Id, indicator),
            Range = input.Range,
            AsOf = input.AsOf,
            BaselineYear = baseline,
        };
}
