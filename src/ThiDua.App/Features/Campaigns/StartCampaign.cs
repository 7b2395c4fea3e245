using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Progress;
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
    BeginCase begin,
    CampaignStarts starts,
    EachTargets each,
    Tasks.BeginTasks tasks,
    BeginRegistrations registrations,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    /// <summary>Within the transaction of the launch.</summary>
    public async Task<Outcome> Run(PlanDraft draft, LaunchChoice choice, CancellationToken cancellationToken)
    {
        var (owner, content) = (await Owner(draft, cancellationToken), DraftContent.Parse(draft.Content));
        var places = await Places(content, owner, cancellationToken);
        if (places.Value is null)
            return new() { Errors = places.Errors };
        Campaign? campaign = null;
        await starts.Begin(
            draft.UnitId,
            content.Head.From!.Value,
            async () =>
            {
                campaign = Start(draft, content, places.Value, choice);
                db.Indicators.AddRange(EachTargets.Keys(campaign.Targets));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
        await each.Begin(campaign!, cancellationToken);
        await tasks.Of(campaign!, cancellationToken);
        await registrations.Of(campaign!, cancellationToken);
        return Outcome.Done;
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

    internal async Task<UnitRow> Owner(PlanDraft draft, CancellationToken cancellationToken) =>
        (await UnitQueries.Find(db, draft.UnitId, clock.Today(), cancellationToken))!;

    internal async Task<Outcome<UnitPlaces>> Places(DraftContent content, UnitRow owner, CancellationToken cancellationToken)
    {
        var tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), cancellationToken);
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
                cancellationToken
            );
            if (made.Value is null)
                return new() { Errors = made.Errors };
        }
        if (missing.Count > 0)
            tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), cancellationToken);
        return new UnitPlaces(content, packs[content.Head.Pack], tree, owner);
    }

    private Campaign Start(PlanDraft draft, DraftContent content, UnitPlaces places, LaunchChoice choice)
    {
        var head = content.Head;
        var record = viewer.Record(
            "campaign.launch",
            "campaign",
            choice.Campaign,
            draft.UnitId,
            detail: $"{{\"plan\":\"{draft.PublicId}\",\"revision\":{draft.Revision}}}"
        );
        var asked = new NewCase(
            CampaignCase.Kind,
            packs[head.Pack],
            head.Name,
            draft.UnitId,
            CaseDue.Never,
            Record: record,
            PublicId: choice.Campaign
        );
        var campaign = new Campaign
        {
            PublicId = choice.Campaign,
            Case = begin.Handle(asked),
            Name = head.Name,
            Pack = head.Pack,
            UnitId = draft.UnitId,
            From = head.From!.Value,
            To = head.To!.Value,
            Year = head.Year!.Value,
            ReportsFrom = choice.ReportsFrom ?? LaunchRules.FirstReports(head.From.Value, clock.Today()),
            PlanDraftId = draft.Id,
            PlanSymbol = head.Symbol,
            LaunchedAt = clock.GetUtcNow(),
            Targets = [.. InOrder(content.Targets).Select((t, i) => Target(t, i + 1, places))],
            Tasks = TaskMaking.Of(InOrder(content.Tasks), places),
        };
        db.Campaigns.Add(campaign);
        return campaign;
    }

    internal static IEnumerable<T> InOrder<T>(IEnumerable<T> items)
        where T : DraftItem => items.Where(i => !i.Dropped).OrderBy(i => i.FirstLine == 0 ? int.MaxValue : i.FirstLine).ThenBy(i => i.Id);

    internal static CampaignTarget Target(DraftTarget t, int order, UnitPlaces places, LaterPlan? later = null) =>
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
            PlanDraftId = later?.DraftId,
            Since = later?.Since,
            ReplacesId = later?.Replaces,
            Units = [.. places.Of(t.Responsible).Select(id => new TargetUnit { UnitId = id })],
        };

    /// <summary>The measure heads a card and a row of its own.</summary>
    private static string Headed(string measure) => measure.Length == 0 ? measure : char.ToUpperInvariant(measure[0]) + measure[1..];
}
