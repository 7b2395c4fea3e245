using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ThiDua.App.Packs;

/// <summary>
/// Whether a folder of packs changed: names, lengths and times of its files. Looking costs little and works on every mount, where
/// the system's own notices of changes do not.
/// </summary>
internal static class FolderStamp
{
    private const int Deep = 4,
        Most = 5_000;

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = Deep,
        IgnoreInaccessible = true,
    };

    public static string Of(string folder)
    {
        if (!Directory.Exists(folder))
            return "";
        var lines = new DirectoryInfo(folder)
            .EnumerateFiles("*", Below)
            .Where(f => !f.Name.StartsWith('.'))
            .Take(Most)
            .Select(f =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetRelativePath(folder, f.FullName)}\t{f.Length}\t{f.LastWriteTimeUtc.Ticks}\n"
                )
            )
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
