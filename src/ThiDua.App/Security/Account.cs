using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Tree;

namespace ThiDua.App.Security;

/// <summary>A person who signs in. What they may do is in <see cref="Grant"/>.</summary>
public sealed class Account : IdentityUser<int>
{
    public string PublicId { get; init; } = Data.PublicId.New();
    public required string FullName { get; set; }
    public List<Grant> Grants { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> b)
        {
            b.ToTable("account");
            b.Property(a => a.PublicId).HasMaxLength(20);
            b.HasIndex(a => a.PublicId).IsUnique();
            b.HasIndex(a => a.NormalizedUserName).IsUnique();
            b.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        }
    }
}

/// <summary>A role held at a unit, for its whole subtree, from a day to a day.</summary>
public sealed class Grant
{
    public int Id { get; init; }
    public int AccountId { get; init; }
    public int UnitId { get; init; }
    /// <summary>A code of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Grant>
    {
        public void Configure(EntityTypeBuilder<Grant> b)
        {
            b.ToTable("account_grant");
            b.Property(g => g.Role).HasMaxLength(40);
            b.HasOne<Account>().WithMany(a => a.Grants).HasForeignKey(g => g.AccountId);
            b.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId);
        }
    }
}
