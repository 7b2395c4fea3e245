using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ThiDua.App.Lists;

/// <summary>
/// What the reader asks of a list, all of it in the address: search, filters, order, columns, page. Links change one and keep
/// the rest.
/// </summary>
public sealed class ListView(HttpRequest request)
{
    /// <summary>Rows of a page; of a page that is to be printed.</summary>
    public const int Usual = 50,
        Printed = 1_000;

    /// <summary>What lies further down is found by a filter, or read in an export.</summary>
    public const int MostPages = 200;

    public HttpRequest Request => request;

    /// <summary>Of the list's page: what a source sets stands where the address leaves something out.</summary>
    public string Path { get; set; } = request.Path;
    public int Size => IsPrint ? Printed : Usual;
    public string? Search => Of("q");
    public string? Sort => Of("sort")?.TrimStart('-');
    public bool Descending => Of("sort")?.StartsWith('-') == true;
    public bool IsExact => Of("exact") == "1";
    public bool HasTotals => Of("totals") == "1";
    public bool IsPrint => Of("print") == "1";

    public bool IsCalendar => Of("view") == "calendar";

    /// <summary>The first day of the month that a calendar shows; null: the one that is running.</summary>
    public DateOnly? Month =>
        DateOnly.TryParseExact(Of("month") + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && first.Year is >= 1900 and <= 2199
            ? first
            : null;

    /// <summary>Codes of the columns chosen; empty for the usual ones.</summary>
    public IReadOnlyList<string> Columns =>
        [.. request.Query["columns"].OfType<string>().SelectMany(c => c.Split(',')).Where(c => c.Length > 0)];

    public int Page =>
        int.TryParse(Of("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? Math.Min(page, MostPages) : 1;

    /// <summary>A filter as typed; null when empty.</summary>
    public string? Of(string name) => request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Of(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What the address says already, for a form that changes only these.</summary>
    public IEnumerable<KeyValuePair<string, string>> Without(params IEnumerable<string> names)
    {
        var gone = names.Append("page").Append("handler").ToHashSet(StringComparer.Ordinal);
        return from p in request.Query
            where !gone.Contains(p.Key)
            from value in p.Value
            where !string.IsNullOrEmpty(value)
            select KeyValuePair.Create(p.Key, value);
    }

    /// <summary>This address with one thing changed; a change of anything but the page goes back to the first.</summary>
    public string Link(string name, string? value, string suffix = "")
    {
        var kept = Without(name).ToList();
        if (value is not null)
            kept.Add(new(name, value));
        return QueryHelpers.AddQueryString(Path + suffix, kept!);
    }

    /// <summary>The list with one day chosen, by the code of its filter, in the place of the calendar.</summary>
    public string OfDay(string filter, DateOnly day)
    {
        var (from, to, on) = ($"{filter}-from", $"{filter}-to", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var kept = Without("view", "month", from, to).Append(new(from, on)).Append(new(to, on));
        return QueryHelpers.AddQueryString(Path, kept!);
    }

    /// <summary>Every row of this page is ticked, for those whose browser runs no script.</summary>
    public bool IsAllPicked => Of("pick") == "all";

    /// <summary>This page again with all its rows ticked, or none.</summary>
    public string Picking(bool all)
    {
        var kept = Without("pick").ToList();
        if (Page > 1)
            kept.Add(new("page", Page.ToString(CultureInfo.InvariantCulture)));
        if (all)
            kept.Add(new("pick", "all"));
        return QueryHelpers.AddQueryString(Path, kept!);
    }

    /// <summary>The same address without these.</summary>
    public string Cleared(params IEnumerable<string> names) => QueryHelpers.AddQueryString(Path, Without(names)!);
}
