using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Notices;

/// <summary>What one unit is asked for.</summary>
/// <param name="Key">Stable name of the thing: it is asked for once a day.</param>
/// <param name="What">As it stands in a sentence, in Vietnamese: <c>báo cáo tháng 4/2024</c>.</param>
/// <param name="Href">Where it is done.</param>
public sealed record RemindThing(int UnitId, string Key, string What, string Href, DateOnly? Due)
{
    /// <summary>Of the notice; null: what it asks for.</summary>
    public string? Title { get; init; }
}

/// <param name="Topic">Kind of the thing, also in the verb of the act: <c>report</c>, <c>task</c>.</param>
/// <param name="Permission">Held by whoever can do it.</param>
/// <param name="Things">Told apart by their keys.</param>
public sealed record RemindInput(string Topic, string Permission, IReadOnlyList<RemindThing> Things);

/// <summary>What came of it for one unit.</summary>
/// <param name="Words">To be pasted where the unit reads more often than here.</param>
/// <param name="Told">How many people have it in their inbox; none: nobody there has an account, or wants such notices.</param>
public sealed record RemindedUnit(int UnitId, string Unit, string Words, string Href, int Told);

public sealed record Reminded(IReadOnlyList<RemindedUnit> Units);

/// <summary>
/// Asks units for what they have not done: a notice to those who can do it, and words to send them otherwise. The same thing is
/// told to nobody twice a day; asking again is an act again.
/// </summary>
public sealed class RemindUnits(AppDb db, PackShelf packs, Answering answering, Viewer viewer, TimeProvider clock)
{
    public const int MostAtOnce = 200;

    public async Task<Outcome<Reminded>> Handle(RemindInput input, CancellationToken cancellationToken)
    {
        try
        {
            return await db.Apply(() => Write(input, cancellationToken), cancellationToken, outcome => outcome.Ok);
        }
        catch (DbUpdateException) when (db is PostgresDb)
        {
            // Somebody asked at the same moment: this time their notices are there.
            return await db.Apply(() => Write(input, cancellationToken), cancellationToken, outcome => outcome.Ok);
        }
    }

    /// <summary>The words for one unit, in the manner of its kind.</summary>
    public string Words(string unit, string kind, string what, DateOnly? due) => packs.Manner(kind).Words(unit, what, due, clock.Today());

    private async Task<Outcome<Reminded>> Write(RemindInput input, CancellationToken cancellationToken)
    {
        var things = input.Things.DistinctBy(t => t.Key).Take(MostAtOnce).ToList();
        var ids = things.Select(t => t.UnitId).Distinct().ToList();
        var units = await db
            .UnitVersions.AsNoTracking()
            .ValidOn(clock.Today())
            .Where(v => ids.Contains(v.UnitId))
            .Rows()
            .ToListAsync(cancellationToken);
        if (units.Count < ids.Count || !units.TrueForAll(u => viewer.Can(Permission.RemindUnits, u.Path)))
            return Outcome<Reminded>.NotFound;
        var (people, silent) = (
            await answering.Of(ids, input.Permission, cancellationToken),
            await NoticeMute.Of(db, NoticeKind.Ask, cancellationToken)
        );
        var known = await Known([.. things.Select(t => KeyOf(input, t))], cancellationToken);
        var told = new List<RemindedUnit>();
        foreach (var (thing, unit) in things.Join(units, t => t.UnitId, u => u.Id, (t, u) => (t, u)))
        {
            var words = Words(unit.Name, unit.Kind, thing.What, thing.Due);
            var to = people[unit.Id].Where(p => p.AccountId != viewer.AccountId && !silent.Contains(p.AccountId)).ToList();
            foreach (var person in to.Where(p => !known.Contains((p.AccountId, KeyOf(input, thing)))))
                db.Notices.Add(Notice(person, unit, thing, KeyOf(input, thing), words));
            viewer.Record(
                $"{input.Topic}.remind",
                "unit",
                unit.PublicId,
                unit.Id,
                detail: ActDetail.Of(("about", thing.Key), ("people", to.Count))
            );
            told.Add(new(unit.Id, unit.Name, words, thing.Href, to.Count));
        }
        await db.SaveChangesAsync(cancellationToken);
        return new Reminded(told);
    }

    private Notice Notice(AnsweringPerson person, UnitRow unit, RemindThing thing, string key, string words) =>
        new()
        {
            AccountId = person.AccountId,
            Kind = NoticeKind.Ask,
            Key = key,
            Title = thing.Title ?? char.ToUpper(thing.What[0], App.Vietnamese) + thing.What[1..],
            Unit = unit.Name,
            Href = thing.Href,
            Due = thing.Due,
            Words = words,
            FromId = viewer.AccountId,
            At = clock.GetUtcNow(),
        };

    private string KeyOf(RemindInput input, RemindThing thing) => $"ask:{input.Topic}:{thing.Key}:{clock.Today():yyyyMMdd}";

    private async Task<HashSet<(int, string)>> Known(List<string> keys, CancellationToken cancellationToken)
    {
        var found = await db
            .Notices.AsNoTracking()
            .Where(n => keys.Contains(n.Key))
            .Select(n => new { n.AccountId, n.Key })
            .ToListAsync(cancellationToken);
        return [.. found.Select(n => (n.AccountId, n.Key))];
    }
}
