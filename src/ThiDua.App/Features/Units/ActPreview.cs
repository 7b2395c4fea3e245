using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Units;

/// <param name="Last">As the field of a form takes it.</param>
public sealed record HeldFigure(string Indicator, string Name, string Unit, string Last);

/// <param name="Below">How many units stand below it.</param>
/// <param name="Indicators">How many figures of these units and its own are concerned.</param>
/// <param name="Holds">What it holds itself.</param>
/// <param name="People">How many accounts belong to it.</param>
public sealed record Concerned(int Below, int Indicators, IReadOnlyList<HeldFigure> Holds, int People);

/// <summary>What an act on a unit will concern, in numbers, before it is done.</summary>
public sealed class ActPreview(AppDb db, FactStore facts, TreeGround ground, PackShelf packs)
{
    public async Task<Concerned> Of(IReadOnlyList<UnitRow> units, DateOnly from, CancellationToken cancellationToken)
    {
        var (ids, homes) = (units.Select(u => u.Id).ToList(), units.Select(u => u.HomeId).Distinct().ToList());
        var below = 0;
        foreach (var unit in units)
            below += await db.UnitVersions.ValidOn(from).Below(unit.Path).CountAsync(v => v.UnitId != unit.Id, cancellationToken);
        var stored = await db
            .Totals.Where(t => homes.Contains(t.HomeId) && ids.Contains(t.UnitId))
            .Select(t => t.IndicatorId)
            .Distinct()
            .ToListAsync(cancellationToken);
        var own = await db
            .Figures.Where(f => homes.Contains(f.HomeId) && ids.Contains(f.UnitId))
            .Select(f => f.IndicatorId)
            .Distinct()
            .ToListAsync(cancellationToken);
        var people = await db
            .Grants.Where(g => ids.Contains(g.UnitId) && g.To == null)
            .Select(g => g.AccountId)
            .Distinct()
            .CountAsync(cancellationToken);
        return new(below, stored.Union(own).Count(), await Holds(units, from, cancellationToken), people);
    }

    public async Task<IReadOnlyList<HeldFigure>> Holds(IReadOnlyList<UnitRow> units, DateOnly from, CancellationToken cancellationToken)
    {
        var book = await facts.OpenAll([.. units.Select(u => u.Id)], cancellationToken);
        return
        [
            .. units
                .SelectMany(u => ground.Holdings(book, u.Id, from))
                .GroupBy(h => h.Key)
                .Select(g => new HeldFigure(
                    g.Key,
                    ground.IndicatorName(g.Key),
                    packs.Indicator(g.Key)!.Measure.Here(),
                    VietnameseNumber.FormatScaled(g.Sum(h => h.Value.Last!.Value), packs.Definitions[g.Key].Scale)
                ))
                .OrderBy(h => h.Name, StringComparer.CurrentCulture),
        ];
    }
}
