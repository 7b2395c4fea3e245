using System.Text;
using ThiDua.App.Cli;
using ThiDua.App.Sandbox;
using ThiDua.Plans.Source;

namespace ThiDua.App.Features.Plans.Reading;

/// <summary>Reads an uploaded file in a child process that is bounded and shut in, and leaves nothing behind.</summary>
public sealed class PlanReaderProcess(RunFolders? folders = null)
{
    private const long Megabyte = 1024 * 1024;
    private const long LeastHeap = 40 * Megabyte;
    private const long MostHeap = 220 * Megabyte;
    private const long LightText = 128 * 1024;
    private const int MostComplaint = 64 * 1024;
    private const int MostOutput = 96 * 1024 * 1024;

    public static readonly TimeSpan Wall = TimeSpan.FromSeconds(5);

    /// <summary>
    /// An honest text of 20 MB takes three seconds, and five times that on a busy machine; bombs are refused long before.
    /// </summary>
    private static readonly TimeSpan WallPerMegabyte = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Files that another program (Tesseract, LibreOffice) has to read first, and .pdf; of a scan, from one page to the next.
    /// </summary>
    public static readonly TimeSpan SlowWall = TimeSpan.FromSeconds(120);

    /// <summary>The whole file, whatever it is and however many pages it has.</summary>
    public static readonly TimeSpan WholeWall = TimeSpan.FromMinutes(20);

    // Two at a time: the machine's memory is bounded too, not only one child's.
    private readonly SemaphoreSlim places = new(2);
    private readonly RunFolders folders = folders ?? RunFolders.ByHand;

