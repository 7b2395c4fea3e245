using ThiDua.App.Cli;
using ThiDua.App.Sandbox;

namespace ThiDua.App.Files;

/// <summary>
/// Draws photos in a child that is bounded and shut in: decoders of pictures are the target of whoever makes hostile ones.
/// </summary>
public sealed class PhotoProcess(RunFolders folders)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Bytes of heap; pixels lie outside it, bounded by <see cref="PhotoDrawing.MostPixels"/> and by the walls.</summary>
    private const long Heap = 96 * Megabyte;
    private static readonly TimeSpan Wall = TimeSpan.FromSeconds(60);

    // One at a time: a large photo takes some hundred megabytes for a second.
    private readonly SemaphoreSlim places = new(1);

    /// <returns>Null when it is no picture that can be drawn.</returns>
    /// <exception cref="IOException">The file is not there, or no child can be started: to be tried again.</exception>
    public async Task<DrawnPhoto?> Draw(string file, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            using var folder = folders.Make();
            File.Copy(file, folder.Input);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Wall);
            using var child = Child.Start(folder, ["read", RunFolder.InputName, "--photo"], Heap, Wall);
            var said = child.Said.CopyToAsync(Stream.Null, limit.Token);
            var answer = await Answer(child.Output, limit.Token);
            await said;
            return await child.Ended(limit.Token) == CommandLine.Done ? PhotoAnswer.Parse(answer) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            places.Release();
        }
    }

    private static async Task<byte[]> Answer(Stream output, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var part = new byte[81_920];
        for (int count; (count = await output.ReadAsync(part, cancellationToken)) > 0 && kept.Length <= PhotoAnswer.Most; )
            kept.Write(part, 0, count);
        return kept.ToArray();
    }
}
