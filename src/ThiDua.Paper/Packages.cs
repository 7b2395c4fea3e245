using System.IO.Compression;

namespace ThiDua.Paper;

/// <summary>Office files as their content alone makes them.</summary>
internal static class Packages
{
    private static readonly DateTimeOffset FixedTime = new(2020, 3, 5, 0, 0, 0, TimeSpan.Zero);

    // The packaging library stamps each entry with the clock; a fixed time makes the file depend on its content only.
    public static byte[] Repacked(MemoryStream file)
    {
        using var result = new MemoryStream();
        file.Position = 0;
        using (var from = new ZipArchive(file, ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(e => e.FullName == "[Content_Types].xml" ? "" : e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = FixedTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }
        return result.ToArray();
    }
}
