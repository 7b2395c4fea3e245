using Microsoft.EntityFrameworkCore;

namespace ThiDua.App.Data;

/// <summary>
/// What the browser called this post and what it brought: written in the transaction of the change that it brings about, so
/// that the same post sent again, because the answer was lost on the way, is done once and answered alike.
/// </summary>
public sealed class Once(AppDb db, TimeProvider clock)
{
    private int account;
    private string? post;
    private string leadsTo = "/";

    /// <param name="key">Of the post and its content: another content is another post.</param>
    /// <param name="to">Where it leads once it is done.</param>
    public void Begin(int accountId, string key, string to) => (account, post, leadsTo) = (accountId, key, to);

    public void LeadTo(string to) => leadsTo = to;

    /// <summary>Adds the key to what is about to be saved. Said by whoever writes the change, within its write.</summary>
    /// <param name="part">Of a post that is several changes, the one of them; left out: the one that ends it.</param>
    public void Write(string part = "")
    {
        if (post is null || db.ChangeTracker.Entries<RequestKey>().Any(e => e.Entity.Key == post + part))
            return;
        db.Add(
            new RequestKey
            {
                AccountId = account,
                Key = post + part,
                At = clock.GetUtcNow(),
                Answer = leadsTo,
            }
        );
    }

    /// <summary>Where it led when it was done before; null when it was not.</summary>
    public async Task<string?> Before(CancellationToken cancellationToken, string part = "") =>
        post is null
            ? null
            : await db.Set<RequestKey>()
                .AsNoTracking()
                .Where(r => r.AccountId == account && r.Key == post + part)
                .Select(r => r.Answer)
                .FirstOrDefaultAsync(cancellationToken);
}
