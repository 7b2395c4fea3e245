using System.Diagnostics;
using System.Text.Json;

namespace ThiDua.App.Tests.Plans;

/// <summary><c>thidua read</c> as a process of its own, as people start it.</summary>
public sealed class ReadVerbTests
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "samples", "ke-hoach-thi-dua-2024.md");

    [Fact]
    public async Task A_plan_comes_out_as_json()
    {
        var (code, output, error) = await Run("read", Sample, "--json");
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal("KH-UBND", json.RootElement.GetProperty("header").GetProperty("symbol").GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("targets").EnumerateArray());
    }

    [Fact]
    public async Task A_plan_comes_through_a_pipe()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/stdin is of Linux.");
        var (code, output, _) = await Fed(await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken), "read", "/dev/stdin");
        Assert.Equal(0, code);
        Assert.Contains("15/KH-UBND", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_opened_is_one_line_and_exit_2()
    {
        var (code, output, error) = await Run("read", Path.Combine(AppContext.BaseDirectory, "none.docx"));
        Assert.Equal((2, ""), (code, output));
        Assert.Single(error.Trim().Split('\n'));
        Assert.Contains("không mở được tệp", error, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Error)> Run(params string[] arguments) => Fed("", arguments);

    private static async Task<(int Code, string Output, string Error)> Fed(string input, params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "thidua.dll"), .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, await output, await error);
    }
}
