using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Files;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Progress;

/// <param name="Newest">Null before anything was said.</param>
public sealed record UnitVerdict(UnitRow Unit, TargetAssessment? Newest);

/// <summary>How a target stands that no figure judges: what those who answer for it found.</summary>
/// <param name="Units">Those who answer for it; the campaign's own unit where the plan names none.</param>
/// <param name="History">All that was said up to the day asked, the newest first.</param>
public sealed record WishProgress(CampaignTarget Target, IReadOnlyList<UnitVerdict> Units, IReadOnlyList<TargetAssessment> History)
{
    public int Met => Units.Count(u => u.Newest?.Verdict == Progress.Verdict.Met);

    /// <summary>Of all of them: missed where one missed it, met where each met it; null before anything was said.</summary>
    public Verdict? Verdict =>
        Units.All(u => u.Newest is null) ? null
        : Units.Any(u => u.Newest?.Verdict == Progress.Verdict.Missed) ? Progress.Verdict.Missed
        : Met == Units.Count ? Progress.Verdict.Met
        : Progress.Verdict.NotYet;
}

/// <summary>Reads what was found of wishes.</summary>
public sealed class WishQueries(AppDb db)
{
    public Task<IReadOnlyList<WishProgress>> Of(
        SeenCampaign seen,
        IReadOnlyList<CampaignTarget> targets,
        CancellationToken cancellationToken
    ) => Of(seen.Campaign, seen.AsOf, targets, cancellationToken);

    public async Task<IReadOnlyList<WishProgress>> Of(
        Campaign campaign,
        DateOnly asOf,
        IReadOnlyList<CampaignTarget> targets,
        CancellationToken cancellationToken
    )
    {
        if (targets.Count == 0)
            return [];
        var ids = targets.Select(t => t.Id).ToList();
        var answering = (
            await db.Set<TargetUnit>().AsNoTracking().Where(t => ids.Contains(t.TargetId)).ToListAsync(cancellationToken)
        ).ToLookup(t => t.TargetId, t => t.UnitId);
        var units = answering.SelectMany(a => a).Append(campaign.UnitId).Distinct().ToList();
        var rows = await db
            .UnitVersions.AsNoTracking()
            .ValidOn(ProgressRules.TreeDay(campaign, asOf))
            .Where(v => units.Contains(v.UnitId))
            .Rows()
            .ToListAsync(cancellationToken);
        var said = (
            await db.Set<TargetAssessment>()
                .AsNoTracking()
                .Where(a => ids.Contains(a.TargetId) && a.On <= asOf)
                .OrderByDescending(a => a.On)
                .ThenByDescending(a => a.Id)
                .ToListAsync(cancellationToken)
        ).ToLookup(a => a.TargetId);
        return [.. targets.Select(t => Of(t, rows.Where(r => IsAsked(answering[t.Id], campaign, r.Id)), [.. said[t.Id]]))];
    }

    /// <summary>The evidence of assessments, by their public ids.</summary>
    public async Task<ILookup<string, Attachment>> Evidence(IEnumerable<TargetAssessment> assessments, CancellationToken cancellationToken)
    {
        var keys = assessments.Select(a => a.PublicId).ToList();
        var files = await db
            .Attachments.AsNoTracking()
            .Include(a => a.File)
            .Where(a => a.OwnerKind == AssessmentFiles.Code && keys.Contains(a.OwnerKey) && a.RemovedAt == null)
            .OrderBy(a => a.Order)
            .ToListAsync(cancellationToken);
        return files.ToLookup(f => f.OwnerKey);
    }

    private static bool IsAsked(IEnumerable<int> answering, Campaign campaign, int unit) =>
        answering.DefaultIfEmpty(campaign.UnitId).Contains(unit);

    private static WishProgress Of(CampaignTarget target, IEnumerable<UnitRow> units, IReadOnlyList<TargetAssessment> said) =>
        new(target, [.. units.Select(u => new UnitVerdict(u, said.FirstOrDefault(a => a.UnitId == u.Id)))], said);
}
