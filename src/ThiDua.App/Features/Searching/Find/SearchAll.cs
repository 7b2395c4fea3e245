using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Searching.Find;

/// <param name="Note">What it belongs to, or how it stands.</param>
public sealed record Hit(string Title, string Href, string? Note);

/// <param name="More">There are others.</param>
public sealed record HitGroup(string Title, IReadOnlyList<Hit> Hits, bool More);

/// <summary>Finds by words without marks, each of which has to be there; some of each sort, those that moved last first.</summary>
public sealed class SearchAll(AppDb db, CaseKinds kinds, PackShelf packs, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    public const int Longest = 200;
    private const int MostWords = 8,
        MostHits = 6,
        MostCampaigns = 30;

    public async Task<IReadOnlyList<HitGroup>> Find(string asked, CancellationToken cancellationToken)
    {
        var words = SearchText.Fold(asked).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords).ToList();
        if (words.Count == 0)
            return [];
        var groups = new List<HitGroup>();
        groups.AddRange(await Campaigns(words, cancellationToken));
        groups.Add(await Units(words, cancellationToken));
        groups.Add(Registers(words));
        foreach (var flow in packs.All.SelectMany(p => p.Flows).Where(f => kinds.Has(f.Kind)).DistinctBy(f => f.Kind))
            groups.Add(await Cases(flow, words, cancellationToken));
        return [.. groups.Where(g => g.Hits.Count > 0)];
    }

    /// <summary>Names of campaigns and targets are not kept folded: those of the newest campaigns are looked through here.</summary>
    private async Task<IEnumerable<HitGroup>> Campaigns(List<string> words, CancellationToken cancellationToken)
    {
        var all = new List<Campaign>();
        foreach (var scope in viewer.Scopes(Permission.ViewProgress))
        {
            var (above, within) = (UnitVersion.PathIds(scope).ToList(), db.UnitVersions.Below(scope).Select(v => v.UnitId));
            all.AddRange(
                await db
                    .StandingCampaigns.AsNoTracking()
                    .Include(c => c.Targets)
                    .AsSingleQuery()
                    .Where(c => above.Contains(c.UnitId) || within.Contains(c.UnitId))
                    .OrderByDescending(c => c.From)
                    .ThenBy(c => c.Id)
                    .Take(MostCampaigns)
                    .ToListAsync(cancellationToken)
            );
        }
        var campaigns = all.DistinctBy(c => c.Id).OrderByDescending(c => c.From).ToList();
        bool Holds(string? told) =>
            SearchText.Fold(told) is var folded && words.TrueForAll(w => folded.Contains(w, StringComparison.Ordinal));
        return
        [
            Group(
                "Campaigns",
                campaigns
                    .Where(c => Holds($"{c.Name} {c.PlanSymbol} {c.Year.ToString(CultureInfo.InvariantCulture)}"))
                    .Select(c => new Hit(c.Name, $"/campaigns/{c.PublicId}", c.PlanSymbol))
            ),
            Group(
                "Targets",
                from c in campaigns
                from t in c.Targets.OrderBy(t => t.Order)
                where Holds($"{t.Measure} {t.Text}")
                select new Hit(t.Measure, $"/progress/{c.PublicId}/targets/{t.PublicId}", campaigns.Count > 1 ? c.Name : null)
            ),
        ];
    }

    private async Task<HitGroup> Units(List<string> words, CancellationToken cancellationToken)
    {
        var valid = db.UnitVersions.AsNoTracking().ValidOn(clock.Today());
        var found = new List<UnitRow>();
        foreach (var scope in viewer.Scopes(Permission.ViewUnits))
        {
            var rows = words.Aggregate(valid.Below(scope), (rows, word) => rows.Where(v => v.Search.Contains(word)));
            found.AddRange(await rows.Rows().Take(MostHits + 1).ToListAsync(cancellationToken));
        }
        return Group("Units", found.DistinctBy(u => u.Id).Select(u => new Hit(u.Name, $"/units/{u.PublicId}", KindOf(u.Kind))));
    }

    private string? KindOf(string kind) => packs.UnitKinds.FirstOrDefault(k => k.Code == kind)?.Label.Here();

    private HitGroup Registers(List<string> words) =>
        Group(
            "Registers",
            !viewer.Can(Permission.ViewRegister)
                ? []
                : packs
                    .All.SelectMany(p => p.Registers)
                    .Where(r => words.TrueForAll(w => SearchText.Fold(r.Title.Here()).Contains(w, StringComparison.Ordinal)))
                    .Select(r => new Hit(r.Title.Here(), $"/registers/{r.Code}", null))
        );

    /// <summary>Cases of a kind where the viewer may open them: its own page, or for who writes them the form.</summary>
    private async Task<HitGroup> Cases(FlowDefinition flow, List<string> words, CancellationToken cancellationToken)
    {
        var kind = kinds[flow.Kind];
        var valid = db.UnitVersions.AsNoTracking().ValidOn(clock.Today());
        var found = new List<(DateTimeOffset At, int Id, Hit Hit)>();
        foreach (var (permission, href) in Ways(flow, kind))
        foreach (var scope in viewer.Scopes(permission))
        {
            var rows =
                from c in db.Cases.AsNoTracking()
                join v in valid.Below(scope) on c.UnitId equals v.UnitId
                where c.Kind == flow.Kind && !(c.Kind == CampaignCase.Kind && c.State == CampaignCase.Recalled)
                select new
                {
                    Case = c,
                    Unit = v.Name,
                    v.Search,
                };
            rows = words.Aggregate(rows, (all, word) => all.Where(r => r.Case.Search.Contains(word) || r.Search.Contains(word)));
            found.AddRange(
                from r in await rows.OrderByDescending(r => r.Case.MovedAt)
                    .ThenByDescending(r => r.Case.Id)
                    .Take(MostHits + 1)
                    .ToListAsync(cancellationToken)
                let state = packs[r.Case.Pack].Flow(r.Case.Flow)!.State(r.Case.State)!.Label.Here()
                select (r.Case.MovedAt, r.Case.Id, new Hit(r.Case.Title, href(r.Case.PublicId), $"{r.Unit} · {state}"))
            );
        }
        return Group(flow.Label.Here(), found.DistinctBy(f => f.Id).OrderByDescending(f => f.At).Select(f => f.Hit));
    }

    private static IEnumerable<(string Permission, Func<string, string> Href)> Ways(FlowDefinition flow, ICaseKind kind)
    {
        if (kind.ViewPermission is { } view)
            yield return (view, kind.Href);
        // Who may send it opens the form, where that is a page of its own.
        if (kind.WorkHref("") != kind.Href(""))
            foreach (var permission in flow.From(flow.Initial).Select(a => a.Permission).Distinct())
                yield return (permission, kind.WorkHref);
    }

    /// <param name="title">A key of the texts, or the words themselves.</param>
    private HitGroup Group(string title, IEnumerable<Hit> hits)
    {
        var some = hits.Take(MostHits + 1).ToList();
        return new(text[title] is { ResourceNotFound: false } known ? known.Value : title, [.. some.Take(MostHits)], some.Count > MostHits);
    }
}
