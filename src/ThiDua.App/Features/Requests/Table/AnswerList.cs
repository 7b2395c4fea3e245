using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Requests.Table;

/// <summary>One unit's line of the table.</summary>
public sealed record AnswerItem
{
    public int Id { get; init; }
    public string PublicId { get; init; } = "";
    public string State { get; init; } = "";
    public string Unit { get; init; } = "";
    public string UnitKey { get; init; } = "";
    public string UnitSearch { get; init; } = "";
    public string? Content { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public string? AnsweredBy { get; init; }
}

/// <summary>The answers to one request: a line for each unit, a column for each question, with totals.</summary>
public sealed class AnswerList(
    AppDb db,
    RequestQueries queries,
    PackShelf packs,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
) : IListSource
{
    public async Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken)
    {
        if (await queries.Find(view.Request.RouteValues["id"] as string ?? "", cancellationToken) is not { } request)
            return null;
        var flow = packs[request.Case.Pack].Flow(AnswerCase.Kind)!;
        return new ListDefinition<AnswerItem>
        {
            Code = $"answers:{request.Case.PublicId}",
            Title = request.Case.Title,
            Empty = text["NoUnits"],
            Rows = Items(request.Id),
            Key = ListKey.Of((AnswerItem a) => a.Id),
            Order = ListOrder.By((AnswerItem a) => a.UnitKey),
            Columns =
            [
                new("unit", text["Unit"], a => ListCell.Of(a.Unit)) { IsName = true, Order = ListOrder.By((AnswerItem a) => a.UnitKey) },
                .. RequestFields.Parse(request.Fields).Select(Column),
                new("state", text["State"], a => flow.State(a.State)!.Cell(null)) { Order = ListOrder.By((AnswerItem a) => a.State) },
                new("at", text["At"], a => ListCell.Of(a.AnsweredAt)) { Order = ListOrder.By((AnswerItem a) => a.AnsweredAt) },
                new("by", text["By"], a => ListCell.Of(a.AnsweredBy)) { HiddenAtFirst = true },
                new("note", text["AnswerNote"], a => ListCell.Of(RequestFields.Values(a.Content).GetValueOrDefault(RequestFields.Note))),
            ],
            SearchLabel = text["FindUnit"],
            Search = (rows, word) => rows.Where(a => a.UnitSearch.Contains(word)),
            Filters =
            [
                new ChoiceFilter<AnswerItem>(
                    "state",
                    text["State"],
                    [.. flow.States.Select(s => new ListOption(s.Code, s.Label.Here()))],
                    (rows, state) => rows.Where(a => a.State == state)
                ),
            ],
            // Whoever may fill in answers for a unit that telephoned.
            Href = a => viewer.Can(Permission.FillReport) ? $"/requests/answers/{a.PublicId}" : null,
            Id = a => a.PublicId,
        };
    }

    /// <summary>The sum of a question's numbers over these lines, × 10^scale.</summary>
    public static long Sum(RequestField field, IEnumerable<string?> contents) =>
        contents.Sum(c => Scaled(field, RequestFields.Values(c).GetValueOrDefault(field.Code)) ?? 0);

    public IQueryable<AnswerItem> Items(int request)
    {
        var today = clock.Today();
        var last = db.UnitVersions.Where(v =>
            v.From <= today && !db.UnitVersions.Any(w => w.UnitId == v.UnitId && w.From <= today && w.From > v.From)
        );
        return from a in db.Set<FigureAnswer>().AsNoTracking()
            join v in last on a.Case.UnitId equals v.UnitId
            join p in db.Accounts on a.AnsweredBy equals (int?)p.Id into people
            from p in people.DefaultIfEmpty()
            where a.RequestId == request
            select new AnswerItem
            {
                Id = a.Id,
                PublicId = a.Case.PublicId,
                State = a.Case.State,
                Unit = v.Name,
                UnitKey = v.SortKey,
                UnitSearch = v.Search,
                Content = a.Content,
                AnsweredAt = a.AnsweredAt,
                AnsweredBy = p.FullName,
            };
    }

    private static ListColumn<AnswerItem> Column(RequestField field)
    {
        string? Value(AnswerItem item) => RequestFields.Values(item.Content).GetValueOrDefault(field.Code);
        if (field.Kind != FieldKinds.Number)
            return new(
                field.Code,
                field.Label,
                a =>
                    ListCell.Of(
                        Value(a) is { } value
                            ? FieldKinds.Of(RequestFields.Field(field)).Show(RequestFields.Field(field), value, FormNames.None)
                            : null
                    )
            );
        return new(field.Code, field.Label, a => ListCell.Of(Scaled(field, Value(a)), field.Scale, field.Unit))
        {
            Total = async (rows, stop) =>
                ListCell.Of(Sum(field, await rows.Select(a => a.Content).ToListAsync(stop)), field.Scale, field.Unit),
        };
    }

    private static long? Scaled(RequestField field, string? value) =>
        FieldKinds.NumberOf(value) is { } number
            ? (long)(number * decimal.Parse($"1{new string('0', field.Scale)}", CultureInfo.InvariantCulture))
            : null;
}
