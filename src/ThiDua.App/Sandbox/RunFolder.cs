namespace ThiDua.App.Sandbox;

/// <summary>The folder of one child, for its owner only: all that the child writes lies in it, and goes with it.</summary>
public sealed class RunFolder : IDisposable
{
    private const int Tries = 100;

    private readonly IDisposable? held;

    internal RunFolder(string path, string? hidden, IDisposable? held) => (Path, Hidden, this.held) = (path, hidden, held);

    public string Path { get; }

    /// <summary>What the child is given to read. Its name says nothing: no option and no file of options can be mistaken for it.</summary>
    public string Input => System.IO.Path.Combine(Path, InputName);

    public const string InputName = "input";

    /// <summary>The data folder around it, which the child does not see.</summary>
    internal string? Hidden { get; }

    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task Take(Stream content, CancellationToken cancellationToken)
    {
        await using var input = new FileStream(Input, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await content.CopyToAsync(input, cancellationToken);
    }

    public void Dispose()
    {
        Delete(Path);
        held?.Dispose();
    }

    /// <summary>What cannot be deleted now is swept at the next start.</summary>
    internal static void Delete(string path)
    {
        for (var left = Tries; Directory.Exists(path); left--)
            try
            {
                Directory.Delete(path, recursive: true);
            }
            // A process that was killed a moment ago may still be writing.
            catch (Exception e) when (left > 0 && e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(20);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return;
            }
    }
}
