using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Imports;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Imports;

/// <summary>The files that I brought, those that wait for me and those that can be taken back.</summary>
[SignedIn]
public sealed class MineModel(ImportDesk desk, IEnumerable<IImportTarget> targets, Viewer viewer) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<Import> Rows { get; private set; } = [];
    public bool MayFigures => viewer.Can(Permission.FillReport);

    public async Task OnGet(CancellationToken cancellationToken)
    {
        var kinds = targets.Select(t => t.Kind).ToList();
        Rows = await desk.Mine().Include(i => i.Draft).Where(i => kinds.Contains(i.Kind)).Take(Most).ToListAsync(cancellationToken);
    }

    public string Href(Import import) => desk.Target(import.Kind).Href(import);
}
