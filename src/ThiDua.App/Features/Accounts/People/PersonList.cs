using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Accounts.People;

/// <summary>The people who hold, or held, a role in the viewer's part of the tree.</summary>
public sealed class PersonList(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    UnitFilters units,
    RoleBook roles,
    IStringLocalizer<Text> text,
    IStringLocalizer<Shared.SharedText> shared
) : IListSource
{
    private const string Disabled = "disabled",
        Without = "without",
        Issued = "issued";

    private sealed record Held(int AccountId, string Role, string Unit, string UnitId);

    private sealed record Row
    {
        public required Account Account { get; init; }
        public IReadOnlyList<Held> Roles { get; init; } = [];
    }

    public async Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken)
    {
        var here = Below(viewer.Scopes(Permission.ManageAccounts));
        return new ListDefinition<Row>
        {
            Code = "people",
            Title = shared["Administration"],
            Empty = shared["NothingFound"],
            Rows = db.Accounts.AsNoTracking().Where(a => a.Grants.Any(g => here.Contains(g.UnitId))).Select(a => new Row { Account = a }),
            Key = ListKey.Of((Row r) => r.Account.Id),
            Order = ListOrder.By((Row r) => r.Account.SortKey),
            Columns = Columns(view),
            SearchLabel = text["FindPeople"],
            Search = With,
            Filters =
            [
                new ChoiceFilter<Row>("role", text["Role"], [.. roles.All.Select(r => new ListOption(r, text.Role(roles, r)))], Holding),
                await units.Of<Row>(view, Permission.ManageAccounts, text["Unit"], At, cancellationToken),
                new ChoiceFilter<Row>(
                    "state",
                    text["State"],
                    [.. new[] { Issued, Without, Disabled }.Select(s => new ListOption(s, text[$"State-{s}"]))],
                    InState
                ),
            ],
            Href = r => $"/admin/people/{r.Account.PublicId}",
            Fill = (rows, stop) => WithRoles(rows, here, stop),
        };
    }

    private IReadOnlyList<ListColumn<Row>> Columns(ListView view) =>
        [
            new("name", text["FullNameShort"], r => ListCell.Of(r.Account.FullName))
            {
                IsName = true,
                Order = ListOrder.By((Row r) => r.Account.SortKey),
            },
            new("user", text["UserName"], r => ListCell.Of(r.Account.UserName)) { Order = ListOrder.By((Row r) => r.Account.UserName) },
            new("rights", text["Rights"], r => Rights(r, view)),
            new("state", text["State"], r => ListCell.Of(text[StateOf(r.Account)])),
        ];

    private ListCell Rights(Row row, ListView view) =>
        row.Roles.Count == 0
            ? ListCell.Of(text["State-without"])
            : ListCell.Of([
                .. row.Roles.Select(h =>
                    ListCell.Of($"{text.Role(roles, h.Role)}: {h.Unit}") with
                    {
                        Href = view.Link(UnitFilters.Code, h.UnitId),
                    }
                ),
            ]);

    private static string StateOf(Account account) =>
        account.DisabledAt is not null ? "State-disabled"
        : account.PasswordExpires is not null ? "State-issued"
        : "InUse";

    private IQueryable<Row> With(IQueryable<Row> rows, string word)
    {
        var today = clock.Today();
        var named = db.UnitVersions.ValidOn(today).Where(v => v.Search.Contains(word)).Select(v => v.UnitId);
        return rows.Where(r => r.Account.Search.Contains(word) || r.Account.Grants.Any(g => named.Contains(g.UnitId)));
    }

    private IQueryable<Row> Holding(IQueryable<Row> rows, string role)
    {
        var today = clock.Today();
        return rows.Where(r => r.Account.Grants.Any(g => g.Role == role && g.From <= today && (g.To == null || g.To >= today)));
    }

    private IQueryable<Row> At(IQueryable<Row> rows, string path)
    {
        var here = Below([path]);
        return rows.Where(r => r.Account.Grants.Any(g => here.Contains(g.UnitId)));
    }

    private IQueryable<Row> InState(IQueryable<Row> rows, string state)
    {
        var today = clock.Today();
        return state switch
        {
            Disabled => rows.Where(r => r.Account.DisabledAt != null),
            Issued => rows.Where(r => r.Account.PasswordExpires != null),
            _ => rows.Where(r => !r.Account.Grants.Any(g => g.From <= today && (g.To == null || g.To >= today))),
        };
    }

    private IQueryable<int> Below(IReadOnlyList<string> paths) =>
        paths.Select(p => db.UnitVersions.Below(p).Select(v => v.UnitId)).Aggregate((a, b) => a.Union(b));

    private async Task<IReadOnlyList<Row>> WithRoles(IReadOnlyList<Row> rows, IQueryable<int> here, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var ids = rows.Select(r => r.Account.Id).ToList();
        var held = await (
            from g in db.Grants.AsNoTracking()
            join v in db.UnitVersions.ValidOn(today) on g.UnitId equals v.UnitId
            where ids.Contains(g.AccountId) && here.Contains(g.UnitId) && g.From <= today && (g.To == null || g.To >= today)
            orderby g.Id
            select new Held(g.AccountId, g.Role, v.Name, v.Unit!.PublicId)
        ).ToListAsync(cancellationToken);
        var byPerson = held.ToLookup(h => h.AccountId);
        return [.. rows.Select(r => r with { Roles = [.. byPerson[r.Account.Id]] })];
    }
}
