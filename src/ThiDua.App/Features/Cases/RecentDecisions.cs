using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Cases;

/// <summary>What I decided of late, and what the flow lets me do about it still.</summary>
/// <param name="Undo">The flow's own way back, where it has one for me; null where the next act is another's.</param>
public sealed record RecentDecision(string Id, string Title, string Href, FlowAct Act, FlowState State, DateTimeOffset At, FlowAct? Undo);

/// <summary>What one just decided stays in sight: the last day's decisions that nobody has gone on from.</summary>
public sealed class RecentDecisions(AppDb db, CaseKinds kinds, PackShelf packs, Viewer viewer, TimeProvider clock)
{
    private const int Most = 8;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <param name="flow">Only those of one flow; null for all.</param>
    public async Task<IReadOnlyList<RecentDecision>> Mine(string? flow, CancellationToken cancellationToken)
    {
        var (me, since) = (viewer.AccountId, clock.GetUtcNow() - Kept);
        var steps = await (
            from s in db.CaseSteps.AsNoTracking()
            join c in db.Cases on s.CaseId equals c.Id
            join v in db.UnitVersions.ValidOn(clock.Today()) on c.UnitId equals v.UnitId
            where s.AccountId == me && s.At > since && c.MovedBy == me && c.MovedAt == s.At && c.State == s.To && s.From != ""
            where flow == null || c.Flow == flow
            orderby s.Id descending
            select new
            {
                Case = c,
                Step = s,
                v.Path,
                v.Kind,
            }
        )
            .Take(Most * 3)
            .ToListAsync(cancellationToken);
        return
        [
            .. (
                from s in steps
                let pack = packs[s.Case.Pack]
                let of = pack.Flow(s.Case.Flow)!.In(pack.Manner(s.Kind))
                let before = of.State(s.Step.From)
                where before is { Final: false, Editable: false } && of.Act(s.Step.Act) is not null
                select new RecentDecision(
                    s.Case.PublicId,
                    s.Case.Title,
                    kinds[s.Case.Kind].Href(s.Case.PublicId),
                    of.Act(s.Step.Act)!,
                    of.State(s.Case.State)!,
                    s.Step.At,
                    Undo(of, s.Case.State, s.Path)
                )
            ).Take(Most),
        ];
    }

    private FlowAct? Undo(FlowDefinition flow, string state, string path) =>
        flow.State(state) is not { Final: true }
            ? null
            : flow.From(state)
                .FirstOrDefault(a => flow.State(a.To) is { Final: false } && viewer.Can(a.Permission, path, a.Level == FlowLevel.Above));
}
