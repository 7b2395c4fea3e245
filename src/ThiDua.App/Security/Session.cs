using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ThiDua.App.Security;

/// <summary>
/// That a person signed in with a browser. The cookie carries a random token, of which only the hash is kept here: who
/// reads the database cannot act as anybody. No address and no device is kept, only the browser's short name.
/// </summary>
public sealed class Session
{
    public const string SignedOut = "signed-out",
        PasswordChanged = "password",
        Disabled = "disabled";

    public int Id { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal digits.</summary>
    public required string Hash { get; init; }
    public int AccountId { get; init; }

    /// <summary>The account's security stamp as it was: whatever changes that one ends the session, come what may.</summary>
    public required string Stamp { get; set; }
    public required string Browser { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Written once a minute at most, without an act.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>The end that no use puts off.</summary>
    public DateTimeOffset Expires { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedWhy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> b)
        {
            b.ToTable("session");
            b.Property(s => s.Hash).HasMaxLength(64);
            b.Property(s => s.Stamp).HasMaxLength(40);
            b.Property(s => s.Browser).HasMaxLength(40);
            b.Property(s => s.EndedWhy).HasMaxLength(20);
            b.HasIndex(s => s.Hash).IsUnique();
            b.HasIndex(s => new { s.AccountId, s.EndedAt });
            b.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        }
    }
}
