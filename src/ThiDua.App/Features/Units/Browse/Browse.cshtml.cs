using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units.Browse;

/// <summary>The tree one level at a time: 8,000 options in one picker hang a browser, a level never does.</summary>
[Needs<Unit>(Permission.ViewUnits, "id", Optional = true)]
public sealed class BrowseModel(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs) : PageModel
{
    public const int Most = 200;

    public sealed record Row(UnitRow Unit, int Under);

    public UnitRow? Unit { get; private set; }
    public IReadOnlyList<UnitRow> Above { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<UnitVersion> History { get; private set; } = [];

    /// <summary>The units whose successor it is, and until when they were.</summary>
    public IReadOnlyList<(string Name, DateOnly From)> CameFrom { get; private set; } = [];
    public string? Asked { get; private set; }
    public bool More { get; private set; }
    public bool MayManage => Unit is not null && viewer.Can(Permission.ManageUnits, Unit.Path);

    public string KindOf(string code) => packs.UnitKinds.FirstOrDefault(k => k.Code == code)?.Label.Here() ?? code;

    public async Task<IActionResult> OnGet(string? id, string? q, CancellationToken stop)
    {
        var today = clock.Today();
        Unit = id is null
            ? await UnitQueries.Find(db, UnitVersion.PathIds(viewer.Scopes(Permission.ViewUnits).MinBy(p => p.Length)!).Last(), today, stop)
            : await UnitQueries.Find(db, id, today, stop);
        if (Unit is null)
            return NotFound();
        Asked = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        await LoadAbove(today, stop);
        await LoadRows(today, stop);
        History = await db.UnitVersions.AsNoTracking().Where(v => v.UnitId == Unit.Id).OrderByDescending(v => v.From).ToListAsync(stop);
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
            .ToListAsync(stop);
        CameFrom = [.. before.Select(b => (b.Name, b.From))];
        return Page();
    }

    private async Task LoadAbove(DateOnly today, CancellationToken stop)
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
            .ToListAsync(stop);
        Above = [.. above.Where(u => viewer.Can(Permission.ViewUnits, u.Path)).OrderBy(u => u.Path.Length)];
    }

    private async Task LoadRows(DateOnly today, CancellationToken stop)
    {
        var valid = db.UnitVersions.AsNoTracking().ValidOn(today);
        var folded = SearchText.Fold(Asked);
        var shown = Asked is null
            ? valid.Where(v => v.ParentId == Unit!.Id)
            : valid.Below(Unit!.Path).Where(v => v.UnitId != Unit.Id && (v.Search.Contains(folded) || v.Unit!.Code == Asked));
        var found = await shown.Rows().Take(Most + 1).ToListAsync(stop);
        More = found.Count > Most;
        var ids = found.Select(u => u.Id).ToList();
        var under = await valid
            .Where(v => v.ParentId != null && ids.Contains(v.ParentId.Value))
            .GroupBy(v => v.ParentId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        Rows = [.. found.Take(Most).Select(u => new Row(u, under.GetValueOrDefault(u.Id)))];
    }
}
