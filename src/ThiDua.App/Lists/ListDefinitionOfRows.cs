using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Maps;

namespace ThiDua.App.Lists;

/// <typeparam name="TRow">
/// What the database answers with, made by an initialiser (not a constructor), so that columns and filters reach through it.
/// </typeparam>
public sealed class ListDefinition<TRow> : ListDefinition
    where TRow : class
{
    /// <summary>What the reader may see, in no order.</summary>
    public required IQueryable<TRow> Rows { get; init; }
    public required ListKey<TRow> Key { get; init; }

    /// <summary>The usual order.</summary>
    public required ListOrder<TRow> Order { get; init; }
    public bool NewestFirst { get; init; }
    public required IReadOnlyList<ListColumn<TRow>> Columns { get; init; }
    public IReadOnlyList<ListFilter<TRow>> Filters { get; init; } = [];

    /// <summary>Narrows to rows that hold a word, folded (<see cref="Data.SearchText"/>); asked for each word of a search.</summary>
    public Func<IQueryable<TRow>, string, IQueryable<TRow>>? Search { get; init; }

    /// <summary>The day under which a calendar shows a row.</summary>
    public Expression<Func<TRow, DateOnly>>? Day { get; init; }
    public Func<TRow, string?> Href { get; init; } = _ => null;

    /// <summary>Public id of a row, where rows are picked or acted on.</summary>
    public Func<TRow, string> Id { get; init; } = _ => "";

    /// <summary>What may be done with one row by a button of its own.</summary>
    public Func<TRow, IReadOnlyList<RowAct>> Acts { get; init; } = _ => [];

    /// <summary>Reads what belongs to some rows and is not in the query: one question for all of them.</summary>
    public Func<IReadOnlyList<TRow>, CancellationToken, Task<IReadOnlyList<TRow>>>? Fill { get; init; }

    /// <summary>Where a row lies; null for a list without a map.</summary>
    public Func<TRow, IEnumerable<MapShape>>? Shapes { get; init; }

    public override bool HasMap => Shapes is not null;

    internal override async Task<ListShapes> Drawn(ListView view, int most, CancellationToken cancellationToken)
    {
        if (Shapes is null)
            return new([], false);
        var rows = await Ordered(view).Take(most + 1).ToListAsync(cancellationToken);
        return new([.. rows.Take(most).SelectMany(Shapes)], rows.Count > most);
    }

    internal override IReadOnlyList<ListHead> Heads(ListView view) =>
        [
            .. Columns.Select(c => new ListHead(
                c.Code,
                c.Label,
                IsChosen(c, view),
                c.IsName,
                c.Order is null ? null : view.Link("sort", view.Sort == c.Code && !view.Descending ? $"-{c.Code}" : c.Code),
                view.Sort != c.Code || c.Order is null ? null
                    : view.Descending ? "descending"
                    : "ascending",
                c.Total is not null
            )),
        ];

    internal override IEnumerable<FilterField> Fields(ListView view, Func<string, string> from, Func<string, string> to) =>
        Filters.SelectMany(f => f.Fields(view, from, to));

    internal override async Task<IReadOnlyList<ListRow>> Page(ListView view, CancellationToken cancellationToken) =>
        await Shown(
            await Ordered(view).Skip((view.Page - 1) * view.Size).Take(view.Size + 1).ToListAsync(cancellationToken),
            cancellationToken
        );

    internal override async Task<(IReadOnlyList<ListRow> Rows, int Count)?> Searched(
        ListView view,
        int most,
        CancellationToken cancellationToken
    )
    {
        if (Search is null || Words(view).Count == 0)
            return null;
        var page = ((view.Page - 1) * view.Size, view.Size);
        var (rows, count) = await Key.Page(Rows, Ordered(view), page, most, cancellationToken);
        return (await Shown(rows, cancellationToken), count);
    }

    internal override Task<int> Count(ListView view, int most, CancellationToken cancellationToken) =>
        Key.Count(Found(view), most, cancellationToken);

    internal override async Task<IReadOnlyDictionary<string, ListCell>> Totals(ListView view, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<string, ListCell>(StringComparer.Ordinal);
        foreach (var column in Columns)
            if (column.Total is { } total)
                totals[column.Code] = await total(Found(view), cancellationToken);
        return totals;
    }

    internal override async Task<IReadOnlyList<ListDay>> Days(
        ListView view,
        DateOnly first,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        if (Day is not { } day)
            return [];
        var within = Found(view).Where(Within(day, first, last));
        var counts = await within
            .GroupBy(day)
            .Select(g => new { Day = g.Key, Count = g.Count() })
            .OrderBy(g => g.Day)
            .ToListAsync(cancellationToken);
        var days = new List<ListDay>();
        foreach (var (on, count) in counts.Select(c => (c.Day, c.Count)))
        {
            var rows = await Key.Then(within.Where(Within(day, on, on)).OrderBy(day), descending: false)
                .Take(ListDay.Most)
                .ToListAsync(cancellationToken);
            days.Add(new(on, count, await Shown(rows, cancellationToken)));
        }
        return days;
    }

    private static Expression<Func<TRow, bool>> Within(Expression<Func<TRow, DateOnly>> day, DateOnly first, DateOnly last)
    {
        Expression<Func<DateOnly, bool>> within = d => d >= first && d <= last;
        return Expression.Lambda<Func<TRow, bool>>(Expression.Invoke(within, day.Body), day.Parameters);
    }

    internal override async IAsyncEnumerable<ListRow> All(
        ListView view,
        int most,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var part in Key.Parts(Rows, Ordered(view), most, cancellationToken))
        foreach (var row in await Shown(part, cancellationToken))
            yield return row;
    }

    private static bool IsChosen(ListColumn<TRow> column, ListView view) =>
        view.Columns is { Count: > 0 } chosen ? column.IsName || chosen.Contains(column.Code) : !column.HiddenAtFirst;

    private IQueryable<TRow> Found(ListView view)
    {
        var rows = Filters.Aggregate(Rows, (rows, filter) => filter.Apply(rows, view));
        return Search is null ? rows : Words(view).Aggregate(rows, Search);
    }

    /// <summary>Numbers first, then long words: what is likely to be rare leaves little for the others to look at.</summary>
    private static IReadOnlyList<string> Words(ListView view) =>
        [
            .. Data
                .SearchText.Fold(view.Search)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Distinct()
                .OrderByDescending(w => w.Any(char.IsAsciiDigit))
                .ThenByDescending(w => w.Length),
        ];

    private IQueryable<TRow> Ordered(ListView view)
    {
        var (order, descending) = Columns.FirstOrDefault(c => c.Code == view.Sort)?.Order is { } chosen
            ? (chosen, view.Descending)
            : (Order, NewestFirst);
        return Key.Then(order(Found(view), descending), descending);
    }

    private async Task<IReadOnlyList<ListRow>> Shown(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        if (Fill is not null && rows.Count > 0)
            rows = await Fill(rows, cancellationToken);
        return [.. rows.Select(r => new ListRow(Id(r), Href(r), [.. Columns.Select(c => c.Show(r))], Acts(r)))];
    }
}
