using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Lists;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Audit.Acts;

/// <summary>The record of acts in the reader's part of the tree: searched by person, filtered by kind of act and day.</summary>
[NeedsSomewhere(Permission.ReadActs)]
public sealed class ActsModel(AppDb db, AuditQueries audit, Viewer viewer) : PageModel
{
    public ListView List { get; private set; } = null!;
    public ListPage<ActRow> Found { get; private set; } = null!;
    public IReadOnlyList<string> Verbs { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        List = new ListView(Request);
        var seen = Seen();
        Verbs = await seen.Select(a => a.Verb).Distinct().OrderBy(v => v).ToListAsync(stop);
        if (List.Of("verb") is { } verb) seen = seen.Where(a => a.Verb == verb);
        if (List.Day("from") is { } from) seen = seen.Where(a => a.At >= Midnight(from));
        if (List.Day("to") is { } to) seen = seen.Where(a => a.At < Midnight(to.AddDays(1)));
        if (List.Search is { } search) seen = await ByPerson(seen, SearchText.Fold(search), stop);
        Found = await List.Read(audit.Newest(seen), stop);
    }

    /// <summary>Acts at units of the reader's subtree; those at no unit (sign-ins, the start) belong to the top of the tree.</summary>
    private IQueryable<Act> Seen()
    {
        var paths = viewer.Scopes(Permission.ReadActs);
        var units = paths.Select(p => db.UnitVersions.Below(p).Select(v => v.UnitId)).Aggregate((a, b) => a.Union(b));
        var top = paths.Any(p => p.Count(c => c == '/') == 2);
        return db.Acts.Where(a => a.UnitId == null ? top : units.Contains(a.UnitId.Value));
    }

    private async Task<IQueryable<Act>> ByPerson(IQueryable<Act> acts, string folded, CancellationToken stop)
    {
        // Names are personal and kept in one place: the few that match are found there, without marks.
        var people = (await db.Accounts.Select(a => new { a.Id, a.FullName, a.UserName }).ToListAsync(stop))
            .Where(a => SearchText.Fold(a.FullName + " " + a.UserName).Contains(folded, StringComparison.Ordinal)).Select(a => (int?)a.Id).ToList();
        return acts.Where(a => people.Contains(a.AccountId) || a.SubjectId == folded);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
}
