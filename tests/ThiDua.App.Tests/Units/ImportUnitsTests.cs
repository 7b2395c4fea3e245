using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Units;
using ThiDua.App.Imports;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Units;

public sealed class ImportUnitsTests
{
    private static readonly string Real = Path.GetFullPath(Path.Combine(PackFolder.Repository, "..", "shared", "data", "units-2026.csv"));

    private static Task<ImportResult> Import(TestSystem system, TestAccount? who, string csv, bool dryRun = false) =>
        system.As(
            who,
            s =>
            {
                if (who is null)
                    s.GetRequiredService<Viewer>().ActAsOperator();
                return s.GetRequiredService<ImportUnits>()
                    .Handle(new("don-vi.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), dryRun), CancellationToken.None);
            }
        );

    private static Task<Outcome> Undo(TestSystem system, string id) =>
        system.As(
            null,
            s =>
            {
                s.GetRequiredService<Viewer>().ActAsOperator();
                return s.GetRequiredService<UndoUnitImport>().Handle(id, "nhầm tệp", CancellationToken.None);
            }
        );

    [Theory, BothEngines]
    public async Task Rows_come_in_whatever_their_order_and_are_taken_back(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var before = await system.Db(db => db.Units.CountAsync());
        var result = await Import(
            system,
            null,
            "code,name,kind,parent,from\nX.1,Ấp 10,hamlet,X,\nX.2,Ấp 2,hamlet,X,2024-03-01\nX,Xã X,commune,P,2024-02-01\nP,Tỉnh P,province,,\n90001,cũ,commune,,\n90001.A7,Ấp 7,hamlet,90001,\n"
        );
        Assert.True(result.Applied, string.Join("; ", result.Errors));
        Assert.Equal((6, 5, 1), (result.Rows, result.New, result.Same));
        await system.IsWhole();
        var made = await system.Db(db =>
            db.UnitVersions.Include(v => v.Unit).Where(v => v.Unit!.Code.StartsWith("X")).OrderBy(v => v.SortKey).ToListAsync()
        );
        Assert.Equal(
            [("Ấp 2", new DateOnly(2024, 3, 1)), ("Ấp 10", new DateOnly(2024, 2, 1)), ("Xã X", new DateOnly(2024, 2, 1))],
            made.Select(v => (v.Name, v.From))
        );
        var units = await system.Db(db => db.Units.Where(u => u.ImportId != null).ToDictionaryAsync(u => u.Code));
        Assert.Equal((true, true, true, false), (units["P"].IsParent, units["P"].AboveCommune, units["X"].IsParent, units["X.1"].IsParent));
        Assert.All(new[] { "P", "X", "X.1" }, c => Assert.Equal(units["P"].Id, units[c].HomeId));
        Assert.Equal(system.World.Commune.Id, units["90001.A7"].HomeId);
        Assert.True((await Undo(system, result.Import!)).Ok);
        Assert.Equal(before, await system.Db(db => db.Units.CountAsync()));
        await system.IsWhole();
        Assert.True((await Undo(system, result.Import!)).Missing);
    }

    [Theory, BothEngines]
    public async Task Every_mistake_is_named_and_nothing_is_taken(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var before = await system.Db(db => db.Units.CountAsync());
        var result = await Import(
            system,
            null,
            "code,name,kind,parent,from\nA,Tỉnh trong xã,province,90001,\n,Không mã,hamlet,90001,\nB,,hamlet,90001,\nC,Lạ,planet,90001,\nC,Lại,hamlet,90001,\nD,Mồ côi,hamlet,none,\n"
                + "E,Vòng,commune,F,\nF,Vòng,commune,E,\nG,Ngày,hamlet,90001,1/2/2024\nH,Xã,commune,P,2024-02-01\nI,Ấp,hamlet,H,2024-01-01\nP,Tỉnh,province,,\n"
        );
        Assert.False(result.Applied);
        Assert.Equal(
            [
                "2 parent kind-not-under",
                "3 code code-needed",
                "4 name name-needed",
                "5 kind unknown-kind",
                "6 code repeated-row",
                "7 parent unknown-parent",
                "8 parent circular-parent",
                "9 parent circular-parent",
                "10 from unknown-day",
                "12 from before-parent",
            ],
            result
                .Errors.Select(e => $"{e.Row} {e.Column} {e.Code}")
                .Order(StringComparer.Ordinal)
                .OrderBy(e => int.Parse(e.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.Equal(before, await system.Db(db => db.Units.CountAsync()));
        Assert.Equal(0, await system.Db(db => db.Imports.CountAsync()));
    }

    [Theory, BothEngines]
    public async Task Nothing_is_taken_back_once_something_stands_on_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var result = await Import(system, system.World.Administrator, "code,name,kind,parent\n90001.A7,Ấp 7,hamlet,90001\n");
        Assert.True(result.Applied);
        var unit = await system.Db(db => db.Units.SingleAsync(u => u.Code == "90001.A7"));
        await system.Record(new ThiDua.App.Facts.FactEntry(unit.Id, "road.lit", Period.Month(2024, 4), 3));
        Assert.Contains("số liệu", Assert.Single((await Undo(system, result.Import!)).Errors).Message, StringComparison.Ordinal);
        Assert.True(await system.Db(db => db.Units.AnyAsync(u => u.Code == "90001.A7")));
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task Nobody_adds_outside_the_own_subtree(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        Assert.Equal(
            "unknown-parent",
            Assert.Single((await Import(system, system.World.Administrator, "code,name,kind,parent\nZ,Ấp lạ,hamlet,80001\n")).Errors).Code
        );
        Assert.True((await Import(system, p.Admin, "code,name,kind,parent\nZ,Ấp lạ,hamlet,80001\n")).Applied);
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task A_parent_with_figures_keeps_them_when_it_gets_units_below(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var empty = await system.As(null, s => TestWorld.Unit(s, "Xã Vắng", "commune", "80009", p.Top.Id));
        await system.Record(new ThiDua.App.Facts.FactEntry(empty.Id, "road.lit", Period.Month(2024, 4), 3));
        Assert.True((await Import(system, p.Admin, "code,name,kind,parent\nZ,Ấp mới,hamlet,80009\n")).Applied);
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task The_nation_of_2026_comes_in(Engine engine)
    {
        if (!File.Exists(Real))
            Assert.Skip($"{Real} is not here");
        await using var system = await TestSystem.Start(engine);
        var result = await Import(system, null, await File.ReadAllTextAsync(Real, TestContext.Current.CancellationToken));
        Assert.True(result.Applied, string.Join("; ", result.Errors.Take(3)));
        Assert.Equal(3356, result.New);
        var nation = await system.Db(db => db.Units.SingleAsync(u => u.Code == "VN"));
        var counts = await system.Db(db => db.UnitCounts.Where(c => c.UnitId == nation.Id).OrderBy(c => c.Kind).ToListAsync());
        Assert.Equal([("commune", 3321), ("nation", 1), ("province", 34)], counts.Select(c => (c.Kind, c.Change)));
    }
}
