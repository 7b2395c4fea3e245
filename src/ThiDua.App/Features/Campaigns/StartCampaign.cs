using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>What launching makes of a checked draft: units that were chosen to be created, targets and tasks.</summary>
public sealed class StartCampaign(
    AppDb db,
    Viewer viewer,
    PackShelf packs,
    CreateUnit units,
    TreeTotals totals,
    Progress.EachTargets each,
    Tasks.BeginTasks tasks,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    /// <summary>Within the transaction of the launch.</summary>
    public async Task<Outcome> Run(PlanDraft draft, CancellationToken stop)
    {
        var (owner, content) = (await Owner(draft, stop), DraftContent.Parse(draft.Content));
        var places = await Places(content, owner, stop);
        if (places.Value is null)
            return new() { Errors = places.Errors };
        Campaign? campaign = null;
        await totals.Recount(
            await WithReach(owner, content, stop),
            async () =>
            {
                campaign = Start(draft, content, places.Value);
                if (!await db.Set<CountingStart>().AnyAsync(c => c.UnitId == campaign.UnitId && c.From == campaign.From, stop))
                    db.Add(new CountingStart { UnitId = campaign.UnitId, From = campaign.From });
                db.Indicators.AddRange(
                    campaign
                        .Targets.Where(t => t.EachKind is not null)
                        .Select(t => new IndicatorKey { Code = Progress.EachTargets.Code(t) })
                );
                await db.SaveChangesAsync(stop);
            },
            stop
        );
        await each.Begin(campaign!, stop);
        await tasks.Of(campaign!, stop);
        return Outcome.Done;
    }

    /// <summary>Units that have already given figures of reach for the campaign's time: these count anew from its start.</summary>
    private async Task<List<int>> WithReach(UnitRow owner, DraftContent content, CancellationToken stop)
    {
        var codes = packs.Definitions.All.Where(d => d.Kind == Measures.IndicatorKind.Reach).Select(d => d.Code).ToList();
        var first = content.Head.From!.Value.Year * 10_000;
        return await db
            .Figures.Where(f =>
                f.PeriodId >= first
                && db.Indicators.Any(i => i.Id == f.IndicatorId && codes.Contains(i.Code))
                && db.UnitVersions.Below(owner.Path).Any(v => v.UnitId == f.UnitId)
            )
            .Select(f => f.UnitId)
            .Distinct()
            .ToListAsync(stop);
    }

    /// <summary>Why a campaign cannot start from this draft as it stands.</summary>
    public async Task<Outcome> Check(PlanDraft draft, CancellationToken cancellationToken)
    {
        var (owner, content) = (await Owner(draft, cancellationToken), DraftContent.Parse(draft.Content));
        if (LaunchRules.Problems(content) is { Count: > 0 } problems)
            return new() { Errors = [.. problems.Select(p => new FieldError("", text[p.ToString()]))] };
        return LaunchRules.NewUnits(content).Count > 0 && !viewer.Can(Permission.ManageUnits, owner.Path)
            ? Outcome.Refused("", text["MayNotCreateUnits"])
            : Outcome.Done;
    }

    private async Task<UnitRow> Owner(PlanDraft draft, CancellationToken cancellationToken) =>
        (await UnitQueries.Find(db, draft.UnitId, clock.Today(), cancellationToken))!;

    private async Task<Outcome<UnitPlaces>> Places(DraftContent content, UnitRow owner, CancellationToken stop)
    {
        var tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), stop);
        var missing = LaunchRules
            .NewUnits(content)
            .Where(n => !tree.Any(u => u.Kind == n.Kind && DraftUnit.KeyOf(u.Name) == DraftUnit.KeyOf(n.Name)))
            .ToList();
        foreach (var (kind, name) in missing)
        {
            var made = await units.Handle(
                new CreateUnitInput
                {
                    Name = name,
                    Kind = kind,
                    ParentId = owner.Id,
                    From = CreateUnit.Always,
                },
                stop
            );
            if (made.Value is null)
                return new() { Errors = made.Errors };
        }
        if (missing.Count > 0)
            tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), stop);
        return new UnitPlaces(content, packs[content.Head.Pack], tree, owner);
    }

    private Campaign Start(PlanDraft draft, DraftContent content, UnitPlaces places)
    {
        var head = content.Head;
        var campaign = new Campaign
        {
            Name = head.Name,
            Pack = head.Pack,
            UnitId = draft.UnitId,
            From = head.From!.Value,
            To = head.To!.Value,
            Year = head.Year!.Value,
            PlanDraftId = draft.Id,
            PlanSymbol = head.Symbol,
            LaunchedAt = clock.GetUtcNow(),
            Targets = [.. InOrder(content.Targets).Select((t, i) => Target(t, i + 1, places))],
            Tasks = TaskMaking.Of(InOrder(content.Tasks), places),
        };
        db.Campaigns.Add(campaign);
        viewer.Record(
            "campaign.launch",
            "campaign",
            campaign.PublicId,
            draft.UnitId,
            detail: $"{{\"plan\":\"{draft.PublicId}\",\"revision\":{draft.Revision}}}"
        );
        return campaign;
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> items)
        where T : DraftItem => items.Where(i => !i.Dropped).OrderBy(i => i.FirstLine == 0 ? int.MaxValue : i.FirstLine).ThenBy(i => i.Id);

    private static CampaignTarget Target(DraftTarget t, int order, UnitPlaces places) =>
        new()
        {
            Order = order,
            Section = t.Section,
            Text = t.Text,
            Measure = Headed(t.Measure),
            Indicator = t.Indicator,
            Comparator = t.Comparator,
            Exact = t.Exact,
            Value = t.Value,
            Upper = t.Upper,
            Unit = t.Unit,
            Direction = t.Direction,
            Baseline = t.Baseline,
            EachKind = t.EachKind,
            DueDate = t.DueDate,
            FirstLine = t.FirstLine,
            LastLine = t.LastLine,
            Units = [.. places.Of(t.Responsible).Select(id => new TargetUnit { UnitId = id })],
        };

    /// <summary>The measure heads a card and a row of its own.</summary>
    private static string Headed(string measure) => measure.Length == 0 ? measure : char.ToUpperInvariant(measure[0]) + measure[1..];
}
