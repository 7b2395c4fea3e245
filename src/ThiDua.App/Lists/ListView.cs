using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.App.Lists;

/// <summary>What the reader asks of a list, all of it in the address: search, filters, order, page. Links change one and keep the rest.</summary>
public sealed class ListView(HttpRequest request, int size = 50)
{
    public int Size => size;
    public string? Search => Of("q");
    public string? Sort => Of("sort")?.TrimStart('-');
    public bool Descending => Of("sort")?.StartsWith('-') == true;
    public int Page =>
        int.TryParse(Of("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1;

    /// <summary>A filter as typed; null when empty.</summary>
    public string? Of(string name) => request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Of(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>This address with one thing changed; a change of anything but the page goes back to the first.</summary>
    public string Link(string name, string? value)
    {
        var kept = request
            .Query.Where(p => p.Key != name && (p.Key != "page" || name == "page") && p.Value.ToString().Length > 0)
            .ToDictionary(p => p.Key, p => (string?)p.Value.ToString());
        if (value is not null)
            kept[name] = value;
        return QueryHelpers.AddQueryString(request.Path, kept);
    }

    public async Task<ListPage<T>> Read<T>(IQueryable<T> rows, CancellationToken stop)
    {
        var total = await rows.CountAsync(stop);
        return new(await rows.Skip((Page - 1) * size).Take(size).ToListAsync(stop), new(this, total));
    }
}

public sealed record ListPage<T>(IReadOnlyList<T> Rows, Pager Pager);

public sealed record Pager(ListView View, int Total)
{
    public int Pages => Math.Max(1, (Total + View.Size - 1) / View.Size);
    public string? Previous => View.Page > 1 ? View.Link("page", (View.Page - 1).ToString(CultureInfo.InvariantCulture)) : null;
    public string? Next => View.Page < Pages ? View.Link("page", (View.Page + 1).ToString(CultureInfo.InvariantCulture)) : null;
}
