using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ThiDua.App.Data;

/// <summary>Which node does a piece of background work, and until when: two nodes never do it side by side.</summary>
public sealed class Lease
{
    public required string Name { get; init; }
    public required string Owner { get; set; }
    public DateTimeOffset Until { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Lease>
    {
        public void Configure(EntityTypeBuilder<Lease> b)
        {
            b.ToTable("lease");
            b.HasKey(l => l.Name);
        }
    }
}
