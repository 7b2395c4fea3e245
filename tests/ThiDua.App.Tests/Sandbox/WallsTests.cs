using System.Diagnostics;
using ThiDua.App.Sandbox;

namespace ThiDua.App.Tests.Sandbox;

/// <summary>What a child can reach. Where the machine refuses a wall, its tests say so and are skipped.</summary>
public sealed class WallsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string data = Directory.CreateTempSubdirectory("thidua-walls-test-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static void Require(Wall wall) =>
        Assert.SkipUnless(Walls.Here >= wall, $"This machine allows {Walls.Here} only (user namespaces are refused).");

    private static Process Start(RunFolder folder, string script)
    {
        var command = Walls.Around(Walls.Here, ["sh", "-c", script], folder, Patience);
        return Process.Start(
            new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
    }

    private async Task<string> Say(string script)
    {
        using var folder = new RunFolders(data).Make();
        using var process = Start(folder, script);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }

    [Theory]
    [InlineData(Wall.None)]
    [InlineData(Wall.Limits)]
    [InlineData(Wall.Network)]
    [InlineData(Wall.Full)]
    public async Task Behind_each_wall_a_program_runs_and_its_exit_code_comes_back(Wall wall)
    {
        Require(wall);
        foreach (var folders in new[] { new RunFolders(data), new RunFolders(data, Path.Combine(data, "packs")), RunFolders.ByHand })
        {
            using var folder = folders.Make();
            var command = Walls.Around(wall, ["sh", "-c", "echo \"$1\"; exit 7", "sh", "@a b"], folder, Patience);
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
            Assert.Equal("@a b\n", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(7, process.ExitCode);
        }
    }

    [Fact]
    public async Task There_is_no_network()
    {
        Require(Wall.Network);
        var devices = (await Say("cat /proc/self/net/dev"))
            .Split('\n')
            .Where(l => l.Contains(':', StringComparison.Ordinal))
            .Select(l => l.Split(':')[0].Trim());
        Assert.Equal(["lo"], devices);
    }

    [Fact]
    public async Task There_is_no_way_back_to_privilege()
    {
        Require(Wall.Network);
        var status = (await Say("cat /proc/self/status"))
            .Split('\n')
            .Select(l => l.Split(':', 2))
            .Where(l => l.Length == 2)
            .ToDictionary(l => l[0], l => l[1].Trim());
        Assert.All(new[] { "CapPrm", "CapEff", "CapBnd", "CapAmb" }, name => Assert.Equal(new string('0', 16), status[name]));
        Assert.Equal("1", status["NoNewPrivs"]);
    }

    [Fact]
    public async Task The_data_folder_and_other_processes_are_out_of_sight()
    {
        Require(Wall.Full);
        await File.WriteAllTextAsync(Path.Combine(data, "thidua.db"), "bí mật", TestContext.Current.CancellationToken);
        var said = await Say(
            $"pwd; ls {data}; umount {data}; cat {data}/thidua.db; echo x > out && cat out; ls -d /proc/{Environment.ProcessId}; ls /run"
        );
        Assert.DoesNotContain("bí mật", said, StringComparison.Ordinal);
        Assert.DoesNotContain($"\n/proc/{Environment.ProcessId}\n", said, StringComparison.Ordinal);
        Assert.Contains($"{data}/incoming/run-", said, StringComparison.Ordinal);
        Assert.Contains("\nx\n", said, StringComparison.Ordinal);
        Assert.Equal("bí mật", await File.ReadAllTextAsync(Path.Combine(data, "thidua.db"), TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(data, "incoming")));
    }

    /// <summary>A grandchild that left its group and its parent still holds the pipe: it ends when all have ended.</summary>
    [Fact]
    public async Task Nothing_outlives_a_child_that_is_killed()
    {
        Require(Wall.Full);
        using var folder = new RunFolders(data).Make();
        using var process = Start(folder, "setsid sleep 3600 & (setsid sleep 3600 &) ; echo ready; sleep 3600");
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        process.Kill();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(patience.Token));
    }

    [Fact]
    public async Task Memory_is_bounded()
    {
        Require(Wall.Limits);
        Assert.Contains($"{Walls.MostMemory}", await Say("cat /proc/self/limits | grep 'Max data size'"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_is_told_nothing_of_the_servers_environment()
    {
        Environment.SetEnvironmentVariable("THIDUA_TEST_SECRET", "bí mật");
        using var folder = RunFolders.ByHand.Make();
        var start = Child.Command(folder, ["read", RunFolder.InputName], 40_000_000, Patience);
        Assert.All(
            start.Environment.Keys,
            name =>
                Assert.True(
                    name is "PATH" or "HOME" or "TMPDIR" or "TMP" or "TEMP" or "LANG" or "LC_ALL" or "LD_LIBRARY_PATH" or "TESSDATA_PREFIX"
                        || name.StartsWith("DOTNET_", StringComparison.Ordinal),
                    name
                )
        );
        Assert.Equal(folder.Path, start.Environment["TMPDIR"]);
    }

    /// <summary>The program that waits for a child may be killed: the child notices that nobody holds its input any more.</summary>
    [Fact]
    public async Task A_child_ends_with_the_program_that_started_it()
    {
        using var folder = RunFolders.ByHand.Make();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A pipe with a name is of Linux.");
        // A pipe that nobody writes to: whoever opens it waits.
        using (var pipe = Process.Start("mkfifo", [folder.Input]))
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        var start = Child.Command(folder, ["read", folder.Input, "--table"], 40_000_000, Patience);
        start.RedirectStandardInput = start.RedirectStandardError = true;
        using var child = Process.Start(start)!;
        child.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await child.WaitForExitAsync(patience.Token);
        Assert.NotEqual(0, child.ExitCode);
    }
}
