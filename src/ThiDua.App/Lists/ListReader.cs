using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Lists;

/// <summary>Where a list comes from: its page and its exports ask the same one.</summary>
public interface IListSource
{
    /// <returns>Null when there is no such list, or the reader may not see it.</returns>
    Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken);
}

/// <summary>Reads one page of a list.</summary>
public sealed class ListReader(AppDb db, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    /// <summary>An exact count of a long list costs more than the list.</summary>
    public const int MostCounted = 10_000;

    public async Task<ListPage?> Read(IListSource source, HttpRequest request, CancellationToken cancellationToken)
    {
        var view = new ListView(request);
        return await source.List(view, cancellationToken) is { } list ? await Read(list, view, cancellationToken) : null;
    }

    public async Task<ListPage> Read(ListDefinition list, ListView view, CancellationToken cancellationToken)
    {
        if (view.IsCalendar && list.Calendar is not null)
            return await Month(list, view, cancellationToken);
        var (rows, count) =
            !view.IsExact && await list.Searched(view, MostCounted + 1, cancellationToken) is { } searched
                ? searched
                : await PageOf(list, view, cancellationToken);
        return Head(list, view) with
        {
            Rows = rows,
            Count = count,
            Fields = [.. list.Fields(view, label => text["From", label], label => text["To", label])],
            Totals = view.HasTotals ? await list.Totals(view, cancellationToken) : null,
            Views = await Views(list.Code, cancellationToken),
        };
    }

    private static async Task<(IReadOnlyList<ListRow> Rows, int Count)> PageOf(
        ListDefinition list,
        ListView view,
        CancellationToken cancellationToken
    )
    {
        var rows = await list.Page(view, cancellationToken);
        // A page that is not full says how many there are.
        var count =
            rows.Count <= view.Size && (rows.Count > 0 || view.Page == 1)
                ? (view.Page - 1) * view.Size + rows.Count
                : await list.Count(view, view.IsExact ? int.MaxValue : MostCounted + 1, cancellationToken);
        return ([.. rows.Take(view.Size)], count);
    }

    private async Task<ListPage> Month(ListDefinition list, ListView view, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var first = view.Month ?? new(today.Year, today.Month, 1);
        var days = await list.Days(view, first, first.AddMonths(1).AddDays(-1), cancellationToken);
        return Head(list, view) with
        {
            Count = days.Sum(d => d.Count),
            Fields = [.. list.Fields(view, label => text["From", label], label => text["To", label])],
            Views = await Views(list.Code, cancellationToken),
            Month = new(first, today, days),
        };
    }

    /// <summary>The rows that a map draws are among so many.</summary>
    public const int MostMapped = 2_000;

    /// <summary>The list as a map: the same filters and rights; null when there is no such list, or it has no map.</summary>
    public async Task<(ListPage List, ListShapes Shapes)?> Map(IListSource source, HttpRequest request, CancellationToken cancellationToken)
    {
        var view = new ListView(request);
        if (await source.List(view, cancellationToken) is not { HasMap: true } list)
            return null;
        var page = Head(list, view) with
        {
            Heads = [],
            Fields = [.. list.Fields(view, label => text["From", label], label => text["To", label])],
        };
        return (page, await list.Drawn(view, MostMapped, cancellationToken));
    }

    /// <summary>What stands above the rows.</summary>
    internal ListPage Head(ListDefinition list, ListView view) =>
        new(list, view, list.Heads(view), []) { Unit = list.Unit ?? viewer.UnitName, At = clock.GetUtcNow() };

    private Task<List<KeptView>> Views(string list, CancellationToken cancellationToken) =>
        SavedView
            .SeenBy(db.Set<SavedView>().AsNoTracking(), viewer)
            .Where(v => v.List == list)
            .OrderBy(v => v.UnitId == null)
            .ThenBy(v => v.Id)
            .Select(v => new KeptView(v.Name, v.Query, v.UnitId != null))
            .ToListAsync(cancellationToken);
}
