using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans;
using ThiDua.App.Files;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Tasks;

/// <summary>The tasks that the viewer may see, and which of them are late or silent.</summary>
public sealed class TaskLines(AppDb db, PackShelf packs, Viewer viewer, TimeProvider clock)
{
    /// <summary>Each doing at a unit where this right is held; what nobody does where it is held at the campaign's unit.</summary>
    public IQueryable<TaskLine> Seen(string permission)
    {
        var today = clock.Today();
        // A unit that has ended stands where it last stood.
        var last = db.UnitVersions.Where(v =>
            v.From <= today && !db.UnitVersions.Any(w => w.UnitId == v.UnitId && w.From <= today && w.From > v.From)
        );
        var places =
            viewer.Scopes(permission).Select(p => last.Below(p)).Aggregate((IQueryable<UnitVersion>?)null, (a, b) => a?.Union(b) ?? b)
            ?? last.Where(_ => false);
        return from t in db.Tasks.AsNoTracking()
            join c in db.StandingCampaigns on t.CampaignId equals c.Id
            join i in db.TaskItems on t.Id equals i.TaskId into items
            from i in items.DefaultIfEmpty()
            join v in places on (i == null ? c.UnitId : i.Case.UnitId) equals v.UnitId
            // What a campaign that is over, or a later plan, took out of everybody's work is asked of nobody.
            where i == null ? t.Until == null && c.Case!.State != CampaignCase.Closed : !i.Case.Shelved
            select new TaskLine
            {
                Key = (t.Id * 4294967296L) + (i == null ? 0 : i.Id),
                TaskId = t.Id,
                TaskPublicId = t.PublicId,
                ItemId = i == null ? 0 : i.Id,
                CaseId = i == null ? null : i.Case.PublicId,
                CampaignId = c.Id,
                CampaignPublicId = c.PublicId,
                Campaign = c.Name,
                Pack = c.Pack,
                Order = t.Order,
                Plan = db.Set<PlanDraft>().Where(d => d.Id == (t.PlanDraftId ?? c.PlanDraftId)).Select(d => d.Case.PublicId).First(),
                FirstLine = t.FirstLine,
                Text = t.Text,
                ParentId = t.ParentId,
                Parent = t.Parent == null ? null : t.Parent!.Text,
                Search = i == null ? t.Search : i.Case.Search,
                HasLead = t.Units.Any(u => u.Lead),
                Every = t.Every,
                From = i == null ? null : i.From,
                To = i == null ? null : i.To,
                UnitId = v.UnitId,
                UnitPublicId = v.Unit!.PublicId,
                Unit = i == null ? "" : v.Name,
                UnitKey = i == null ? "" : v.SortKey,
                UnitSearch = v.Search,
                Path = v.Path,
                State = i == null ? null : i.Case.State,
                Reason = i == null ? null : i.Case.Reason,
                Due = i == null ? t.DueDate : i.Case.Due,
                SoonFrom = i == null ? null : i.Case.SoonFrom,
            };
    }

    /// <summary>States in which the unit itself has something to do.</summary>
    public IReadOnlyList<string> Open => [.. Flows.SelectMany(f => f.Flow.States).Where(s => s.Editable).Select(s => s.Code).Distinct()];

    /// <summary>Those whose day is past, and which wait for the unit.</summary>
    public IQueryable<TaskLine> Late(IQueryable<TaskLine> lines)
    {
        var (today, open) = (clock.Today(), Open);
        return lines.Where(l => l.Due < today && open.Contains(l.State!));
    }

    /// <summary>Of which nothing was heard for as long as the flow's clock allows.</summary>
    public IQueryable<TaskLine> Silent(IQueryable<TaskLine> lines) =>
        SilentIds() is { } silent ? lines.Where(l => silent.Contains(l.ItemId)) : lines.Where(_ => false);

    private IEnumerable<(string Pack, FlowDefinition Flow)> Flows =>
        from p in packs.All
        let flow = p.Flow(TaskCase.Kind)
        where flow is not null
        select (p.Code, flow);

    private IQueryable<int>? SilentIds() =>
        (
            from f in Flows
            from s in f.Flow.States
            where s.Clock is { SilentAfter: not null }
            group s.Code by (f.Pack, Days: s.Clock!.SilentAfter!.Value)
        ).Aggregate(
            (IQueryable<int>?)null,
            (all, some) =>
                all is null ? Silent(some.Key.Pack, [.. some], some.Key.Days) : all.Union(Silent(some.Key.Pack, [.. some], some.Key.Days))
        );

    private IQueryable<int> Silent(string pack, IReadOnlyList<string> states, int days)
    {
        var since = clock.GetUtcNow().AddDays(-days);
        var files = db.Attachments;
        return db
            .TaskItems.Where(i => i.Case.Pack == pack && states.Contains(i.Case.State) && i.Case.MovedAt < since)
            .Where(i => !i.Notes.Any(n => n.At >= since))
            .Where(i => !files.Any(f => f.OwnerKind == CaseFiles.Code && f.OwnerKey == i.Case.PublicId && f.AddedAt >= since))
            .Select(i => i.Id);
    }

    /// <summary>Adds to some lines what is not in the query: last word, files, who supports.</summary>
    public async Task<IReadOnlyList<TaskLine>> Fill(IReadOnlyList<TaskLine> lines, CancellationToken cancellationToken)
    {
        var (items, tasks) = (lines.Select(l => l.ItemId).ToList(), lines.Select(l => l.TaskId).Distinct().ToList());
        var keys = lines.Select(l => l.CaseId).OfType<string>().ToList();
        var heard = await db
            .TaskItems.Where(i => items.Contains(i.Id))
            .Select(i => new
            {
                i.Id,
                i.Case.MovedAt,
                Noted = i.Notes.OrderByDescending(n => n.Id).Select(n => (DateTimeOffset?)n.At).FirstOrDefault(),
            })
            .ToDictionaryAsync(i => i.Id, cancellationToken);
        var files = await db
            .Attachments.Where(a => a.OwnerKind == CaseFiles.Code && keys.Contains(a.OwnerKey) && a.RemovedAt == null)
            .Select(a => new { a.OwnerKey, a.AddedAt })
            .ToListAsync(cancellationToken);
        var added = files.ToLookup(f => f.OwnerKey, f => f.AddedAt);
        var silent = SilentIds() is { } ids ? await ids.Where(i => items.Contains(i)).ToListAsync(cancellationToken) : [];
        var supporting = await Supporting(tasks, cancellationToken);
        return
        [
            .. lines.Select(l =>
                l with
                {
                    Heard = heard.TryGetValue(l.ItemId, out var h)
                        ? new[] { h.MovedAt, h.Noted ?? h.MovedAt }.Concat(added[l.CaseId!]).Max()
                        : null,
                    IsSilent = silent.Contains(l.ItemId),
                    Files = l.CaseId is { } key ? added[key].Count() : 0,
                    Supporting = string.Join("; ", supporting[l.TaskId]),
                }
            ),
        ];
    }

    /// <summary>Names of the units that support these tasks, by task.</summary>
    public async Task<ILookup<int, string>> Supporting(IReadOnlyCollection<int> tasks, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows = await (
            from u in db.Set<TaskUnit>().AsNoTracking()
            join v in db.UnitVersions.ValidOn(today) on u.UnitId equals v.UnitId
            where tasks.Contains(u.TaskId) && !u.Lead
            orderby v.SortKey
            select new { u.TaskId, v.Name }
        ).ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.TaskId, r => r.Name);
    }
}
