using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Files;

namespace ThiDua.App.Imports;

/// <summary>
/// Uploaded tables that are looked at, in a folder that only the program's own user may open; each has the name of its import.
/// </summary>
public sealed class ImportFiles(DataFolder folder)
{
    /// <summary>As much as an uploader has to look at a dry run and to answer it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public const long MostBytes = 20 * 1024 * 1024;

    private string Root => Directory.CreateDirectory(Path.Combine(folder.Path, "imports")).FullName;

    public bool Has(string import) => File.Exists(PathOf(import));

    public Stream Open(string import) => File.OpenRead(PathOf(import));

    public void Delete(string import) => File.Delete(PathOf(import));

    /// <returns>False when it is larger than a file may be; then nothing is kept.</returns>
    public async Task<bool> Take(string import, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(import);
        var whole = false;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var part = new byte[81_920];
            int count;
            while ((count = await content.ReadAsync(part, cancellationToken)) > 0)
            {
                if (file.Length + count > MostBytes)
                    return false;
                await file.WriteAsync(part.AsMemory(0, count), cancellationToken);
            }
            await file.FlushAsync(cancellationToken);
            file.Flush(flushToDisk: true);
            return whole = true;
        }
        finally
        {
            if (!whole)
                File.Delete(path);
        }
    }

    /// <summary>Deletes what no import has: a process was killed in between.</summary>
    public async Task Sweep(AppDb db, CancellationToken cancellationToken)
    {
        // Files bear the time of the machine, whatever day the system lives in.
        var before = TimeProvider.System.GetUtcNow() - Kept;
        foreach (var path in Directory.EnumerateFiles(Root).Where(p => File.GetLastWriteTimeUtc(p) < before))
        {
            var name = Path.GetFileName(path);
            if (!await db.Set<ImportDraft>().AnyAsync(d => d.Import!.PublicId == name, cancellationToken))
                File.Delete(path);
        }
    }

    private string PathOf(string import) => Path.Combine(Root, import);
}
