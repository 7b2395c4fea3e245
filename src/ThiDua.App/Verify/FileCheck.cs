using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Files;

namespace ThiDua.App.Verify;

/// <summary>Kept files against the hashes that they are kept under.</summary>
internal sealed class FileCheck(AppDb db, FileStore files, Findings findings)
{
    public async Task Run(CancellationToken cancellationToken)
    {
        var rows = await db.Files.AsNoTracking().OrderBy(f => f.Hash).ThenBy(f => f.Id).ToListAsync(cancellationToken);
        var (hash, found) = ("", (string?)null);
        foreach (var row in rows)
        {
            if (row.Hash != hash)
                (hash, found) = (row.Hash, await Found(row, cancellationToken));
            findings.Seen("file");
            if (found != hash)
                findings.Wrong("file", $"{row.PublicId} {row.Name}", found, hash);
        }
        await Attachments(cancellationToken);
    }

    /// <summary>What is shown as there has a file.</summary>
    private async Task Attachments(CancellationToken cancellationToken)
    {
        var empty = await db
            .Attachments.AsNoTracking()
            .Where(a => a.RemovedAt == null && a.Stage != AttachmentStage.Unreadable && a.FileId == null)
            .OrderBy(a => a.Id)
            .Select(a => a.PublicId)
            .ToListAsync(cancellationToken);
        foreach (var attachment in empty)
        {
            findings.Seen("file");
            findings.Wrong("file", $"attachment {attachment}", null, "a file");
        }
    }

    private async Task<string?> Found(StoredFile row, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = files.Open(row);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
