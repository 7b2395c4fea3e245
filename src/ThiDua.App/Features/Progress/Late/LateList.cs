using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Progress.Late;

/// <summary>Who is late with reports, the longest overdue first: one row for each unit and campaign that runs.</summary>
public sealed class LateList(
    AppDb db,
    LateRows late,
    ProgressWords words,
    PackShelf packs,
    UnitFilters units,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
) : IListSource
{
    private const int MostCampaigns = 10;

    public async Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken)
    {
        var rows = await Rows(cancellationToken);
        var campaigns = rows.Select(r => r.Campaign).DistinctBy(c => c.Id).ToList();
        var kinds = rows.Select(r => r.Unit.Kind).Distinct().ToList();
        return new ListDefinition<LateRow>
        {
            Code = "late",
            Title = text["LateTitle"],
            Empty = text["LateNone"],
            Rows = MemoryRows.Of(rows),
            Key = ListKey.Of((LateRow r) => r.Place),
            Order = ListOrder.By((LateRow r) => r.Late.Since),
            Columns = Columns(campaigns.Count > 1),
            SearchLabel = text["LateFind"],
            Search = (found, word) => found.Where(r => SearchText.Fold(r.Unit.Name).Contains(word)),
            Filters =
            [
                .. Choice(
                    "campaign",
                    text["Campaign"],
                    campaigns.Select(c => new ListOption(c.PublicId, c.Name)),
                    (r, id) => r.Campaign.PublicId == id
                ),
                .. Choice("kind", text["UnitKind"], kinds.Select(k => new ListOption(k, KindOf(k))), (r, kind) => r.Unit.Kind == kind),
                await units.Of<LateRow>(
                    view,
                    Permission.RemindUnits,
                    text["Unit"],
                    (found, path) => found.Where(r => r.Unit.Path.StartsWith(path, StringComparison.Ordinal)),
                    cancellationToken
                ),
            ],
            Id = r => r.Id,
            Href = r => new ProgressLinks(r.Campaign, r.Unit, null).UnitPage(r.Unit),
            Acts = r =>
                [new("Remind", packs.Manner(r.Unit.Kind).Button.Here(), $"{packs.Manner(r.Unit.Kind).Button.Here()} {r.Unit.Name}")],
        };
    }

    private string KindOf(string kind) => packs.UnitKinds.FirstOrDefault(u => u.Code == kind)?.Label.Here() ?? kind;

    /// <summary>A filter where there is something to choose from.</summary>
    private static IEnumerable<ListFilter<LateRow>> Choice(
        string code,
        string label,
        IEnumerable<ListOption> options,
        Func<LateRow, string, bool> holds
    )
    {
        var known = options.ToList();
        if (known.Count > 1)
            yield return new ChoiceFilter<LateRow>(code, label, known, (found, chosen) => found.Where(r => holds(r, chosen)));
    }

    /// <summary>Every row with who answers and when it was last asked.</summary>
    public async Task<IReadOnlyList<LateRow>> Rows(CancellationToken cancellationToken)
    {
        var found = new List<LateRow>();
        foreach (var (campaign, unit) in await Campaigns(cancellationToken))
            found.AddRange(await late.Of(campaign, unit, LateRows.Most, cancellationToken));
        var known = await late.WithReminders(await late.WithPeople(found, cancellationToken), cancellationToken);
        return [.. known.OrderBy(r => NameText.SortKey(r.Unit.Name), StringComparer.Ordinal).Select((r, at) => r with { Place = at })];
    }

    /// <summary>Those that run where the reader may remind, each with the highest unit of it where they may.</summary>
    private async Task<IReadOnlyList<(Campaign Campaign, UnitRow Unit)>> Campaigns(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var all = new List<(Campaign, UnitRow)>();
        foreach (var scope in viewer.Scopes(Permission.RemindUnits))
        {
            var top = (await UnitQueries.Find(db, UnitVersion.PathIds(scope).Last(), today, cancellationToken))!;
            var (above, within) = (UnitVersion.PathIds(scope).ToList(), db.UnitVersions.Below(scope).Select(v => v.UnitId));
            var campaigns = await db
                .OpenCampaigns.AsNoTracking()
                .Include(c => c.Targets)
                .AsSingleQuery()
                .Where(c => c.From <= today && (above.Contains(c.UnitId) || within.Contains(c.UnitId)))
                .OrderByDescending(c => c.From)
                .Take(MostCampaigns)
                .ToListAsync(cancellationToken);
            foreach (var campaign in campaigns)
                all.Add((campaign, above.Contains(campaign.UnitId) ? top : await Own(campaign, today, cancellationToken)));
        }
        return [.. all.DistinctBy(a => (a.Item1.Id, a.Item2.Id))];
    }

    private async Task<UnitRow> Own(Campaign campaign, DateOnly today, CancellationToken cancellationToken) =>
        (await UnitQueries.Find(db, campaign.UnitId, today, cancellationToken))!;

    private IReadOnlyList<ListColumn<LateRow>> Columns(bool several) =>
        [
            new("unit", text["Unit"], r => ListCell.Of(r.Unit.Name) with { Notes = several ? [ListCell.Of(r.Campaign.Name)] : [] })
            {
                IsName = true,
                Order = ListOrder.By((LateRow r) => r.Place),
            },
            new("periods", text["LatePeriods"], r => ListCell.Of(words.Owed(r.Late))),
            new("since", text["LateSince"], Since) { Order = ListOrder.By((LateRow r) => r.Late.Since) },
            new("days", text["LateDays"], r => ListCell.Of(clock.Today().DayNumber - r.Late.Since.DayNumber)) { HiddenAtFirst = true },
            new("person", text["Answers"], Person),
            new("phone", text["Phone"], r => ListCell.Of(string.Join("; ", r.People.Select(p => p.Phone).OfType<string>())))
            {
                HiddenAtFirst = true,
            },
            new("reminded", text["RemindedOn"], r => ListCell.Of(r.RemindedOn)),
            new("campaign", text["Campaign"], r => ListCell.Of(r.Campaign.Name)) { HiddenAtFirst = true },
        ];

    private ListCell Since(LateRow row) =>
        ListCell.Of(row.Late.Since) with
        {
            Tone = "bad",
            Icon = "missed",
            Says = text["OverdueDays", clock.Today().DayNumber - row.Late.Since.DayNumber, Show.Date(row.Late.Since)],
        };

    private ListCell Person(LateRow row) =>
        row.People.Count == 0
            ? ListCell.Of(text["NobodyAnswers"])
            : ListCell.Of([
                .. row.People.SelectMany(p =>
                    p.Phone is { } phone
                        ? new[]
                        {
                            ListCell.Of(p.FullName),
                            ListCell.Of(phone) with
                            {
                                Href = $"tel:{phone.Replace(" ", "", StringComparison.Ordinal)}",
                            },
                        }
                        : [ListCell.Of(p.FullName)]
                ),
            ]);
}
