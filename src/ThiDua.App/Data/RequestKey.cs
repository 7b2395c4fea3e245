using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Security;

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

/// <summary>What the viewer's requests were answered, by what their clients called them; a request without a name is never known.</summary>
public sealed class RequestKeys(AppDb db, Viewer viewer, TimeProvider clock)
{
    private int Account => viewer.AccountId ?? 0;

    /// <summary>Saved with what is tracked, in the transaction of the change.</summary>
    public void Remember<T>(string? key, T answer)
    {
        if (key is not null)
            db.Add(
                new RequestKey
                {
                    AccountId = Account,
                    Key = key,
                    At = clock.GetUtcNow(),
                    Answer = JsonSerializer.Serialize(answer),
                }
            );
    }

    /// <returns>Null for a request that was not answered before.</returns>
    public async Task<T?> Before<T>(string? key, CancellationToken cancellationToken)
        where T : class
    {
        if (key is null)
            return null;
        var account = Account;
        var answer = await db.Set<RequestKey>()
            .AsNoTracking()
            .Where(r => r.AccountId == account && r.Key == key)
            .Select(r => r.Answer)
            .FirstOrDefaultAsync(cancellationToken);
        return answer is null ? null : JsonSerializer.Deserialize<T>(answer);
    }
}
