using CsCheck;
using NetTopologySuite.Geometries;
using ThiDua.App.Maps;

namespace ThiDua.App.Tests.Maps;

public sealed class EarthTests
{
    private static readonly GeometryFactory Factory = new();
    private static readonly Gen<Coordinate> Places = Gen.Select(Gen.Double[102, 117], Gen.Double[7, 23], (x, y) => new Coordinate(x, y));

    private static LineString Line(params Coordinate[] points) => Factory.CreateLineString(points);

    [Theory]
    // By Vincenty's formulae: a degree along the meridian and one along the parallel at Tây Ninh, and a road.
    [InlineData(106, 11, 106, 12, 110_618.45)]
    [InlineData(106, 11, 107, 11, 109_287.51)]
    [InlineData(106.12, 11.37, 106.13, 11.375, 1_223.616)]
    public void A_length_is_that_of_the_ellipsoid(double x1, double y1, double x2, double y2, double metres) =>
        Assert.InRange(Earth.Metres(Line(new(x1, y1), new(x2, y2))), metres * 0.9998, metres * 1.0002);

    [Fact]
    public void A_length_is_the_same_both_ways_and_no_way_round_is_shorter() =>
        Gen.Select(Places, Places, Places)
            .Sample(
                (a, b, c) =>
                {
                    Assert.Equal(Earth.Metres(Line(a, b)), Earth.Metres(Line(b, a)), 6);
                    Assert.True(Earth.Metres(Line(a, b)) <= Earth.Metres(Line(a, c, b)) * 1.001);
                }
            );

    [Fact]
    public void An_area_cut_in_two_is_the_sum_of_both() =>
        Gen.Select(Places, Gen.Double[0.001, 0.5], Gen.Double[0.1, 0.9])
            .Sample(
                (at, size, part) =>
                {
                    Polygon Box(double from, double to) =>
                        (Polygon)Factory.ToGeometry(new Envelope(at.X + size * from, at.X + size * to, at.Y, at.Y + size));
                    var whole = Earth.SquareMetres(Box(0, 1));
                    Assert.Equal(1, (Earth.SquareMetres(Box(0, part)) + Earth.SquareMetres(Box(part, 1))) / whole, 6);
                    // About as large as its sides say.
                    var sides = Earth.Metres(Line(at, new(at.X + size, at.Y))) * Earth.Metres(Line(at, new(at.X, at.Y + size)));
                    Assert.InRange(whole / sides, 0.99, 1.01);
                }
            );

    [Fact]
    public void Fewer_points_lie_near_the_line_and_keep_its_ends() =>
        Gen.Select(Gen.Select(Gen.Int[0, 2_000], Gen.Int[0, 2_000]).Array[2, 60], Gen.Double[0.5, 50])
            .Sample(
                (points, tolerance) =>
                {
                    var kept = Simplify.Line(points, tolerance);
                    Assert.Equal((points[0], points[^1]), (kept[0], kept[^1]));
                    Assert.True(kept.Count <= points.Length);
                    var line = Factory.CreateLineString([.. kept.Select(p => new Coordinate(p.Item1, p.Item2))]);
                    Assert.All(
                        points,
                        p => Assert.True(line.Distance(Factory.CreatePoint(new Coordinate(p.Item1, p.Item2))) <= tolerance + 1e-6)
                    );
                }
            );

    [Fact]
    public void A_line_of_a_million_points_is_simplified_without_end_of_the_stack()
    {
        var zigzag = Enumerable.Range(0, 1_000_000).Select(n => (n, n % 2)).ToList();
        Assert.Equal(2, Simplify.Line(zigzag, 2).Count);
        var spiral = Enumerable.Range(0, 20_000).Select(n => (n, (int)(100 * Math.Sin(n / 50.0)))).ToList();
        Assert.InRange(Simplify.Line(spiral, 2).Count, 100, 5_000);
    }

    [Fact]
    public void A_picture_shows_what_its_box_says() =>
        Gen.Select(Places, Gen.Double[0.0021, 3], Gen.Double[0.0021, 3])
            .Sample(
                (at, width, height) =>
                {
                    var canvas = new MapCanvas(new(at.X, at.Y, Math.Min(118, at.X + width), Math.Min(23.9, at.Y + height)));
                    Assert.InRange(canvas.Height, MapCanvas.Width * 0.54, MapCanvas.Width * 1.26);
                    Assert.Equal("M0 0h0", canvas.Path(Factory.CreatePoint(new Coordinate(canvas.Box.West, canvas.Box.North))));
                    Assert.InRange(at.X, canvas.Box.West - 1e-9, canvas.Box.East + 1e-9);
                    Assert.InRange(at.Y, canvas.Box.South - 1e-9, canvas.Box.North + 1e-9);
                    var (metres, units) = canvas.Scale();
                    Assert.InRange(units, MapCanvas.Width / 25, MapCanvas.Width / 4);
                    Assert.True(metres > 0);
                }
            );

    [Fact]
    public void Boxes_of_addresses_are_read_back_and_nonsense_is_none()
    {
        Gen.Select(Places, Gen.Double[0.003, 0.9])
            .Sample(
                (at, size) =>
                {
                    var box = new MapBox(at.X, at.Y, at.X + size, at.Y + size);
                    var read = MapBox.Parse(box.ToString())!;
                    Assert.InRange(read.West, box.West - 1e-5, box.West + 1e-5);
                    Assert.InRange(read.North, box.North - 1e-5, box.North + 1e-5);
                    Assert.NotNull(MapBox.Parse(box.Scaled(0.001).ToString()));
                    Assert.NotNull(MapBox.Parse(box.Scaled(1e9).Moved(-5, 5).ToString()));
                }
            );
        foreach (
            var nonsense in new[] { null, "", "1,2,3", "a,b,c,d", "NaN,NaN,NaN,NaN", "107,11,106,12", "-180,-90,180,90", "1e400,11,107,12" }
        )
            Assert.Null(MapBox.Parse(nonsense));
        Gen.String.Sample(s =>
        {
            _ = MapBox.Parse(s);
        });
    }
}
