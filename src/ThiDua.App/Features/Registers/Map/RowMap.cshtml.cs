using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using ThiDua.App.Features.Registers.Rows;
using ThiDua.App.Lists;
using ThiDua.App.Maps;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers.Map;

/// <summary>The list of one register as a map: the same rows by the same filters.</summary>
[NeedsSomewhere(Permission.ViewRegister)]
public sealed class RowMapModel(RegisterQueries registers, RegisterReads reads, RowList list, ListReader lists, MapGround ground)
    : PageModel
{
    public RegisterDefinition Register { get; private set; } = null!;
    public ListPage Found { get; private set; } = null!;

    /// <summary>Null when nothing has a place yet.</summary>
    public MapDrawing? Map { get; private set; }
    public bool IsCut { get; private set; }

    /// <summary>The list with these filters.</summary>
    public string ListAddress => QueryHelpers.AddQueryString($"/registers/{Register.Code}", Found.View.Without("box")!);

    public async Task<IActionResult> OnGet(string code, CancellationToken cancellationToken)
    {
        if (registers.Find(code) is not var (_, register) || await lists.Map(list, Request, cancellationToken) is not var (found, shapes))
            return NotFound();
        (Register, Found) = (register, found);
        await reads.Note(register, null, cancellationToken);
        IsCut = shapes.IsCut;
        var areas = await ground.Of(found.View.Of(UnitFilters.Code), Permission.ViewRegister, cancellationToken);
        Map = MapDrawing.Of(
            register.Title.Here(),
            MapBox.Parse(found.View.Of("box")),
            areas,
            shapes.Shapes,
            box => found.View.Link("box", box?.ToString())
        );
        return Page();
    }
}
