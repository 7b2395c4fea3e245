using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units;

/// <summary>What a successor opens with.</summary>
public sealed record Inherited(int UnitId, string Indicator, Opening Opening);

/// <summary>
/// The last steps of a merger or a split: units below go over, predecessors end, and the one act that explains it all brings
/// the opening stocks. Within <see cref="AppDb.Apply"/>; the tree's own rows are saved before the act, which bears the hash
/// of its facts and so comes last.
/// </summary>
public sealed class SuccessionWriter(
    AppDb db,
    UnitTree tree,
    TreeTotals totals,
    FactStore facts,
    TreeGround ground,
    IStringLocalizer<Text> text
)
{
    /// <summary>Lets the rows of the tree be saved first, in the transaction that the act ends.</summary>
    public void ActFollows() => db.Explained = true;

    public async Task<UnitVersion> VersionOf(int unitId, CancellationToken cancellationToken) =>
        await db.UnitVersions.Include(v => v.Unit).SingleAsync(v => v.UnitId == unitId && v.To == null, cancellationToken);

    public Task GoOver(UnitVersion child, UnitVersion successor, DateOnly from, CancellationToken cancellationToken) =>
        totals.Move(
            child.UnitId,
            async () =>
            {
                await tree.Move(child, successor, from, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );

    public Task End(UnitVersion predecessor, DateOnly from, CancellationToken cancellationToken) =>
        totals.Move(
            predecessor.UnitId,
            async () =>
            {
                await tree.End(predecessor, from, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );

    public async Task<Outcome> Open(
        IReadOnlyList<Inherited> inherited,
        IEnumerable<UnitSuccession> successions,
        Act act,
        CancellationToken cancellationToken
    )
    {
        db.UnitSuccessions.AddRange(successions);
        var entries = inherited
            .Select(i => new FactEntry(i.UnitId, i.Indicator, i.Opening.Period, i.Opening.Value, Approved: i.Opening.Approved))
            .ToList();
        var outcome = await facts.Record(entries, act, new FactSource(), cancellationToken);
        if (outcome.Refused.Select(r => r.Entry).Concat(outcome.Pending).FirstOrDefault() is { } refused)
            return Outcome.Refused("", text["OpeningRefused", ground.IndicatorName(refused.Indicator)]);
        return Outcome.Done;
    }
}
