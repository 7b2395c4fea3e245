using ThiDua.App.Data;

namespace ThiDua.App.Sandbox;

/// <summary>Makes the folders in which children work, and sweeps what a program that was stopped has left behind.</summary>
/// <param name="data">The data folder, which children do not see; null for work by hand, which is done in the temporary folder.</param>
/// <param name="needed">Folders that children must see: where one lies in the data folder, that is not hidden.</param>
public sealed class RunFolders(string? data = null, params string[] needed)
{
    private const string Prefix = "run-";

    private readonly string? hidden = needed.Any(n =>
        Path.GetFullPath(n).StartsWith(data + Path.DirectorySeparatorChar, StringComparison.Ordinal)
    )
        ? null
        : data;

    public static RunFolders ByHand { get; } = new();

    /// <summary>Where uploads lie while they are read.</summary>
    public static string IncomingOf(string data) => Directory.CreateDirectory(Path.Combine(data, "incoming")).FullName;

    public RunFolder Make()
    {
        if (data is null)
            return new(Directory.CreateTempSubdirectory("thidua-run-").FullName, null, null);
        var path = Path.Combine(IncomingOf(data), Prefix + PublicId.New());
        // The lock is there before its folder and goes after it: a folder without a lock is nobody's.
        var held = new FileStream(path + ".lock", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(path, hidden, held);
    }

    /// <summary>Deletes the folders of children that nobody works with any more.</summary>
    public void Sweep()
    {
        if (data is null)
            return;
        var incoming = IncomingOf(data);
        foreach (var folder in Directory.GetDirectories(incoming, Prefix + "*"))
            if (IsNobodys(folder + ".lock"))
            {
                RunFolder.Delete(folder);
                File.Delete(folder + ".lock");
            }
    }

    // Another node may share the folder: who works with a file holds it open, and with it a lock.
    private static bool IsNobodys(string file)
    {
        try
        {
            using var alone = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
