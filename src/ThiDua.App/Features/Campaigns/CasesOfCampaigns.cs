using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Campaigns;

/// <summary>Campaigns of before they were cases get theirs when a system of this version starts: they run.</summary>
public sealed class CasesOfCampaigns(AppDb db, BeginCase begin, PackShelf packs)
{
    public async Task Fill(CancellationToken cancellationToken)
    {
        var without = await db.Campaigns.Where(c => c.CaseId == null).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        foreach (var campaign in without)
            campaign.Case = begin.Handle(
                new(CampaignCase.Kind, packs[campaign.Pack], campaign.Name, campaign.UnitId, CaseDue.Never, PublicId: campaign.PublicId)
            );
        if (without.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
    }
}
