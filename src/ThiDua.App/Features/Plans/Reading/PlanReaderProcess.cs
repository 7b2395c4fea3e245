using System.Diagnostics;
using System.Globalization;
using System.Text;
using ThiDua.App.Cli;
using ThiDua.Plans.Source;

namespace ThiDua.App.Features.Plans.Reading;

/// <summary>
/// Reads an uploaded file in a child process: .NET can neither bound the memory of a parser nor end its thread, a process
/// can be given both limits and be killed with everything it started.
/// </summary>
public sealed class PlanReaderProcess
{
    private const long Megabyte = 1024 * 1024;
    private const long LeastHeap = 40 * Megabyte;
    private const long MostHeap = 220 * Megabyte;
    private const long LightText = 128 * 1024;
    private const int MostComplaint = 64 * 1024;
    private const int MostOutput = 96 * 1024 * 1024;

    public static readonly TimeSpan Wall = TimeSpan.FromSeconds(5);
    /// <summary>An honest text of 20 MB takes three seconds, and five times that on a busy machine; bombs are refused long before.</summary>
    private static readonly TimeSpan WallPerMegabyte = TimeSpan.FromSeconds(1);
    /// <summary>Files that another program (Tesseract, LibreOffice) has to read first, and .pdf; of a scan, each page anew.</summary>
    public static readonly TimeSpan SlowWall = TimeSpan.FromSeconds(120);

    // Two at a time: the machine's memory is bounded too, not only one child's.
    private readonly SemaphoreSlim places = new(2);

