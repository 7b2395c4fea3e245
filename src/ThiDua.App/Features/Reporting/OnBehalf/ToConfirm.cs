using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.OnBehalf;

/// <summary>One report that was entered for a unit of mine.</summary>
public sealed record EnteredForMe(string Href, Period Period, string Unit, string ProvidedBy, int Version);

/// <summary>Reports that others entered for my units and that nobody has decided: one tap confirms each.</summary>
public sealed class ToConfirm(AppDb db, Viewer viewer, TimeProvider clock)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<EnteredForMe>> Mine(CancellationToken cancellationToken)
    {
        if (!viewer.Can(Permission.FillReport))
            return [];
        var (units, me, today) = (viewer.UnitIds, viewer.AccountId, clock.Today());
        var rows = await (
            from r in db.Reports.AsNoTracking()
            join v in db.UnitVersions.ValidOn(today) on r.UnitId equals v.UnitId
            where units.Contains(r.UnitId) && r.ProvidedBy != null && r.SubmittedBy != me && r.Case.State == ReportingRules.Submitted
            orderby r.Id
            select new
            {
                Unit = v.Unit!.PublicId,
                v.Name,
                Campaign = r.Campaign!.PublicId,
                r.PeriodId,
                r.ProvidedBy,
                r.Case.Version,
            }
        )
            .Take(Most)
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
            let period = Period.FromId(row.PeriodId)
            select new EnteredForMe($"/reports/{row.Unit}/{row.Campaign}/{period}", period, row.Name, row.ProvidedBy!, row.Version),
        ];
    }
}
