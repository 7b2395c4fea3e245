using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;

namespace ThiDua.App.Features.Plans;

/// <summary>Another import of what seems to be the same plan.</summary>
/// <param name="SameFile">By content; else by number and year.</param>
/// <param name="CampaignId">Public id of the campaign that was launched from it; null when none was.</param>
public sealed record PlanTwin(string PublicId, string Title, DateTimeOffset At, bool SameFile, string? CampaignId)
{
    public string Href => CampaignId is null ? $"/plans/{PublicId}" : $"/campaigns/{CampaignId}";
}

/// <summary>Finds the same plan among those of the same unit: one file, or one number of one issuer and year.</summary>
public static class PlanTwins
{
    private const int MostLookedAt = 60;

    public static async Task<IReadOnlyList<PlanTwin>> Of(
        AppDb db,
        PlanDraft draft,
        DraftContent content,
        CancellationToken cancellationToken
    )
    {
        var hash = await db.Files.Where(f => f.Id == draft.FileId).Select(f => f.Hash).SingleAsync(cancellationToken);
        var standing = db.StandingCampaigns;
        var others = await db
            .PlanDrafts.AsNoTracking()
            .Where(d => d.UnitId == draft.UnitId && d.Id != draft.Id && d.Case.State != PlanDraftCase.Dropped)
            .OrderByDescending(d => d.Id)
            .Take(MostLookedAt)
            .Select(d => new
            {
                d.Case.PublicId,
                d.Case.Title,
                d.At,
                d.Content,
                d.File!.Hash,
                Campaign = standing.Where(c => c.PlanDraftId == d.Id).Select(c => c.PublicId).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. from other in others
            let same = other.Hash == hash && YearOf(other.Content) == content.Head.Year
            where same || (content.Head.Symbol is not null && IsSame(content.Head, other.Content))
            select new PlanTwin(other.PublicId, other.Title, other.At, same, other.Campaign),
        ];
    }

    /// <summary>A campaign that was copied to the next year has the same file and is another plan.</summary>
    private static int? YearOf(string content) => content.Length < 3 ? null : DraftContent.Parse(content).Head.Year;

    private static bool IsSame(DraftHead head, string content)
    {
        // A draft that no reader wrote holds nothing to compare.
        if (content.Length < 3)
            return false;
        var other = DraftContent.Parse(content).Head;
        return other.Symbol == head.Symbol && other.Year == head.Year;
    }
}
