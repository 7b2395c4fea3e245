using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Audit;

namespace ThiDua.App.Security;

/// <summary>Who is acting in this request or job, and where they may act.</summary>
public sealed class Viewer(AppDb db, TimeProvider clock, RoleBook roles)
{
    private sealed record Held(string Role, int UnitId, string Path);

    private List<Held> held = [];

    public int? AccountId { get; private set; }
    public string FullName { get; private set; } = "";

    /// <summary>Units at which some role is held, the highest first.</summary>
    public IReadOnlyList<int> UnitIds => [.. held.OrderBy(h => h.Path.Length).Select(h => h.UnitId).Distinct()];

    /// <summary>Whoever runs the program's verbs on its own machine: they could write the database itself.</summary>
    public bool IsOperator { get; private set; }

    /// <summary>For verbs of the command line only; acts are recorded as the system's.</summary>
    public void ActAsOperator() => IsOperator = true;

    public bool IsAdministrator => held.Any(h => h.Role == Roles.Administrator);

    public bool Can(string permission) => held.Any(h => roles.Allows(h.Role, permission));

    /// <param name="path">Path of the unit acted on; the right holds for the whole subtree of the unit where it was given.</param>
    public bool Can(string permission, string path) =>
        IsOperator || held.Any(h => roles.Allows(h.Role, permission) && path.StartsWith(h.Path, StringComparison.Ordinal));

    /// <summary>The same; where <paramref name="above"/> is asked, a right held at the unit itself does not do.</summary>
    public bool Can(string permission, string path, bool above) =>
        IsOperator || held.Any(h => roles.Allows(h.Role, permission) && path.StartsWith(h.Path, StringComparison.Ordinal) && (!above || path != h.Path));

    /// <summary>The paths below which this permission is held, for queries over a subtree.</summary>
    public IReadOnlyList<string> Scopes(string permission) =>
        [.. held.Where(h => roles.Allows(h.Role, permission)).Select(h => h.Path).Distinct()];

    public async Task Load(int accountId, CancellationToken stop = default)
    {
        if (AccountId == accountId) return;
        var today = clock.Today();
        var rows = await (
            from g in db.Grants
            join v in db.UnitVersions on g.UnitId equals v.UnitId
            join a in db.Accounts on g.AccountId equals a.Id
            where g.AccountId == accountId && g.From <= today && (g.To == null || g.To >= today)
                && v.From <= today && (v.To == null || v.To > today)
            select new { g.Role, g.UnitId, v.Path, a.FullName }).ToListAsync(stop);
        held = [.. rows.Select(r => new Held(r.Role, r.UnitId, r.Path))];
        AccountId = accountId;
        FullName = rows.FirstOrDefault()?.FullName ?? "";
    }

    /// <summary>The act that explains the change about to be saved; it must be in the same transaction.</summary>
    public Act Record(string verb, string subjectKind, string subjectId, int? unitId, string? reason = null, string? detail = null)
    {
        var act = new Act
        {
            At = clock.GetUtcNow(), AccountId = AccountId, UnitId = unitId, Verb = verb,
            SubjectKind = subjectKind, SubjectId = subjectId, Reason = reason, Detail = detail,
        };
        db.Acts.Add(act);
        return act;
    }
}

/// <summary>Loads the viewer once a request, before authorization asks.</summary>
public sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, Viewer viewer)
    {
        if (int.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) await viewer.Load(id, context.RequestAborted);
        await next(context);
    }
}
