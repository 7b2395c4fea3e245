using System.Globalization;
using CsCheck;
using NetTopologySuite.Geometries;
using ThiDua.App.Maps;

namespace ThiDua.App.Tests.Maps;

/// <summary>Shapes as people type, paste and send them.</summary>
public sealed class ShapeTextTests
{
    private static readonly Gen<(double Latitude, double Longitude)> Places = Gen.Select(
        Gen.Int[6_000_000, 24_000_000].Select(n => n / 1e6),
        Gen.Int[101_000_000, 118_500_000].Select(n => n / 1e6)
    );

    private static readonly string[] Types =
    [
        "Point",
        "LineString",
        "Polygon",
        "MultiPolygon",
        "MultiLineString",
        "MultiPoint",
        "Feature",
        "FeatureCollection",
    ];

    private static readonly string[] Inners =
    [
        "[]",
        "[[]]",
        "[[[]]]",
        "[[[[]]]]",
        "1",
        "null",
        "{}",
        "[1]",
        "[106,11]",
        "[[106,11]]",
        "[[[106,11],[106,11]]]",
        "[[[[106,11]]]]",
    ];

    private static string Lines(IEnumerable<(double Latitude, double Longitude)> points) =>
        string.Join('\n', points.Select(p => FormattableString.Invariant($"{p.Latitude}, {p.Longitude}")));

    private static string Problem(string typed, ShapeSort sort) => Assert.Throws<ShapeRefused>(() => ShapeText.Read(typed, sort)).Problem;

    [Theory]
    [InlineData("11.37512, 106.12345")]
    [InlineData("(11.37512; 106.12345)")]
    [InlineData("11,37512 106,12345")]
    [InlineData("11,37512, 106,12345")]
    [InlineData("""{"type":"Point","coordinates":[106.12345,11.37512,7]}""")]
    [InlineData("""{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[106.12345,11.37512]}}""")]
    [InlineData(
        """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[106.12345,11.37512]}}]}"""
    )]
    public void A_point_is_written_in_several_ways(string typed) =>
        Assert.Equal("""{"type":"Point","coordinates":[106.12345,11.37512]}""", ShapeText.Write(ShapeText.Read(typed, ShapeSort.Point)));

    [Theory]
    [InlineData("106.12345, 11.37512", ShapeSort.Point, "ShapeOutside")]
    [InlineData("11.3, 106.1\n11.4, 106.2", ShapeSort.Point, "ShapePoint")]
    [InlineData("11.3, 106.1", ShapeSort.Line, "ShapeShort")]
    [InlineData("11.3, 106.1\n11.3, 106.1", ShapeSort.Line, "ShapeShort")]
    [InlineData("11.3, 106.1\n11.4, 106.2", ShapeSort.Area, "ShapeShort")]
    [InlineData("11.3, 106.1\n11.4, 106.2\n11.4, 106.1\n11.3, 106.2", ShapeSort.Area, "ShapeCrossing")]
    [InlineData("đường từ chợ đến trường", ShapeSort.Line, "ShapeUnread")]
    [InlineData("{", ShapeSort.Line, "ShapeUnread")]
    [InlineData("""{"type":"Point","coordinates":[106.1,11.3]}""", ShapeSort.Line, "ShapeLine")]
    [InlineData("""{"type":"LineString","coordinates":[[106.1,11.3],[1e999,11.4]]}""", ShapeSort.Line, "ShapeOutside")]
    [InlineData("""{"type":"LineString","coordinates":[[106.1,11.3],["106",11.4]]}""", ShapeSort.Line, "ShapeUnread")]
    [InlineData("""{"type":"LineString","coordinates":[[106.1,11.3],[NaN,11.4]]}""", ShapeSort.Line, "ShapeUnread")]
    [InlineData("""{"type":"Polygon","coordinates":[[[106.1,11.3],[106.2,11.3],[106.2,11.4]]]}""", ShapeSort.Area, "ShapeOpen")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", ShapeSort.Area, "ShapeUnread")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[]}""", ShapeSort.Area, "ShapeUnread")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", ShapeSort.Area, "ShapeSeveral")]
    [InlineData("""{"type":["Point"],"coordinates":[106.1,11.3]}""", ShapeSort.Point, "ShapeUnread")]
    [InlineData("""{"coordinates":[106.1,11.3]}""", ShapeSort.Point, "ShapeUnread")]
    public void What_is_no_such_shape_is_refused_with_a_reason(string typed, ShapeSort sort, string problem) =>
        Assert.Equal(problem, Problem(typed, sort));