    /// <param name="packs">Folder of the packs whose organs the reader shall know.</param>
    /// <param name="progress">Told each page that has to be read from its picture.</param>
    public async Task<PlanBundle> Read(
        string file,
        string name,
        string packs,
        CancellationToken cancellationToken,
        IProgress<ReadProgress>? progress = null
    )
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var cost = CostOf(file);
            using var folder = folders.Make();
            File.Copy(file, folder.Input);
            string[] arguments = ["read", RunFolder.InputName, $"--name={name}", $"--packs={Path.GetFullPath(packs)}", "--bundle"];
            return await Run(folder, arguments, cost, cancellationToken, progress);
        }
        finally
        {
            places.Release();
        }
    }

    private static async Task<PlanBundle> Run(
        RunFolder folder,
        string[] arguments,
        Cost cost,
        CancellationToken cancellationToken,
        IProgress<ReadProgress>? progress
    )
    {
        var most = cost.Wall == SlowWall ? WholeWall : cost.Wall;
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(whole.Token);
        // A page that is begun shows that the reader goes on: a long scan is read to its end, a page that hangs is not waited for.
        void Page(ReadProgress page)
        {
            limit.CancelAfter(cost.Wall);
            progress?.Report(page);
        }
        try
        {
            whole.CancelAfter(most);
            limit.CancelAfter(cost.Wall);
            using var child = Child.Start(folder, arguments, cost.Heap, most);
            return await Result(child, cost.Heap, Page, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refusal("timeout", TooSlowWords(whole.IsCancellationRequested ? most : cost.Wall));
        }
        catch (TooMuchSaid)
        {
            return Refusal("program-failed", StoppedWords);
        }
    }

    private static async Task<PlanBundle> Result(Child child, long heap, Action<ReadProgress> page, CancellationToken cancellationToken)
    {
        var complaint = Complaint(child.Said, page, cancellationToken);
        var output = await Bounded(child.Output, cancellationToken);
        if (output is null)
            return Refusal(
                "too-much-text",
                (
                    $"nội dung đọc được dài quá {MostOutput / Megabyte} MB, vượt giới hạn.",
                    $"what was read is larger than {MostOutput / Megabyte} MB, which is the limit."
                )
            );
        var said = await complaint;
        var code = await child.Ended(cancellationToken);
        // What a child wrote before it died is no answer, however whole it looks.
        if (
            PlanBundle.Parse(output.GetBuffer().AsSpan(0, (int)output.Length)) is { } bundle
            && code == (bundle.Refused is null ? CommandLine.Done : CommandLine.BadInput)
        )
            return bundle;
        return code is Child.OutOfMemory || Child.RanOutOfMemory(code) || said.Contains("OutOfMemory", StringComparison.Ordinal)
            ? Refusal("too-heavy", TooHeavyWords(heap))
            : Refusal("program-failed", StoppedWords);
    }

    /// <summary>What the child says beside its answer: pages as it comes to them ("@page 3/12"), else a complaint.</summary>
    private static async Task<string> Complaint(Stream said, Action<ReadProgress> begun, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        await foreach (var line in BoundedText.Lines(said, MostComplaint, MostOutput, cancellationToken))
            if (ReadVerb.Page(line) is { } page)
                begun(page);
            else if (lines.Length < MostComplaint)
                lines.AppendLine(line);
        return lines.ToString();
    }

    private static readonly (string Vietnamese, string English) StoppedWords = (
        "bộ đọc dừng bất thường; tệp có thể bị hỏng.",
        "the reader stopped unexpectedly; the file may be damaged."
    );

    /// <summary>What is said of a file that takes longer than one of its kind and size may.</summary>
    public static (string Vietnamese, string English) TooSlowWords(TimeSpan wall) =>
        (
            $"đọc quá {wall.TotalSeconds:0} giây, vượt giới hạn thời gian. Tệp có thể bị hỏng, hoặc cần tách thành tệp nhỏ hơn.",
            $"reading took more than {wall.TotalSeconds:0} seconds, which is the limit. The file may be damaged, or has to be split."
        );

    /// <summary>What is said of a file that needs more memory than one of its size may take.</summary>
    public static (string Vietnamese, string English) TooHeavyWords(long heap) =>
        (
            $"đọc tệp này cần quá {heap / Megabyte} MB bộ nhớ, vượt giới hạn cho tệp cỡ này. Hãy tách thành tệp nhỏ hơn.",
            $"reading this file needs more than {heap / Megabyte} MB of memory, which is the limit for a file of its size. Split it."
        );

    private static PlanBundle Refusal(string code, (string Vietnamese, string English) words) =>
        new(null, null, new(code, words.Vietnamese, words.English));

    private static async Task<MemoryStream?> Bounded(Stream from, CancellationToken cancellationToken)
    {
        var kept = new MemoryStream();
        var part = new byte[81_920];
        int count;
        while ((count = await from.ReadAsync(part, cancellationToken)) > 0)
        {
            if (kept.Length + count > MostOutput)
                return null;
            kept.Write(part, 0, count);
        }
        return kept;
    }

    /// <summary>
    /// Bytes of heap and the time that reading a file by hand may take, on a machine that has other work too; null for a text so
    /// short that it cannot need more than it should, and for a pipe, which is read once. No time is set to what other programs
    /// read: a scan tells its pages instead.
    /// </summary>
    public static (long Heap, TimeSpan Wall)? BudgetFor(string file) =>
        new FileInfo(file) is { Exists: true, Length: > 0 and var length }
        && CostOf(file) is var cost
        && (cost.Packed || length > LightText)
            ? (cost.Heap, cost.Wall == SlowWall ? Timeout.InfiniteTimeSpan : 4 * cost.Wall)
            : null;

    /// <summary>What one file may cost: its kind is told by the first bytes, as the reader does.</summary>
    private static Cost CostOf(string file)
    {
        Span<byte> head = stackalloc byte[80];
        using var stream = File.OpenRead(file);
        // What is read once is not looked at before.
        if (!stream.CanSeek)
            return new(SlowWall, MostHeap, Packed: false);
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var (size, heap) = (stream.Length, HeapOf(stream.Length));
        return head[..count] switch
        {
            [0x25, 0x50, 0x44, 0x46, ..]
            or [0xD0, 0xCF, 0x11, 0xE0, ..]
            or [0x7B, 0x5C, 0x72, 0x74, ..]
            or [0xFF, 0xD8, 0xFF, ..]
            or [0x89, 0x50, 0x4E, 0x47, ..]
            or [0x49, 0x49, 0x2A, 0, ..]
            or [0x4D, 0x4D, 0, 0x2A, ..] => new(SlowWall, heap, Packed: true),
            // An OpenDocument file says what it is first, unpacked; LibreOffice reads it.
            [0x50, 0x4B, ..] when head.IndexOf("mimetypeapplication/vnd.oasis"u8) > 0 => new(SlowWall, heap, Packed: true),
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
