using System.Diagnostics;
using System.Globalization;

namespace ThiDua.App.Sandbox;

/// <summary>
/// This program again, as a process that can be bounded, shut in and killed with everything it started: .NET can neither
/// bound the memory of a parser nor end its thread.
/// </summary>
public sealed class Child : IDisposable
{
    /// <summary>How the runtime is told the limit of its heap.</summary>
    public const string HeapVariable = "DOTNET_GCHeapHardLimit";

    /// <summary>Exit code of a child that its heap did not suffice and that could still say so.</summary>
    public const int OutOfMemory = 3;

    private const long Megabyte = 1024 * 1024;

    // Where programs and their data lie; nothing else of the server's environment is a child's business.
    private static readonly string[] Inherited =
    [
        "PATH",
        "DOTNET_ROOT",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
        "LD_LIBRARY_PATH",
        "TESSDATA_PREFIX",
    ];

    private readonly Process process;

    private Child(Process process) => this.process = process;

    public Stream Output => process.StandardOutput.BaseStream;
    public Stream Said => process.StandardError.BaseStream;

    /// <summary>A child that reads <see cref="RunFolder.Input"/>, works in that folder and answers on its standard output.</summary>
    public static Child Start(RunFolder folder, IEnumerable<string> arguments, long heap, TimeSpan most)
    {
        var start = Command(folder, arguments, heap, most);
        start.WorkingDirectory = folder.Path;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        // Its standard input stays open as long as somebody waits for it: see EndWithParent.
        return new(Process.Start(start)!);
    }

    /// <summary>The command alone, for who gives the child its own place and pipes.</summary>
    /// <param name="heap">Bytes: only at its start can a process be given a limit that its collector heeds from the first byte.</param>
    public static ProcessStartInfo Command(RunFolder folder, IEnumerable<string> arguments, long heap, TimeSpan most)
    {
        var command = Walls.Around(Walls.Here, [.. ThisProgram(), .. arguments], folder, most);
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false };
        start.Environment.Clear();
        foreach (var name in Inherited)
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var name in (string[])["HOME", "TMPDIR", "TMP", "TEMP"])
            start.Environment[name] = folder.Path;
        start.Environment[HeapVariable] = Hex(heap);
        // Small regions leave little of so small a heap unused between what lives.
        start.Environment["DOTNET_GCRegionSize"] = Hex(2 * Megabyte);
        foreach (var off in (string[])["DOTNET_gcServer", "DOTNET_gcConcurrent", "DOTNET_EnableDiagnostics"])
            start.Environment[off] = "0";
        return start;
    }

    /// <summary>
    /// Exit codes of a process that its heap did not suffice: what the runtime ends with when it cannot even report that.
    /// </summary>
    public static bool RanOutOfMemory(int exitCode) => exitCode is 134 or 137 or 139;

    /// <summary>Called in the child: it ends when the program that started it does, however that ends.</summary>
    public static void EndWithParent() =>
        new Thread(
            () =>
            {
                using var input = Console.OpenStandardInput();
                while (input.ReadByte() >= 0) { }
                using var self = Process.GetCurrentProcess();
                self.Kill();
            },
            maxStackSize: 256 * 1024
        )
        {
            IsBackground = true,
        }.Start();

    public async Task<int> Ended(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static string[] ThisProgram()
    {
        var folder = AppContext.BaseDirectory;
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "thidua.exe" : "thidua");
        return File.Exists(program) ? [program] : ["dotnet", Path.Combine(folder, "thidua.dll")];
    }

    private static string Hex(long bytes) => "0x" + bytes.ToString("X", CultureInfo.InvariantCulture);
}
