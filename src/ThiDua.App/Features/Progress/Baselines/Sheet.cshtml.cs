using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Baselines;

/// <summary>What the office entered of the years before, for the second person who approves it.</summary>
[Needs<Case>(Permission.ApproveBaseline, "id")]
public sealed class SheetModel(AppDb db, PackShelf packs, MoveCase move, CaseViews views, Viewer viewer, TimeProvider clock)
    : CasePage(db, move)
{
    public sealed record Row(PackIndicator Indicator, Period Period, long? Value, long? Approved);

    public string Campaign { get; private set; } = "";
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task<IActionResult> OnPost(string act, string? reason, int version, CancellationToken cancellationToken) =>
        Move(act, reason, version, null, cancellationToken);

    protected override async Task<bool> Load(CancellationToken cancellationToken)
    {
        var sheet = await Db.Set<BaselineSheet>()
            .Include(b => b.Case)
            .Include(b => b.Campaign)
            .FirstOrDefaultAsync(b => b.Case.PublicId == Id, cancellationToken);
        if (
            sheet is null
            || !viewer.Can(Permission.ApproveBaseline, await UnitQueries.Path(Db, sheet.UnitId, clock.Today(), cancellationToken))
        )
            return false;
        Campaign = sheet.Campaign!.Name;
        View = await views.Of(sheet.Case, [BaselineCase.Submit], cancellationToken);
        var keys = packs.All.SelectMany(p => p.Indicators).DistinctBy(i => i.Code).ToDictionary(i => i.Code);
        var first = Period.Month(sheet.Campaign.From.Year, 1).Id;
        Rows =
        [
            .. (
                from f in await Db
                    .Figures.AsNoTracking()
                    .Where(f => f.UnitId == sheet.UnitId && f.PeriodId < first)
                    .Join(Db.Indicators, f => f.IndicatorId, i => i.Id, (f, i) => new { Figure = f, i.Code })
                    .ToListAsync(cancellationToken)
                where keys.ContainsKey(f.Code)
                select new Row(keys[f.Code], Period.FromId(f.Figure.PeriodId), f.Figure.Value, f.Figure.ApprovedValue)
            )
                .OrderBy(r => r.Indicator.Code)
                .ThenBy(r => r.Period),
        ];
        return true;
    }
}
