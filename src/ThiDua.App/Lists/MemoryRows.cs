using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace ThiDua.App.Lists;

/// <summary>
/// Rows that rules work out and no query gives, asked the way a list asks the database: for some hundreds of them, not for
/// thousands. Texts sort by a number that says their place, since memory and the engines compare texts differently.
/// </summary>
public static class MemoryRows
{
    public static IQueryable<T> Of<T>(IEnumerable<T> rows) => new Rows<T>(rows);

    private sealed class Rows<T> : EnumerableQuery<T>, IAsyncEnumerable<T>, IQueryable<T>
    {
        public Rows(IEnumerable<T> rows)
            : base(rows) { }

        public Rows(Expression expression)
            : base(expression) { }

        IQueryProvider IQueryable.Provider => new Provider(this);

        public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (var row in this.AsEnumerable())
                yield return row;
        }
    }

    private sealed class Provider(IQueryProvider inner) : IAsyncQueryProvider
    {
        public IQueryable CreateQuery(Expression expression) => throw new NotSupportedException("Rows of a list have a type.");

        public IQueryable<TElement> CreateQuery<TElement>(Expression expression) => new Rows<TElement>(expression);

        public object? Execute(Expression expression) => inner.Execute(expression);

        public TResult Execute<TResult>(Expression expression) => inner.Execute<TResult>(expression);

        /// <param name="expression">Gives one value; the result is a task of it.</param>
        public TResult ExecuteAsync<TResult>(Expression expression, CancellationToken cancellationToken = default) =>
            (TResult)
                typeof(Task)
                    .GetMethod(nameof(Task.FromResult))!
                    .MakeGenericMethod(typeof(TResult).GetGenericArguments()[0])
                    .Invoke(null, [inner.Execute(expression)])!;
    }
}
