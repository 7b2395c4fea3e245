using Microsoft.EntityFrameworkCore;
using ThiDua.App.Maps;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;

namespace ThiDua.App.Tests.Maps;

/// <summary>Files of areas that are broken: each mistake is told by its feature, and nothing comes in.</summary>
public sealed class BrokenAreasTests
{
    public static TheoryData<string, string> Broken
    {
        get
        {
            string Of(string geometry, string properties = """{"code":"90001.A1"}""") =>
                RoadRegister.Collection(RoadRegister.Feature(properties, geometry));
            var square = RoadRegister.Square(106.1, 11.35, 0.02);
            return new()
            {
                { "{\"type\":", "1  shapes-not-json" },
                { "\"FeatureCollection\"", "0  shapes-no-collection" },
                { """{"type":"FeatureCollection","features":[]}""", "0  no-rows" },
                { """{"type":"FeatureCollection","features":[17]}""", "1  shapes-no-feature" },
                {
                    """{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::3405"}},"features":[1]}""",
                    "0 crs shapes-crs"
                },
                { Of(square, """{"code":"khong-co"}"""), "1 code shapes-unknown-unit" },
                { Of(square, "{}"), "1 code shapes-no-unit" },
                { Of(square, """{"code":"90001.A1","from":"1/2/2024"}"""), "1 from unknown-day" },
                { Of("null"), "1 geometry shape-area" },
                { Of("""{"type":"Point","coordinates":[106.1,11.3]}"""), "1 geometry shape-area" },
                {
                    Of("""{"type":"Polygon","coordinates":[[[106.1,11.3],[106.2,11.3],[106.2,11.4],[106.1,11.4]]]}"""),
                    "1 geometry shape-open"
                },
                { Of("""{"type":"Polygon","coordinates":[[[106.1,11.3],[106.2,11.3],[106.1,11.3]]]}"""), "1 geometry shape-short" },
                {
                    Of("""{"type":"Polygon","coordinates":[[[106.1,11.3],[106.2,11.4],[106.2,11.3],[106.1,11.4],[106.1,11.3]]]}"""),
                    "1 geometry shape-crossing"
                },
                { Of(RoadRegister.Square(11.35, 106.1, 0.02)), "1 geometry shape-outside" },
                {
                    Of("""{"type":"Polygon","coordinates":[[[1e400,11.3],[106.2,11.3],[106.2,11.4],[1e400,11.3]]]}"""),
                    "1 geometry shape-outside"
                },
                {
                    Of("{\"type\":\"Polygon\",\"coordinates\":[[" + string.Join(',', Enumerable.Repeat("[106.1,11.3]", 20_001)) + "]]}"),
                    "1 geometry shape-points"
                },
                {
                    RoadRegister.Collection(
                        RoadRegister.Feature("""{"code":"90001.A1"}""", square),
                        RoadRegister.Feature("""{"name":"Ấp 1"}""", square)
                    ),
                    "2 code repeated-row"
                },
            };
        }
    }

    [Theory, MemberData(nameof(Broken))]
    public async Task A_broken_file_is_refused_by_the_number_of_its_feature(string json, string error)
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var result = await ImportAreasTests.Import(system, json);
        Assert.False(result.Applied);
        var only = Assert.Single(result.Errors);
        Assert.Equal(error, $"{only.Row} {only.Column} {only.Code}");
        // In words of its own, not the code.
        Assert.NotEqual(only.Code, only.Message);
        Assert.Contains(' ', only.Message);
        Assert.Equal(0, await system.Db(db => db.Set<UnitArea>().CountAsync()));
    }

    [Fact]
    public async Task A_large_file_and_one_of_a_million_points_are_refused_in_time()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var large = await ImportAreasTests.Import(system, new string(' ', AreaLimits.Bytes + 1));
        Assert.Equal("shapes-file-large", Assert.Single(large.Errors).Code);
        var points = string.Join(',', Enumerable.Repeat("[106.1,11.3]", 1_000_000));
        var many = await ImportAreasTests.Import(
            system,
            RoadRegister.Collection(
                RoadRegister.Feature("""{"code":"90001"}""", "{\"type\":\"Polygon\",\"coordinates\":[[" + points + "]]}")
            )
        );
        Assert.Equal("shape-points", Assert.Single(many.Errors).Code);
        var nested = await ImportAreasTests.Import(system, "{\"type\":\"FeatureCollection\",\"features\":" + new string('[', 1_000_000));
        Assert.Equal("shapes-not-json", Assert.Single(nested.Errors).Code);
    }
}
