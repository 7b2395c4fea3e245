using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Cases;

/// <summary>The one query of what waits for me, and of what I may see: cases by what their flow offers whom.</summary>
public sealed class CaseRows(AppDb db, PackShelf packs, Viewer viewer, TimeProvider clock)
{
    public const int MostCounted = 100;

    /// <summary>Cases that wait for an act of mine, in no order.</summary>
    /// <param name="without">Kinds that the page shows in a way of their own.</param>
    /// <param name="decisions">True: somebody else's content that waits for a decision. False: content that may still be edited.
    /// Null: both.</param>
    public IQueryable<CaseRow> Offered(bool? decisions, string? kind = null, IReadOnlyList<string>? without = null) =>
        Rows(Standings(Offers(decisions, f => (kind is null || f == kind) && without?.Contains(f) != true)));

    /// <summary>The same to be counted, inside another query; a nation's queue is not counted out for a menu.</summary>
    public IQueryable<int> Count(bool decisions, string? kind = null) =>
        Standings(Offers(decisions, f => kind is null || f == kind)).Select(s => s.Case.Id).Take(MostCounted);

    private IEnumerable<Expression<Func<Standing, bool>>?> Offers(bool? decisions, Func<string, bool> kind) =>
        from f in packs.All.SelectMany(p => p.Flows.Select(f => (Pack: p, Flow: f)))
        where kind(f.Flow.Code)
        from s in f.Flow.States
        where !s.Final && (decisions is null || s.Editable != decisions)
        from a in f.Flow.Acts
        where a.IsAwaitedIn(s.Code)
        select May(f.Pack.Code, f.Flow.Code, s.Code, a);

    /// <summary>Cases of a kind in a state where some act of its flow is mine to do; of one not yet sent, the sending.</summary>
    /// <param name="everywhere">The list is not narrowed to a unit.</param>
    public IQueryable<CaseRow> InState(string kind, string state, bool everywhere)
    {
        var places =
            from p in packs.All
            let f = p.Flow(kind)
            where f is not null
            from a in (state == f.Initial ? f.From(state) : f.Acts).Select(a => (a.Permission, a.Level)).Distinct()
            select Place(p.Code, a.Permission, a.Level);
        // What is over and done is read for ever; what waits is no work once it was put aside.
        var over = packs.All.Any(p => p.Flow(kind)?.State(state) is { Final: true });
        // Said once and outside of what is alternative, so that an index gives them in order.
        var found = Standings(places, inOrder: everywhere && IsAtTop).Where(s => s.Case.Flow == kind && s.Case.State == state);
        return Rows(over ? found : found.Where(s => !s.Case.Shelved));
    }

    /// <summary>Those whose title or unit holds a folded word.</summary>
    public IQueryable<CaseRow> With(IQueryable<CaseRow> rows, string word)
    {
        // Which units hold it is asked once: most rows are passed over before their unit is looked up.
        var units = db.UnitVersions.ValidOn(clock.Today()).Where(v => v.Search.Contains(word)).Select(v => v.UnitId);
        return rows.Where(r => r.Search.Contains(word) || units.Contains(r.UnitId));
    }

    private IQueryable<CaseRow> Rows(IQueryable<Standing> standings) =>
        from s in standings
        join p in db.Accounts on s.Case.MovedBy equals (int?)p.Id into people
        from p in people.DefaultIfEmpty()
        select new CaseRow
        {
            Id = s.Case.Id,
            PublicId = s.Case.PublicId,
            Kind = s.Case.Kind,
            Pack = s.Case.Pack,
            State = s.Case.State,
            Title = s.Case.Title,
            Search = s.Case.Search,
            UnitId = s.Case.UnitId,
            Unit = s.Version.Name,
            UnitKind = s.Version.Kind,
            UnitKey = s.Version.SortKey,
            Path = s.Path,
            Due = s.Case.Due,
            SoonFrom = s.Case.SoonFrom,
            MovedAt = s.Case.MovedAt,
            MovedBy = p.FullName,
            Reason = s.Case.Reason,
            Version = s.Case.Version,
            SortKey = s.Case.SortKey,
            Flow = s.Case.Flow,
        };

