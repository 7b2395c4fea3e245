using ThiDua.Plans.Source.External;

namespace ThiDua.Plans.Tests.Source;

/// <summary>Where each point of a picture goes when it is turned.</summary>
public sealed class TurnedPictureTests
{
    [Theory]
    [InlineData(90, "P5\n2 3\n255\nDAEBFC")]
    [InlineData(180, "P5\n3 2\n255\nFEDCBA")]
    [InlineData(270, "P5\n2 3\n255\nCFBEAD")]
    public void A_picture_is_turned_clockwise(int degrees, string expected) =>
        Assert.Equal(expected, Turned("P5\n3 2\n255\nABCDEF"u8, degrees));

    [Fact]
    public void Four_quarters_make_the_same_picture_also_where_it_is_higher_than_a_band()
    {
        var random = new Random(7);
        byte[] picture = [.. "P5\n301 270\n255\n"u8, .. Enumerable.Range(0, 301 * 270).Select(_ => (byte)random.Next(256))];
        Programs.InFolder(folder =>
        {
            var files = Enumerable.Range(0, 5).Select(i => Path.Combine(folder, $"{i}.pgm")).ToList();
            File.WriteAllBytes(files[0], picture);
            for (var i = 0; i < 4; i++)
                TurnedPicture.Write(files[i], files[i + 1], 90);
            Assert.Equal(picture, File.ReadAllBytes(files[4]));
            TurnedPicture.Write(files[0], files[1], 180);
            Assert.Equal(File.ReadAllBytes(files[2]), File.ReadAllBytes(files[1]));
            TurnedPicture.Write(files[0], files[1], 270);
            Assert.Equal(File.ReadAllBytes(files[3]), File.ReadAllBytes(files[1]));
            return 0;
        });
    }

    [Fact]
    public void One_that_ends_too_early_says_so() => Assert.Throws<InvalidDataException>(() => Turned("P5\n3 2\n255\nABC"u8, 90));

    private static string Turned(ReadOnlySpan<byte> picture, int degrees)
    {
        var bytes = picture.ToArray();
        return Programs.InFolder(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "a.pgm"), bytes);
            TurnedPicture.Write(Path.Combine(folder, "a.pgm"), Path.Combine(folder, "b.pgm"), degrees);
            return System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, "b.pgm")));
        });
    }
}
