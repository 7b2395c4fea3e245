using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;

namespace ThiDua.App.Security;

/// <summary>Who is acting in this request or job, and where they may act.</summary>
public sealed class Viewer(AppDb db, TimeProvider clock, RoleBook roles)
{
    private sealed record Held(string Role, int UnitId, string Path, string UnitName);

    private sealed record Row(
        int AccountId,
        string PublicId,
        string FullName,
        bool Issued,
        Session? Session,
        string? Role,
        int? UnitId,
        string? Path,
        string? UnitName
    );

    private List<Held> held = [];

    public int? AccountId { get; private set; }
    public string FullName { get; private set; } = "";

    /// <summary>The account's own; empty where nobody is signed in.</summary>
    public string PublicId { get; private set; } = "";

    /// <summary>The session of this request; null in a job.</summary>
    public Session? Session { get; private set; }

    /// <summary>The password is one that was issued: nothing else is done before it is changed.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Units at which some role is held, the highest first.</summary>
    public IReadOnlyList<int> UnitIds => [.. held.OrderBy(h => h.Path.Length).Select(h => h.UnitId).Distinct()];

    /// <summary>Of the highest of them; empty where none is.</summary>
    public string UnitName => held.MinBy(h => h.Path.Length)?.UnitName ?? "";

    /// <summary>Where they stand in the tree.</summary>
    public IReadOnlyList<string> Paths => [.. held.Select(h => h.Path).Distinct()];

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
        IsOperator
        || held.Any(h =>
            roles.Allows(h.Role, permission) && path.StartsWith(h.Path, StringComparison.Ordinal) && (!above || path != h.Path)
        );

    /// <summary>The paths below which this permission is held, for queries over a subtree.</summary>
    public IReadOnlyList<string> Scopes(string permission) =>
        [.. held.Where(h => roles.Allows(h.Role, permission)).Select(h => h.Path).Distinct()];

    /// <summary>As this person, for jobs.</summary>
    public async Task Load(int accountId, CancellationToken cancellationToken = default)
    {
        if (AccountId == accountId)
            return;
        Take(await Rows(db.Accounts.Where(a => a.Id == accountId), "").ToListAsync(cancellationToken));
        AccountId = accountId;
    }

    /// <summary>As whoever holds this session, in one query; nobody when it holds no more.</summary>
    /// <param name="holds">Whether the session holds for people of these roles.</param>
    public async Task<Session?> LoadSession(
        string hash,
        Func<Session, IEnumerable<string>, bool> holds,
        CancellationToken cancellationToken
    )
    {
        var who =
            from s in db.Sessions
            join a in db.Accounts on s.AccountId equals a.Id
            where s.Hash == hash && s.Stamp == a.SecurityStamp && a.DisabledAt == null
            select a;
        var rows = await Rows(who, hash).ToListAsync(cancellationToken);
        if (rows is not [{ Session: { } session } first, ..] || !holds(session, rows.Select(r => r.Role).OfType<string>()))
            return null;
        Take(rows);
        (AccountId, Session) = (first.AccountId, session);
        return session;
    }

    private IQueryable<Row> Rows(IQueryable<Account> who, string hash)
    {
        var today = clock.Today();
        return from a in who.AsNoTracking()
            from s in db.Sessions.Where(s => s.Hash == hash).DefaultIfEmpty()
            from g in db.Grants.Where(g => g.AccountId == a.Id && g.From <= today && (g.To == null || g.To >= today)).DefaultIfEmpty()
            from v in db.UnitVersions.Where(v => v.UnitId == g.UnitId && v.From <= today && (v.To == null || v.To > today)).DefaultIfEmpty()
            select new Row(a.Id, a.PublicId, a.FullName, a.PasswordExpires != null, s, g.Role, (int?)g.UnitId, v.Path, v.Name);
    }

    private void Take(List<Row> rows)
    {
        held = [.. rows.Where(r => r.Path is not null).Select(r => new Held(r.Role!, r.UnitId!.Value, r.Path!, r.UnitName!))];
        (FullName, PublicId, MustChangePassword) = rows is [var first, ..]
            ? (first.FullName, first.PublicId, first.Issued)
            : ("", "", false);
    }

    /// <summary>The act that explains the change about to be saved; it must be in the same transaction.</summary>
    public Act Record(string verb, string subjectKind, string subjectId, int? unitId, string? reason = null, string? detail = null)
    {
        var act = new Act
        {
            At = clock.GetUtcNow(),
            AccountId = AccountId,
            UnitId = unitId,
            Verb = verb,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Reason = reason,
            Detail = detail,
        };
        db.Acts.Add(act);
        return act;
    }
}
