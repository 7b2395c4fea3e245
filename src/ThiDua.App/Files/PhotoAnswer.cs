using System.Buffers.Binary;
using ThiDua.App.Cli;

namespace ThiDua.App.Files;

/// <summary>A photo as it is shown, and its small picture: both JPEG without metadata.</summary>
public sealed record DrawnPhoto(byte[] Photo, byte[] Thumbnail);

/// <summary>What <c>thidua read --photo</c> writes: each picture after its length.</summary>
public static class PhotoAnswer
{
    public const int Most = 24 * 1024 * 1024;

    /// <returns>The exit code.</returns>
    public static int Write(string file)
    {
        if (PhotoDrawing.Draw(file) is not { } drawn)
            return CommandLine.BadInput;
        using var output = Console.OpenStandardOutput();
        Span<byte> length = stackalloc byte[4];
        foreach (var picture in (byte[][])[drawn.Photo, drawn.Thumbnail])
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, picture.Length);
            output.Write(length);
            output.Write(picture);
        }
        return CommandLine.Done;
    }

    /// <summary>A child that a picture has taken over may answer anything: only two JPEG files without metadata are taken.</summary>
    internal static DrawnPhoto? Parse(ReadOnlySpan<byte> answer) =>
        answer.Length <= Most && Next(ref answer) is { } photo && Next(ref answer) is { } small && answer.IsEmpty
            ? new(photo, small)
            : null;

    private static byte[]? Next(ref ReadOnlySpan<byte> from)
    {
        if (from.Length < 4 || BinaryPrimitives.ReadInt32LittleEndian(from) is var length && (length < 4 || length > from.Length - 4))
            return null;
        var picture = from.Slice(4, length);
        from = from[(4 + length)..];
        return JpegParts.IsBare(picture) ? picture.ToArray() : null;
    }
}
