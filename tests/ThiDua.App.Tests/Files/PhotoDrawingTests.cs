using System.Text;
using SkiaSharp;
using ThiDua.App.Files;
using ThiDua.App.Sandbox;

namespace ThiDua.App.Tests.Files;

public sealed class PhotoDrawingTests
{
    private static DrawnPhoto? Draw(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            return PhotoDrawing.Draw(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<DrawnPhoto?> Apart(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file);
            return await new PhotoProcess(RunFolders.ByHand).Draw(path, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void However_the_camera_was_held_it_is_drawn_upright(int orientation)
    {
        var drawn = Draw(PhotoSamples.Jpeg(640, 400, orientation))!;
        Assert.True(PhotoSamples.IsUpright(drawn.Photo));
        Assert.True(PhotoSamples.IsUpright(drawn.Thumbnail));
        Assert.Equal((640, 400), SizeOf(drawn.Photo));
        Assert.Equal((320, 200), SizeOf(drawn.Thumbnail));
    }

    [Fact]
    public void Where_and_when_it_was_taken_is_not_in_it()
    {
        var photo = PhotoSamples.Jpeg(640, 400);
        Assert.Contains(PhotoSamples.Place, Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.Contains("Exif", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.False(JpegParts.IsBare(photo));
        foreach (var drawn in new[] { Draw(photo)!.Photo, Draw(photo)!.Thumbnail })
        {
            Assert.True(JpegParts.IsBare(drawn));
            Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(drawn), StringComparison.Ordinal);
            Assert.DoesNotContain(PhotoSamples.Place, Encoding.Latin1.GetString(drawn), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(6000, 3000, 2048, 1024)]
    [InlineData(900, 3600, 512, 2048)]
    [InlineData(120, 90, 120, 90)]
    public void It_is_no_larger_than_a_screen_and_never_enlarged(int width, int height, int drawnWidth, int drawnHeight)
    {
        var drawn = Draw(PhotoSamples.Jpeg(width, height))!;
        Assert.Equal((drawnWidth, drawnHeight), SizeOf(drawn.Photo));
        var (small, high) = SizeOf(drawn.Thumbnail);
        Assert.True(Math.Max(small, high) <= PhotoDrawing.LongestOfThumbnail);
        Assert.True(PhotoSamples.IsUpright(drawn.Photo));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Other_kinds_become_one(SKEncodedImageFormat format) =>
        Assert.True(JpegParts.IsBare(Draw(PhotoSamples.Encoded(format))!.Photo));

    [Fact]
    public async Task A_child_draws_it_alike()
    {
        var photo = PhotoSamples.Jpeg(640, 400, 6);
        Assert.Equal(Draw(photo)!.Photo, (await Apart(photo))!.Photo);
    }

    [Fact]
    public async Task A_bomb_is_no_picture()
    {
        Assert.True(PhotoSamples.Bomb().Length < 10_000);
        Assert.Null(await Apart(PhotoSamples.Bomb()));
    }

    [Fact]
    public void A_damaged_picture_is_none()
    {
        var photo = PhotoSamples.Jpeg(1200, 900);
        Assert.Null(Draw(photo[..(photo.Length / 2)]));
        Assert.Null(Draw(photo[..40]));
        Assert.Null(Draw([]));
        Assert.Null(Draw([0xFF, 0xD8, 0xFF, 0xE0, .. new byte[200]]));
    }

    [Fact]
    public void What_a_child_answers_is_believed_only_when_it_is_two_bare_pictures()
    {
        var bare = Draw(PhotoSamples.Jpeg(64, 64))!.Photo;
        static byte[] Answer(params byte[][] pictures) => [.. pictures.SelectMany(p => BitConverter.GetBytes(p.Length).Concat(p))];
        Assert.NotNull(PhotoAnswer.Parse(Answer(bare, bare)));
        Assert.Null(PhotoAnswer.Parse(Answer(bare)));
        Assert.Null(PhotoAnswer.Parse([.. Answer(bare, bare), 0]));
        Assert.Null(PhotoAnswer.Parse(Answer(bare, PhotoSamples.Jpeg(64, 64))));
        Assert.Null(PhotoAnswer.Parse(Answer(bare, "<svg>"u8.ToArray())));
        Assert.Null(PhotoAnswer.Parse([255, 255, 255, 255]));
        Assert.Null(PhotoAnswer.Parse([]));
    }

    private static (int Width, int Height) SizeOf(byte[] picture)
    {
        var info = SKBitmap.DecodeBounds(picture);
        return (info.Width, info.Height);
    }
}
