using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ThiDua.App.Features.Audit;

/// <summary>
/// One named act of one person (or of the system): who, at which unit, when, on what, why. Written in the transaction of
/// the change it explains; never changed or deleted (triggers guard the table). People are named by id only, so that
/// erasing a person leaves the record whole.
/// </summary>
public sealed class Act
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
    /// <summary>SHA-256 over the fields above; the chain over acts is laid by a later sealer.</summary>
    public byte[] Hash { get; private set; } = [];

    public void Seal()
    {
        var content = string.Join('\u001f', At.UtcTicks, AccountId, UnitId, Verb, SubjectKind, SubjectId, Reason, Detail);
        Hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
    }

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
        }
    }
}
