using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting.OnBehalf;

/// <summary>What units with people of their own have not sent: whoever is telephoned chooses the report and types it.</summary>
[NeedsSomewhere(Permission.FillReport)]
public sealed class OnBehalfModel(AppDb db, Viewer viewer, ReportingQueries reporting, EntryOnBehalf behalf, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<OwedReport> Owed { get; private set; } = [];
    public int Left { get; private set; }

    public async Task OnGet(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var theirs = (await behalf.Theirs.Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var units = new List<UnitRow>();
        foreach (var path in viewer.Scopes(Permission.FillReport))
            units.AddRange(await UnitQueries.Subtree(db, path, today, cancellationToken));
        units = [.. units.DistinctBy(u => u.Id).Where(u => theirs.Contains(u.Id) && !viewer.UnitIds.Contains(u.Id))];
        var above = units
            .SelectMany(u => u.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            .Distinct()
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .ToList();
        var campaigns = await db.OpenCampaigns.AsNoTracking().Where(c => above.Contains(c.UnitId)).ToListAsync(cancellationToken);
        var owed = (await reporting.Owed(campaigns, units, cancellationToken)).Where(o => o.Status.IsOwed()).ToList();
        (Owed, Left) = ([.. owed.Take(Most)], Math.Max(0, owed.Count - Most));
    }
}
