using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Tree;

/// <summary>A unit as it was on the day asked.</summary>
/// <param name="HomeId">The first part of the keys of its figures.</param>
/// <param name="VersionId">What an act that follows must still find (<see cref="TreeGround.Changed"/>).</param>
/// <param name="IsParent">Whether its totals are stored; otherwise they are its own figures.</param>
public sealed record UnitRow(
    int Id,
    string PublicId,
    string Code,
    string Name,
    string Kind,
    int? ParentId,
    string Path,
    int HomeId = 0,
    bool IsParent = false,
    int VersionId = 0
);

/// <summary>Reading the tree as of a day; shared by the features that show or ask units.</summary>
public static class UnitQueries
{
    public static IQueryable<UnitVersion> ValidOn(this IQueryable<UnitVersion> versions, DateOnly day) =>
        versions.Where(v => v.From <= day && (v.To == null || v.To > day));

    /// <summary>Rows whose unit stands at this path or below it.</summary>
    public static IQueryable<T> Below<T>(this IQueryable<T> rows, Expression<Func<T, string>> pathOf, string path)
    {
        var end = path[..^1] + '0';
        Expression<Func<string, bool>> below = p => string.Compare(p, path) >= 0 && string.Compare(p, end) < 0;
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Invoke(below, pathOf.Body), pathOf.Parameters));
    }

    /// <summary>The unit at this path and all below it, as a range of an index that both engines compare byte by byte.</summary>
    public static IQueryable<UnitVersion> Below(this IQueryable<UnitVersion> versions, string path)
    {
        // '0' is the next byte after '/': "/1/7/" to "/1/70" holds /1/7/ and everything that begins with it.
        var end = path[..^1] + '0';
        return versions.Where(v => string.Compare(v.Path, path) >= 0 && string.Compare(v.Path, end) < 0);
    }

    public static IQueryable<UnitRow> Rows(this IQueryable<UnitVersion> versions) =>
        versions
            .OrderBy(v => v.SortKey)
            .ThenBy(v => v.UnitId)
            .Select(v => new UnitRow(
                v.UnitId,
                v.Unit!.PublicId,
                v.Unit.Code,
                v.Name,
                v.Kind,
                v.ParentId,
                v.Path,
                v.Unit.HomeId,
                v.Unit.IsParent,
                v.Id
            ));

    public static Task<UnitRow?> Find(AppDb db, string publicId, DateOnly day, CancellationToken cancellationToken) =>
        db.UnitVersions.AsNoTracking().ValidOn(day).Where(v => v.Unit!.PublicId == publicId).Rows().FirstOrDefaultAsync(cancellationToken);

    public static Task<UnitRow?> Find(AppDb db, int id, DateOnly day, CancellationToken cancellationToken) =>
        db.UnitVersions.AsNoTracking().ValidOn(day).Where(v => v.UnitId == id).Rows().FirstOrDefaultAsync(cancellationToken);

    /// <summary>The unit and everything under it.</summary>
    public static Task<List<UnitRow>> Subtree(AppDb db, string path, DateOnly day, CancellationToken cancellationToken) =>
        db.UnitVersions.AsNoTracking().ValidOn(day).Below(path).Rows().ToListAsync(cancellationToken);

    public static Task<List<UnitRow>> Children(AppDb db, int parentId, DateOnly day, CancellationToken cancellationToken) =>
        db.UnitVersions.AsNoTracking().ValidOn(day).Where(v => v.ParentId == parentId).Rows().ToListAsync(cancellationToken);

    /// <summary>Where the unit stands today, or where it last stood when it has ended; rights follow it.</summary>
    public static Task<string> Path(AppDb db, int id, DateOnly today, CancellationToken cancellationToken) =>
        Latest(db, id, today).Select(v => v.Path).FirstAsync(cancellationToken);

    /// <summary>The same with its kind.</summary>
    public static async Task<(string Path, string Kind)> Stands(AppDb db, int id, DateOnly today, CancellationToken cancellationToken)
    {
        var latest = await Latest(db, id, today).Select(v => new { v.Path, v.Kind }).FirstAsync(cancellationToken);
        return (latest.Path, latest.Kind);
    }

    private static IQueryable<UnitVersion> Latest(AppDb db, int id, DateOnly today) =>
        db.UnitVersions.AsNoTracking().Where(v => v.UnitId == id).OrderByDescending(v => v.From <= today).ThenByDescending(v => v.From);
}
