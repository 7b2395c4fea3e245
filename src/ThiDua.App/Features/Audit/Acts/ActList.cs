using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Audit.Acts;

/// <summary>The record of acts in the reader's part of the tree, the newest first.</summary>
public sealed class ActList(AppDb db, AuditQueries audit, Viewer viewer, UnitFilters units, IStringLocalizer<ThiDua.App.Audit.Text> text)
    : IListSource
{
    public async Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken)
    {
        var seen = ActsSeen.By(viewer, db);
        return new ListDefinition<ActRow>
        {
            Code = "acts",
            Title = text["Title"],
            Empty = text["Empty"],
            Rows = audit.Rows(seen),
            Key = ListKey.Of((ActRow a) => a.Id),
            Order = ListOrder.By((ActRow a) => a.Id),
            NewestFirst = true,
            Columns = Columns(),
            SearchLabel = text["Person"],
            Search = ByPerson,
            Filters =
            [
                new ChoiceFilter<ActRow>("verb", text["VerbLabel"], text.Verbs(), (rows, verb) => rows.Where(a => a.Verb == verb)),
                await units.Of<ActRow>(view, Permission.ReadActs, text["Unit"], Below, cancellationToken),
                new DayFilter<ActRow>("day", text["Day"], Between),
            ],
            Href = a => $"/admin/acts/{a.Id}{view.Request.QueryString}",
        };
    }

    private IReadOnlyList<ListColumn<ActRow>> Columns() =>
        [
            new("when", text["When"], a => ListCell.Of(a.At)) { Order = ListOrder.By((ActRow a) => a.Id) },
            new("who", text["Who"], a => ListCell.Of(text.Who(a))),
            new("what", text["VerbLabel"], a => ListCell.Of(text.Verb(a.Verb))) { IsName = true },
            new("unit", text["Unit"], a => ListCell.Of(a.Unit)),
            new("reason", text["ReasonLabel"], a => ListCell.Of(a.Reason)),
            new("subject", text["Subject"], a => ListCell.Of(text.Subject(a.SubjectKind))) { HiddenAtFirst = true },
        ];

    // Names are personal and kept in one place: the few that match are found there, without marks.
    private IQueryable<ActRow> ByPerson(IQueryable<ActRow> rows, string word)
    {
        var people = db.Accounts.Where(a => a.Search.Contains(word));
        return rows.Where(a => people.Any(p => p.Id == a.AccountId) || a.SubjectId == word || people.Any(p => p.PublicId == a.SubjectId));
    }

    private IQueryable<ActRow> Below(IQueryable<ActRow> rows, string path)
    {
        var units = db.UnitVersions.Below(path).Select(v => (int?)v.UnitId);
        return rows.Where(a => units.Contains(a.UnitId));
    }

    private static IQueryable<ActRow> Between(IQueryable<ActRow> rows, DateOnly? from, DateOnly? to)
    {
        if (from?.Midnight() is { } first)
            rows = rows.Where(a => a.At >= first);
        if (to?.AddDays(1).Midnight() is { } end)
            rows = rows.Where(a => a.At < end);
        return rows;
    }
}
