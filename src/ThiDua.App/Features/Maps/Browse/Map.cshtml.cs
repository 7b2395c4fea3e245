using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NetTopologySuite.Geometries;
using ThiDua.App.Features.Registers;
using ThiDua.App.Lists;
using ThiDua.App.Maps;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Maps.Browse;

/// <summary>
/// A unit's map: what lies below it, the layers that the reader chose, and how units stand in a target as shade. All of it is in
/// the address.
/// </summary>
[NeedsSomewhere(Permission.ViewRegister)]
public sealed class MapModel(RegisterMaps registers, MapGround ground, MapFigures figures, Viewer viewer, TimeProvider clock) : PageModel
{
    public ListView View { get; private set; } = null!;
    public IReadOnlyList<(RegisterDefinition Register, bool Chosen)> Layers { get; private set; } = [];
    public UnitRow Unit { get; private set; } = null!;

    /// <summary>Where there is one above that the reader may see.</summary>
    public UnitRow? Above { get; private set; }
    public MapDrawing? Map { get; private set; }
    public ShadedFigures Figures { get; private set; } = ShadedFigures.None;
    public string At => Show.Time(clock.GetUtcNow());

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        View = new(Request);
        if (await ground.Unit(View.Of(UnitFilters.Code), Permission.ViewRegister, cancellationToken) is not { } unit)
            return NotFound();
        Unit = unit;
        Above = await ground.Above(unit, Permission.ViewRegister, cancellationToken);
        Choose();
        var shapes = new List<MapShape>();
        foreach (var (register, chosen) in Layers)
            if (chosen)
                shapes.AddRange(await registers.Shapes(register, View, cancellationToken));
        var around = await ground.Around(unit.Id, cancellationToken);
        Figures = await figures.Of(unit, View.Of("target"), around.Select(a => a.Code).ToHashSet(), cancellationToken);
        var areas = around.Select(Shown).ToList();
        Map = MapDrawing.Of(unit.Name, MapBox.Parse(View.Of("box")) ?? Own(areas), areas, shapes, box => View.Link("box", box?.ToString()));
        return Page();
    }

    /// <summary>Those chosen; at first what draws roads and areas.</summary>
    private void Choose()
    {
        var asked = Request.Query["layer"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var first = asked.Count == 0 && View.Of("layers") is null;
        Layers = [.. registers.Layers.Select(r => (r, first ? RegisterMaps.Draws(r) : asked.Contains(r.Code)))];
    }

    private MapArea Shown(MapArea area) =>
        area with
        {
            Href =
                area.Name.Length > 0 && area.Code != Unit.PublicId && viewer.Can(Permission.ViewRegister, area.Path)
                    ? View.Link(UnitFilters.Code, area.Code)
                    : null,
            Figure = Figures.Texts.GetValueOrDefault(area.Code),
            Shade = Figures.Shades.TryGetValue(area.Code, out var shade) ? shade : null,
        };

    /// <summary>The unit itself where its neighbours are shown too.</summary>
    private MapBox? Own(List<MapArea> areas) =>
        View.Of(UnitFilters.Code) is not null && areas.FirstOrDefault(a => a.Code == Unit.PublicId) is { Geometry: Geometry own }
            ? MapBox.Around(own.EnvelopeInternal)
            : null;
}
