using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>
/// Copies a campaign to the next year as a plan draft: the same targets and tasks as they hold now, their days a year later,
/// this year as what is compared with. It is checked and launched like any other.
/// </summary>
public sealed class CopyCampaign(AppDb db, BeginCase begin, PackShelf packs, Viewer viewer, TimeProvider clock)
{
    public async Task<Outcome<PlanDraft>> Handle(string campaign, CancellationToken cancellationToken)
    {
        var found = await db
            .StandingCampaigns.AsNoTracking()
            .Include(c => c.Targets)
            .AsSplitQuery()
            .FirstOrDefaultAsync(c => c.PublicId == campaign, cancellationToken);
        if (found is null)
            return Outcome<PlanDraft>.NotFound;
        var path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
        if (!viewer.Can(Permission.ImportPlan, path))
            return Outcome<PlanDraft>.NotFound;
        var plan = await db.PlanDrafts.AsNoTracking().SingleAsync(d => d.Id == found.PlanDraftId, cancellationToken);
        var content = Next(DraftContent.Parse(plan.Content), found);
        var record = viewer.Record("campaign.copy", CampaignCase.Kind, found.PublicId, found.UnitId);
        var copy = new PlanDraft
        {
            Case = begin.Handle(new(PlanDraftCase.Kind, packs[plan.Pack], content.Head.Name, found.UnitId, CaseDue.Never, Record: record)),
            UnitId = found.UnitId,
            FileId = plan.FileId,
            AccountId = viewer.AccountId ?? 0,
            At = clock.GetUtcNow(),
            Pack = plan.Pack,
            Content = content.Write(),
            LeftToCheck = DraftRules.LeftToCheck(content),
            ReadJson = plan.ReadJson,
            SourceText = plan.SourceText,
        };
        db.PlanDrafts.Add(copy);
        await db.SaveChangesAsync(cancellationToken);
        return copy;
    }

    /// <summary>The content a year later.</summary>
    public static DraftContent Next(DraftContent content, Campaign campaign)
    {
        var head = content.Head;
        return content with
        {
            Head = head with
            {
                Name = NextYear(campaign.Name, campaign.Year),
                Symbol = null,
                From = campaign.From.AddYears(1),
                To = campaign.To.AddYears(1),
                Year = campaign.Year + 1,
                ToCheck = true,
                Version = 0,
            },
            Targets = [.. content.Targets.Where(t => !t.Dropped).Select(t => Next(t, campaign))],
            Tasks = [.. content.Tasks.Where(t => !t.Dropped).Select(t => t with { DueDate = t.DueDate?.AddYears(1), Version = 0 })],
        };
    }

    private static DraftTarget Next(DraftTarget target, Campaign campaign)
    {
        // What a later plan changed is copied as it holds now.
        var now = campaign.Current.FirstOrDefault(t =>
            t.Since is not null && target.Indicator is not null && (t.Indicator, t.EachKind) == (target.Indicator, target.EachKind)
        );
        return target with
        {
            Comparator = now is null ? target.Comparator : now.Comparator,
            Value = now is null ? target.Value : now.Value,
            Upper = now is null ? target.Upper : now.Upper,
            Baseline = target.Baseline is null ? null : campaign.Year,
            DueDate = target.DueDate?.AddYears(1),
            Version = 0,
        };
    }

    private static string NextYear(string name, int year)
    {
        var (old, next) = (year.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{year + 1}");
        return name.Contains(old, StringComparison.Ordinal) ? name.Replace(old, next, StringComparison.Ordinal) : $"{name} năm {next}";
    }
}
