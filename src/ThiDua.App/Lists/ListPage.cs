using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ThiDua.App.Lists;

/// <param name="Sort">The address in its order, or the other way round where it is in it; null: not sorted by.</param>
/// <param name="Sorted"><c>ascending</c>, <c>descending</c>; null: the list is in another order.</param>
public sealed record ListHead(string Code, string Label, bool Shown, bool IsName, string? Sort, string? Sorted, bool HasTotal);

/// <summary>A button of a row.</summary>
/// <param name="Handler">Of the page; it is given the row's id.</param>
/// <param name="Says">To whoever does not see the row: what it is done to.</param>
public sealed record RowAct(string Handler, string Label, string Says);

/// <param name="Cells">One for each head.</param>
public sealed record ListRow(string Id, string? Href, IReadOnlyList<ListCell> Cells, IReadOnlyList<RowAct> Acts);

/// <summary>What may be done with the rows that are ticked: buttons named <c>act</c>, boxes named <c>pick</c>.</summary>
/// <param name="Kept">Values that the form sends along.</param>
public sealed record ListBatch(IReadOnlyList<ListOption> Acts, IReadOnlyList<ListOption> Kept)
{
    /// <summary>What else the acts ask, as a partial page within the form, with its model.</summary>
    public (string Page, object Model)? Form { get; init; }

    /// <summary>Ticked already: of a form that comes back with errors.</summary>
    public IReadOnlySet<string> Picked { get; init; } = new HashSet<string>();
}

/// <summary>A view that somebody keeps under a name.</summary>
public sealed record KeptView(string Name, string Query, bool OfUnit);

/// <summary>One page of a list, ready to be drawn by <c>/Lists/_List.cshtml</c>.</summary>
public sealed record ListPage(ListDefinition List, ListView View, IReadOnlyList<ListHead> Heads, IReadOnlyList<ListRow> Rows)
{
    /// <summary>Counted no further than <see cref="ListReader.MostCounted"/> unless asked for exactly.</summary>
    public int Count { get; init; }
    public bool IsMore => Count > ListReader.MostCounted && !View.IsExact;
    public IReadOnlyList<FilterField> Fields { get; init; } = [];
    public IReadOnlyDictionary<string, ListCell>? Totals { get; init; }
    public IReadOnlyList<KeptView> Views { get; init; } = [];
    public ListBatch? Batch { get; init; }

    /// <summary>In the place of the rows, where the address asks for it.</summary>
    public ListMonth? Month { get; init; }
    public required string Unit { get; init; }
    public DateTimeOffset At { get; init; }

    public bool IsSearched => List.SearchLabel is not null;
    public bool IsNarrowed => View.Search is not null && IsSearched || Fields.Any(f => f.Value is not null);
    public bool HasForm => Batch is { Acts.Count: > 0 } || Rows.Any(r => r.Acts.Count > 0);

    /// <summary>Pages that can be opened.</summary>
    public int Pages => Math.Clamp((Count + View.Size - 1) / View.Size, 1, ListView.MostPages);
    public string KeepAddress =>
        QueryHelpers.AddQueryString("/views", new Dictionary<string, string?> { ["list"] = List.Code, ["back"] = View.Cleared() });
    public string Here => View.Path;

    public string? Link(int page) => page < 1 || page > Pages ? null : View.Link("page", page.ToString(CultureInfo.InvariantCulture));
}
