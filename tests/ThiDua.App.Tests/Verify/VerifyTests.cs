using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Audit;
using ThiDua.App.Facts;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Progress;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Verify;

/// <summary><c>verify</c> finds nothing in what the program wrote, and each kind of thing that was changed behind its back.</summary>
public sealed class VerifyTests
{
    [Theory, BothEngines]
    public async Task What_the_program_wrote_is_right(Engine engine)
    {
        await using var system = await VerifyDesk.Begin(engine);
        var found = await system.Verify();
        Assert.Null(found.First);
        Assert.Equal((5, 3, 1), (found.Facts.Checked, found.Figures.Checked, found.Files.Checked));
        Assert.Equal(await system.Db(db => db.Totals.LongCountAsync()), found.Totals.Checked);
        // On PostgreSQL a transaction of another database of the cluster may hold the last ones back.
        Assert.Equal(await system.Db(db => db.Acts.LongCountAsync()), found.Chain.Sealed + found.Chain.Unsealed);
        Assert.Equal(found.Chain.Sealed + found.Chain.Unsealed, found.Acts.Checked);
        Assert.True(found.Chain.Sealed > 5);
    }

    [Theory, BothEngines]
    public async Task The_tail_that_is_not_sealed_yet_is_no_fault(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        await system.KeepPlan();
        await system.Record(new FactEntry(system.World.Hamlets[0].Id, "road.lit", Period.Month(2024, 1), 5));
        var found = await system.Verify();
        Assert.Null(found.First);
        Assert.True(found.Chain.Unsealed > 0);
    }

    [Theory, BothEngines]
    public async Task Differences_that_wait_for_the_sweep_are_counted_in(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        await system.KeepPlan();
        var province = await system.As(null, s => TestWorld.Unit(s, "Tỉnh Mẫu", "province", "900", null));
        var commune = await system.As(null, s => TestWorld.Unit(s, "Xã Khác", "commune", "90009", province.Id));
        var hamlet = await system.As(null, s => TestWorld.Unit(s, "Ấp A", "hamlet", "90009.A", commune.Id));
        await system.Record(new FactEntry(hamlet.Id, "road.lit", Period.Month(2024, 1), 5));
        Assert.True(await system.Db(db => db.PendingTotals.AnyAsync()));
        Assert.Null((await system.Verify()).First);
        await system.Services.GetRequiredService<TotalSweep>().Drain(CancellationToken.None);
        Assert.False(await system.Db(db => db.PendingTotals.AnyAsync()));
        Assert.Null((await system.Verify()).First);
        await system.ByHand($"UPDATE \"total\" SET \"Sum\" = \"Sum\" + 1 WHERE \"UnitId\" = {province.Id}");
        Assert.Equal(
            ("total", "900 road.lit 202401"),
            (await system.Verify()) is { First: { } first } ? (first.Kind, first.Where) : default
        );
    }

    [Theory, BothEngines]
    public async Task Figures_that_are_worked_out_are_added_up_too(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.KeepPlan();
        await system.Fill();
        Assert.True(await system.Db(db => db.Figures.AnyAsync(f => f.FactId == 0)));
        Assert.Null((await system.Verify()).First);
        await system.ByHand("""UPDATE figure SET "Value" = 1 - "Value" WHERE "FactId" = 0 AND "Value" IS NOT NULL""");
        Assert.Equal("total", (await system.Verify()).First?.Kind);
    }

    public static TheoryData<Engine, string, string, string, string> Tampering()
    {
        var data = new TheoryData<Engine, string, string, string, string>();
        foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
        foreach (
            var (kind, where, table, sql) in new[]
            {
                ("fact", "act ", "fact", "UPDATE fact SET \"Value\" = 8 WHERE \"Value\" = 6"),
                ("figure", "90001.A2 road.lit 202401", "fact", "DELETE FROM fact WHERE \"Year\" = 2024 AND \"Value\" IS NULL"),
                ("fact", "fact_batch", "fact", "DELETE FROM fact WHERE \"Year\" = 2023"),
                ("fact", "act ", "fact_batch", "UPDATE fact_batch SET \"Count\" = \"Count\" + 1"),
                ("fact", "act ", "fact_batch", "DELETE FROM fact_batch WHERE \"Year\" = 2023"),
                ("figure", "90001.A1 road.lit 202401", "fact_approval", "DELETE FROM fact_approval"),
                ("figure", "90001.A1 road.lit 202401", "", "UPDATE figure SET \"Value\" = 8 WHERE \"Value\" = 6"),
                ("figure", "90001.A1 patrol.shifts 202312", "", "DELETE FROM figure WHERE \"Value\" = 3"),
                ("figure", "90001.A1 patrol.shifts 20231399", "", "UPDATE figure SET \"PeriodId\" = 20231399 WHERE \"Value\" = 3"),
                ("total", "90001 road.lit 202401", "", "UPDATE \"total\" SET \"ApprovedSum\" = 5 WHERE \"ApprovedSum\" = 6"),
                ("total", "90001 patrol.shifts 202312", "", "DELETE FROM \"total\" WHERE \"Sum\" = 3"),
                ("act", "act ", "act", "UPDATE act SET \"Reason\" = 'khác' WHERE \"Verb\" = 'test.approve'"),
                (
                    "chain",
                    "number 5, act ",
                    "act_seal",
                    "UPDATE act_seal SET \"Hash\" = (SELECT \"Hash\" FROM act_seal WHERE \"Number\" = 4) WHERE \"Number\" = 5"
                ),
                ("chain", "number 5", "act_seal", "DELETE FROM act_seal WHERE \"Number\" = 5"),
            }
        )
            data.Add(
                new TheoryDataRow<Engine, string, string, string, string>(engine, kind, where, table, sql)
                {
                    Skip = engine == Engine.Postgres && BothEnginesAttribute.Server is null ? "no PostgreSQL server" : null,
                }
            );
        return data;
    }

