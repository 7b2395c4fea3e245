using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Files;

/// <summary>A file that somebody brought, kept under the hash of its content.</summary>
public sealed class StoredFile
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    public required string Name { get; init; }

    /// <summary>SHA-256 of the content, lower-case hex: its name in the store.</summary>
    public required string Hash { get; init; }
    public long Bytes { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> b)
        {
            b.ToTable("file");
            b.Property(f => f.PublicId).HasMaxLength(20);
            b.Property(f => f.Hash).HasMaxLength(64);
            b.HasIndex(f => f.PublicId).IsUnique();
        }
    }
}

/// <summary>
/// Content-addressed files in a folder of the data directory: the same content is kept once, never changed, and goes with the last
/// row that names it.
/// </summary>
public sealed class FileStore(DataFolder folder, AppDb db, TimeProvider clock) : IDisposable
{
    /// <summary>Limit of one file (design limit of uploads): 50 MB.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    public const int LongestName = 200;

    private const int MostTries = 500;
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);

    // Content whose row is not committed yet is held open, and with it a lock: nobody drops it meanwhile.
    private readonly List<FileStream> held = [];

    public string Root => Directory.CreateDirectory(Path.Combine(folder.Path, "files")).FullName;

    /// <summary>Keeps the content and adds its row to the unit of work; the caller saves it with the act that explains it.</summary>
    public async Task<StoredFile> Keep(Stream content, string name, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Root, Path.GetRandomFileName());
        string hash;
        long bytes;
        try
        {
            (hash, bytes) = await Write(content, temporary, cancellationToken);
            held.Add(await Place(temporary, PathOf(hash), cancellationToken));
        }
        finally
        {
            File.Delete(temporary);
        }
        var row = new StoredFile
        {
            Name = Short(Path.GetFileName(name)),
            Hash = hash,
            Bytes = bytes,
            At = clock.GetUtcNow(),
        };
        db.Files.Add(row);
        return row;
    }

    /// <summary>Deletes content that no row names any more; what is just being kept or read is left for the next sweep.</summary>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> Drop(string hash, CancellationToken cancellationToken)
    {
        try
        {
            await using var alone = new FileStream(PathOf(hash), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            if (await db.Files.AnyAsync(f => f.Hash == hash, cancellationToken))
                return false;
            File.Delete(PathOf(hash));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public string PathOf(string hash) => Path.Combine(Root, hash[..2], hash);

    public Stream Open(StoredFile file) => File.OpenRead(PathOf(file.Hash));

    public void Dispose()
    {
        foreach (var file in held)
            file.Dispose();
        held.Clear();
    }

    private static async Task<(string Hash, long Bytes)> Write(Stream content, string path, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await content.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)), file.Length);
    }

    /// <returns>The content at its place, held: the file that came, or the same one that was there before.</returns>
    private static async Task<FileStream> Place(string temporary, string place, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        for (var left = MostTries; ; left--)
        {
            var there = Hold(place);
            if (there?.Length == new FileInfo(temporary).Length)
                return there;
            // What is cut short is mended.
            var cut = there is not null;
            there?.Dispose();
            var coming = Hold(temporary)!;
            try
            {
                File.Move(temporary, place, overwrite: cut);
                return coming;
            }
            // Somebody else was there first, or drops what was there.
            catch (IOException) when (left > 0)
            {
                await coming.DisposeAsync();
            }
            await Task.Delay(Again, cancellationToken);
        }
    }

    private static FileStream? Hold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (IOException)
        {
            return null;
        }
    }

    // The end of a long name says what it is.
    private static string Short(string name) =>
        name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 21), "…", name.AsSpan(name.Length - 20));
}

/// <summary>The folder that holds everything this installation keeps outside the database engine.</summary>
public sealed record DataFolder(string Path);
