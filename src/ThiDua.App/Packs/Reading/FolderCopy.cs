namespace ThiDua.App.Packs.Reading;

/// <summary>What became of reading one file: its bytes, or why there are none.</summary>
internal sealed record FileRead(byte[]? Bytes, bool IsTooLarge = false, string? Problem = null);

/// <summary>
/// The files of a folder as they were when they were first asked for: what was checked is what stays in use, whatever becomes
/// of the folder meanwhile.
/// </summary>
internal sealed class FolderCopy(string directory)
{
    private readonly Dictionary<string, FileRead?> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>?> lists = new(StringComparer.Ordinal);

    public string Path => directory;

    public bool IsThere { get; } = System.IO.Directory.Exists(directory);

    /// <param name="file">Relative to the folder, with forward slashes.</param>
    /// <returns>Null when there is no such file.</returns>
    public FileRead? Read(string file) => files.TryGetValue(file, out var known) ? known : files[file] = Fresh(file);

    /// <returns>Names of the files of a folder within it, in order, one more than <paramref name="most"/> at most; null when there
    /// is no such folder.</returns>
    public IReadOnlyList<string>? In(string folder, string pattern, int most) =>
        lists.TryGetValue($"{folder}/{pattern}", out var known) ? known : lists[$"{folder}/{pattern}"] = Names(folder, pattern, most);

    private FileRead? Fresh(string file)
    {
        try
        {
            var info = new FileInfo(System.IO.Path.Combine(directory, file));
            return !info.Exists ? null
                : info.Length > YamlReader.MaxBytes ? new(null, IsTooLarge: true)
                : new(File.ReadAllBytes(info.FullName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, Problem: e.Message);
        }
    }

    private IReadOnlyList<string>? Names(string folder, string pattern, int most)
    {
        var path = System.IO.Path.Combine(directory, folder);
        return System.IO.Directory.Exists(path)
            ?
            [
                .. System
                    .IO.Directory.EnumerateFiles(path, pattern)
                    .Take(most + 1)
                    .Select(f => $"{folder}/{System.IO.Path.GetFileName(f)}")
                    .Order(StringComparer.Ordinal),
            ]
            : null;
    }
}
