using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Notices;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting;

/// <summary>Entering for a unit that has people of its own: they telephoned, and somebody else types.</summary>
public sealed class EntryOnBehalf(AppDb db, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    /// <summary>Whether what this viewer enters for the unit is entered for its own people.</summary>
    public async Task<bool> Is(int unitId, CancellationToken cancellationToken) =>
        viewer.AccountId is not null && !viewer.UnitIds.Contains(unitId) && await Officers(unitId).AnyAsync(cancellationToken);

    /// <summary>Units that somebody else reports for.</summary>
    public IQueryable<int> Theirs
    {
        get
        {
            var today = clock.Today();
            return db
                .Grants.Where(g =>
                    g.AccountId != viewer.AccountId && g.Role == Roles.UnitOfficer && g.From <= today && (g.To == null || g.To >= today)
                )
                .Select(g => g.UnitId);
        }
    }

    /// <summary>The accounts of those who report for a unit.</summary>
    public IQueryable<int> Officers(int unitId)
    {
        var today = clock.Today();
        return db
            .Grants.Where(g => g.UnitId == unitId && g.Role == Roles.UnitOfficer && g.From <= today && (g.To == null || g.To >= today))
            .Select(g => g.AccountId)
            .Distinct();
    }

    /// <summary>Those for whom it was entered are told: one tap of theirs makes it official.</summary>
    public async Task AskToConfirm(ReportSheet sheet, Case found, CancellationToken cancellationToken)
    {
        var muted = await NoticeMute.Of(db, NoticeKind.Remind, cancellationToken);
        foreach (var account in (await Officers(sheet.Unit.Id).ToListAsync(cancellationToken)).Where(a => !muted.Contains(a)))
            db.Notices.Add(
                new Notice
                {
                    AccountId = account,
                    Kind = NoticeKind.Remind,
                    Key = $"confirm:{found.PublicId}:{found.Version}",
                    Title = text["ConfirmNotice", text.Name(sheet.Period)],
                    Unit = sheet.Unit.Name,
                    Href = $"/reports/{sheet.Unit.PublicId}/{sheet.Campaign.PublicId}/{sheet.Period}",
                    Due = found.Due ?? sheet.Due.Day,
                    At = clock.GetUtcNow(),
                }
            );
    }
}
