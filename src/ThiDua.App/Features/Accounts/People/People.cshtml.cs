using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.People;

[NeedsSomewhere(Permission.ManageAccounts)]
public sealed class PeopleModel(AppDb db, Viewer viewer, TimeProvider clock, GivePassword give) : PageModel
{
    public sealed record Held(string Role, string Unit);

    public sealed record Row(string PublicId, string FullName, string UserName, IReadOnlyList<Held> Grants);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string? Asked { get; private set; }
    public (string UserName, string Password)? Fresh { get; private set; }

    public Task OnGet(string? q, CancellationToken stop) => Load(q, stop);

    public async Task<IActionResult> OnPostPassword(string id, CancellationToken stop)
    {
        var given = await give.Handle(id, stop);
        if (given.Value is not { } fresh) return NotFound();
        Fresh = (fresh.UserName, fresh.Password);
        await Load(null, stop);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task Load(string? q, CancellationToken stop)
    {
        Asked = q;
        var scopes = viewer.Scopes(Permission.ManageAccounts);
        var rows = await (
            from g in db.Grants.AsNoTracking()
            join a in db.Accounts on g.AccountId equals a.Id
            join v in db.UnitVersions.ValidOn(clock.Today()) on g.UnitId equals v.UnitId
            select new { a.PublicId, a.FullName, a.UserName, g.Role, v.Name, v.Path }).ToListAsync(stop);
        var folded = SearchText.Fold(q);
        Rows = [.. rows.Where(r => scopes.Any(s => r.Path.StartsWith(s, StringComparison.Ordinal)))
            .GroupBy(r => (r.PublicId, r.FullName, r.UserName))
            .Select(g => new Row(g.Key.PublicId, g.Key.FullName, g.Key.UserName!, [.. g.Select(r => new Held(r.Role, r.Name))]))
            .Where(r => folded.Length == 0 || SearchText.Fold($"{r.FullName} {r.UserName} {string.Join(' ', r.Grants.Select(g => g.Unit))}").Contains(folded, StringComparison.Ordinal))
            .OrderBy(r => PersonKey(r.FullName), StringComparer.Ordinal)];
    }

    /// <summary>People are listed by given name, the last word, as Vietnamese lists are.</summary>
    private static string PersonKey(string fullName) => NameText.SortKey(fullName[(fullName.LastIndexOf(' ') + 1)..]) + NameText.SortKey(fullName);
}
