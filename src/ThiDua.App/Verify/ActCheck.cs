using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Facts;

namespace ThiDua.App.Verify;

/// <summary>Acts against their hashes, the facts and approvals that they promise, and the chain that numbers them.</summary>
internal sealed class ActCheck(AppDb db, Findings findings)
{
    private const int Page = 5_000;

    public async Task Acts(CancellationToken cancellationToken)
    {
        for (var after = long.MinValue; ; )
        {
            var page = await db.Acts.AsNoTracking().Where(a => a.Id > after).OrderBy(a => a.Id).Take(Page).ToListAsync(cancellationToken);
            if (page.Count == 0)
                break;
            var last = page[^1].Id;
            var facts = await db.FactBatches.AsNoTracking().Where(b => b.ActId > after && b.ActId <= last).ToListAsync(cancellationToken);
            var batches = facts.ToLookup(b => b.ActId);
            var approvals = await Approvals(after, last, cancellationToken);
            foreach (var act in page)
            {
                if (!Same(act.Hash, act.HashOf()))
                    findings.Wrong("act", $"act {act.Id} {act.Verb}", Short(act.Hash), Short(act.HashOf()));
                else if (FactHash.OfBatches(batches[act.Id]) is var promised && !Same(act.FactsHash, promised))
                    findings.Wrong("act", $"act {act.Id} {act.Verb}: facts", Short(act.FactsHash), Short(promised));
                else if (FactHash.OfApprovals(approvals[act.Id]) is var approved && !Same(act.ApprovalsHash, approved))
                    findings.Wrong("act", $"act {act.Id} {act.Verb}: approvals", Short(act.ApprovalsHash), Short(approved));
            }
            findings.Seen("act", page.Count);
            after = last;
        }
        if (await db.FactApprovals.LongCountAsync(p => !db.Acts.Any(a => a.Id == p.ActId), cancellationToken) is > 0 and var strays)
            findings.Wrong("act", "fact_approval", FormattableString.Invariant($"{strays} of no act"), null, strays);
    }

    private async Task<ILookup<long, FactKey>> Approvals(long after, long last, CancellationToken cancellationToken) =>
        (await db.FactApprovals.AsNoTracking().Where(p => p.ActId > after && p.ActId <= last).ToListAsync(cancellationToken)).ToLookup(
            p => p.ActId,
            p => new FactKey(p.HomeId, p.Year, p.FactId)
        );

    public async Task<Chain> Seals(CancellationToken cancellationToken)
    {
        var (number, hash) = (0L, Array.Empty<byte>());
        for (; ; )
        {
            var after = number;
            var page = await (
                from s in db.Seals.AsNoTracking()
                where s.Number > after
                join a in db.Acts on s.ActId equals a.Id into acts
                from act in acts.DefaultIfEmpty()
                orderby s.Number
                select new
                {
                    s.Number,
                    s.ActId,
                    s.Hash,
                    Act = act == null ? null : act.Hash,
                }
            )
                .Take(Page)
                .ToListAsync(cancellationToken);
            if (page.Count == 0)
                break;
            foreach (var seal in page)
            {
                var must = Seal.HashOf(hash, number + 1, seal.Act ?? []);
                if (seal.Number != number + 1)
                    findings.Wrong("chain", $"number {number + 1}", null, $"a number before {seal.Number}");
                else if (seal.Act is null)
                    findings.Wrong("chain", $"number {seal.Number}", Short(seal.Hash), $"act {seal.ActId} is not there");
                else if (!Same(seal.Hash, must))
                    findings.Wrong("chain", $"number {seal.Number}, act {seal.ActId}", Short(seal.Hash), Short(must));
                // The stored link, so that one that was changed is one finding, with the next that no longer follows from it.
                (number, hash) = (seal.Number, seal.Hash);
            }
            findings.Seen("chain", page.Count);
        }
        var unsealed = await db.Acts.LongCountAsync(a => !db.Seals.Any(s => s.ActId == a.Id), cancellationToken);
        var (sealed_, wrong) = findings.Of("chain");
        return new(sealed_, unsealed, wrong);
    }

    private static bool Same(byte[]? a, byte[]? b) => a is null ? b is null : b is not null && a.AsSpan().SequenceEqual(b);

    private static string? Short(byte[]? hash) =>
        hash is null ? null
        : Convert.ToHexStringLower(hash) is { Length: > 12 } text ? text[..12]
        : "–";
}
