using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Notices;

/// <param name="Decisions">Cases that wait for my decision.</param>
/// <param name="ToSign">Papers among them.</param>
/// <param name="Unread">Reminders that I have not seen.</param>
public sealed record Counts(int Decisions, int ToSign, int Unread);

/// <summary>The numbers of the menu: one query, kept for a few seconds, asked anew after whatever the person does.</summary>
public sealed class MenuCounts(AppDb db, CaseRows rows, Viewer viewer, MenuCounts.Known known, TimeProvider clock)
{
    private const string Papers = "paper";
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(20);

    public sealed class Known
    {
        private readonly ConcurrentDictionary<int, (DateTimeOffset At, Counts Counts)> counts = new();

        public Counts? Of(int account, DateTimeOffset now) =>
            counts.TryGetValue(account, out var found) && found.At <= now && now < found.At + Hold ? found.Counts : null;

        public Counts Keep(int account, DateTimeOffset now, Counts fresh)
        {
            counts[account] = (now, fresh);
            return fresh;
        }

        public void Forget(int account) => counts.TryRemove(account, out _);
    }

    public async Task<Counts> Mine(CancellationToken cancellationToken)
    {
        if (viewer.AccountId is not { } me)
            return new(0, 0, 0);
        var now = clock.GetUtcNow();
        if (known.Of(me, now) is { } kept)
            return kept;
        var (notices, offered, papers) = (db.Notices, rows.Count(decisions: true), rows.Count(decisions: true, Papers));
        var fresh = await db
            .Accounts.Where(a => a.Id == me)
            .Select(a => new Counts(
                offered.Count(),
                papers.Count(),
                notices.Where(n => n.AccountId == a.Id && n.ReadAt == null).Take(CaseRows.MostCounted).Count()
            ))
            .SingleAsync(cancellationToken);
        return known.Keep(me, now, fresh);
    }
}

/// <summary>Whatever a person does may change their numbers.</summary>
public sealed class MenuCountsMiddleware(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, Viewer viewer, MenuCounts.Known known)
    {
        await next(context);
        if (!HttpMethods.IsGet(context.Request.Method) && viewer.AccountId is { } me)
            known.Forget(me);
    }
}
