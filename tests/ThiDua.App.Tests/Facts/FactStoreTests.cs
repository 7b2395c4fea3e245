using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Facts;

/// <summary>Totals stay equal to a rebuild from all facts, whatever is entered, corrected, withdrawn, approved or moved.</summary>
public sealed class FactStoreTests
{
    private static readonly Period April = Period.Month(2024, 4),
        May = Period.Month(2024, 5);

    [Theory, BothEngines]
    public async Task A_figure_counts_at_once_for_every_unit_above(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        await system.Record(new(world.Hamlets[0].Id, "road.lit", April, 5), new FactEntry(world.Hamlets[1].Id, "road.lit", April, 7));
        var total = Assert.Single(await system.Stored(), r => r.Unit == world.Commune.Id);
        Assert.Equal((new Tally(12, 2, 2), default(Tally)), (total.All, total.Approved));
        await system.Approve(world.Hamlets[0].Id, ("road.lit", April));
        Assert.Equal(new Tally(5, 1, 1), Assert.Single(await system.Stored(), r => r.Unit == world.Commune.Id).Approved);
    }

    [Theory, BothEngines]
    public async Task Correcting_reads_as_having_entered_it_right(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var police = system.World.Police.Id;
        await system.Record(new FactEntry(police, "crime.cases", April, 40));
        await system.Record(new FactEntry(police, "crime.cases", April, 4));
        await system.Record(new FactEntry(police, "crime.cases", April, 4));
        Assert.Equal(2, await system.Db(db => db.Facts.CountAsync()));
        Assert.Equal(4, Assert.Single(await system.Stored(), r => r.Unit == system.World.Commune.Id).All.Sum);
        await system.Record(new FactEntry(police, "crime.cases", April, null));
        Assert.Empty(await system.Stored());
    }

    [Theory, BothEngines]
    public async Task A_refused_figure_refuses_the_whole_batch(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var police = system.World.Police.Id;
        var refused = await system.Record(new(police, "crime.cases", April, 4), new FactEntry(police, "crime.cleared", April, -1));
        Assert.Equal(FactError.Negative, Assert.Single(refused).Error);
        Assert.Equal(0, await system.Db(db => db.Facts.CountAsync()));
        Assert.Empty(await system.Stored());
    }

