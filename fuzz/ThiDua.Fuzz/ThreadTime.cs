using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ThiDua.Fuzz;

/// <summary>
/// Processor time of the calling thread, so that a busy machine makes nothing look slow; the clock on the wall where that cannot be had.
/// </summary>
internal static partial class ThreadTime
{
    private const int ThreadCpuTime = 3;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, Span<long> secondsAndNanoseconds);

    public static TimeSpan Of(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    private static TimeSpan Now()
    {
        Span<long> time = stackalloc long[2];
        return OperatingSystem.IsLinux() && ClockGetTime(ThreadCpuTime, time) == 0
            ? TimeSpan.FromSeconds(time[0]) + TimeSpan.FromMicroseconds(time[1] / 1000)
            : Stopwatch.GetElapsedTime(0);
    }
}
