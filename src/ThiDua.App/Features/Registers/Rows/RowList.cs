using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers.Rows;

/// <summary>The rows of one register: its columns, filters and exports are what its definition says.</summary>
public sealed class RowList(
    AppDb db,
    RegisterQueries registers,
    FormNameSources names,
    UnitFilters units,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
) : IListSource
{
    /// <summary>The column by which an export that is changed and imported again finds its rows.</summary>
    public const string Key = "_row",
        Unit = "_unit",
        UnitCode = "_unit-code",
        State = "_state",
        Waits = "_waits";

    /// <summary>In the address.</summary>
    public const string StateFilter = "state";

    /// <summary>What was cancelled and can still be brought back.</summary>
    public static bool IsTrash(ListView view) => view.Of(StateFilter) == RowCase.Cancelled;

    public Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken) =>
        List(view.Request.RouteValues["code"] as string ?? "", view, cancellationToken);

    /// <summary>The same of a register that the address does not name.</summary>
    public async Task<ListDefinition?> List(string code, ListView view, CancellationToken cancellationToken)
    {
        if (registers.Find(code) is not var (pack, register))
            return null;
        var flow = pack.Flow(register.Flow)!;
        // What needs a right is a column for who holds it wherever they see rows.
        var fields = register.Form.Fields.Where(f => f.Kind != FieldKinds.Files && MaySee(f)).ToList();
        var columns = new RowColumns(db, register, fields, flow, FormNames.None, text);
        var sorted = fields.FirstOrDefault(f => f.Listed && f.Code == view.Sort);
        return new ListDefinition<RowItem>
        {
            Code = $"register:{register.Code}",
            Title = register.Title.Here(),
            Empty = text["NoRows", register.Row.Here()],
            Rows = Standing(
                Items(register, sorted, sorted is not null && await Lacking(register, sorted, cancellationToken)),
                view.Of(StateFilter)
            ),
            Key = ListKey.Of((RowItem r) => r.Id),
            Day = r => r.Date,
            Calendar = "date",
            Order = ListOrder.By((RowItem r) => r.Date),
            NewestFirst = true,
            Columns = IsTrash(view) ? columns.OfTrash(clock.Today()) : columns.All(),
            SearchLabel = text["SearchRows"],
            Search = columns.Having,
            Filters =
            [
                new DayFilter<RowItem>(
                    "date",
                    register.Form.Field(register.Date)!.Label.Here(),
                    (rows, from, to) => rows.Where(r => (from == null || r.Date >= from) && (to == null || r.Date <= to))
                ),
                await units.Of<RowItem>(view, Permission.ViewRegister, text["Unit"], r => r.Path, cancellationToken),
                .. fields.Where(f => f.Listed).Select(columns.Filter).OfType<ListFilter<RowItem>>(),
                new ChoiceFilter<RowItem>(
                    StateFilter,
                    text["State"],
                    [.. flow.States.Select(s => new ListOption(s.Code, s.Label.Here()))],
                    (rows, state) => rows.Where(r => r.State == state)
                ),
            ],
            Href = r => $"/registers/rows/{r.PublicId}",
            Id = r => r.PublicId,
            Shapes = RowShapes.Of(register, fields, flow, clock.Today()),
            Fill = (rows, cancellationToken) => Named(register, rows, cancellationToken),
        };
    }

    /// <summary>What was cancelled is seen where it is asked for, as long as it holds something.</summary>
    private static IQueryable<RowItem> Standing(IQueryable<RowItem> rows, string? state) =>
        state == RowCase.Cancelled ? rows.Where(r => r.Content != RegisterRow.Dropped)
        : state is null ? rows.Where(r => r.State != RowCase.Cancelled)
        : rows;

    private bool MaySee(FormField field) =>
        field.Needs is not { } right
        || viewer.Scopes(Permission.ViewRegister).All(seen => viewer.Scopes(right).Any(s => seen.StartsWith(s, StringComparison.Ordinal)));

    /// <summary>What the viewer may see; a unit that has ended stands where it last stood.</summary>
    private IQueryable<RowItem> Items(RegisterDefinition register, FormField? sorted, bool lacking)
    {
        var today = clock.Today();
        var seen = viewer.Scopes(Permission.ViewRegister).Aggregate(Enumerable.Empty<string>(), (all, path) => all.Append(path)).ToList();
        var last = db.UnitVersions.Where(v =>
            v.From <= today && !db.UnitVersions.Any(w => w.UnitId == v.UnitId && w.From <= today && w.From > v.From)
        );
        var below = seen.Select(p => last.Below(p)).Aggregate((IQueryable<UnitVersion>?)null, (a, b) => a is null ? b : a.Union(b));
        var places = below ?? last.Where(_ => false);
        var rows = db.RegisterRows.AsNoTracking().Where(r => r.Register == register.Code);
        return from k in Keyed(register, sorted, lacking, rows)
            join v in places on k.Row.UnitId equals v.UnitId
            select new RowItem
            {
                Id = k.Row.Id,
                PublicId = k.Row.Case.PublicId,
                State = k.Row.Case.State,
                MovedAt = k.Row.Case.MovedAt,
                Title = k.Row.Case.Title,
                Search = k.Row.Case.Search,
                Date = k.Row.Date,
                UnitId = k.Row.UnitId,
                Unit = v.Name,
                UnitCode = v.Unit!.Code,
                UnitKey = v.SortKey,
                UnitSearch = v.Search,
                Path = v.Path,
                Content = k.Row.Content,
                SortKey = k.SortKey,
            };
    }

    private IQueryable<KeyedRow> Keyed(RegisterDefinition register, FormField? sorted, bool lacking, IQueryable<RegisterRow> rows)
    {
        if (sorted is null)
            return rows.Select(r => new KeyedRow { Row = r, SortKey = "" });
        var values = db.Set<RowValue>().Where(k => k.Register == register.Code && k.Field == sorted.Code);
        // Each row has a value of each listed field, so that the index of values gives the order and no row is lost; but rows of
        // before the field was marked as listed have none.
        return lacking
            ? from r in rows
            join k in values on r.Id equals k.RowId into keys
            from k in keys.DefaultIfEmpty()
            select new KeyedRow { Row = r, SortKey = k == null ? "" : k.SortKey }
            : from k in values
            join r in rows on k.RowId equals r.Id
            select new KeyedRow { Row = r, SortKey = k.SortKey };
    }

    private sealed class KeyedRow
    {
        public required RegisterRow Row { get; init; }
        public required string SortKey { get; init; }
    }

    private Task<bool> Lacking(RegisterDefinition register, FormField field, CancellationToken cancellationToken) =>
        db
            .RegisterRows.Where(r => r.Register == register.Code)
            .AnyAsync(r => !db.Set<RowValue>().Any(v => v.RowId == r.Id && v.Field == field.Code), cancellationToken);

    /// <summary>What the rows name (units, people, other rows) in words.</summary>
    private async Task<IReadOnlyList<RowItem>> Named(
        RegisterDefinition register,
        IReadOnlyList<RowItem> rows,
        CancellationToken cancellationToken
    )
    {
        var read = rows.Select(r => r with { Data = RegisterRow.Parse(r.Content) }).ToList();
        foreach (var field in register.Form.Fields.Where(names.Knows))
        {
            var keys = read.SelectMany(r => Keys(r, field)).Distinct().ToList();
            if (keys.Count == 0)
                continue;
            var named = await names.NamesOf(field, keys, cancellationToken);
            string Name(RowItem row) => string.Join("; ", Keys(row, field).Select(k => named.GetValueOrDefault(k) ?? k));
            read =
            [
                .. read.Select(r =>
                    r.Data.ContainsKey(field.Code) ? r with { Data = new Dictionary<string, string>(r.Data) { [field.Code] = Name(r) } } : r
                ),
            ];
        }
        return read;
    }

    // Where several may be chosen, blanks part them.
    private static string[] Keys(RowItem row, FormField field) => ChoicesKind.Codes(row.Data.GetValueOrDefault(field.Code) ?? "");
}
