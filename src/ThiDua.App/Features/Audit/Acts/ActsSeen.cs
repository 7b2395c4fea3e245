using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Audit.Acts;

internal static class ActsSeen
{
    /// <summary>Acts at units of the reader's subtree; those at no unit (the start, sign-ins of nobody) belong to the top of the
    /// tree.</summary>
    public static IQueryable<Act> By(Viewer viewer, AppDb db)
    {
        var paths = viewer.Scopes(Permission.ReadActs);
        var units = paths.Select(p => db.UnitVersions.Below(p).Select(v => v.UnitId)).Aggregate((a, b) => a.Union(b));
        var top = paths.Any(p => p.Count(c => c == '/') == 2);
        return db.Acts.Where(a => a.UnitId == null ? top : units.Contains(a.UnitId.Value));
    }
}