    [Theory, MemberData(nameof(Tampering))]
    public async Task What_was_changed_by_hand_is_found(Engine engine, string kind, string where, string table, string sql)
    {
        await using var system = await VerifyDesk.Begin(engine);
        await system.ByHand(sql, table.Length > 0 ? [table] : []);
        var found = await system.Verify();
        Assert.NotNull(found.First);
        Assert.Equal(kind, found.First.Kind);
        Assert.StartsWith(where, found.First.Where, StringComparison.Ordinal);
        Assert.True(found.Facts.Wrong + found.Figures.Wrong + found.Totals.Wrong + found.Acts.Wrong + found.Chain.Wrong > 0);
    }

    [Theory, BothEngines]
    public async Task An_approval_added_with_all_that_follows_from_it_is_found_and_named(Engine engine)
    {
        await using var system = await VerifyDesk.Begin(engine);
        var act = await system.Db(db => db.FactApprovals.Select(a => a.ActId).SingleAsync());
        await system.ByHand(
            $"""
            INSERT INTO fact_approval ("HomeId","Year","FactId","ActId") SELECT "HomeId","Year","Id",{act} FROM fact WHERE "Year" = 2023;
            UPDATE figure SET "ApprovedFactId" = "FactId", "ApprovedValue" = "Value" WHERE "Value" = 3;
            UPDATE "total" SET "ApprovedSum" = "Sum", "ApprovedReported" = "Reported", "ApprovedHolding" = "Holding" WHERE "Sum" = 3;
            """,
            "fact_approval"
        );
        var found = await system.Verify();
        Assert.Equal(("act", $"act {act} test.approve: approvals", 1), (found.First?.Kind, found.First?.Where, found.Acts.Wrong));
        Assert.Equal((0, 0, 0), (found.Facts.Wrong, found.Figures.Wrong, found.Totals.Wrong));
        await system.ByHand("UPDATE fact_approval SET \"ActId\" = 99999 WHERE \"Year\" = 2023");
        Assert.Equal(("fact_approval", "1 of no act"), (await system.Verify()).First is { } first ? (first.Where, first.Stored) : default);
    }

    [Theory, BothEngines]
    public async Task An_approval_taken_away_with_all_that_follows_from_it_is_found_and_named(Engine engine)
    {
        await using var system = await VerifyDesk.Begin(engine);
        await system.ByHand(
            """
            DELETE FROM fact_approval;
            UPDATE figure SET "ApprovedFactId" = NULL, "ApprovedValue" = NULL;
            UPDATE "total" SET "ApprovedSum" = 0, "ApprovedReported" = 0, "ApprovedHolding" = 0;
            """,
            "fact_approval"
        );
        var found = await system.Verify();
        Assert.StartsWith("act ", found.First?.Where, StringComparison.Ordinal);
        Assert.EndsWith("test.approve: approvals", found.First?.Where, StringComparison.Ordinal);
        Assert.Null(found.First?.Rebuilt);
    }

    [Theory, BothEngines]
    public async Task A_changed_or_missing_file_is_found(Engine engine)
    {
        await using var system = await VerifyDesk.Begin(engine);
        var file = system.PlanFile(await system.Db(db => db.Files.Select(f => f.Hash).SingleAsync()));
        await File.WriteAllTextAsync(file, "kế hoạch\n", TestContext.Current.CancellationToken);
        var found = await system.Verify();
        Assert.Equal((1, 1, "file"), (found.Files.Checked, found.Files.Wrong, found.First?.Kind));
        Assert.NotNull(found.First!.Stored);
        File.Delete(file);
        Assert.Null((await system.Verify()).First!.Stored);
    }

    private sealed record Deed(int What, int Unit, int Indicator, int Month, long? Value);

    private static readonly Gen<Deed> AnyDeed = Gen.Select(
        Gen.Int[0, 9],
        Gen.Int[0, 2],
        Gen.Int[0, 4],
        Gen.Int[1, 12],
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

    [Theory, BothEngines]
    public async Task Whatever_happened_nothing_is_found(Engine engine)
    {
        string[] indicators = ["patrol.shifts", "road.lit", "household.reached", "launch.done", "area.selected"];
        await using var system = await TestSystem.Start(engine);
        await system.KeepPlan();
        var moved = 0;
        await AnyDeed
            .Array[5, 25]
            .SampleAsync(
                async deeds =>
                {
                    foreach (var deed in deeds)
                    {
                        var (unit, indicator) = (system.World.Hamlets[deed.Unit].Id, indicators[deed.Indicator]);
                        var period = system.Packs.Schedules[indicator].PeriodOn(new DateOnly(2024 - (deed.Month % 2), deed.Month, 15));
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
                    Assert.Null((await system.Verify()).First);
                },
                iter: 8,
                threads: 1
            );
    }
}
