using System.Linq.Expressions;

namespace ThiDua.App.Lists;

/// <summary>Puts rows in an order, in the database.</summary>
public delegate IOrderedQueryable<TRow> ListOrder<TRow>(IQueryable<TRow> rows, bool descending);

public static class ListOrder
{
    /// <summary>By a value of the row: a written sort key, a folded text, a day. What has none comes last, on both engines alike.</summary>
    public static ListOrder<TRow> By<TRow, TKey>(Expression<Func<TRow, TKey>> key)
    {
        if (Nullable.GetUnderlyingType(typeof(TKey)) is null)
            return (rows, descending) => descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
        var none = Expression.Lambda<Func<TRow, bool>>(Expression.Equal(key.Body, Expression.Constant(null, typeof(TKey))), key.Parameters);
        return (rows, descending) => descending ? rows.OrderBy(none).ThenByDescending(key) : rows.OrderBy(none).ThenBy(key);
    }
}
