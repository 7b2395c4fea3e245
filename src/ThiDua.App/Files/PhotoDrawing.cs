using SkiaSharp;

namespace ThiDua.App.Files;

/// <summary>Decodes a picture and draws it anew; for the child only.</summary>
public static class PhotoDrawing
{
    /// <summary>Phones take up to 200 million, and say so; of those that do not only a bomb has more.</summary>
    public const long MostPixels = 100_000_000,
        MostPixelsOfJpeg = 220_000_000;

    public const int LongestSide = 2048,
        LongestOfThumbnail = 320;

    private const int Quality = 85,
        QualityOfThumbnail = 75;

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <returns>Null when it is no picture, a damaged one, or one of too many pixels.</returns>
    public static DrawnPhoto? Draw(string file)
    {
        using var codec = SKCodec.Create(file);
        if (codec is null || codec.Info is not { Width: > 0, Height: > 0 } info)
            return null;
        var most = codec.EncodedFormat == SKEncodedImageFormat.Jpeg ? MostPixelsOfJpeg : MostPixels;
        if ((long)info.Width * info.Height > most)
            return null;
        // A JPEG can be decoded at a fraction of its size; twice what is needed keeps it sharp.
        var size = codec.GetScaledDimensions(Math.Min(1f, 2f * LongestSide / Math.Max(info.Width, info.Height)));
        using var pixels = new SKBitmap();
        if (!pixels.TryAllocPixels(new(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb())))
            return null;
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) != SKCodecResult.Success)
            return null;
        pixels.SetImmutable();
        using var image = SKImage.FromBitmap(pixels);
        var photo = Draw(image, codec.EncodedOrigin, LongestSide, Quality);
        var small = Draw(image, codec.EncodedOrigin, LongestOfThumbnail, QualityOfThumbnail);
        return photo is null || small is null ? null : new(photo, small);
    }

    private static byte[]? Draw(SKImage image, SKEncodedOrigin origin, int longest, int quality)
    {
        var scale = Math.Min(1.0, (double)longest / Math.Max(image.Width, image.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)));
        var turned = origin >= SKEncodedOrigin.LeftTop;
        using var surface = SKSurface.Create(
            new SKImageInfo(
                turned ? height : width,
                turned ? width : height,
                SKColorType.Rgba8888,
                SKAlphaType.Opaque,
                SKColorSpace.CreateSrgb()
            )
        );
        if (surface is null)
            return null;
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Concat(Upright(origin, width, height));
        surface.Canvas.DrawImage(image, new SKRect(0, 0, width, height), Smooth);
        using var drawn = surface.Snapshot();
        using var data = drawn.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data?.ToArray();
    }

    /// <summary>How the camera was held (Exif 2.3, Orientation): from the stored picture to the upright one.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
