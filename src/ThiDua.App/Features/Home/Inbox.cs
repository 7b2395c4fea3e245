using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Documents;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Requests;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Home;

/// <summary>One case that waits for me, with what its kind says of it.</summary>
/// <param name="Every">Of a task that recurs: how often.</param>
public sealed record InboxRow(CaseRow Case, FlowDefinition Flow, string Href)
{
    public int? TaskId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public string? Every { get; init; }
    public FlowState State => Flow.State(Case.State)!;

    /// <summary>Somebody else's content that waits for my decision.</summary>
    public bool IsDecision => !State.Editable;
    public bool CameBack => State.Editable && Case.Reason is not null;
}

/// <param name="ToApprove">What others sent, papers apart.</param>
/// <param name="ToSign">Papers.</param>
/// <param name="Tasks">Of a task that recurs the span that is to be done first.</param>
/// <param name="CameBack">Anything of mine to be sent that came back, reports and tasks apart: they say so where they stand.</param>
/// <param name="BeingDrawn">What I began and did not send, and plans.</param>
public sealed record InboxView(
    IReadOnlyList<InboxRow> ToApprove,
    IReadOnlyList<InboxRow> ToSign,
    IReadOnlyList<InboxRow> Tasks,
    IReadOnlyList<InboxRow> CameBack,
    IReadOnlyList<InboxRow> BeingDrawn
);

/// <summary>What waits for me, of every kind, in one question: by what each flow offers me at my units.</summary>
public sealed class Inbox(AppDb db, CaseRows cases, CaseKinds kinds, PackShelf packs, Viewer viewer)
{
    private const int Most = 200;

    /// <param name="units">Whose content I write; what hangs on others waits for me only where it is to be decided.</param>
    public async Task<InboxView> Mine(IReadOnlyCollection<int> units, CancellationToken cancellationToken)
    {
        var waiting = (
            from f in packs.All.SelectMany(p => p.Flows)
            from s in f.States
            where s is { Final: false, Editable: false }
            select $"{f.Code}:{s.Code}"
        )
            .Distinct()
            .ToList();
        var offered = cases
            .Offered(null, without: [AnswerCase.Kind])
            .Where(r => waiting.Contains(r.Flow + ":" + r.State) || units.Contains(r.UnitId));
        var (first, items) = (CaseRow.ByDue(offered, false).Take(Most), db.TaskItems);
        var found = await (
            from c in first
            join i in items on c.Id equals i.Id into tasks
            from i in tasks.DefaultIfEmpty()
            select new
            {
                Case = c,
                TaskId = (int?)i.TaskId,
                From = (DateOnly?)i.From,
                To = (DateOnly?)i.To,
                i.Task!.Every,
            }
        ).ToListAsync(cancellationToken);
        var untouched = await Untouched([.. found.Select(f => f.Case)], cancellationToken);
        return View([
            .. found
                .Where(f => !untouched.Contains(f.Case.Id))
                .Select(f => new InboxRow(f.Case, FlowOf(f.Case), kinds[f.Case.Kind].Href(f.Case.PublicId))
                {
                    TaskId = f.TaskId,
                    From = f.From ?? default,
                    To = f.To ?? default,
                    Every = f.Every,
                })
                .OrderBy(r => r.Case.Due ?? DateOnly.MaxValue)
                .ThenBy(r => r.Case.MovedAt),
        ]);
    }

    /// <summary>Registrations that the launch drew up for units that are not mine, and in which nobody wrote.</summary>
    private async Task<HashSet<int>> Untouched(IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken)
    {
        var others = rows.Where(r => r is { Kind: RegistrationCase.Kind, State: RegistrationCase.Draft, Version: 0 })
            .Where(r => !viewer.UnitIds.Contains(r.UnitId))
            .ToList();
        if (others.Count == 0)
            return [];
        var ids = others.ConvertAll(r => r.PublicId);
        var written = await db
            .Acts.Where(a => a.SubjectKind == RegistrationCase.Kind && a.Verb == "registration.edit" && ids.Contains(a.SubjectId))
            .Select(a => a.SubjectId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. others.Where(r => !written.Contains(r.PublicId)).Select(r => r.Id)];
    }

    private FlowDefinition FlowOf(CaseRow row)
    {
        var pack = packs[row.Pack];
        return pack.Flow(row.Flow)!.In(pack.Manner(row.UnitKind));
    }

    /// <summary>A plan that came back is worked at; it is sent to nobody.</summary>
    private static bool IsToSend(InboxRow row) => row.CameBack && row.Case.Kind != PlanDraftCase.Kind;

    private static InboxView View(IReadOnlyList<InboxRow> all)
    {
        var mine = all.Where(r => !r.IsDecision && r.Case.Kind != ReportCase.Kind).ToLookup(r => r.Case.Kind == TaskCase.Kind);
        return new(
            [.. all.Where(r => r.IsDecision && r.Case.Kind != PaperCase.Kind)],
            [.. all.Where(r => r.IsDecision && r.Case.Kind == PaperCase.Kind)],
            [.. mine[true].OrderBy(r => !r.CameBack).DistinctBy(r => (r.TaskId, r.Case.UnitId))],
            [.. mine[false].Where(IsToSend)],
            [.. mine[false].Where(r => !IsToSend(r))]
        );
    }
}
