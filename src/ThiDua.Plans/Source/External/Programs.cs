using System.Diagnostics;
using System.Globalization;

namespace ThiDua.Plans.Source.External;

/// <summary>
/// Runs another program on a file, in a folder of its own, for a bounded time. The only place of the library that starts anything.
/// </summary>
internal static class Programs
{
    /// <summary>Path of an installed program; null when it is not installed.</summary>
    public static string? Find(string name, ReadLimits limits)
    {
        foreach (
            var folder in (!limits.AllowPrograms ? "" : Environment.GetEnvironmentVariable("PATH") ?? "").Split(
                Path.PathSeparator,
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
            if (File.Exists(path))
            {
                return path;
            }
        }
        return null;
    }

    /// <summary>Bytes of one file that a program may write: the largest picture of a page takes 148 MB.</summary>
    private const long MostWritten = 200_000_000;

    // Where programs and their data lie; the rest of the environment is not their business.
    private static readonly string[] Inherited = ["PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX"];

    /// <summary>Runs the program to its end and returns whether it said that all went well.</summary>
    /// <param name="memory">Bytes it may take: where <c>prlimit</c> (util-linux) is installed, it fails beyond.</param>
    /// <exception cref="UnreadableDocumentException">It took longer than the limit (<c>timeout</c>).</exception>
    public static bool Run(
        string program,
        string folder,
        TimeSpan limit,
        long memory,
        CancellationToken cancellationToken,
        params ReadOnlySpan<string> arguments
    )
    {
        var bound = Find("prlimit", ReadLimits.Default);
        var start = new ProcessStartInfo(bound ?? program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        if (bound is not null)
        {
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={memory}"));
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--fsize={MostWritten}"));
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add(program);
        }
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }
        start.Environment["HOME"] = start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        process.StandardInput.Close();
        // Both pipes must be emptied or the program stops when they are full.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Wait(process, program, limit, cancellationToken);
            return process.ExitCode == 0;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static void Wait(Process process, string program, TimeSpan limit, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (!process.WaitForExit(100))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (watch.Elapsed > limit)
            {
                var name = Path.GetFileNameWithoutExtension(program);
                throw new UnreadableDocumentException(
                    "timeout",
                    $"Chương trình {name} xử lý tệp quá {(int)limit.TotalSeconds} giây nên đã dừng.",
                    $"{name} took longer than {(int)limit.TotalSeconds} seconds and was stopped."
                );
            }
        }
    }

    /// <summary>Does something in a fresh folder that is gone afterwards.</summary>
    public static T InFolder<T>(Func<string, T> work)
    {
        var folder = Directory.CreateTempSubdirectory("thidua-read-");
        try
        {
            return work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
