using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.App.Tests.Support;

/// <summary>The program as a process of its own, as people start it.</summary>
internal static class Verb
{
    public static Task<(int Code, string Output, string Error)> Run(params string[] arguments) => Fed("", arguments);

    /// <summary>With something on its standard input.</summary>
    public static async Task<(int Code, string Output, string Error)> Fed(string input, params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "thidua.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>On the data of a system that goes on serving.</summary>
    public static async Task<(int Code, string Output, string Error)> On(TestSystem system, params string[] arguments)
    {
        string[] address =
            system.Engine == Engine.Postgres
                ? ["--database", (await system.Db(db => Task.FromResult(db.Database.GetConnectionString())))!]
                : [];
        return await Run([.. arguments, "--data", system.DataFolder, .. address]);
    }
}
