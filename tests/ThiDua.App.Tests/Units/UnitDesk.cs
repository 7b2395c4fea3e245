using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Units;
using ThiDua.App.Features.Units.Change;
using ThiDua.App.Features.Units.Close;
using ThiDua.App.Features.Units.Merge;
using ThiDua.App.Features.Units.Move;
using ThiDua.App.Features.Units.Split;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Units;

/// <summary>A district with two communes and their hamlets, above the test world; the acts on the tree by their handlers.</summary>
internal static class UnitDesk
{
    public const string Why = "Nghị quyết 12/NQ-HĐND";

    /// <summary>A province above: two communes, each with hamlets, and an administrator of the province.</summary>
    public sealed record ProvinceWorld(
        TestUnit Top,
        TestUnit North,
        TestUnit South,
        IReadOnlyList<TestUnit> NorthHamlets,
        IReadOnlyList<TestUnit> SouthHamlets,
        TestAccount Admin
    );

    public static Task<ProvinceWorld> Province(this TestSystem system) =>
        system.As(
            null,
            async s =>
            {
                var top = await TestWorld.Unit(s, "Tỉnh Mẫu", "province", "80", null);
                var north = await TestWorld.Unit(s, "Xã Bắc", "commune", "80001", top.Id);
                var south = await TestWorld.Unit(s, "Xã Nam", "commune", "80002", top.Id);
                List<TestUnit> northern = [],
                    southern = [];
                for (var n = 1; n <= 3; n++)
                    northern.Add(await TestWorld.Unit(s, $"Thôn {n}", "hamlet", $"80001.{n}", north.Id));
                for (var n = 1; n <= 2; n++)
                    southern.Add(await TestWorld.Unit(s, $"Bản {n}", "hamlet", $"80002.{n}", south.Id));
                var admin = await TestWorld.Account(
                    s,
                    "tinh",
                    "Người của tỉnh",
                    top,
                    Security.Roles.Administrator,
                    Security.Roles.CampaignOffice
                );
                return new ProvinceWorld(top, north, south, northern, southern, admin);
            }
        );

    public static Task<Outcome> MoveTo(
        this TestSystem system,
        TestAccount who,
        string unit,
        string parent,
        DateOnly? from,
        int? seen = null,
        bool sure = true
    ) => system.As(who, s => s.GetRequiredService<MoveUnit>().Handle(new(unit, parent, from, Why, seen, sure), CancellationToken.None));

    public static Task<Outcome> Close(this TestSystem system, TestAccount who, string unit, DateOnly from) =>
        system.As(who, s => s.GetRequiredService<CloseUnit>().Handle(new(unit, from, Why), CancellationToken.None));

    public static Task<Outcome> Change(this TestSystem system, TestAccount who, string unit, string name, string kind, DateOnly from) =>
        system.As(who, s => s.GetRequiredService<ChangeUnit>().Handle(new(unit, name, kind, from, Why), CancellationToken.None));

    public static Task<Outcome<Unit>> Merge(
        this TestSystem system,
        TestAccount who,
        DateOnly from,
        string? into,
        string? name,
        params string[] units
    ) =>
        system.As(
            who,
            s => s.GetRequiredService<MergeUnits>().Handle(new(units, into, name, null, null, from, Why), CancellationToken.None)
        );

    public static Task<Outcome> Split(this TestSystem system, TestAccount who, string unit, DateOnly from, params SplitPart[] parts) =>
        system.As(who, s => s.GetRequiredService<SplitUnit>().Handle(new(unit, parts, from, Why), CancellationToken.None));

