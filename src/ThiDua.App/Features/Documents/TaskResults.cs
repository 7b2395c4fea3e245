using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Documents;

/// <summary>How a campaign's tasks stood at the end of a day: done, late, not done, with the reasons that were given.</summary>
public sealed class TaskResults(AppDb db, PackShelf packs)
{
    private const int LongestText = 220;

    private sealed record Stood(int TaskId, string Text, string Unit, DateOnly To, string State, string? Reason);

    public async Task<IReadOnlyDictionary<string, object?>> Of(Campaign campaign, DateOnly asOf, CancellationToken cancellationToken)
    {
        var flow = packs[campaign.Pack].Flow(TaskCase.Kind)!;
        var all = (await Read(campaign, asOf, cancellationToken)).Where(s => s.State != TaskCase.Dropped).ToList();
        var done = all.Where(s => s.State == TaskCase.Done).ToList();
        var undone = all.Where(s => s.State is TaskCase.Undone or TaskCase.Unable).ToList();
        var late = all.Where(s => s.To < asOf && flow.State(s.State) is { Editable: true }).OrderBy(s => s.To).ToList();
        var times = all.ToLookup(s => s.TaskId);
        return new Dictionary<string, object?>
        {
            ["total"] = all.Count,
            ["done"] = done.Count,
            ["undone"] = undone.Count,
            ["late"] = late.Count,
            ["open"] = all.Count - done.Count - undone.Count - late.Count,
            ["done_list"] = done.GroupBy(s => s.TaskId).Select(g => Row([.. g], $"{g.Count()}/{times[g.Key].Count()} lượt")).ToList(),
            ["late_list"] = late.GroupBy(s => s.TaskId)
                .Select(g =>
                    Row([.. g], $"hạn {Shared.Show.InText(g.Min(s => s.To))}, {flow.State(g.First().State)!.Label.Vi.ToLowerInvariant()}")
                )
                .ToList(),
            ["undone_list"] = undone.ConvertAll(s => Row([s], s.Reason)),
        };
    }

    private static Dictionary<string, object?> Row(IReadOnlyList<Stood> stood, string? note) =>
        new()
        {
            ["text"] = TaskRules.Short(stood[0].Text, LongestText).TrimEnd('.', ';', ':'),
            ["units"] = string.Join(", ", stood.Select(s => s.Unit).Distinct()),
            ["note"] = note?.TrimEnd('.', ' '),
        };

    private async Task<IReadOnlyList<Stood>> Read(Campaign campaign, DateOnly asOf, CancellationToken cancellationToken)
    {
        var end = asOf.AddDays(1).Midnight();
        var items = db.TaskItems;
        var names = await db
            .UnitVersions.AsNoTracking()
            .ValidOn(asOf)
            .Select(v => new { v.UnitId, v.Name })
            .Where(v => items.Any(i => i.Task!.CampaignId == campaign.Id && i.Case.UnitId == v.UnitId))
            .ToDictionaryAsync(v => v.UnitId, v => v.Name, cancellationToken);
        var steps = await (
            from i in items.AsNoTracking()
            join s in db.CaseSteps on i.Id equals s.CaseId
            where i.Task!.CampaignId == campaign.Id && i.From <= asOf && s.At < end
            orderby i.Task!.Order, i.Id, s.Id
            select new
            {
                i.Id,
                i.TaskId,
                i.Task!.Text,
                i.Case.UnitId,
                i.To,
                s.Act,
                State = s.To,
                s.Reason,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. from step in steps
            group step by step.Id into item
            let last = item.Last()
            select new Stood(
                last.TaskId,
                last.Text,
                names.GetValueOrDefault(last.UnitId, ""),
                last.To,
                last.State,
                item.LastOrDefault(s => s.Act == TaskCase.GiveUp)?.Reason
            ),
        ];
    }
}
