using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Notices;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Progress;

/// <summary>A unit that owes reports to a campaign, with whom to ask for them.</summary>
public sealed record LateRow
{
    /// <summary>Of the campaign and the unit: what is picked and reminded of.</summary>
    public required string Id { get; init; }
    public required Campaign Campaign { get; init; }
    public required LateUnit Late { get; init; }
    public IReadOnlyList<AnsweringPerson> People { get; init; } = [];

    /// <summary>Place by name, for lists that sort in memory.</summary>
    public int Place { get; init; }

    /// <summary>The day on which it was last asked for its reports.</summary>
    public DateOnly? RemindedOn { get; init; }
    public UnitRow Unit => Late.Unit;

    /// <summary>Of the oldest report that is owed.</summary>
    public string Href => $"/reports/{Unit.PublicId}/{Campaign.PublicId}/{Late.Periods[0]}";
}

/// <summary>Who is late where the reader may remind, with names and phones of those who answer: the home page and the list.</summary>
public sealed class LateRows(
    AppDb db,
    LateReports late,
    Answering answering,
    PackShelf packs,
    ProgressWords words,
    RemindUnits remind,
    Viewer viewer,
    TimeProvider clock
)
{
    /// <summary>Of one campaign; above the communes the longest overdue stand for all.</summary>
    public const int Most = 200;

    public const string Topic = "report";

    /// <param name="campaign">With its targets.</param>
    /// <param name="unit">Its unit, or the highest of its subtree that the reader may see.</param>
    public async Task<IReadOnlyList<LateRow>> Of(Campaign campaign, UnitRow unit, int most, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var asOf = today < campaign.From ? campaign.From : today;
        var owing =
            packs[campaign.Pack].UnitKind(unit.Kind)?.Level < UnitLevel.Commune
                ? (await late.Longest(campaign, unit, asOf, most, cancellationToken)).Units
                : await late.Of(campaign, unit, asOf, cancellationToken);
        return
        [
            .. owing
                .Where(l => viewer.Can(Permission.RemindUnits, l.Unit.Path))
                .Select(l => new LateRow
                {
                    Id = $"{campaign.PublicId}.{l.Unit.PublicId}",
                    Campaign = campaign,
                    Late = l,
                })
                .Take(most),
        ];
    }

    /// <summary>The same with who answers for each, in one question for all.</summary>
    public async Task<IReadOnlyList<LateRow>> WithPeople(IReadOnlyList<LateRow> rows, CancellationToken cancellationToken)
    {
        var units = rows.Select(r => r.Unit.Id).Distinct().ToList();
        if (units.Count == 0)
            return rows;
        var people = await answering.Of(units, Permission.FillReport, cancellationToken);
        return [.. rows.Select(r => r with { People = [.. people[r.Unit.Id]] })];
    }

    /// <summary>The same with the day on which each was last asked.</summary>
    public async Task<IReadOnlyList<LateRow>> WithReminders(IReadOnlyList<LateRow> rows, CancellationToken cancellationToken)
    {
        var units = rows.Select(r => r.Unit.PublicId).Distinct().ToList();
        var asked = await db
            .Acts.AsNoTracking()
            .Where(a => a.SubjectKind == "unit" && units.Contains(a.SubjectId) && a.Verb == Topic + ".remind")
            .GroupBy(a => a.SubjectId)
            .Select(g => new { g.Key, At = g.Max(a => a.At) })
            .ToListAsync(cancellationToken);
        var last = asked.ToDictionary(a => a.Key, a => DateOnly.FromDateTime(a.At.Local().DateTime));
        return [.. rows.Select(r => r with { RemindedOn = last.TryGetValue(r.Unit.PublicId, out var day) ? day : null })];
    }

    /// <summary>Whom the reader has reminded since that moment, to be shown once more; null: nobody.</summary>
    public async Task<Reminded?> Reminded(IReadOnlyList<LateRow> rows, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var units = rows.Select(r => r.Unit.PublicId).Distinct().ToList();
        var acts = await db
            .Acts.AsNoTracking()
            .Where(a =>
                a.SubjectKind == "unit"
                && units.Contains(a.SubjectId)
                && a.Verb == Topic + ".remind"
                && a.AccountId == viewer.AccountId
                && a.At >= from
            )
            .Select(a => a.Detail)
            .ToListAsync(cancellationToken);
        var told = acts.Select(a => ActDetail.Read(a).ToDictionary(d => d.Name, d => d.Value))
            .Where(d => d.ContainsKey("about"))
            .GroupBy(d => d["about"])
            .ToDictionary(g => g.Key, g => int.Parse(g.Last()["people"], CultureInfo.InvariantCulture));
        var things = Ask(rows).Things.Zip(rows).Where(t => told.ContainsKey(t.First.Key)).OrderBy(t => t.First.Due).ToList();
        return things.Count == 0 ? null : new([.. things.Select(t => Again(t.First, t.Second.Unit, told[t.First.Key]))]);
    }

    private RemindedUnit Again(RemindThing thing, UnitRow unit, int told) =>
        new(unit.Id, unit.Name, remind.Words(unit.Name, unit.Kind, thing.What, thing.Due), thing.Href, told);

    /// <summary>What each of them is asked for; in Vietnamese, whoever asks.</summary>
    public RemindInput Ask(IEnumerable<LateRow> rows)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = App.Vietnamese;
        try
        {
            return new(
                Topic,
                Permission.FillReport,
                [
                    .. rows.Select(r => new RemindThing(
                        r.Unit.Id,
                        $"{r.Campaign.PublicId}:{r.Unit.PublicId}",
                        $"báo cáo {words.Owed(r.Late)}",
                        r.Href,
                        r.Late.Since
                    )),
                ]
            );
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