    /// <param name="packs">Folder of the packs whose organs the reader shall know.</param>
    /// <param name="progress">Told each page that has to be read from its picture.</param>
    public async Task<PlanBundle> Read(string file, string name, string packs, CancellationToken stop, IProgress<ReadProgress>? progress = null)
    {
        await places.WaitAsync(stop);
        try
        {
            var (wall, heap, _) = CostOf(file);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            // A page that is begun shows that the reader goes on: a long scan is read to its end, a page that hangs is not waited for.
            void Page(ReadProgress page)
            {
                limit.CancelAfter(wall);
                progress?.Report(page);
            }
            try
            {
                limit.CancelAfter(wall);
                return await Run(Command(file, name, packs, heap), heap, Page, limit.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                var (vietnamese, english) = TooSlowWords(wall);
                return Refusal("timeout", vietnamese, english);
            }
        }
        finally
        {
            places.Release();
        }
    }

    private static async Task<PlanBundle> Run(ProcessStartInfo command, long heap, Action<ReadProgress> page, CancellationToken stop)
    {
        using var child = Process.Start(command)!;
        try
        {
            return await Result(child, heap, page, stop);
        }
        finally
        {
            if (!child.HasExited) child.Kill(entireProcessTree: true);
        }
    }

    private static async Task<PlanBundle> Result(Process child, long heap, Action<ReadProgress> page, CancellationToken stop)
    {
        child.StandardInput.Close();
        var complaint = Complaint(child.StandardError, page, stop);
        var output = await Bounded(child.StandardOutput.BaseStream, stop);
        await child.WaitForExitAsync(stop);
        if (output is null) return Refusal("too-much-text", $"nội dung đọc được dài quá {MostOutput / 1024 / 1024} MB, vượt giới hạn.", $"what was read is larger than {MostOutput / 1024 / 1024} MB, which is the limit.");
        // What a child wrote before it died is no answer, however whole it looks.
        if (PlanBundle.Parse(output.GetBuffer().AsSpan(0, (int)output.Length)) is { } bundle
            && child.ExitCode == (bundle.Refused is null ? CommandLine.Done : CommandLine.BadInput)) return bundle;
        return child.ExitCode is OutOfMemory || RanOutOfMemory(child.ExitCode) || (await complaint).Contains("OutOfMemory", StringComparison.Ordinal)
            ? TooHeavy(heap)
            : Refusal("program-failed", "bộ đọc dừng bất thường; tệp có thể bị hỏng.", "the reader stopped unexpectedly; the file may be damaged.");
    }

    /// <summary>What the child says beside its answer: pages as it comes to them ("@page 3/12"), else a complaint.</summary>
    private static async Task<string> Complaint(StreamReader said, Action<ReadProgress> begun, CancellationToken stop)
    {
        var lines = new StringBuilder();
        while (await said.ReadLineAsync(stop) is { } line)
            if (ReadVerb.Page(line) is { } page) begun(page);
            else if (lines.Length < MostComplaint) lines.AppendLine(line);
        return lines.ToString();
    }

    private static PlanBundle TooHeavy(long heap)
    {
        var (vietnamese, english) = TooHeavyWords(heap);
        return Refusal("too-heavy", vietnamese, english);
    }

    /// <summary>What is said of a file that takes longer than one of its kind and size may.</summary>
    public static (string Vietnamese, string English) TooSlowWords(TimeSpan wall) =>
        ($"đọc quá {wall.TotalSeconds:0} giây, vượt giới hạn thời gian. Tệp có thể bị hỏng, hoặc cần tách thành tệp nhỏ hơn.", $"reading took more than {wall.TotalSeconds:0} seconds, which is the limit. The file may be damaged, or has to be split.");

    /// <summary>What is said of a file that needs more memory than one of its size may take.</summary>
    public static (string Vietnamese, string English) TooHeavyWords(long heap) =>
        ($"đọc tệp này cần quá {heap / Megabyte} MB bộ nhớ, vượt giới hạn cho tệp cỡ này. Hãy tách thành tệp nhỏ hơn.", $"reading this file needs more than {heap / Megabyte} MB of memory, which is the limit for a file of its size. Split it.");

    private static PlanBundle Refusal(string code, string vietnamese, string english) => new(null, null, new(code, vietnamese, english));

    private static async Task<MemoryStream?> Bounded(Stream from, CancellationToken stop)
    {
        var kept = new MemoryStream();
        var part = new byte[81_920];
        int count;
        while ((count = await from.ReadAsync(part, stop)) > 0)
        {
            if (kept.Length + count > MostOutput) return null;
            kept.Write(part, 0, count);
        }
        return kept;
    }

    private static ProcessStartInfo Command(string file, string name, string packs, long heap)
    {
        var start = Limited(["read", file, "--name", name, "--packs", packs, "--bundle"], heap);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return start;
    }

    /// <summary>This program again, with a limit to its heap: only at its start can a process be given one that its collector heeds from the first byte.</summary>
    public static ProcessStartInfo Limited(IEnumerable<string> arguments, long heap)
    {
        var folder = AppContext.BaseDirectory;
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "thidua.exe" : "thidua");
        var start = new ProcessStartInfo(File.Exists(program) ? program : "dotnet") { UseShellExecute = false };
        if (!File.Exists(program)) start.ArgumentList.Add(Path.Combine(folder, "thidua.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment[HeapVariable] = "0x" + heap.ToString("X", CultureInfo.InvariantCulture);
        // Small regions leave little of so small a heap unused between what lives.
        start.Environment["DOTNET_GCRegionSize"] = "0x" + (2 * Megabyte).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    /// <summary>How the runtime is told the limit of its heap.</summary>
    public const string HeapVariable = "DOTNET_GCHeapHardLimit";

    /// <summary>Exit code of a child that its heap did not suffice and that could still say so.</summary>
    public const int OutOfMemory = 3;

    /// <summary>Exit codes of a process that its heap did not suffice: what the runtime ends with when it cannot even report that.</summary>
    public static bool RanOutOfMemory(int exitCode) => exitCode is 134 or 137 or 139;

    /// <summary>Bytes of heap and the time that reading a file by hand may take, on a machine that has other work too; null for a text so short that it cannot need more than it should, and for a pipe, which is read once.
    /// No time is set to what other programs read: a scan tells its pages instead.</summary>
    public static (long Heap, TimeSpan Wall)? BudgetFor(string file) =>
        new FileInfo(file) is { Exists: true, Length: > 0 and var length } && CostOf(file) is var cost && (cost.Packed || length > LightText) ? (cost.Heap, cost.Wall == SlowWall ? Timeout.InfiniteTimeSpan : 4 * cost.Wall) : null;

    /// <summary>What one file may cost: its kind is told by the first bytes, as the reader does.</summary>
    private static Cost CostOf(string file)
    {
        Span<byte> head = stackalloc byte[8];
        using var stream = File.OpenRead(file);
        // What is read once is not looked at before.
        if (!stream.CanSeek) return new(SlowWall, MostHeap, Packed: false);
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var (size, heap) = (stream.Length, HeapOf(stream.Length));
        return head[..count] switch
        {
            [0x25, 0x50, 0x44, 0x46, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x7B, 0x5C, 0x72, 0x74, ..]
                or [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, ..] or [0x49, 0x49, 0x2A, 0, ..] or [0x4D, 0x4D, 0, 0x2A, ..] => new(SlowWall, heap, Packed: true),
            // Words in a .docx unpack to four times their size.
            [0x50, 0x4B, ..] => new(WallOf(4 * size), heap, Packed: true),
            _ => new(WallOf(size), heap, Packed: false),
        };
    }

    private static TimeSpan WallOf(long text) => Wall + WallPerMegabyte * (text / 1e6);

    // A tight limit makes the collector tidy up early, a lax one lets it keep what it need not: with what the runtime takes
    // beside it the whole process stays below 100 MB and ten times the file.
    private static long HeapOf(long file) => Math.Clamp(30 * Megabyte + 10 * file, LeastHeap, MostHeap);

    private readonly record struct Cost(TimeSpan Wall, long Heap, bool Packed);
}
