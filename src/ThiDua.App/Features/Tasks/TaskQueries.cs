using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Tasks;

/// <summary>Reading tasks; what the viewer may not see is as if it were not there.</summary>
public sealed class TaskQueries(AppDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>The task with its notes, if the viewer holds this right at its unit.</summary>
    public async Task<TaskItem?> Find(string id, string permission, CancellationToken cancellationToken)
    {
        var item = await db
            .TaskItems.Include(t => t.Case)
            .Include(t => t.Task!.Parent)
            .Include(t => t.Notes)
                .ThenInclude(n => n.Account)
            .AsSplitQuery()
            .FirstOrDefaultAsync(t => t.Case.PublicId == id, cancellationToken);
        return item is not null && viewer.Can(permission, await UnitQueries.Path(db, item.Case.UnitId, clock.Today(), cancellationToken))
            ? item
            : null;
    }
}
