using System.Text;
using ThiDua.Plans.Source.External;

namespace ThiDua.Plans.Tests.Source;

/// <summary>The red of a seal becomes white, and what is black or blue stays dark.</summary>
public sealed class RedChannelTests
{
    private static readonly byte[] Red = [250, 30, 40],
        Black = [10, 12, 11],
        Blue = [20, 30, 200],
        White = [255, 255, 255];

    private static byte[] Take(byte[] ppm) =>
        Programs.InFolder(folder =>
        {
            var (from, to) = (Path.Combine(folder, "a.ppm"), Path.Combine(folder, "a.pgm"));
            File.WriteAllBytes(from, ppm);
            RedChannel.Take(from, to);
            return File.ReadAllBytes(to);
        });

    [Fact]
    public void Of_each_pixel_the_first_sample_is_kept() =>
        Assert.Equal([.. "P5\n2 2\n255\n"u8, 250, 10, 20, 255], Take([.. "P6\n2 2\n255\n"u8, .. Red, .. Black, .. Blue, .. White]));

    /// <summary>More pixels than are taken at once.</summary>
    [Fact]
    public void A_large_picture_is_taken_whole()
    {
        const int Width = 1000,
            Height = 300;
        var pixels = new byte[Width * Height * 3];
        for (var i = 0; i < Width * Height; i++)
            pixels[i * 3] = (byte)(i % 251);
        var taken = Take([.. Encoding.ASCII.GetBytes($"P6\n{Width} {Height}\n255\n"), .. pixels]);
        var head = Encoding.ASCII.GetByteCount($"P5\n{Width} {Height}\n255\n");
        Assert.Equal(head + (Width * Height), taken.Length);
        for (var i = 0; i < Width * Height; i++)
            Assert.Equal(i % 251, taken[head + i]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P5\n1 1\n255\nx")]
    [InlineData("P6\n0 1\n255\n")]
    [InlineData("P6\n1 1\n65535\nxxxxxx")]
    [InlineData("P6\n99999999999 1\n255\nxxx")]
    public void Another_kind_of_file_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => Take(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_picture_that_ends_too_early_is_refused() =>
        Assert.Throws<EndOfStreamException>(() => Take([.. "P6\n9 9\n255\n"u8, 1, 2, 3]));
}
