namespace ThiDua.App.Security;

/// <summary>
/// Bounds the rows that strangers can cause: of sign-ins that fail without a check (no such account, a locked one) one a
/// minute is recorded, with the number of those since the last.
/// </summary>
public sealed class SignInTally(TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private readonly Dictionary<int, (DateTimeOffset Last, int Since)> counted = [];

    /// <param name="account">Null for names that nobody has: all of them together.</param>
    /// <returns>How many to record now; null to record none.</returns>
    public int? Count(int? account)
    {
        var now = clock.GetUtcNow();
        lock (counted)
        {
            var (last, since) = counted.GetValueOrDefault(account ?? 0);
            var due = now - last >= Every;
            counted[account ?? 0] = due ? (now, 0) : (last, since + 1);
            return due ? since + 1 : null;
        }
    }
}
