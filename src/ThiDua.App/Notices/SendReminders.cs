using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Notices;

/// <summary>Something that is due and has a day: a case, or what is owed and not begun.</summary>
/// <param name="Key">Stable name of the thing.</param>
/// <param name="Permission">Held by whoever can do what is due.</param>
public sealed record DueThing(
    string Key,
    string Title,
    string Unit,
    string Path,
    string Href,
    DateOnly Due,
    string Permission,
    bool Above,
    IReadOnlyList<int> Before,
    IReadOnlyList<int> After
);

/// <summary>What a feature knows to be owed though nobody has begun it.</summary>
public interface IOwed
{
    /// <param name="last">The last day that was looked at.</param>
    Task<IReadOnlyList<DueThing>> Between(DateOnly last, DateOnly today, CancellationToken cancellationToken);
}

/// <summary>Reminds of what is due, day by day and never twice of the same; days on which nothing ran are caught up.</summary>
public sealed class SendReminders(
    AppDb db,
    PackShelf packs,
    CaseKinds kinds,
    RoleBook roles,
    IEnumerable<IOwed> owed,
    Viewer viewer,
    TimeProvider clock
) : IJobKind
{
    public const string Code = "reminders.send";
    private const string Done = "reminders.day";

    /// <summary>At the first start, and after a longer absence, only these days are caught up.</summary>
    private const int MostDays = 14;

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var today = job.Payload<WorkOfDay>().Day;
        var setting = await db.Settings.FindAsync([Done], cancellationToken);
        var last = setting is null
            ? today.AddDays(-MostDays)
            : DateOnly.ParseExact(setting.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (last < today.AddDays(-MostDays))
            last = today.AddDays(-MostDays);
        var things = await Cases(last, today, cancellationToken);
        foreach (var source in owed)
            things.AddRange(await source.Between(last, today, cancellationToken));
        var notices = await Fresh(await Notices(things, last, today, cancellationToken), cancellationToken);
        viewer.Record(
            Code,
            "system",
            $"{today:yyyy-MM-dd}",
            null,
            detail: $"{{\"notices\":{notices.Count.ToString(CultureInfo.InvariantCulture)}}}"
        );
        db.AddRange(notices);
        if (setting is null)
            db.Settings.Add(new Setting { Key = Done, Value = $"{today:yyyy-MM-dd}" });
        else if (last < today)
            setting.Value = $"{today:yyyy-MM-dd}";
        await job.End(new { notices = notices.Count });
    }

    /// <summary>Cases that wait in a state with a clock, near enough to their day.</summary>
    private async Task<List<DueThing>> Cases(DateOnly last, DateOnly today, CancellationToken cancellationToken)
    {
        var things = new List<DueThing>();
        foreach (var (pack, flow, state) in packs.All.SelectMany(p => p.Flows.SelectMany(f => f.States.Select(s => (p, f, s)))))
        {
            if (
                state.Clock is not { } timing
                || !kinds.Has(flow.Kind)
                || flow.Acts.FirstOrDefault(a => a.IsAwaitedIn(state.Code)) is not { } act
            )
                continue;
            things.AddRange(await Waiting(new(pack, flow, state, timing, act), last, today, cancellationToken));
        }
        return things;
    }

    /// <summary>One state with a clock, and the act that is awaited in it.</summary>
    private sealed record TimedState(Pack Pack, FlowDefinition Flow, FlowState State, FlowClock Clock, FlowAct Act);

    private async Task<IEnumerable<DueThing>> Waiting(TimedState of, DateOnly last, DateOnly today, CancellationToken cancellationToken)
    {
        var (flow, pack, state) = (of.Flow.Code, of.Pack.Code, of.State.Code);
        var first = last.AddDays(-of.Clock.EscalateAfter.DefaultIfEmpty(0).Max());
        var until = today.AddDays(of.Clock.RemindBefore.DefaultIfEmpty(0).Max());
        var rows = await (
            from c in db.Cases.AsNoTracking()
            join v in db.UnitVersions.ValidOn(today) on c.UnitId equals v.UnitId
            where c.Flow == flow && c.Pack == pack && c.State == state && !c.Shelved && c.Due >= first && c.Due <= until
            select new
            {
                c.Id,
                c.PublicId,
                c.Title,
                Unit = v.Name,
                v.Path,
                Due = c.Due!.Value,
            }
        ).ToListAsync(cancellationToken);
        var kind = kinds[of.Flow.Kind];
        return rows.Select(r => new DueThing(
            $"case:{r.Id}:{state}",
            r.Title,
            r.Unit,
            r.Path,
            of.State.Editable ? kind.WorkHref(r.PublicId) : kind.Href(r.PublicId),
            r.Due,
            of.Act.Permission,
            of.Act.Level == FlowLevel.Above,
            of.Clock.RemindBefore,
            of.Clock.EscalateAfter
        ));
    }

    private async Task<List<Notice>> Notices(List<DueThing> things, DateOnly last, DateOnly today, CancellationToken cancellationToken)
    {
        var grants = await (
            from g in db.Grants.AsNoTracking()
            join v in db.UnitVersions.ValidOn(today) on g.UnitId equals v.UnitId
            where g.From <= today && (g.To == null || g.To >= today)
            select new
            {
                v.Path,
                g.AccountId,
                g.Role,
            }
        ).ToListAsync(cancellationToken);
        var byRight = things
            .Select(t => t.Permission)
            .Distinct()
            .ToDictionary(p => p, p => grants.Where(g => roles.Allows(g.Role, p)).ToLookup(g => g.Path, g => g.AccountId));
        return
        [
            .. from thing in things
            from told in ReminderRules.On(thing.Due, thing.Before, thing.After, last, today)
            let holders = ReminderRules.Holders(byRight[thing.Permission], thing.Path, thing.Above)
            from account in told.Kind == NoticeKind.Remind ? holders.Nearest : holders.Above
            select new Notice
            {
                AccountId = account,
                Kind = told.Kind,
                Key = $"{thing.Key}:{thing.Due:yyyyMMdd}:{told.Kind}:{told.Days.ToString(CultureInfo.InvariantCulture)}",
                Title = thing.Title,
                Unit = thing.Unit,
                Href = thing.Href,
                Due = thing.Due,
                At = clock.GetUtcNow(),
            },
        ];
    }

    private async Task<List<Notice>> Fresh(List<Notice> notices, CancellationToken cancellationToken)
    {
        var keys = notices.Select(n => n.Key).Distinct().ToList();
        var told = (
            await db
                .Notices.AsNoTracking()
                .Where(n => keys.Contains(n.Key))
                .Select(n => new { n.AccountId, n.Key })
                .ToListAsync(cancellationToken)
        )
            .Select(n => (n.AccountId, n.Key))
            .ToHashSet();
        var muted = (await db.NoticeMutes.AsNoTracking().ToListAsync(cancellationToken)).Select(m => (m.AccountId, m.Kind)).ToHashSet();
        return
        [
            .. notices
                .DistinctBy(n => (n.AccountId, n.Key))
                .Where(n => !told.Contains((n.AccountId, n.Key)) && !muted.Contains((n.AccountId, n.Kind))),
        ];
    }
}
