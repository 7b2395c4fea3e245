using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Flow;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns.Launch;

/// <param name="Draft">Public id of the plan's draft.</param>
/// <param name="Revision">Of the draft as the person saw it; null to take it as it is.</param>
public sealed record LaunchCampaignInput(string Draft, int? Revision = null);

/// <summary>Starts a campaign from a checked draft: units that were chosen to be created, targets and tasks, in one transaction.</summary>
public sealed class LaunchCampaign(AppDb db, Viewer viewer, PackShelf packs, CreateUnit units, TreeTotals totals, Progress.EachTargets each, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome<Campaign>> Handle(LaunchCampaignInput input, CancellationToken stop)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, input.Draft, Permission.RunCampaign, stop);
        if (draft is null) return Outcome<Campaign>.NotFound;
        var owner = (await UnitQueries.Find(db, draft.UnitId, clock.Today(), stop))!;
        var content = DraftContent.Parse(draft.Content);
        if (Refusal(draft, owner, content, input) is { } refusal) return refusal;
        try
        {
            return await db.Apply(() => Launch(draft, content, owner, stop), stop, launched => launched.Ok);
        }
        catch (DbUpdateException)
        {
            // A second window launched it, or changed it, in the meantime; or a unit of the same code was just made.
            db.ChangeTracker.Clear();
            return Outcome<Campaign>.Refused("", text["ChangedMeanwhile"]);
        }
    }

    private async Task<Outcome<Campaign>> Launch(PlanDraft draft, DraftContent content, UnitRow owner, CancellationToken stop)
    {
        var places = await Places(content, owner, stop);
        if (places.Value is null) return new Outcome<Campaign> { Errors = places.Errors };
        Campaign? campaign = null;
        await totals.Recount(await WithReach(owner, content, stop), async () =>
        {
            campaign = Start(draft, content, places.Value);
            if (!await db.Set<CountingStart>().AnyAsync(c => c.UnitId == campaign.UnitId && c.From == campaign.From, stop))
                db.Add(new CountingStart { UnitId = campaign.UnitId, From = campaign.From });
            db.Indicators.AddRange(campaign.Targets.Where(t => t.EachKind is not null).Select(t => new IndicatorKey { Code = Progress.EachTargets.Code(t) }));
            await db.SaveChangesAsync(stop);
        }, stop);
        await each.Begin(campaign!, stop);
        return campaign!;
    }

    /// <summary>Units that have already given figures of reach for the campaign's time: these count anew from its start.</summary>
    private async Task<List<int>> WithReach(UnitRow owner, DraftContent content, CancellationToken stop)
    {
        var codes = packs.Definitions.All.Where(d => d.Kind == Measures.IndicatorKind.Reach).Select(d => d.Code).ToList();
        var first = content.Head.From!.Value.Year * 10_000;
        return await db.Figures.Where(f => f.PeriodId >= first && db.Indicators.Any(i => i.Id == f.IndicatorId && codes.Contains(i.Code))
            && db.UnitVersions.Below(owner.Path).Any(v => v.UnitId == f.UnitId)).Select(f => f.UnitId).Distinct().ToListAsync(stop);
    }

    private Outcome<Campaign>? Refusal(PlanDraft draft, UnitRow owner, DraftContent content, LaunchCampaignInput input)
    {
        var flow = packs[draft.Pack].Flow("plan-draft")!;
        if (FlowRules.Check(flow, draft.State, "launch", null, p => viewer.Can(p, owner.Path), _ => false) != FlowRefusal.None) return Outcome<Campaign>.Refused("", text["AlreadyLaunched"]);
        if (input.Revision is { } seen && seen != draft.Revision) return Outcome<Campaign>.Refused("", text["ChangedMeanwhile"]);
        if (LaunchRules.Problems(content) is { Count: > 0 } problems) return new() { Errors = [.. problems.Select(p => new FieldError("", text[p.ToString()]))] };
        return LaunchRules.NewUnits(content).Count > 0 && !viewer.Can(Permission.ManageUnits, owner.Path) ? Outcome<Campaign>.Refused("", text["MayNotCreateUnits"]) : null;
    }

    private async Task<Outcome<UnitPlaces>> Places(DraftContent content, UnitRow owner, CancellationToken stop)
    {
        var tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), stop);
        var missing = LaunchRules.NewUnits(content).Where(n => !tree.Any(u => u.Kind == n.Kind && DraftUnit.KeyOf(u.Name) == DraftUnit.KeyOf(n.Name))).ToList();
        foreach (var (kind, name) in missing)
        {
            var made = await units.Handle(new CreateUnitInput { Name = name, Kind = kind, ParentId = owner.Id, From = CreateUnit.Always }, stop);
            if (made.Value is null) return new() { Errors = made.Errors };
        }
        if (missing.Count > 0) tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), stop);
        return new UnitPlaces(content, packs[content.Head.Pack], tree, owner);
    }

    private Campaign Start(PlanDraft draft, DraftContent content, UnitPlaces places)
    {
        var head = content.Head;
        var campaign = new Campaign
        {
            Name = head.Name, Pack = head.Pack, UnitId = draft.UnitId, From = head.From!.Value, To = head.To!.Value, Year = head.Year!.Value,
            PlanDraftId = draft.Id, PlanSymbol = head.Symbol, LaunchedAt = clock.GetUtcNow(),
            Targets = [.. InOrder(content.Targets).Select((t, i) => Target(t, i + 1, places))],
            Tasks = [.. InOrder(content.Tasks).Select((t, i) => Task(t, i + 1, places))],
        };
        db.Campaigns.Add(campaign);
        draft.State = packs[draft.Pack].Flow("plan-draft")!.Act("launch")!.To;
        draft.Revision++;
        viewer.Record("campaign.launch", "campaign", campaign.PublicId, draft.UnitId, detail: $"{{\"plan\":\"{draft.PublicId}\",\"revision\":{draft.Revision}}}");
        return campaign;
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> items) where T : DraftItem => items.Where(i => !i.Dropped).OrderBy(i => i.FirstLine == 0 ? int.MaxValue : i.FirstLine).ThenBy(i => i.Id);

    private static CampaignTarget Target(DraftTarget t, int order, UnitPlaces places) => new()
    {
        Order = order, Section = t.Section, Text = t.Text, Measure = Headed(t.Measure), Indicator = t.Indicator, Comparator = t.Comparator, Exact = t.Exact,
        Value = t.Value, Upper = t.Upper, Unit = t.Unit, Direction = t.Direction, Baseline = t.Baseline, EachKind = t.EachKind, DueDate = t.DueDate,
        FirstLine = t.FirstLine, LastLine = t.LastLine, Units = [.. places.Of(t.Responsible).Select(id => new TargetUnit { UnitId = id })],
    };

    /// <summary>The measure heads a card and a row of its own.</summary>
    private static string Headed(string measure) => measure.Length == 0 ? measure : char.ToUpperInvariant(measure[0]) + measure[1..];

    private static CampaignTask Task(DraftTask t, int order, UnitPlaces places)
    {
        var lead = places.Of(t.Lead);
        return new()
        {
            Order = order, Section = t.Section, Text = t.Text, DueDate = t.DueDate, Every = t.Every, FirstLine = t.FirstLine, LastLine = t.LastLine,
            Units = [.. lead.Select(id => new TaskUnit { UnitId = id, Lead = true }), .. places.Of(t.With).Except(lead).Select(id => new TaskUnit { UnitId = id })],
        };
    }
}