    [Fact]
    public void What_is_deep_or_long_is_refused_at_once()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", 10_000));
        Assert.Equal("ShapeUnread", Problem(deep[..ShapeText.Longest], ShapeSort.Point));
        Assert.Equal("ShapeUnread", Problem("{\"type\":\"Polygon\",\"coordinates\":" + new string('[', 100_000), ShapeSort.Area));
        var many = string.Join(',', Enumerable.Repeat("[106.1,11.3]", 1_001));
        Assert.Equal("ShapePoints", Problem($$"""{"type":"LineString","coordinates":[{{many}}]}""", ShapeSort.Line));
        Assert.Equal("ShapePoints", Problem(string.Concat(Enumerable.Repeat("11.3, 106.1\n", 1_001)), ShapeSort.Line));
        Assert.Equal("ShapePoints", Problem(new string('1', ShapeText.Longest + 1), ShapeSort.Line));
        Assert.Equal("ShapeUnread", Problem(new string('1', ShapeText.Longest), ShapeSort.Line));
    }

    [Fact]
    public void What_is_kept_is_typed_and_read_as_the_same() =>
        Places
            .Array[2, 40]
            .Sample(points =>
            {
                if (points.Zip(points.Skip(1)).All(p => p.First == p.Second))
                    return;
                var line = ShapeText.Read(Lines(points), ShapeSort.Line);
                Assert.Equal(ShapeText.Write(line), ShapeText.Write(ShapeText.Read(ShapeText.Typed(line), ShapeSort.Line)));
                Assert.Equal(ShapeText.Write(line), ShapeText.Write(ShapeText.Kept(ShapeText.Write(line))!));
            });

    [Fact]
    public void An_area_is_the_same_from_whichever_side_it_is_read() =>
        Gen.Select(Places, Gen.Int[3, 30], Gen.Int[100, 9_000])
            .Sample(
                (middle, corners, size) =>
                {
                    var ring = Enumerable
                        .Range(0, corners)
                        .Select(n => 2 * Math.PI * n / corners)
                        .Select(a => (middle.Latitude + Math.Sin(a) * size / 1e6, middle.Longitude + Math.Cos(a) * size / 1e6))
                        .Where(p => p.Item1 is > 6 and < 24 && p.Item2 is > 101 and < 118.5)
                        .ToList();
                    if (ring.Count < corners)
                        return;
                    var area = ShapeText.Read(Lines(ring), ShapeSort.Area);
                    var backwards = ShapeText.Read(Lines(ring.AsEnumerable().Reverse()), ShapeSort.Area);
                    Assert.True(area.EqualsTopologically(backwards));
                    var kept = ShapeText.Write(area);
                    Assert.Equal(kept, ShapeText.Write(ShapeText.Read(ShapeText.Typed(area), ShapeSort.Area)));
                    Assert.Equal(kept, ShapeText.Write(ShapeText.Read(kept, ShapeSort.Area)));
                }
            );

    [Fact]
    public void Nothing_that_is_sent_makes_it_fail() =>
        Gen.OneOf(
                Gen.String,
                Gen.String.Select(s => "{" + s),
                Gen.Select(Gen.Double, Gen.Double, (a, b) => string.Create(CultureInfo.InvariantCulture, $"{a:R}, {b:R}")),
                Gen.Select(
                    Gen.Int[0, Types.Length - 1].Select(n => Types[n]),
                    Gen.Int[0, Inners.Length - 1].Select(n => Inners[n]),
                    (type, inner) => $$"""{"type":"{{type}}","coordinates":{{inner}},"geometry":{{inner}},"features":{{inner}}}"""
                )
            )
            .Sample(typed =>
            {
                foreach (var sort in Enum.GetValues<ShapeSort>())
                    try
                    {
                        Assert.NotNull(ShapeText.Write(ShapeText.Read(typed, sort)));
                    }
                    catch (ShapeRefused refused)
                    {
                        Assert.StartsWith("Shape", refused.Problem, StringComparison.Ordinal);
                    }
                _ = ShapeText.Kept(typed);
            });

    [Fact]
    public void A_hole_stays_a_hole_and_several_parts_stay_together()
    {
        const string area =
            """{"type":"MultiPolygon","coordinates":[[[[106.1,11.3],[106.2,11.3],[106.2,11.4],[106.1,11.4],[106.1,11.3]],"""
            + "[[106.12,11.32],[106.12,11.34],[106.14,11.34],[106.12,11.32]]],"
            + "[[[106.3,11.3],[106.4,11.3],[106.4,11.4],[106.3,11.3]]]]}";
        var read = ShapeText.Read(area, ShapeSort.Area);
        Assert.Equal(area, ShapeText.Write(read));
        Assert.Equal(area, ShapeText.Typed(read));
        Assert.Equal(1, ((Polygon)read.GetGeometryN(0)).NumInteriorRings);
    }
}