    private bool IsAtTop => viewer.Paths.Any(p => p.Count(c => c == '/') == 2);

    /// <param name="inOrder">Nearly all cases are the reader's: they are walked in their order, not unit by unit and sorted.</param>
    private IQueryable<Standing> Standings(IEnumerable<Expression<Func<Standing, bool>>?> any, bool inOrder = false)
    {
        var all = any.OfType<Expression<Func<Standing, bool>>>().ToList();
        var (cases, valid) = (db.Cases.AsNoTracking(), db.UnitVersions.ValidOn(clock.Today()));
        // SQLite keeps the order of a cross join; it would begin with the units otherwise, and sort a hundred thousand rows.
        var standing = inOrder
            ? from c in cases
            from v in valid
            where c.UnitId == v.UnitId
            select new Standing
            {
                Case = c,
                Version = v,
                Path = v.Path,
            }
            : from c in cases
            join v in valid on c.UnitId equals v.UnitId
            select new Standing
            {
                Case = c,
                Version = v,
                Path = v.Path,
            };
        return all.Count == 0 ? standing.Where(_ => false) : standing.Where(all.Aggregate(Or));
    }

    /// <summary>Whether this act is offered to me: the right where the act asks it, and not after my own act.</summary>
    private Expression<Func<Standing, bool>>? May(string pack, string kind, string state, FlowAct act)
    {
        if (Place(pack, act.Permission, act.Level) is not { } where)
            return null;
        var place = And(s => s.Case.Flow == kind && s.Case.State == state && !s.Case.Shelved, where);
        var notBy = act.NotBy.Where(n => n != FlowAct.Entered).ToList();
        if (notBy.Count == 0)
            return place;
        var me = viewer.AccountId;
        var steps = db.CaseSteps;
        return And(
            place,
            s =>
                !steps.Any(mine =>
                    mine.CaseId == s.Case.Id
                    && mine.AccountId == me
                    && notBy.Contains(mine.Act)
                    && !steps.Any(later => later.CaseId == s.Case.Id && later.Act == mine.Act && later.Id > mine.Id)
                )
        );
    }

    private Expression<Func<Standing, bool>>? Place(string pack, string permission, FlowLevel level)
    {
        var scopes = viewer.Scopes(permission);
        if (scopes.Count == 0)
            return null;
        var below = scopes.Select(path => Below(path, level == FlowLevel.Above)).Aggregate(Or);
        return And(s => s.Case.Pack == pack, below);
    }

    private static Expression<Func<Standing, bool>> Below(string path, bool strictly)
    {
        var end = path[..^1] + '0';
        return strictly
            ? s => string.Compare(s.Path, path) > 0 && string.Compare(s.Path, end) < 0
            : s => string.Compare(s.Path, path) >= 0 && string.Compare(s.Path, end) < 0;
    }

    private static Expression<Func<Standing, bool>> Or(Expression<Func<Standing, bool>> a, Expression<Func<Standing, bool>> b) =>
        Both(a, b, Expression.OrElse);

    private static Expression<Func<Standing, bool>> And(Expression<Func<Standing, bool>> a, Expression<Func<Standing, bool>> b) =>
        Both(a, b, Expression.AndAlso);

    private static Expression<Func<Standing, bool>> Both(
        Expression<Func<Standing, bool>> a,
        Expression<Func<Standing, bool>> b,
        Func<Expression, Expression, BinaryExpression> join
    ) => Expression.Lambda<Func<Standing, bool>>(join(a.Body, new Same(b.Parameters[0], a.Parameters[0]).Visit(b.Body)), a.Parameters);

    private sealed class Same(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }

    private sealed class Standing
    {
        public Case Case { get; init; } = null!;
        public UnitVersion Version { get; init; } = null!;
        public string Path { get; init; } = "";
    }
}
