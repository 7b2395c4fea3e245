using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Browse;

/// <summary>The units right below one; when something is searched for, those anywhere below it that are found.</summary>
public sealed class UnitList(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs, IStringLocalizer<Text> text) : IListSource
{
    private sealed record Row
    {
        public required UnitVersion Version { get; init; }
        public string PublicId { get; init; } = "";
        public string Code { get; init; } = "";
        public int Under { get; init; }
    }

    public string KindOf(string code) => packs.UnitKinds.FirstOrDefault(k => k.Code == code)?.Label.Here() ?? code;

    /// <summary>The unit that an address names; without one the highest of the reader's own.</summary>
    public async Task<UnitRow?> Unit(ListView view, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return view.Request.RouteValues["id"] is string id
            ? await UnitQueries.Find(db, id, today, cancellationToken)
            : await UnitQueries.Find(
                db,
                UnitVersion.PathIds(viewer.Scopes(Permission.ViewUnits).MinBy(p => p.Length)!).Last(),
                today,
                cancellationToken
            );
    }

    public async Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken) =>
        await Unit(view, cancellationToken) is { } unit ? Of(unit, view) : null;

    public ListDefinition Of(UnitRow unit, ListView view)
    {
        view.Path = $"/units/{unit.PublicId}";
        return new ListDefinition<Row>
        {
            Code = "units",
            Title = text[view.Search is null ? "Children" : "FoundBelow"],
            Empty = text["Empty"],
            Unit = unit.Name,
            Rows = Rows(unit, everywhere: view.Search is not null),
            Key = ListKey.Of((Row r) => r.Version.UnitId),
            Order = ListOrder.By((Row r) => r.Version.SortKey),
            Columns =
            [
                new("name", text["Name"], r => ListCell.Of(r.Version.Name))
                {
                    IsName = true,
                    Order = ListOrder.By((Row r) => r.Version.SortKey),
                },
                new("kind", text["Kind"], r => ListCell.Of(KindOf(r.Version.Kind))) { Order = ListOrder.By((Row r) => r.Version.Kind) },
                new("code", text["Code"], r => ListCell.Of(r.Code)) { Order = ListOrder.By((Row r) => r.Code) },
                new("under", text["Under"], r => ListCell.Of(r.Under)),
            ],
            SearchLabel = text["Find"],
            Search = (rows, word) => rows.Where(r => r.Version.Search.Contains(word) || r.Code == view.Search),
            Filters =
            [
                new ChoiceFilter<Row>(
                    "kind",
                    text["Kind"],
                    [.. packs.UnitKinds.Select(k => new ListOption(k.Code, k.Label.Here()))],
                    (rows, kind) => rows.Where(r => r.Version.Kind == kind)
                ),
            ],
            Href = r => $"/units/{r.PublicId}",
            Fill = WithUnder,
        };
    }

    private IQueryable<Row> Rows(UnitRow unit, bool everywhere)
    {
        var valid = db.UnitVersions.AsNoTracking().ValidOn(clock.Today());
        return (everywhere ? valid.Below(unit.Path).Where(v => v.UnitId != unit.Id) : valid.Where(v => v.ParentId == unit.Id)).Select(
            v => new Row
            {
                Version = v,
                PublicId = v.Unit!.PublicId,
                Code = v.Unit.Code,
            }
        );
    }

    private async Task<IReadOnlyList<Row>> WithUnder(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.Version.UnitId).ToList();
        var under = await db
            .UnitVersions.ValidOn(clock.Today())
            .Where(v => v.ParentId != null && ids.Contains(v.ParentId.Value))
            .GroupBy(v => v.ParentId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. rows.Select(r => r with { Under = under.GetValueOrDefault(r.Version.UnitId) })];
    }
}