    public static Task Grant(this TestSystem system, TestAccount who, TestUnit unit) =>
        system.As(
            null,
            async s =>
            {
                var (db, viewer) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<Security.Viewer>());
                db.Grants.Add(
                    new()
                    {
                        AccountId = who.Id,
                        UnitId = unit.Id,
                        Role = Security.Roles.Administrator,
                        From = CreateUnit.Always,
                    }
                );
                viewer.Record("test.grant", "account", who.UserName, unit.Id);
                await db.SaveChangesAsync();
            }
        );

    public static async Task Drain(this TestSystem system)
    {
        while (await system.Db(db => db.PendingTotals.AnyAsync()))
            await system.Services.GetRequiredService<TotalSweep>().Drain(CancellationToken.None);
    }

    /// <summary>Totals equal a rebuild, once swept, and counts of units a recount of the versions.</summary>
    public static async Task IsWhole(this TestSystem system)
    {
        await system.Drain();
        Assert.Equal(await system.Rebuilt(), await system.Stored());
        Assert.Equal(await system.Recounted(), await system.Counted());
    }

    /// <summary>The stored counts that are not nothing.</summary>
    private static Task<List<(int, string, DateOnly, int, int)>> Counted(this TestSystem system) =>
        system.Db(async db =>
            (await db.UnitCounts.AsNoTracking().Where(c => c.Change != 0 || c.Ended != 0).ToListAsync())
                .Select(c => (c.UnitId, c.Kind, c.From, c.Change, c.Ended))
                .Order()
                .ToList()
        );

    private static Task<List<(int, string, DateOnly, int, int)>> Recounted(this TestSystem system) =>
        system.Db(async db =>
        {
            var versions = await db.UnitVersions.AsNoTracking().ToListAsync();
            int Ends(UnitVersion version) => versions.Any(v => v.UnitId == version.UnitId && v.From >= version.To) ? 0 : 1;
            return versions
                .SelectMany(v =>
                    v.Ids()
                        .SelectMany(id =>
                            v.To is { } to
                                ? [(id, v.Kind, v.From, 1, 0), (id, v.Kind, to, -1, Ends(v))]
                                : new[] { (id, v.Kind, v.From, 1, 0) }
                        )
                )
                .GroupBy(c => (c.id, c.Kind, c.From))
                .Select(g => (g.Key.id, g.Key.Kind, g.Key.From, Change: g.Sum(c => c.Item4), Ended: g.Sum(c => c.Item5)))
                .Where(c => c.Change != 0 || c.Ended != 0)
                .Order()
                .ToList();
        });

    /// <summary>What the totals of a unit say of an indicator on a day: over the year to that day, its figures as of that day.</summary>
    public static async Task<(Rational? Value, int Reported)> Reads(this TestSystem system, int unit, string indicator, DateOnly asOf)
    {
        await system.Drain();
        return await system.Db(async db =>
        {
            var row = await db.UnitVersions.Where(v => v.UnitId == unit).Rows().FirstAsync();
            var codes = await db.Indicators.ToDictionaryAsync(i => i.Id, i => i.Code);
            var keys = codes.Where(c => c.Value == indicator).Select(c => c.Key).ToList();
            var definitions = system.Packs.DefinitionsFrom(new(2024, 1, 1));
            var cells = await new TotalReader(db).Read([row], keys, new(codes, definitions, 0, int.MaxValue), CancellationToken.None);
            var reading = Evaluator.Read(
                new Question
                {
                    Definitions = definitions,
                    Range = new(new(2024, 1, 1), new(2024, 12, 31)),
                    AsOf = asOf,
                    Figures = new Dictionary<string, Series>
                    {
                        [indicator] = new(system.Packs.Schedules[indicator], cells.Select(c => c.Cell), 99),
                    },
                },
                indicator
            );
            return (reading.Value, reading.Reported);
        });
    }

    /// <summary>What came down to a unit of a baseline year, as of that year's end.</summary>
    public static Task<long> Past(this TestSystem system, int unit, string indicator, int year) =>
        system.Db(async db =>
        {
            var row = await db.UnitVersions.Where(v => v.UnitId == unit).Rows().FirstAsync();
            var codes = await db.Indicators.ToDictionaryAsync(i => i.Id, i => i.Code);
            var past = new UnitPast(db, new TotalReader(db), system.Packs);
            var cells = await past.Read(
                [row],
                [.. codes.Where(c => c.Value == indicator).Select(c => c.Key)],
                new(codes, system.Packs.Definitions, 0, int.MaxValue),
                new HashSet<int> { year },
                CancellationToken.None
            );
            return (long)
                cells
                    .Where(c => (c.Cell.Since ?? c.Cell.Period.First) <= new DateOnly(year, 12, 31))
                    .Sum(c => (decimal)(long)c.Cell.All.Sum);
        });
}
