using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Audit;

/// <summary>
/// One named act of one person (or of the system): who, at which unit, when, on what, why. Written in the transaction of
/// the change it explains; never changed or deleted (triggers guard the table). People are named by id only, so that
/// erasing a person leaves the record whole.
/// </summary>
public sealed class Act : IPlaced
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public int? AccountId { get; init; }
    public int? UnitId { get; init; }

    /// <summary>What was done, as a stable code: <c>report.submit</c>.</summary>
    public required string Verb { get; init; }
    public required string SubjectKind { get; init; }

    /// <summary>Public id (or key) of the thing acted on.</summary>
    public required string SubjectId { get; init; }
    public string? Reason { get; init; }

    /// <summary>What changed, as JSON without personal values.</summary>
    public string? Detail { get; init; }

    /// <summary>The import whose rows it brought or took back.</summary>
    public int? ImportId { get; set; }

    /// <summary>SHA-256 over the facts it brings (<see cref="Facts.FactHash"/>); null when it brings none.</summary>
    public byte[]? FactsHash { get; set; }

    /// <summary>SHA-256 over the keys of the facts that it makes official; null when there are none.</summary>
    public byte[]? ApprovalsHash { get; set; }

    /// <summary>SHA-256 over the fields above; <see cref="Seal"/> chains it to the acts before.</summary>
    public byte[] Hash { get; private set; } = [];

    public void Close() => Hash = HashOf();

    /// <summary>What the hash must be, if nothing was changed by hand.</summary>
    public byte[] HashOf()
    {
        var (facts, approvals) = (Convert.ToHexString(FactsHash ?? []), Convert.ToHexString(ApprovalsHash ?? []));
        var content = string.Join(
            '\u001f',
            At.UtcTicks,
            AccountId,
            UnitId,
            Verb,
            SubjectKind,
            SubjectId,
            Reason,
            Detail,
            ImportId,
            facts,
            approvals
        );
        return SHA256.HashData(Encoding.UTF8.GetBytes(content));
    }

    /// <summary>What was done at no unit (the start, sign-ins of nobody) belongs to the top of the tree.</summary>
    public static IQueryable<int>? UnitOf(AppDb db, string id) =>
        !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? null
            : db.Acts.Where(a => a.Id == number).Select(a => a.UnitId ?? db.UnitVersions.Where(v => v.ParentId == null).Min(v => v.UnitId));

    internal sealed class Mapping : IEntityTypeConfiguration<Act>
    {
        public void Configure(EntityTypeBuilder<Act> b)
        {
            b.ToTable("act");
            b.HasKey(a => a.Id);
            b.Property(a => a.Verb).HasMaxLength(60);
            b.Property(a => a.SubjectKind).HasMaxLength(40);
            b.Property(a => a.SubjectId).HasMaxLength(60);
            b.Property(a => a.Reason).HasMaxLength(2000);
            b.Property(a => a.Detail).HasMaxLength(-1);
            b.HasIndex(a => new { a.SubjectKind, a.SubjectId });
            b.HasIndex(a => a.At);
            b.HasIndex(a => a.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        }
    }
}

/// <summary>
/// An act's number and its link in the chain, given by the one sealer (<see cref="Sealer"/>) in the order of the commits.
/// "As of act N" means this number. Append-only.
/// </summary>
public sealed class Seal
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Number { get; init; }
    public long ActId { get; init; }

    /// <summary>SHA-256 over the hash of the seal before, the number and the hash of the act.</summary>
    public byte[] Hash { get; init; } = [];

    public static byte[] HashOf(byte[] before, long number, byte[] act) =>
        SHA256.HashData([.. before, .. BitConverter.GetBytes(number), .. act]);

    internal sealed class Mapping : IEntityTypeConfiguration<Seal>
    {
        public void Configure(EntityTypeBuilder<Seal> b)
        {
            b.ToTable("act_seal");
            b.HasKey(s => s.Number);
            b.Property(s => s.Number).ValueGeneratedNever();
            b.HasIndex(s => s.ActId).IsUnique();
        }
    }
}
