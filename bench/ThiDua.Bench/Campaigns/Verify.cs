using System.Diagnostics;
using System.Text.Json;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench.Campaigns;

/// <summary><c>thidua verify --json</c> over a system that nobody serves.</summary>
internal static class Verify
{
    /// <returns>How much it found wrong, of whatever kind.</returns>
    public static async Task<int> Wrong(BenchEngine engine)
    {
        string[] arguments =
        [
            "verify",
            "--json",
            "--data",
            engine.Folder,
            "--packs",
            engine.Packs,
            .. engine.Postgres is { } address ? new[] { "--database", address } : [],
        ];
        using var process = Process.Start(
            new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "thidua"), arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var told = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode == 1 && said.Contains("Usage:", StringComparison.Ordinal))
        {
            Console.Error.WriteLine("# this program has no verb verify: totals and acts are not checked");
            return 0;
        }
        // 3: there are findings.
        if (process.ExitCode is not (0 or 3))
            throw new InvalidOperationException($"thidua verify ended with {process.ExitCode}: {await told}{said}");
        using var found = JsonDocument.Parse(said);
        var wrong = found
            .RootElement.EnumerateObject()
            .Where(p => p.Value.ValueKind == JsonValueKind.Object)
            .Sum(p => p.Value.TryGetProperty("wrong", out var count) ? count.GetInt32() : 0);
        if (wrong > 0)
            Console.WriteLine($"verify: {said.Trim()}");
        return process.ExitCode == 0 ? wrong : Math.Max(1, wrong);
    }
}
