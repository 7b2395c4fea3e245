using System.Collections.Concurrent;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench.Campaigns;

/// <summary>One figure that was sent: its value is like no other's, so that the database says how often it was taken.</summary>
internal sealed record Sent(PostedFact Fact, string Key);

/// <summary>What the senders know: what was acknowledged, and what they got no answer for.</summary>
internal sealed class Journal(IReadOnlyList<string> hamlets, int clients)
{
    private static readonly string[] Indicators = ["outreach.posts", "outreach.broadcasts", "patrol.shifts", "outreach.sessions"];
    private readonly ConcurrentDictionary<long, Sent> acknowledged = [],
        open = [];
    private long last;

    public ICollection<long> Acknowledged => acknowledged.Keys;
    public ICollection<Sent> Open => open.Values;

    /// <summary>Every figure of a unit comes from one client, one after the other: the order in which they hold is known.</summary>
    public async Task Send(Client client, int number)
    {
        var n = Interlocked.Increment(ref last);
        var own = hamlets.Where((_, at) => at % clients == number).ToList();
        var sent = new Sent(
            new(own[(int)(n % own.Count)], Indicators[n / 7 % Indicators.Length], $"2025{1 + (n / 31 % 12):00}", n),
            Guid.NewGuid().ToString("N")
        );
        await Send(client, sent);
    }

    /// <summary>The same request again, with its key.</summary>
    public async Task Send(Client client, Sent sent)
    {
        open[sent.Fact.Value] = sent;
        await client.Send(sent.Fact, sent.Key);
        acknowledged[sent.Fact.Value] = sent;
        open.TryRemove(sent.Fact.Value, out _);
    }
}
