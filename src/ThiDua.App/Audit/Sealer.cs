using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Audit;

/// <summary>
/// Gives acts their numbers and chains them, in the order of their commits and within a second, so that no writer waits
/// for a chain. On PostgreSQL ids precede commits: it takes only acts of transactions below the horizon of all snapshots,
/// to which none can be added any more.
/// </summary>
public sealed class Sealer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Sealer> logger)
    : LeasedLoop("sealer", scopes, clock, logger)
{
    internal const string TransactionColumn = "Transaction";
    private const int MostAtOnce = 5000;

    protected override async Task<bool> HasWork(AppDb db, CancellationToken cancellationToken) =>
        (await Next(db, 1, cancellationToken)).Count > 0;

    protected override Task<int> Step(AppDb db, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                var last = await db.Seals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
                var acts = await Next(db, MostAtOnce, cancellationToken);
                var (number, hash) = (last?.Number ?? 0, last?.Hash ?? []);
                foreach (var (id, act) in acts)
                {
                    number++;
                    db.Seals.Add(
                        new Seal
                        {
                            Number = number,
                            ActId = id,
                            Hash = hash = Seal.HashOf(hash, number, act),
                        }
                    );
                }
                await db.SaveChangesAsync(cancellationToken);
                return acts.Count;
            },
            cancellationToken
        );

    /// <summary>
    /// How many acts have no number yet, counted up to a limit; those of transactions that are still open for some snapshot
    /// too.
    /// </summary>
    public static async Task<int> Unsealed(AppDb db, int most, CancellationToken cancellationToken) =>
        await (await After(db, cancellationToken)).Take(most).CountAsync(cancellationToken);

    /// <summary>The next acts to be sealed, with their hashes.</summary>
    private static async Task<List<(long Id, byte[] Hash)>> Next(AppDb db, int most, CancellationToken cancellationToken)
    {
        var after = await After(db, cancellationToken);
        if (db is not PostgresDb)
            return Pairs(
                await after.OrderBy(a => a.Id).Take(most).Select(a => new { a.Id, a.Hash }).ToListAsync(cancellationToken),
                a => (a.Id, a.Hash)
            );
        var ended = db.Database.SqlQuery<long>($"SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS \"Value\"");
        var next = await after
            .Where(a => EF.Property<long>(a, TransactionColumn) < ended.OrderBy(x => x).First())
            .OrderBy(a => EF.Property<long>(a, TransactionColumn))
            .ThenBy(a => a.Id)
            .Take(most)
            .Select(a => new { a.Id, a.Hash })
            .ToListAsync(cancellationToken);
        return Pairs(next, a => (a.Id, a.Hash));
    }

    /// <summary>The acts after the last that has a number, in the order in which they get theirs.</summary>
    private static async Task<IQueryable<Act>> After(AppDb db, CancellationToken cancellationToken)
    {
        var last = await db
            .Seals.AsNoTracking()
            .OrderByDescending(s => s.Number)
            .Select(s => s.ActId)
            .FirstOrDefaultAsync(cancellationToken);
        var acts = db.Acts.AsNoTracking();
        if (db is not PostgresDb)
            return acts.Where(a => a.Id > last);
        var after =
            last == 0
                ? 0
                : await acts.Where(a => a.Id == last).Select(a => EF.Property<long>(a, TransactionColumn)).FirstAsync(cancellationToken);
        return acts.Where(a =>
            EF.Property<long>(a, TransactionColumn) > after || (EF.Property<long>(a, TransactionColumn) == after && a.Id > last)
        );
    }

    private static List<(long, byte[])> Pairs<T>(List<T> rows, Func<T, (long, byte[])> pair) => [.. rows.Select(pair)];
}
