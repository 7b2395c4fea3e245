using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ThiDua.App.Files;

/// <summary>A folder that only the user who runs the program can read, with all that is in it: 0700 and 0600.</summary>
public static class PrivateFolder
{
    private const UnixFileMode OfFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const uint Others = 0x3F;

    /// <summary>
    /// Makes the folder, or closes one that others could read. What the process makes from now on is closed as well,
    /// whichever library makes it: the database with its log, keys, uploads.
    /// </summary>
    public static string Make(string path)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path).FullName;
        SetMask(Others);
        var folder = Directory.CreateDirectory(path);
        // Folders that are closed hide what is in them; to look through a store of a million files at each start would be slow.
        foreach (var inner in folder.EnumerateDirectories())
            if (inner.UnixFileMode != OfFolder)
                Close(inner);
        CloseFiles(folder);
        folder.UnixFileMode = OfFolder;
        return folder.FullName;
    }

    [UnsupportedOSPlatform("windows")]
    private static void Close(DirectoryInfo folder)
    {
        foreach (var inner in folder.EnumerateDirectories())
            Close(inner);
        CloseFiles(folder);
        folder.UnixFileMode = OfFolder;
    }

    [UnsupportedOSPlatform("windows")]
    private static void CloseFiles(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
            if (file.LinkTarget is null && file.UnixFileMode != OfFile)
                file.UnixFileMode = OfFile;
    }

    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint SetMask(uint mask);
}
