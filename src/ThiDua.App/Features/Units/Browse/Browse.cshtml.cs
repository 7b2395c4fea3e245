using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Browse;

/// <summary>The tree one level at a time: 8,000 options in one picker hang a browser, a level never does.</summary>
[Needs<Unit>(Permission.ViewUnits, "id", Optional = true)]
public sealed class BrowseModel(UnitList list, ListReader lists, AppDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public UnitRow? Unit { get; private set; }
    public IReadOnlyList<UnitRow> Above { get; private set; } = [];
    public ListPage Found { get; private set; } = null!;
    public IReadOnlyList<UnitVersion> History { get; private set; } = [];

    /// <summary>The units whose successor it is, and until when they were.</summary>
    public IReadOnlyList<(string Name, DateOnly From)> CameFrom { get; private set; } = [];
    public bool MayManage => Unit is not null && viewer.Can(Permission.ManageUnits, Unit.Path);

    public string KindOf(string code) => list.KindOf(code);

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        var (today, view) = (clock.Today(), new ListView(Request));
        Unit = await list.Unit(view, cancellationToken);
        if (Unit is null)
            return NotFound();
        await LoadAbove(today, cancellationToken);
        Found = await lists.Read(list.Of(Unit, view), view, cancellationToken);
        History = await db
            .UnitVersions.AsNoTracking()
            .Where(v => v.UnitId == Unit.Id)
            .OrderByDescending(v => v.From)
            .ToListAsync(cancellationToken);
        var before = await db
            .UnitSuccessions.AsNoTracking()
            .Where(s => s.SuccessorId == Unit.Id)
            .OrderBy(s => s.From)
            .ThenBy(s => s.Id)
            .Select(s => new
            {
                Name = db.UnitVersions.Where(v => v.UnitId == s.PredecessorId).OrderByDescending(v => v.From).Select(v => v.Name).First(),
                s.From,
            })
            .ToListAsync(cancellationToken);
        CameFrom = [.. before.Select(b => (b.Name, b.From))];
        return Page();
    }

    private async Task LoadAbove(DateOnly today, CancellationToken cancellationToken)
    {
        var ids = Unit!
            .Path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(i => int.Parse(i, System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        var above = await db
            .UnitVersions.AsNoTracking()
            .ValidOn(today)
            .Where(v => ids.Contains(v.UnitId) && v.UnitId != Unit.Id)
            .Rows()
            .ToListAsync(cancellationToken);
        Above = [.. above.Where(u => viewer.Can(Permission.ViewUnits, u.Path)).OrderBy(u => u.Path.Length)];
    }
}
