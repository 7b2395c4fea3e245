using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.App.Lists;

/// <summary>What tells the rows of a list apart: it breaks ties of an order, and exports fetch by it.</summary>
public abstract class ListKey<TRow>
{
    internal abstract IQueryable<TRow> Then(IOrderedQueryable<TRow> rows, bool descending);

    /// <summary>How many rows there are, counted no further than <paramref name="most"/>.</summary>
    internal abstract Task<int> Count(IQueryable<TRow> rows, int most, CancellationToken cancellationToken);

    /// <summary>
    /// A page of what was looked through row by row, and how many there are of it, counted no further than
    /// <paramref name="most"/>: everything is looked at once, not once for each.
    /// </summary>
    internal abstract Task<(IReadOnlyList<TRow> Rows, int Count)> Page(
        IQueryable<TRow> rows,
        IQueryable<TRow> ordered,
        (int Skip, int Take) page,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>The first rows of an order, some at a time: all their keys once, then each part by its keys.</summary>
    internal abstract IAsyncEnumerable<IReadOnlyList<TRow>> Parts(
        IQueryable<TRow> rows,
        IQueryable<TRow> ordered,
        int most,
        CancellationToken cancellationToken
    );
}

public static class ListKey
{
    public static ListKey<TRow> Of<TRow, TKey>(Expression<Func<TRow, TKey>> key)
        where TKey : notnull => new Known<TRow, TKey>(key);

    private sealed class Known<TRow, TKey>(Expression<Func<TRow, TKey>> key) : ListKey<TRow>
        where TKey : notnull
    {
        private const int PartSize = 1_000;

        internal override IQueryable<TRow> Then(IOrderedQueryable<TRow> rows, bool descending) =>
            descending ? rows.ThenByDescending(key) : rows.ThenBy(key);

        internal override Task<int> Count(IQueryable<TRow> rows, int most, CancellationToken cancellationToken) =>
            rows.Select(key).Take(most).CountAsync(cancellationToken);

        internal override async Task<(IReadOnlyList<TRow> Rows, int Count)> Page(
            IQueryable<TRow> rows,
            IQueryable<TRow> ordered,
            (int Skip, int Take) page,
            int most,
            CancellationToken cancellationToken
        )
        {
            var all = await ordered.Select(key).Take(Math.Max(most, page.Skip + page.Take)).ToListAsync(cancellationToken);
            TKey[] keys = [.. all.Skip(page.Skip).Take(page.Take)];
            return (await These(rows, keys, key.Compile(), cancellationToken), Math.Min(all.Count, most));
        }

        internal override async IAsyncEnumerable<IReadOnlyList<TRow>> Parts(
            IQueryable<TRow> rows,
            IQueryable<TRow> ordered,
            int most,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            var keyOf = key.Compile();
            foreach (var keys in (await ordered.Select(key).Take(most).ToListAsync(cancellationToken)).Chunk(PartSize))
                yield return await These(rows, keys, keyOf, cancellationToken);
        }

        private async Task<IReadOnlyList<TRow>> These(
            IQueryable<TRow> rows,
            TKey[] keys,
            Func<TRow, TKey> keyOf,
            CancellationToken cancellationToken
        )
        {
            if (keys.Length == 0)
                return [];
            var found = (await rows.Where(Among(keys)).ToListAsync(cancellationToken)).ToDictionary(keyOf);
            // A row that went meanwhile is left out.
            return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
        }

        private Expression<Func<TRow, bool>> Among(TKey[] keys)
        {
            Expression<Func<TKey, bool>> among = k => Enumerable.Contains(keys, k);
            return Expression.Lambda<Func<TRow, bool>>(Expression.Invoke(among, key.Body), key.Parameters);
        }
    }
}
