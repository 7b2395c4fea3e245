using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ThiDua.App.Data;

/// <summary>
/// What a client called a request (the header Idempotency-Key): written in its transaction, so that the same request sent
/// twice, because the first answer was lost, is done once and answered alike.
/// </summary>
public sealed class RequestKey
{
    public const string Header = "Idempotency-Key";
    public const int Longest = 100;

    public int AccountId { get; init; }
    public required string Key { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>As it was given the first time.</summary>
    public required string Answer { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RequestKey>
    {
        public void Configure(EntityTypeBuilder<RequestKey> b)
        {
            b.ToTable("request_key");
            b.HasKey(r => new { r.AccountId, r.Key });
            b.Property(r => r.Key).HasMaxLength(Longest);
            b.Property(r => r.Answer).HasMaxLength(-1);
            b.HasIndex(r => r.At);
        }
    }
}
