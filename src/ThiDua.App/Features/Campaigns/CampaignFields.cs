using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>Tasks of the commune's open campaigns, for fields that name one.</summary>
public sealed class TaskNames(AppDb db, TimeProvider clock) : INameSource
{
    public string Kind => FieldKinds.Task;

    public Task<Dictionary<string, string>> NamesOf(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        db
            .Tasks.AsNoTracking()
            .Where(t => keys.Contains(t.PublicId))
            .ToDictionaryAsync(t => t.PublicId, t => CampaignFields.Short(t.Text), cancellationToken);

    public async Task<IReadOnlyList<NamedThing>> Load(FormField field, int unitId, CancellationToken cancellationToken)
    {
        var campaigns = await CampaignFields.Open(db, unitId, clock.Today(), cancellationToken);
        var tasks = await db
            .Tasks.AsNoTracking()
            .Where(t => campaigns.Contains(t.CampaignId) && t.Until == null)
            .OrderBy(t => t.CampaignId)
            .ThenBy(t => t.Order)
            .Take(FormNames.Most)
            .Select(t => new { t.PublicId, t.Text })
            .ToListAsync(cancellationToken);
        return [.. tasks.Select(t => new NamedThing(t.PublicId, CampaignFields.Short(t.Text)))];
    }
}

/// <summary>Targets of the commune's open campaigns, for fields that name one.</summary>
public sealed class TargetNames(AppDb db, TimeProvider clock) : INameSource
{
    public string Kind => FieldKinds.Target;

    public Task<Dictionary<string, string>> NamesOf(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        db
            .Targets.AsNoTracking()
            .Where(t => keys.Contains(t.PublicId))
            .ToDictionaryAsync(t => t.PublicId, t => CampaignFields.Short(t.Measure), cancellationToken);

    public async Task<IReadOnlyList<NamedThing>> Load(FormField field, int unitId, CancellationToken cancellationToken)
    {
        var campaigns = await CampaignFields.Open(db, unitId, clock.Today(), cancellationToken);
        var targets = await db
            .Targets.AsNoTracking()
            .Where(t => campaigns.Contains(t.CampaignId) && t.Until == null)
            .OrderBy(t => t.CampaignId)
            .ThenBy(t => t.Order)
            .Take(FormNames.Most)
            .Select(t => new { t.PublicId, t.Measure })
            .ToListAsync(cancellationToken);
        return [.. targets.Select(t => new NamedThing(t.PublicId, CampaignFields.Short(t.Measure)))];
    }
}

internal static class CampaignFields
{
    private const int Longest = 140;

    public static string Short(string text) => text.Length <= Longest ? text : $"{text[..Longest].TrimEnd()}…";

    /// <summary>Ids of the campaigns of the unit's commune in which something may still be done.</summary>
    public static async Task<List<int>> Open(AppDb db, int unitId, DateOnly today, CancellationToken cancellationToken)
    {
        var commune = await UnitScope.Of(db, unitId, today, cancellationToken);
        var units = db.UnitVersions.Where(v => v.Path == commune).Select(v => v.UnitId);
        return await db.OpenCampaigns.Where(c => units.Contains(c.UnitId)).Select(c => c.Id).ToListAsync(cancellationToken);
    }
}
