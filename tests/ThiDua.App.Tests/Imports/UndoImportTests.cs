using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Imports;
using ThiDua.App.Security;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tests.Verify;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Imports;

public sealed class UndoImportTests
{
    private static readonly Period January = Period.Month(2024, 1),
        February = Period.Month(2024, 2);

    [Theory, BothEngines]
    public async Task Every_figure_is_again_what_it_was(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.KeepPlan();
        var (one, two) = (system.World.Hamlets[0].Id, system.World.Hamlets[1].Id);
        await system.Record(new(one, "road.lit", January, 5), new FactEntry(one, "road.lit", February, 9));
        await system.Record(new FactEntry(one, "road.lit", February, null));
        var (figures, totals) = (await Values(system), await system.Stored());
        var import = await Import(
            system,
            new(one, "road.lit", January, 6),
            new(one, "road.lit", February, 7),
            new(two, "road.lit", January, 8),
            new(two, "patrol.shifts", Period.Month(2023, 12), 1)
        );
        Assert.NotEqual(totals, await system.Stored());
        var undone = await Undo(system, import);
        Assert.Empty(undone.Errors);
        Assert.Equal((true, 4, import), (undone.Applied, undone.Rows, undone.Import));
        Assert.Equal(totals, await system.Stored());
        Assert.Equal(figures, (await Values(system)).Where(f => f.Value is not null || f.Key.Period == February.Id && f.Key.Unit == one));
        Assert.Null((await system.Verify()).First);
        var act = await system.Db(db => db.Acts.SingleAsync(a => a.Verb == UndoImport.Verb));
        Assert.Equal(act.Id, await system.Db(db => db.Imports.Where(i => i.PublicId == import).Select(i => i.UndoneById).SingleAsync()));
        Assert.Equal(["import-undone"], (await Undo(system, import)).Errors.Select(e => e.Code));
    }

    [Theory, BothEngines]
    public async Task A_figure_corrected_or_approved_since_stays_and_so_does_all_the_rest(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (one, two) = (system.World.Hamlets[0].Id, system.World.Hamlets[1].Id);
        var import = await Import(
            system,
            new(one, "road.lit", January, 6),
            new(two, "road.lit", January, 8),
            new(two, "road.lit", February, 9)
        );
        await system.Record(new FactEntry(one, "road.lit", January, 7));
        await system.Approve(two, ("road.lit", January));
        var before = await system.Stored();
        var undone = await Undo(system, import);
        Assert.Equal(
            [("corrected-since", "90001.A1, road.lit, 202401"), ("approved-since", "90001.A2, road.lit, 202401")],
            undone.Errors.Select(e => (e.Code, e.Message.Split(':')[0]))
        );
        Assert.False(undone.Applied);
        Assert.Equal(before, await system.Stored());
        Assert.Null(await system.Db(db => db.Imports.Select(i => i.UndoneById).SingleAsync()));
    }

    [Theory, BothEngines]
    public async Task Values_that_wait_end_with_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var one = system.World.Hamlets[0].Id;
        await system.Record(new FactEntry(one, "road.lit", January, 5));
        await system.Approve(one, ("road.lit", January));
        var import = await Import(system, new FactEntry(one, "road.lit", January, 6));
        var undone = await Undo(system, import);
        Assert.Equal((true, 0, 1), (undone.Applied, undone.Rows, undone.Pending));
        Assert.NotNull(await system.Db(db => db.PendingValues.Select(p => p.EndedById).SingleAsync()));
        Assert.Equal(5, await system.Db(db => db.Figures.Select(f => f.Value).SingleAsync()));
    }

    [Theory, BothEngines]
    public async Task Official_figures_of_a_past_year_are_taken_back_officially(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var police = system.World.Police.Id;
        var import = await Bring(
            system,
            approved: true,
            new(police, "crime.cases", Period.Month(2023, 1), 10),
            new FactEntry(police, "crime.cases", Period.Month(2023, 2), 8)
        );
        Assert.True((await Undo(system, import)).Applied);
        Assert.Empty(await system.Stored());
    }

    [Theory, BothEngines]
    public async Task An_import_of_somebody_else_is_none(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var import = await Import(system, new FactEntry(system.World.Hamlets[0].Id, "road.lit", January, 6));
        var refused = await system.As(
            system.World.WomenOfficer,
            s => s.GetRequiredService<UndoImport>().Handle(import, CancellationToken.None)
        );
        Assert.Equal("unknown-import", Assert.Single(refused.Errors).Code);
        Assert.Equal("unknown-import", Assert.Single((await Undo(system, "no-such-id")).Errors).Code);
    }

    private static Task<string> Import(TestSystem system, params FactEntry[] entries) => Bring(system, approved: false, entries);

    private static async Task<string> Bring(TestSystem system, bool approved, params FactEntry[] entries)
    {
        var import = new Import
        {
            Kind = approved ? "baselines" : "facts",
            FileName = "so-lieu.csv",
            At = TestSystem.Now,
            Rows = entries.Length,
            Complete = true,
        };
        await system.As(
            null,
            async s =>
            {
                s.GetRequiredService<AppDb>().Imports.Add(import);
                s.GetRequiredService<Viewer>().Record("test.import", "import", import.PublicId, null);
                await s.GetRequiredService<AppDb>().SaveChangesAsync();
            }
        );
        Assert.True((await system.Write(new(ImportId: () => import.Id, Approved: approved), entries)).Ok);
        return import.PublicId;
    }

    private static Task<ImportResult> Undo(TestSystem system, string import) =>
        system.As(
            null,
            s =>
            {
                s.GetRequiredService<Viewer>().ActAsOperator();
                return s.GetRequiredService<UndoImport>().Handle(import, CancellationToken.None);
            }
        );

    private static Task<List<((int Unit, int Period) Key, long? Value)>> Values(TestSystem system) =>
        system.Db(async db =>
            (await db.Figures.AsNoTracking().OrderBy(f => f.UnitId).ThenBy(f => f.PeriodId).ToListAsync())
                .Select(f => ((f.UnitId, f.PeriodId), f.Value))
                .ToList()
        );
}
