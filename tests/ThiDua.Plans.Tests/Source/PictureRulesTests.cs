using System.Text;
using ThiDua.Plans.Source.External;

namespace ThiDua.Plans.Tests.Source;

/// <summary>Lines drawn on grey pictures that are made here.</summary>
public sealed class PictureRulesTests
{
    private const int Width = 1240,
        Height = 1754;
    private readonly byte[] _pixels = NewPage();

    private static byte[] NewPage()
    {
        var page = new byte[Width * Height];
        Array.Fill(page, byte.MaxValue);
        return page;
    }

    // A line three pixels thick that falls so much per pixel of its way.
    private PictureRulesTests Level(int y, int from, int to, double tilt = 0)
    {
        for (var x = from; x < to; x++)
        for (var t = 0; t < 3; t++)
            _pixels[((int)(y + tilt * (x - from)) + t) * Width + x] = 20;
        return this;
    }

    private PictureRulesTests Upright(int x, int from, int to, double tilt = 0)
    {
        for (var y = from; y < to; y++)
        for (var t = 0; t < 3; t++)
            _pixels[y * Width + (int)(x - tilt * (y - from)) + t] = 20;
        return this;
    }

    private T InFile<T>(Func<string, string, T> work) =>
        Programs.InFolder(folder =>
        {
            var file = Path.Combine(folder, "a.pgm");
            File.WriteAllBytes(file, [.. Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n"), .. _pixels]);
            return work(file, Path.Combine(folder, "b.pgm"));
        });

    [Fact]
    public void Long_lines_are_found_and_short_strokes_are_not()
    {
        var rules = Level(300, 100, 1100)
            .Level(500, 100, 160)
            .Upright(200, 300, 900)
            .Upright(400, 300, 330)
            .InFile((file, _) => PictureRules.Of(file));
        Assert.Equal(301, Assert.Single(rules.Levels).At, 1d);
        var upright = Assert.Single(rules.Uprights);
        Assert.Equal(201, upright.At, 1d);
        Assert.Equal(
            (300, 900),
            (upright.From, upright.To),
            (a, b) => Math.Abs(a.Item1 - b.Item1) < 16 && Math.Abs(a.Item2 - b.Item2) < 16
        );
        Assert.Equal(0, rules.Tilt, 0.001);
    }

    [Fact]
    public void A_page_that_lay_askew_is_set_upright()
    {
        const double Tilt = 0.012;
        var rules = Level(300, 100, 1100, Tilt)
            .Level(900, 100, 1100, Tilt)
            .Upright(300, 302, 900, Tilt)
            .InFile((file, _) => PictureRules.Of(file));
        Assert.Equal(Tilt, rules.Tilt, 0.002);
        // Both ends of a level line are at one height, both ends of an upright at one side.
        Assert.Equal(rules.Upright(100, 301).Y, rules.Upright(1100, 301 + Tilt * 1000).Y, 3d);
        Assert.Equal(rules.Upright(301, 302).X, rules.Upright(301 - Tilt * 598, 900).X, 3d);
        Assert.Equal(rules.Upright(301, 302).X, Assert.Single(rules.Uprights).At, 4d);
        var (x, y) = rules.InPicture(rules.Upright(700, 800).X, rules.Upright(700, 800).Y);
        Assert.Equal((700, 800), (x, y), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1 && Math.Abs(a.Item2 - b.Item2) < 1);
    }

    [Fact]
    public void The_black_margin_of_a_scan_is_no_line()
    {
        for (var y = 0; y < Height; y++)
            Array.Clear(_pixels, y * Width, 40);
        Assert.Empty(InFile((file, _) => PictureRules.Of(file)).Uprights);
    }

    [Theory]
    [InlineData("P6\n1 1\n255\nxxx")]
    [InlineData("P5\n99999 1\n255\n")]
    public void Another_kind_of_file_is_refused(string text) =>
        Programs.InFolder(folder =>
        {
            File.WriteAllText(Path.Combine(folder, "a"), text);
            return Assert.Throws<InvalidDataException>(() => PictureRules.Of(Path.Combine(folder, "a")));
        });

    [Fact]
    public void Cells_with_ink_are_cut_out_onto_a_sheet_and_found_again_on_the_page()
    {
        // A blot in the first cell, nothing in the second, all black in the third.
        Level(340, 150, 190).Level(344, 150, 190);
        for (var y = 700; y < 760; y++)
            Array.Clear(_pixels, y * Width + 100, 100);
        var (sheet, size) = InFile(
            (file, to) =>
                (
                    CellSheet.Cut(file, to, [new(100, 300, 300, 400), new(100, 500, 300, 600), new(100, 700, 200, 760)]),
                    File.Exists(to) ? new FileInfo(to).Length : 0
                )
        );
        Assert.NotNull(sheet);
        Assert.True(size > 86 * 186);
        // The blot is 43 pixels right of the cut and 33 below its top, which stand 30 pixels from the sheet's edges.
        Assert.Equal((150d, 340d), sheet.OnPage(30 + 43, 30 + 33));
        Assert.Null(sheet.OnPage(10, 2000));
        Assert.Null(InFile((file, to) => CellSheet.Cut(file, to, [new(100, 500, 300, 600)])));
    }
}
