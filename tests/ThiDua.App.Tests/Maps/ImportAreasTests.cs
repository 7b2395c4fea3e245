using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Maps.ImportShapes;
using ThiDua.App.Features.Units;
using ThiDua.App.Imports;
using ThiDua.App.Maps;
using ThiDua.App.Security;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;

namespace ThiDua.App.Tests.Maps;

/// <summary>Areas of units from a GeoJSON file: all or none, replaced and not overwritten, taken back by their import.</summary>
public sealed class ImportAreasTests
{
    private static readonly string Real = Path.GetFullPath(
        Path.Combine(PackFolder.Repository, "..", "shared", "data", "binh-minh-25480.geojson")
    );

    internal static Task<ImportResult> Import(TestSystem system, string json, bool dryRun = false, TestAccount? who = null) =>
        system.As(
            who,
            s =>
            {
                if (who is null)
                    s.GetRequiredService<Viewer>().ActAsOperator();
                return s.GetRequiredService<ImportAreas>()
                    .Handle(new("dia-gioi.geojson", new MemoryStream(Encoding.UTF8.GetBytes(json)), dryRun), CancellationToken.None);
            }
        );

    private static Task<ImportResult?> Undo(TestSystem system, string id, TestAccount? who = null) =>
        system.As(
            who,
            s =>
            {
                if (who is null)
                    s.GetRequiredService<Viewer>().ActAsOperator();
                return s.GetRequiredService<UndoAreas>().TakeBack(id, CancellationToken.None);
            }
        );

    private static Task<string?> Shape(TestSystem system, TestUnit unit, DateOnly? on = null) =>
        system.Db(db =>
            UnitArea.On(db, on ?? new DateOnly(2024, 5, 15)).Where(a => a.UnitId == unit.Id).Select(a => a.Shape).FirstOrDefaultAsync()
        );

    private static (int, int, int, int, bool) Said(ImportResult r) => (r.Rows, r.New, r.Changed, r.Same, r.Applied);

    [Theory, BothEngines]
    public async Task Areas_come_in_are_replaced_and_taken_back(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var hamlet = system.World.Hamlets[0];
        Assert.Equal((7, 7, 0, 0, false), Said(await Import(system, RoadRegister.Areas(), dryRun: true)));
        Assert.Null(await Shape(system, hamlet));
        var first = await Import(system, RoadRegister.Areas());
        Assert.Equal((7, 7, 0, 0, true), Said(first));
        var before = await Shape(system, hamlet);
        Assert.StartsWith("""{"type":"Polygon","coordinates":[[[106.1,11.35]""", before, StringComparison.Ordinal);
        // The same again changes nothing and needs no undo.
        var again = await Import(system, RoadRegister.Areas());
        Assert.Equal((7, 0, 0, 7, true), Said(again));
        Assert.Null(again.Import);
        var moved = RoadRegister.Collection(RoadRegister.Feature("""{"code":"90001.A1"}""", RoadRegister.Square(106.1, 11.35, 0.01)));
        var second = await Import(system, moved);
        Assert.Equal((1, 0, 1, 0, true), Said(second));
        Assert.NotEqual(before, await Shape(system, hamlet));
        // Nothing is overwritten: taken back, what held before holds again.
        Assert.Equal(8, await system.Db(db => db.Set<UnitArea>().CountAsync()));
        Assert.Equal((1, 0, 1, 0, true), Said((await Undo(system, second.Import!))!));
        Assert.Equal(before, await Shape(system, hamlet));
        Assert.Null(await Undo(system, second.Import!));
        Assert.NotNull(await Undo(system, first.Import!));
        Assert.Null(await Shape(system, hamlet));
        Assert.Equal(
            ["unit.area-import", "unit.area-import", "unit.area-undo", "unit.area-undo"],
            await system.Db(db => db.Acts.Where(a => a.Verb.StartsWith("unit.area")).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync())
        );
    }

    [Theory, BothEngines]
    public async Task An_area_holds_from_its_day_on(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var hamlet = system.World.Hamlets[1];
        string File(double size, string from) =>
            RoadRegister.Collection(
                RoadRegister.Feature($$"""{"name":"ấp 2","parent":"90001","from":"{{from}}"}""", RoadRegister.Square(106.1, 11.35, size))
            );
        await Import(system, File(0.03, "2025-01-01"));
        await Import(system, File(0.02, "2024-01-01"));
        Assert.Null(await Shape(system, hamlet, new(2023, 12, 31)));
        var early = await Shape(system, hamlet, new(2024, 12, 31));
        Assert.Contains("106.12", early, StringComparison.Ordinal);
        Assert.Contains("106.13", await Shape(system, hamlet, new(2025, 1, 1)), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Who_does_not_manage_a_unit_does_not_draw_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var result = await Import(system, RoadRegister.Areas(), who: system.World.HamletHeads[0]);
        Assert.Equal("shapes-unknown-unit", result.Errors[0].Code);
        var mine = await Import(system, RoadRegister.Areas(), who: system.World.Administrator);
        Assert.True(mine.Applied, string.Join("; ", mine.Errors));
        Assert.Null(await Undo(system, mine.Import!, system.World.HamletHeads[0]));
        Assert.NotNull(await Undo(system, mine.Import!, system.World.Administrator));
    }

    [Theory, BothEngines]
    public async Task The_verb_prints_what_the_contract_says_and_undo_takes_it_back(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var file = Path.Combine(system.DataFolder, "dia-gioi.geojson");
        await File.WriteAllTextAsync(file, RoadRegister.Areas(), TestContext.Current.CancellationToken);
        var (code, output, _) = await Verb.On(system, "import", "shapes", file, "--json");
        using var said = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal(7, said.RootElement.GetProperty("new").GetInt32());
        Assert.True(said.RootElement.GetProperty("applied").GetBoolean());
        var (undone, _, _) = await Verb.On(system, "import", "undo", said.RootElement.GetProperty("import").GetString()!, "--json");
        Assert.Equal(0, undone);
        Assert.Null(await Shape(system, system.World.Commune));
        await File.WriteAllTextAsync(file, "{}", TestContext.Current.CancellationToken);
        var (refused, wrong, _) = await Verb.On(system, "import", "shapes", file, "--json");
        Assert.Equal(2, refused);
        Assert.Contains("shapes-no-collection", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boundary_of_a_real_ward_comes_in()
    {
        if (!File.Exists(Real))
            Assert.Skip($"{Real} is not here");
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.As(
            null,
            s =>
            {
                s.GetRequiredService<Viewer>().ActAsOperator();
                return s.GetRequiredService<CreateUnit>()
                    .Handle(
                        new()
                        {
                            Name = "Phường Bình Minh",
                            Kind = "ward",
                            From = CreateUnit.Always,
                        },
                        CancellationToken.None
                    );
            }
        );
        var result = await Import(system, await File.ReadAllTextAsync(Real, TestContext.Current.CancellationToken));
        Assert.True(result.Applied, string.Join("; ", result.Errors));
        var shape = ShapeText.Kept(await system.Db(db => db.Set<UnitArea>().Select(a => a.Shape).SingleAsync()), AreaLimits.Points)!;
        // The outline's own area, worked out apart from this program; the ward's official one is 105.35 km².
        Assert.InRange(Earth.SquareMetres(shape) / 1e6, 103.7, 103.8);
    }
}
