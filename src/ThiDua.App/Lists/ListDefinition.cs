using ThiDua.App.Maps;

namespace ThiDua.App.Lists;

/// <summary>A list as data: page, print, .xlsx, .csv and JSON are drawn from the same one (docs/adr/0018-lists.md).</summary>
public abstract class ListDefinition
{
    /// <summary>Stable: saved views are kept under it.</summary>
    public required string Code { get; init; }
    public required string Title { get; init; }

    /// <summary>What an empty list says: what will be here, and who puts it here.</summary>
    public required string Empty { get; init; }

    /// <summary>Whose rows they are, for print and exports; null for the reader's own units.</summary>
    public string? Unit { get; init; }

    /// <summary>What the search looks through; null where the list is not searched.</summary>
    public string? SearchLabel { get; init; }

    /// <summary>Code of the filter by which a calendar's day is opened; null where the list has no calendar.</summary>
    public string? Calendar { get; init; }

    /// <summary>On a button at the end of each row that leads to its page; null: the row's name leads there.</summary>
    public string? Open { get; init; }

    /// <summary>Its rows, or some of them, stand on a map at the list's address with <c>/map</c> behind it.</summary>
    public abstract bool HasMap { get; }

    /// <summary>What the first rows show on a map.</summary>
    internal abstract Task<ListShapes> Drawn(ListView view, int most, CancellationToken cancellationToken);
    internal abstract IReadOnlyList<ListHead> Heads(ListView view);
    internal abstract IEnumerable<FilterField> Fields(ListView view, Func<string, string> from, Func<string, string> to);
    internal abstract Task<IReadOnlyList<ListRow>> Page(ListView view, CancellationToken cancellationToken);

    /// <summary>The page and the count of a search, which looks through all rows; null where nothing is searched for.</summary>
    internal abstract Task<(IReadOnlyList<ListRow> Rows, int Count)?> Searched(
        ListView view,
        int most,
        CancellationToken cancellationToken
    );
    internal abstract Task<int> Count(ListView view, int most, CancellationToken cancellationToken);
    internal abstract Task<IReadOnlyDictionary<string, ListCell>> Totals(ListView view, CancellationToken cancellationToken);
    internal abstract Task<IReadOnlyList<ListDay>> Days(ListView view, DateOnly first, DateOnly last, CancellationToken cancellationToken);
    internal abstract IAsyncEnumerable<ListRow> All(ListView view, int most, CancellationToken cancellationToken);
}

/// <summary>What rows of a list show on a map.</summary>
/// <param name="IsCut">There are more rows than were looked at.</param>
public sealed record ListShapes(IReadOnlyList<MapShape> Shapes, bool IsCut);
