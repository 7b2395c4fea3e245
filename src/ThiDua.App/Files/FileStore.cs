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

/// <summary>Content-addressed files in a folder of the data directory: the same content is kept once, and never changed.</summary>
public sealed class FileStore(DataFolder folder, AppDb db, TimeProvider clock)
{
    /// <summary>Limit of one file (design limit of uploads): 50 MB.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    private string Root => Directory.CreateDirectory(Path.Combine(folder.Path, "files")).FullName;

    /// <summary>Keeps the content and adds its row to the unit of work; the caller saves it with the act that explains it.</summary>
    public async Task<StoredFile> Keep(Stream content, string name, CancellationToken stop)
    {
        var temporary = Path.Combine(Root, Path.GetRandomFileName());
        string hash;
        long bytes;
        try
        {
            (hash, bytes) = await Write(content, temporary, stop);
            var place = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(temporary, place, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
        var row = new StoredFile
        {
            Name = Path.GetFileName(name),
            Hash = hash,
            Bytes = bytes,
            At = clock.GetUtcNow(),
        };
        db.Files.Add(row);
        return row;
    }

    private static async Task<(string Hash, long Bytes)> Write(Stream content, string path, CancellationToken stop)
    {
        await using var file = File.Create(path);
        await content.CopyToAsync(file, stop);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)), file.Length);
    }

    public string PathOf(string hash) => Path.Combine(Root, hash[..2], hash);

    public Stream Open(StoredFile file) => File.OpenRead(PathOf(file.Hash));
}

/// <summary>The folder that holds everything this installation keeps outside the database engine.</summary>
public sealed record DataFolder(string Path);
