using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Campaigns.Launch;

/// <summary>Works out what a launch would bring about, before anything is changed.</summary>
public sealed class LaunchPreviews(AppDb db, PackShelf packs, CampaignAsks asks, LateReports late, RoleBook roles, TimeProvider clock)
{
    private const int FirstDays = 31;

    private sealed record Ground(CampaignAsk Ask, DraftContent Content, IReadOnlyList<UnitRow> Tree, UnitPlaces Places, DateOnly Today)
    {
        public ILookup<string, string> Fresh { get; } =
            LaunchRules
                .NewUnits(Content)
                .Where(n => !Tree.Any(u => u.Kind == n.Kind && DraftUnit.KeyOf(u.Name) == DraftUnit.KeyOf(n.Name)))
                .ToLookup(n => n.Kind, n => n.Name);

        public IEnumerable<DraftTask> Tasks => Content.Tasks.Where(t => !t.Dropped);
    }

    /// <param name="content">Checked: it has its days.</param>
    public async Task<LaunchPreview> Of(PlanDraft draft, DraftContent content, DateOnly? from, CancellationToken cancellationToken)
    {
        var (head, today) = (content.Head, clock.Today());
        var starts = LaunchRules.Starts(head.From!.Value, head.To!.Value, today);
        var first = from is { } asked && starts.Contains(asked) ? asked : LaunchRules.FirstReports(head.From.Value, today);
        var owner = (await UnitQueries.Find(db, draft.UnitId, today, cancellationToken))!;
        var tree = await UnitQueries.Subtree(db, owner.Path, today, cancellationToken);
        var campaign = new Campaign
        {
            Name = head.Name,
            Pack = head.Pack,
            UnitId = draft.UnitId,
            From = head.From.Value,
            To = head.To.Value,
            ReportsFrom = first,
        };
        var indicators = content.Targets.Where(t => !t.Dropped).Select(t => t.Indicator);
        var ask = await asks.OfNew(campaign, indicators, cancellationToken);
        var ground = new Ground(ask, content, tree, new UnitPlaces(content, packs[head.Pack], tree, owner), today);
        var duties = Duties(ground);
        return new(
            first,
            starts,
            duties,
            await AtOnce(ground, owner, starts, cancellationToken),
            [.. ask.Kinds.SelectMany(ask.Periods).Where(p => !ask.IsOwed(p)).Distinct().Order()],
            await NoAccount(ground, duties, cancellationToken),
            [.. DraftRules.WithoutLead(content).Select(t => t.Text)],
            [.. ground.Tasks.Except(DraftRules.WithoutLead(content)).Where(t => !HasPlace(ground, t)).Select(t => t.Text)],
            [
                .. content
                    .Targets.Where(t => !t.Dropped && t is { Value: not null, EachKind: null, Responsible.Count: 0 })
                    .Select(t => t.Measure),
            ],
            Dates(ground, duties),
            [.. ask.Before.Select(b => (b.Campaign, b.Needed.Count(ask.Needed.Contains))).Where(s => s.Item2 > 0)]
        );
    }

    /// <summary>Who is late when the launch is done, and from which month on nobody would be.</summary>
    private async Task<LateAtOnce> AtOnce(Ground ground, UnitRow owner, IReadOnlyList<DateOnly> starts, CancellationToken cancellationToken)
    {
        var overdue = LateReports.Overdue(ground.Ask, ground.Today);
        var there = await late.OfNew(ground.Ask, owner, ground.Today, cancellationToken);
        var fresh = overdue
            .Where(o => o.Value.Count > 0)
            .Select(o => (Units: ground.Fresh[o.Key].Count(), Periods: o.Value.Count))
            .ToList();
        var last = overdue.Values.SelectMany(o => o).Select(o => o.Period.Last).DefaultIfEmpty().Max();
        return new(
            there.Sum(u => u.Periods.Count) + fresh.Sum(f => f.Units * f.Periods),
            there.Count + fresh.Sum(f => f.Units),
            starts.Where(s => s > last).Select(s => (DateOnly?)s).Min()
        );
    }

    private static List<KindDuty> Duties(Ground ground)
    {
        var (ask, book) = (ground.Ask, new DeadlineBook(ground.Ask.Pack));
        var duties = new List<KindDuty>();
        foreach (var kind in ask.Kinds)
        {
            var (units, fresh) = (ground.Tree.Count(u => u.Kind == kind), ground.Fresh[kind].Count());
            var periods = ask.Periods(kind);
            if (units + fresh == 0 || periods.Count == 0)
                continue;
            Period? first = periods.Where(ask.IsOwed).Select(p => (Period?)p).FirstOrDefault();
            duties.Add(
                new(
                    kind,
                    units + fresh,
                    fresh,
                    [.. periods.Select(p => p.Frequency).Distinct().Order()],
                    first is { } owed ? ask.Figures(kind, owed).Count : 0,
                    first,
                    first is { } due ? book.Of(due).Day : null
                )
            );
        }
        return [.. duties.OrderByDescending(d => d.Units)];
    }

    /// <summary>Units that owe a report or lead a task, and those that are to be created: nobody can sign in for them yet.</summary>
    private async Task<IReadOnlyList<string>> NoAccount(Ground ground, List<KindDuty> duties, CancellationToken cancellationToken)
    {
        var leads = ground.Tasks.SelectMany(t => ground.Places.Of(t.Lead)).ToHashSet();
        var kinds = duties.Select(d => d.Kind).ToHashSet();
        var asked = ground.Tree.Where(u => kinds.Contains(u.Kind) || leads.Contains(u.Id)).ToList();
        var (ids, today) = (asked.ConvertAll(u => u.Id), ground.Today);
        var held = await db
            .Grants.AsNoTracking()
            .Where(g => ids.Contains(g.UnitId) && g.From <= today && (g.To == null || g.To >= today))
            .Select(g => new { g.UnitId, g.Role })
            .Distinct()
            .ToListAsync(cancellationToken);
        var able = held.Where(h => roles.Allows(h.Role, Permission.FillReport)).Select(h => h.UnitId).ToHashSet();
        return [.. asked.Where(u => !able.Contains(u.Id)).Select(u => u.Name), .. ground.Fresh.SelectMany(f => f)];
    }

    /// <summary>Some unit that leads it is there, or will be.</summary>
    private static bool HasPlace(Ground ground, DraftTask task) =>
        ground.Places.Of(task.Lead).Count > 0
        || task.Lead.Any(n => ground.Content.Unit(n) is { Choice: UnitChoice.Create or UnitChoice.AllOfKind, NewNames.Count: > 0 });

    private static List<LaunchDate> Dates(Ground ground, List<KindDuty> duties)
    {
        var (ask, book) = (ground.Ask, new DeadlineBook(ground.Ask.Pack));
        var first = ask.Campaign.From > ground.Today ? ask.Campaign.From : ground.Today;
        var last = first.AddDays(FirstDays);
        bool Soon(DateOnly day) => day >= first && day <= last;
        var reports =
            from duty in duties
            from period in ask.Periods(duty.Kind).Where(ask.IsOwed)
            where Soon(book.Of(period).Day)
            group duty.Units by period into units
            select new LaunchDate(book.Of(units.Key).Day, units.Key, units.Sum());
        var tasks = ground
            .Tasks.Where(t => t.DueDate is { } due && Soon(due))
            .GroupBy(t => t.DueDate!.Value)
            .Select(g => new LaunchDate(g.Key, null, g.Count()));
        return [.. reports.Concat(tasks).OrderBy(d => d.Day)];
    }
}
