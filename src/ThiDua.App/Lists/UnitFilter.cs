using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Lists;

/// <summary>A unit and all below it.</summary>
public sealed class UnitFilter<TRow> : ListFilter<TRow>
{
    private readonly IReadOnlyList<ListOption> options;
    private readonly Func<IQueryable<TRow>, IQueryable<TRow>>? narrow;

    internal UnitFilter(string label, IReadOnlyList<ListOption> options, Func<IQueryable<TRow>, IQueryable<TRow>>? narrow)
        : base(UnitFilters.Code, label) => (this.options, this.narrow) = (options, narrow);

    internal override IEnumerable<FilterField> Fields(ListView view, Func<string, string> from, Func<string, string> to) =>
        options.Count == 0 ? [] : [new(Code, Label, view.Of(Code), "select", options)];

    internal override IQueryable<TRow> Apply(IQueryable<TRow> rows, ListView view) => narrow?.Invoke(rows) ?? rows;
}

/// <summary>Filters by unit, level by level from the reader's own units down: 8,000 choices are never sent.</summary>
public sealed class UnitFilters(AppDb db, Viewer viewer, TimeProvider clock)
{
    public const string Code = "unit";
    private const int Most = 200;

    /// <param name="permission">The right by which the rows are seen.</param>
    /// <param name="below">Narrows to the rows at a path and below it.</param>
    public async Task<UnitFilter<TRow>> Of<TRow>(
        ListView view,
        string permission,
        string label,
        Func<IQueryable<TRow>, string, IQueryable<TRow>> below,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var chosen = view.Of(Code) is { } id ? await UnitQueries.Find(db, id, today, cancellationToken) : null;
        if (chosen is not null && !viewer.Can(permission, chosen.Path))
            chosen = null;
        var options = await Options(chosen, viewer.Scopes(permission), today, cancellationToken);
        return new(label, options, chosen is null ? null : rows => below(rows, chosen.Path));
    }

    /// <summary>The same where a row knows its path.</summary>
    public Task<UnitFilter<TRow>> Of<TRow>(
        ListView view,
        string permission,
        string label,
        Expression<Func<TRow, string>> path,
        CancellationToken cancellationToken
    ) => Of<TRow>(view, permission, label, (rows, at) => rows.Below(path, at), cancellationToken);

    private async Task<IReadOnlyList<ListOption>> Options(
        UnitRow? chosen,
        IReadOnlyList<string> scopes,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        List<int> tops = [.. scopes.Select(s => UnitVersion.PathIds(s).Last())];
        List<int> open = chosen is null ? (tops.Count == 1 ? tops : []) : [chosen.Id];
        List<int> shown = chosen is null ? tops : [.. tops, .. UnitVersion.PathIds(chosen.Path)];
        var units = await db
            .UnitVersions.AsNoTracking()
            .ValidOn(today)
            .Where(v => shown.Contains(v.UnitId) || (v.ParentId != null && open.Contains(v.ParentId.Value)))
            .Rows()
            .Take(Most)
            .ToListAsync(cancellationToken);
        var seen = units.Where(u => scopes.Any(s => u.Path.StartsWith(s, StringComparison.Ordinal))).ToList();
        // Of one own unit alone, "all" says it.
        return
        [
            .. seen.Where(u => chosen is not null || tops.Count > 1 || !tops.Contains(u.Id))
                .OrderBy(u => open.Contains(u.ParentId ?? 0))
                .ThenBy(u => u.Path.Length)
                .Select(u => new ListOption(u.PublicId, u.Name)),
        ];
    }
}
