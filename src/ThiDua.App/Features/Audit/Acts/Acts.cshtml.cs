using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
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

    /// <summary>The page of an act, which keeps the filters for the way back.</summary>
    public string Address(ActRow act) => $"/admin/acts/{act.Id}{Request.QueryString}";

    public async Task OnGet(CancellationToken stop)
    {
        List = new ListView(Request);
        var seen = ActsSeen.By(viewer, db);
        Verbs = await seen.Select(a => a.Verb).Distinct().OrderBy(v => v).ToListAsync(stop);
        if (List.Of("verb") is { } verb)
            seen = seen.Where(a => a.Verb == verb);
        if (List.Day("from") is { } from)
            seen = seen.Where(a => a.At >= Midnight(from));
        if (List.Day("to") is { } to)
            seen = seen.Where(a => a.At < Midnight(to.AddDays(1)));
        if (List.Search is { } search)
            seen = await ByPerson(seen, SearchText.Fold(search), stop);
        Found = await List.Read(audit.Newest(seen), stop);
    }

    private async Task<IQueryable<Act>> ByPerson(IQueryable<Act> acts, string folded, CancellationToken stop)
    {
        // Names are personal and kept in one place: the few that match are found there, without marks.
        var people = await db
            .Accounts.Where(a => a.Search.Contains(folded))
            .Select(a => new { Id = (int?)a.Id, a.PublicId })
            .ToListAsync(stop);
        var (who, whom) = (people.Select(p => p.Id).ToList(), people.Select(p => p.PublicId).Append(folded).ToList());
        return acts.Where(a => who.Contains(a.AccountId) || whom.Contains(a.SubjectId));
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
}
