using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ThiDua.EndToEnd;

/// <summary>The real program in a process of its own, on a data folder of its own.</summary>
public sealed partial class ThiDuaProcess : IAsyncDisposable
{
    private Process process;
    private readonly string folder;

    private ThiDuaProcess(Process process, string folder) => (this.process, this.folder) = (process, folder);

    public string Url { get; private set; } = "";
    public string Data => Path.Combine(folder, "data");

    /// <summary>Passwords by user name, as the demo printed them.</summary>
    public Dictionary<string, string> Passwords { get; } = [];

    /// <summary>The one-time code of an empty system.</summary>
    public string? SetUpCode { get; private set; }

    /// <param name="verb"><c>demo</c> or <c>serve</c>.</param>
    public static async Task<ThiDuaProcess> Start(string verb, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("thidua-e2e").FullName;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        string[] port = verb == "demo" ? ["--port", "0"] : ["--urls", "http://127.0.0.1:0"];
        foreach (
            var argument in (string[])
                [Path.Combine(AppContext.BaseDirectory, "thidua.dll"), verb, "--data", Path.Combine(folder, "data"), .. port, .. more]
        )
            start.ArgumentList.Add(argument);
        var running = new ThiDuaProcess(Process.Start(start)!, folder);
        await running.Ready().WaitAsync(TimeSpan.FromMinutes(4));
        return running;
    }

    /// <summary>As after a power cut: killed, and started anew on the same data.</summary>
    public async Task Restart()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process = Process.Start(process.StartInfo)!;
        await Ready().WaitAsync(TimeSpan.FromMinutes(4));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Ready()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Account().Match(line) is { Success: true } account)
                Passwords[account.Groups[1].Value] = account.Groups[2].Value;
            if (Code().Match(line) is { Success: true } code)
                SetUpCode = code.Groups[1].Value;
            if (!line.StartsWith("ready ", StringComparison.Ordinal))
                continue;
            Url = line["ready ".Length..].Trim();
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            return;
        }
        throw new InvalidOperationException($"The program ended: {await process.StandardError.ReadToEndAsync()}");
    }

    [GeneratedRegex(@"^\s+([a-z0-9.-]+)\s+([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})\b")]
    private static partial Regex Account();

    [GeneratedRegex(@"set-up code\): ([a-z0-9]{10})")]
    private static partial Regex Code();
}
