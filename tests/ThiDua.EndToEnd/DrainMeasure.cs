using System.Diagnostics;
using System.Globalization;

namespace ThiDua.EndToEnd;

/// <summary>How long 200 rows that waited take on a slow connection; <c>./test long drain</c> runs it and prints the figure.</summary>
public sealed class DrainMeasure(Demo demo)
{
    private const int Rows = 200;

    // "Good 3G" of the browser's own list.
    private static readonly Dictionary<string, object> Connection = new()
    {
        ["offline"] = false,
        ["latency"] = 40,
        ["downloadThroughput"] = 1_500_000 / 8,
        ["uploadThroughput"] = 750_000 / 8,
    };

    // As the worker puts a form on the shelf: all that the form brings, under a key of its own.
    private const string Put = """
        async count => {
          const form = document.querySelector('form[data-queue]');
          for (let at = 1; at <= count; at++) {
            const topic = 'Đợt gửi chậm, buổi ' + String(at).padStart(3, '0'), key = crypto.randomUUID();
            const typed = { date: '2024-09-14', topic, channel: 'meeting', attendance: '40', _key: key };
            const fields = [...new FormData(form)].filter(f => !(f[1] instanceof File)).map(f => [f[0], typed[f[0]] ?? f[1]]);
            if (!fields.some(f => f[0] === 'channel')) fields.push(['channel', 'meeting']);
            await unsent.put({ key, who: document.body.dataset.who, what: topic, form: form.elements._queue.value,
              url: location.pathname, at: Date.now(), state: 'waits', fields });
          }
        }
        """;

    [Fact]
    public async Task Of_200_rows()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("THIDUA_MEASURE") is null, "Run by ./test long drain.");
        var page = await demo.SignedIn("ap3", phone: true);
        await page.GotoAsync("/registers/outreach/new");
        await page.EvaluateAsync(Put, Rows);
        var wire = await page.Context.NewCDPSessionAsync(page);
        await wire.SendAsync("Network.enable");
        await wire.SendAsync("Network.emulateNetworkConditions", Connection);
        var watch = Stopwatch.StartNew();
        await page.GotoAsync("/queue");
        await Assertions
            .Expect(page.Locator("[data-items] a[href^='/registers/rows/']"))
            .ToHaveCountAsync(Rows, new() { Timeout = 300_000 });
        var took = watch.Elapsed.TotalSeconds;
        await page.GotoAsync("/registers/outreach?q=dot+gui+cham");
        Assert.Contains(Rows.ToString(CultureInfo.InvariantCulture), await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Skip(string.Create(CultureInfo.InvariantCulture, $"queue.drain of {Rows} rows took {took:0.0} s (limit 20)"));
    }
}
