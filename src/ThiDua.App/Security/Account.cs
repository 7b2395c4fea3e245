using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Tree;

namespace ThiDua.App.Security;

/// <summary>A person who signs in. What they may do is in <see cref="Grant"/>.</summary>
public sealed class Account : IdentityUser<int>, IPlaced
{
    public string PublicId { get; init; } = Data.PublicId.New();
    public required string FullName { get; set; }

    /// <summary>Full name and user name, folded: what a search without marks looks in.</summary>
    public string Search { get; set; } = "";

    /// <summary>People are listed by given name, the last word, as Vietnamese lists are.</summary>
    public string SortKey { get; set; } = "";

    /// <summary>Since when it is out of use; null while it is used.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>A password that was issued holds until then, for one sign-in that changes it; null once it is the person's own.</summary>
    public DateTimeOffset? PasswordExpires { get; set; }
    public List<Grant> Grants { get; init; } = [];

    /// <summary>Names the person; search and order follow.</summary>
    public void Name(string userName, string fullName)
    {
        (UserName, NormalizedUserName, FullName) = (userName, userName.ToUpperInvariant(), fullName);
        Search = SearchText.Fold($"{fullName} {userName}");
        var key = NameText.SortKey(fullName[(fullName.LastIndexOf(' ') + 1)..]) + NameText.SortKey(fullName);
        SortKey = key[..Math.Min(key.Length, 400)];
    }

    /// <summary>Every unit where the person holds, or held, a role: whoever manages people at one of them finds the person.</summary>
    public static IQueryable<int> UnitOf(AppDb db, string id) =>
        db.Accounts.Where(a => a.PublicId == id).SelectMany(a => a.Grants).Select(g => g.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> b)
        {
            b.ToTable("account");
            b.Property(a => a.PublicId).HasMaxLength(20);
            b.HasIndex(a => a.PublicId).IsUnique();
            b.HasIndex(a => a.NormalizedUserName).IsUnique();
            b.HasIndex(a => a.SortKey);
            b.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        }
    }
}

/// <summary>A role held at a unit, for its whole subtree, from a day to a day.</summary>
public sealed class Grant
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    public int AccountId { get; init; }
    public int UnitId { get; init; }

    /// <summary>A code of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }
    public DateOnly From { get; init; }

    /// <summary>The last day on which it is held.</summary>
    public DateOnly? To { get; set; }

    public bool HeldOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Whether it was given up before the day; one that begins later is not.</summary>
    public bool EndedBefore(DateOnly day) => To < day || To < From;

    internal sealed class Mapping : IEntityTypeConfiguration<Grant>
    {
        public void Configure(EntityTypeBuilder<Grant> b)
        {
            b.ToTable("account_grant");
            b.Property(g => g.PublicId).HasMaxLength(20);
            b.HasIndex(g => g.PublicId).IsUnique();
            b.Property(g => g.Role).HasMaxLength(40);
            b.HasOne<Account>().WithMany(a => a.Grants).HasForeignKey(g => g.AccountId);
            b.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId);
        }
    }
}