    [Theory, BothEngines]
    public async Task The_second_corrector_of_a_fact_gets_a_conflict(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var police = system.World.Police.Id;
        await system.Record(new FactEntry(police, "crime.cases", April, 40));
        var seen = await system.Db(db => db.Facts.Select(f => f.Id).SingleAsync());
        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 4).Select(n => system.Record(new FactEntry(police, "crime.cases", April, n, seen)))
        );
        Assert.Single(outcomes, o => o.Count == 0);
        Assert.All(outcomes.Where(o => o.Count > 0), o => Assert.Equal(FactError.NotCurrent, Assert.Single(o).Error));
        Assert.Equal(await system.Rebuilt(), await system.Stored());
    }

    [Theory, BothEngines]
    public async Task Two_periods_of_a_stock_written_side_by_side_leave_right_totals(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var hamlet = system.World.Hamlets[0].Id;
        await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(month => system.Record(new FactEntry(hamlet, "road.lit", Period.Month(2024, month), month * month)))
        );
        Assert.Equal(await system.Rebuilt(), await system.Stored());
        Assert.Equal(64, (await system.Stored()).Where(r => r.Unit == system.World.Commune.Id).Sum(r => (long)r.All.Sum));
    }

    [Theory, BothEngines]
    public async Task The_append_only_tables_refuse_update_and_delete(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Record(new FactEntry(system.World.Police.Id, "crime.cases", April, 4));
        await system.Approve(system.World.Police.Id, ("crime.cases", April));
        await system.Services.GetRequiredService<Sealer>().Drain(CancellationToken.None);
        foreach (
            var (table, column) in new[]
            {
                ("fact", "Value"),
                ("fact_approval", "ActId"),
                ("fact_batch", "Count"),
                ("act", "Verb"),
                ("act_seal", "Hash"),
            }
        )
        foreach (var sql in new[] { $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\"", $"DELETE FROM \"{table}\"" })
        {
            var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                system.Db(db => db.Database.ExecuteSqlRawAsync(sql))
            );
            Assert.Contains($"{table} is append-only", refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// SQLite takes rows away for INSERT OR REPLACE without asking the trigger on DELETE: by the key, and by any other unique
    /// set.
    /// </summary>
    [Fact]
    public async Task Replacing_a_row_of_an_append_only_table_is_refused()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var police = system.World.Police.Id;
        await system.Record(new FactEntry(police, "crime.cases", April, 4));
        await system.Record(new FactEntry(police, "crime.cases", April, 5));
        await system.Approve(police, ("crime.cases", April));
        var row = new Dictionary<string, string>
        {
            ["date"] = "2024-05-03",
            ["topic"] = "Họp dân",
            ["channel"] = "meeting",
            ["attendance"] = "40",
        };
        await system.As(
            system.World.PoliceOfficer,
            s =>
                s.GetRequiredService<Features.Registers.SaveRow>()
                    .Handle(new("outreach", system.World.Police.PublicId, row, new Dictionary<string, string>()), CancellationToken.None)
        );
        await system.Services.GetRequiredService<Sealer>().Drain(CancellationToken.None);
        foreach (var (table, sql) in AppendOnly.Names.Select(t => (t, $"INSERT OR REPLACE INTO \"{t}\" SELECT * FROM \"{t}\"")))
        {
            var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                system.Db(db => db.Database.ExecuteSqlRawAsync(sql))
            );
            Assert.Contains($"{table} is append-only", refusal.Message, StringComparison.Ordinal);
        }
        const string other =
            """INSERT OR REPLACE INTO fact SELECT "HomeId","Year","Id"+100,"IndicatorId","UnitId","PeriodId",9,"ReplacesId","SourceCaseId","ActId","Approved" FROM fact WHERE "ReplacesId" IS NOT NULL""";
        var second = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            system.Db(db => db.Database.ExecuteSqlRawAsync(other))
        );
        Assert.Contains("fact is append-only", second.Message, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_writer_without_a_transaction_is_refused(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            system.As(
                null,
                s =>
                    s.GetRequiredService<FactStore>()
                        .Record(
                            [new(system.World.Police.Id, "crime.cases", May, 1)],
                            s.GetRequiredService<Viewer>().Record("test", "test", "x", null),
                            new(),
                            CancellationToken.None
                        )
            )
        );
    }

    [Theory, BothEngines]
    public async Task A_moved_hamlet_takes_its_stock_along_and_leaves_its_cases(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (hamlet, commune, office) = (system.World.Hamlets[0].Id, system.World.Commune.Id, system.World.Office.Id);
        await system.Record(new(hamlet, "road.lit", April, 5), new FactEntry(hamlet, "patrol.shifts", April, 9));
        await system.Move(hamlet, office, new DateOnly(2024, 6, 1));
        var stored = await system.Stored();
        Assert.Equal(await system.Rebuilt(), stored);
        Assert.Equal(5, stored.Where(r => r.Unit == office && r.Indicator == "road.lit").Sum(r => (long)r.All.Sum));
        Assert.DoesNotContain(stored, r => r.Unit == office && r.Indicator == "patrol.shifts");
        Assert.Equal(5, stored.Where(r => r.Unit == commune && r.Indicator == "road.lit").Sum(r => (long)r.All.Sum));
    }

    private sealed record Deed(int What, int Unit, int Indicator, int Month, long? Value);

    private static readonly Gen<Deed> AnyDeed = Gen.Select(
        Gen.Int[0, 9],
        Gen.Int[0, 2],
        Gen.Int[0, 4],
        Gen.Int[1, 6],
        Gen.Long[0, 50],
        (what, unit, indicator, month, value) =>
            new Deed(
                what,
                unit,
                indicator,
                month,
                what == 7 ? null
                    : indicator == 3 ? value % 2
                    : value
            )
    );

    /// <summary>Invariants 2 and 3 of the totals (measures.md), with the store on each engine in the arithmetic's place.</summary>
    [Theory, BothEngines]
    public async Task Whatever_happens_the_totals_equal_a_rebuild(Engine engine)
    {
        string[] indicators = ["patrol.shifts", "road.lit", "household.reached", "launch.done", "area.selected"];
        await using var system = await TestSystem.Start(engine);
        var moved = 0;
        await AnyDeed
            .Array[5, 25]
            .SampleAsync(
                async deeds =>
                {
                    foreach (var deed in deeds)
                    {
                        var (unit, indicator) = (system.World.Hamlets[deed.Unit].Id, indicators[deed.Indicator]);
                        var period = system.Packs.Schedules[indicator].PeriodOn(new DateOnly(2024, deed.Month, 15));
                        if (deed.What == 9)
                            await system.Approve(unit, (indicator, period));
                        else if (deed.What == 8 && moved < 4)
                            await system.Move(
                                unit,
                                moved % 2 == 0 ? system.World.Office.Id : system.World.Commune.Id,
                                new DateOnly(2024, 2, 10).AddMonths(moved++)
                            );
                        else
                            await system.Record(new FactEntry(unit, indicator, period, deed.Value));
                    }
                    Assert.Equal(await system.Rebuilt(), await system.Stored());
                },
                iter: 12,
                threads: 1
            );
    }
}
