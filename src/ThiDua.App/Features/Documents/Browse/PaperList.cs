using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Documents.Browse;

/// <summary>The papers of the campaigns that the reader may see, the newest first.</summary>
public sealed class PaperList(AppDb db, Viewer viewer, PackShelf packs, TimeProvider clock, IStringLocalizer<Text> text) : IListSource
{
    public Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken)
    {
        var flow = packs.Default.Flow(PaperCase.Kind)!;
        return Task.FromResult<ListDefinition?>(
            new ListDefinition<OfficialPaper>
            {
                Code = "papers",
                Title = text["Title"],
                Empty = text["Empty"],
                Rows = Rows(),
                Key = ListKey.Of((OfficialPaper p) => p.Id),
                Order = ListOrder.By((OfficialPaper p) => p.At),
                NewestFirst = true,
                Columns = Columns(),
                SearchLabel = text["FindPaper"],
                Search = (rows, word) => rows.Where(p => p.Case.Search.Contains(word)),
                Filters =
                [
                    new ChoiceFilter<OfficialPaper>(
                        "state",
                        text["PaperState"],
                        [.. flow.States.Select(s => new ListOption(s.Code, s.Label.Here()))],
                        (rows, state) => rows.Where(p => p.Case.State == state)
                    ),
                    new DayFilter<OfficialPaper>("as-of", text["AsOf"], Between),
                ],
                Href = p => $"/papers/{p.PublicId}",
            }
        );
    }

    private IQueryable<OfficialPaper> Rows()
    {
        var valid = db.UnitVersions.ValidOn(clock.Today());
        var seen = viewer.Scopes(Permission.ViewPaper).Select(p => valid.Below(p).Select(v => v.UnitId)).Aggregate((a, b) => a.Union(b));
        return db.Papers.AsNoTracking().Include(p => p.Case).Where(p => seen.Contains(p.Campaign!.UnitId));
    }

    private IReadOnlyList<ListColumn<OfficialPaper>> Columns() =>
        [
            new("paper", text["Paper"], p => ListCell.Of(p.Title))
            {
                IsName = true,
                Order = ListOrder.By((OfficialPaper p) => p.Case.Search),
            },
            new("as-of", text["AsOf"], p => ListCell.Of(p.AsOf)) { Order = ListOrder.By((OfficialPaper p) => p.AsOf) },
            new("figures", text["Figures"], p => ListCell.Of(text[p.ApprovedOnly ? "ApprovedOnlyShort" : "AllShort"])),
            new("state", text["PaperState"], State),
            new("drawn", text["Drawn"], p => ListCell.Of(p.At)) { Order = ListOrder.By((OfficialPaper p) => p.At) },
            new("word", text["Word"], p => ListCell.Of(".docx") with { Href = $"/papers/{p.PublicId}/word" }),
        ];

    private ListCell State(OfficialPaper paper) =>
        packs[paper.Case.Pack].Flow(PaperCase.Kind)!.State(paper.Case.State)!.Cell(paper.Case.Reason);

    private static IQueryable<OfficialPaper> Between(IQueryable<OfficialPaper> rows, DateOnly? from, DateOnly? to) =>
        rows.Where(p => (from == null || p.AsOf >= from) && (to == null || p.AsOf <= to));
}
