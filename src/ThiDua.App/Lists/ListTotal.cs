using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.App.Lists;

/// <summary>What stands under a column, worked out in the database when it is asked for.</summary>
public delegate Task<ListCell> ListTotal<TRow>(IQueryable<TRow> rows, CancellationToken cancellationToken);

public static class ListTotal
{
    private const long Half = 1_000_000_000;

    private sealed class Number
    {
        public long Value { get; init; }
    }

    /// <summary>The sum of scaled values.</summary>
    public static ListTotal<TRow> Of<TRow>(Expression<Func<TRow, long>> value, int scale = 0, string? measure = null) =>
        async (rows, cancellationToken) =>
        {
            // Neither engine's sum of 64-bit values fits into one when there are many: the halves do.
            var number = Expression.Lambda<Func<TRow, Number>>(
                Expression.MemberInit(Expression.New(typeof(Number)), Expression.Bind(typeof(Number).GetProperty("Value")!, value.Body)),
                value.Parameters
            );
            var sums = await rows.Select(number)
                .GroupBy(_ => 1)
                .Select(g => new { High = g.Sum(n => n.Value / Half), Low = g.Sum(n => n.Value % Half) })
                .FirstOrDefaultAsync(cancellationToken);
            return ListCell.Of(sums is null ? 0 : (Int128)sums.High * Half + sums.Low, scale, measure);
        };
}
