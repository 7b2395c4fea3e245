using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Requests.Browse;

public sealed record RequestItem
{
    public int Id { get; init; }
    public string PublicId { get; init; } = "";
    public string Title { get; init; } = "";
    public string Search { get; init; } = "";
    public string State { get; init; } = "";
    public DateTimeOffset DueAt { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public int Asked { get; init; }
    public int Answered { get; init; }
}

/// <summary>What was asked at short notice, the newest first.</summary>
public sealed class RequestList(AppDb db, Viewer viewer, PackShelf packs, TimeProvider clock, IStringLocalizer<Text> text) : IListSource
{
    public Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken)
    {
        var flow = packs.Default.Flow(RequestCase.Kind)!;
        return Task.FromResult<ListDefinition?>(
            new ListDefinition<RequestItem>
            {
                Code = "requests",
                Title = text["ListTitle"],
                Empty = text["Empty"],
                Rows = Rows(),
                Key = ListKey.Of((RequestItem r) => r.Id),
                Order = ListOrder.By((RequestItem r) => r.Id),
                NewestFirst = true,
                Columns =
                [
                    new("what", text["Title"], r => ListCell.Of(r.Title))
                    {
                        IsName = true,
                        Order = ListOrder.By((RequestItem r) => r.Search),
                    },
                    new("due", text["Due"], r => ListCell.Of(r.DueAt)) { Order = ListOrder.By((RequestItem r) => r.DueAt) },
                    new("answered", text["AnsweredColumn"], r => ListCell.Of(r.Answered)),
                    new("asked", text["AskedColumn"], r => ListCell.Of(r.Asked)),
                    new("state", text["State"], r => flow.State(r.State)!.Cell(null)),
                    new("at", text["AskedAt"], r => ListCell.Of(r.AskedAt)) { HiddenAtFirst = true },
                ],
                SearchLabel = text["FindRequest"],
                Search = (rows, word) => rows.Where(r => r.Search.Contains(word)),
                Href = r => $"/requests/{r.PublicId}",
                Id = r => r.PublicId,
            }
        );
    }

    private IQueryable<RequestItem> Rows()
    {
        var valid = db.UnitVersions.ValidOn(clock.Today());
        var seen = viewer.Scopes(Permission.RunCampaign).Select(p => valid.Below(p).Select(v => v.UnitId)).Aggregate((a, b) => a.Union(b));
        return db.Set<FigureRequest>()
            .AsNoTracking()
            .Where(r => seen.Contains(r.Case.UnitId))
            .Select(r => new RequestItem
            {
                Id = r.Id,
                PublicId = r.Case.PublicId,
                Title = r.Case.Title,
                Search = r.Case.Search,
                State = r.Case.State,
                DueAt = r.DueAt,
                AskedAt = r.AskedAt,
                Asked = r.Answers.Count,
                Answered = r.Answers.Count(a => a.Case.State == AnswerCase.Answered),
            });
    }
}
