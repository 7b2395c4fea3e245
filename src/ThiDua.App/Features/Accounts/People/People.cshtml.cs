using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Accounts.People;

/// <summary>The people who hold, or held, a role in the viewer's part of the tree.</summary>
[NeedsSomewhere(Permission.ManageAccounts)]
public sealed class PeopleModel(AppDb db, Viewer viewer, TimeProvider clock, WorkUnit units) : PageModel
{
    public const string Disabled = "disabled",
        Without = "without",
        Issued = "issued";

    public sealed record Held(string Role, string Unit, string UnitId);

    public sealed record Row(int Id, string PublicId, string FullName, string UserName, bool Disabled, bool Issued)
    {
        public IReadOnlyList<Held> Roles { get; init; } = [];
    }

    public ListView List { get; private set; } = null!;
    public ListPage<Row> Found { get; private set; } = null!;

    /// <summary>The unit below which roles are looked for; null for everywhere.</summary>
    public UnitRow? Unit { get; private set; }

    public async Task OnGet(CancellationToken cancellationToken)
    {
        List = new ListView(Request);
        Unit = await units.Find(List.Of("unit"), cancellationToken);
        var paths = Unit is { } unit ? [unit.Path] : viewer.Scopes(Permission.ManageAccounts);
        var here = paths.Select(p => db.UnitVersions.Below(p).Select(v => v.UnitId)).Aggregate((a, b) => a.Union(b));
        var people = Narrowed(db.Accounts.AsNoTracking().Where(a => a.Grants.Any(g => here.Contains(g.UnitId))));
        var page = await List.Read(
            people
                .OrderBy(a => a.SortKey)
                .ThenBy(a => a.Id)
                .Select(a => new Row(a.Id, a.PublicId, a.FullName, a.UserName!, a.DisabledAt != null, a.PasswordExpires != null)),
            cancellationToken
        );
        Found = page with { Rows = await WithRoles(page.Rows, here, cancellationToken) };
    }

    private IQueryable<Account> Narrowed(IQueryable<Account> people)
    {
        var today = clock.Today();
        var folded = SearchText.Fold(List.Search);
        if (folded.Length > 0)
        {
            var units = db.UnitVersions.ValidOn(today).Where(v => v.Search.Contains(folded)).Select(v => v.UnitId);
            people = people.Where(a => a.Search.Contains(folded) || a.Grants.Any(g => units.Contains(g.UnitId)));
        }
        if (List.Of("role") is { } role)
            people = people.Where(a => a.Grants.Any(g => g.Role == role && g.From <= today && (g.To == null || g.To >= today)));
        return List.Of("state") switch
        {
            Disabled => people.Where(a => a.DisabledAt != null),
            Without => people.Where(a => !a.Grants.Any(g => g.From <= today && (g.To == null || g.To >= today))),
            Issued => people.Where(a => a.PasswordExpires != null),
            _ => people,
        };
    }

    private async Task<IReadOnlyList<Row>> WithRoles(IReadOnlyList<Row> rows, IQueryable<int> here, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var ids = rows.Select(r => r.Id).ToList();
        var roles = await (
            from g in db.Grants.AsNoTracking()
            join v in db.UnitVersions.ValidOn(today) on g.UnitId equals v.UnitId
            where ids.Contains(g.AccountId) && here.Contains(g.UnitId) && g.From <= today && (g.To == null || g.To >= today)
            orderby g.Id
            select new { g.AccountId, Held = new Held(g.Role, v.Name, v.Unit!.PublicId) }
        ).ToListAsync(cancellationToken);
        return [.. rows.Select(r => r with { Roles = [.. roles.Where(g => g.AccountId == r.Id).Select(g => g.Held)] })];
    }
}
