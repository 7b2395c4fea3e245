using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Files;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Sandbox;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.App.Cli;

/// <summary><c>thidua read FILE</c>: what a plan document says, for people or as JSON.</summary>
public static class ReadVerb
{
    private sealed record Options(string File, string? Name, string? Packs, bool Json, bool Text, bool Bundle, bool Table, bool Photo);

    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "tệp kế hoạch / the plan document" };
        var json = new Option<bool>("--json") { Description = "in JSON theo docs/plan-format.md / prints JSON" };
        var text = new Option<bool>("--text") { Description = "in văn bản theo dòng / prints the text form, line by line" };
        var bundle = new Option<bool>("--bundle") { Description = "dùng trong hệ thống / for the system itself", Hidden = true };
        var table = new Option<bool>("--table") { Description = "dùng trong hệ thống / for the system itself", Hidden = true };
        var photo = new Option<bool>("--photo") { Description = "dùng trong hệ thống / for the system itself", Hidden = true };
        var name = new Option<string?>("--name") { Description = "tên tệp như người gửi đặt / the file's own name", Hidden = true };
        var packs = new Option<string?>("--packs")
        {
            Description = "thư mục bộ mẫu, để biết thêm tên cơ quan / packs whose organs are known too",
        };
        var verb = new Command("read", "Đọc một kế hoạch và in những gì đọc được / reads a plan document")
        {
            file,
            json,
            text,
            bundle,
            table,
            photo,
            name,
            packs,
        };
        verb.SetAction(
            (parsed, cancellationToken) =>
                Run(
                    new(
                        parsed.GetValue(file)!,
                        parsed.GetValue(name),
                        parsed.GetValue(packs),
                        parsed.GetValue(json),
                        parsed.GetValue(text),
                        parsed.GetValue(bundle),
                        parsed.GetValue(table),
                        parsed.GetValue(photo)
                    ),
                    cancellationToken
                )
        );
        return verb;
    }

    private static async Task<int> Run(Options options, CancellationToken cancellationToken)
    {
        if (options.Bundle || options.Table || options.Photo)
            Child.EndWithParent();
        if (options.Photo)
            return PhotoAnswer.Write(options.File);
        if (options.Table)
            return TableAnswer.Write(options.File);
        try
        {
            return Environment.GetEnvironmentVariable(Child.HeapVariable) is null && PlanReaderProcess.BudgetFor(options.File) is { } budget
                ? await Apart(options, budget.Heap, budget.Wall, cancellationToken)
                : Here(options, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{options.File}: không mở được tệp / cannot be opened: {e.Message}");
            return CommandLine.BadInput;
        }
    }

    /// <summary>
    /// By hand a file costs no more, and may do no more, than it does as an upload: it is read in a child that is shut in.
    /// </summary>
    private static async Task<int> Apart(Options options, long heap, TimeSpan wall, CancellationToken cancellationToken)
    {
        var file = options.File;
        string?[] how =
        [
            options.Json ? "--json" : null,
            options.Text ? "--text" : null,
            options.Name is { } name ? $"--name={name}" : null,
            options.Packs is { } packs ? $"--packs={packs}" : null,
        ];
        using var folder = RunFolders.ByHand.Make();
        using var child = Process.Start(Child.Command(folder, ["read", .. how.OfType<string>(), "--", file], heap, wall))!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(wall);
        try
        {
            await child.WaitForExitAsync(limit.Token);
            return Child.RanOutOfMemory(child.ExitCode) ? Refused(file, PlanReaderProcess.TooHeavyWords(heap)) : child.ExitCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refused(file, PlanReaderProcess.TooSlowWords(wall));
        }
        finally
        {
            if (!child.HasExited)
                child.Kill(entireProcessTree: true);
        }
    }

    private static int Refused(string file, (string Vietnamese, string English) words)
    {
        Console.Error.WriteLine($"{file}: {words.Vietnamese} / {words.English}");
        return CommandLine.BadInput;
    }

    private static int Here(Options options, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = File.OpenRead(options.File);
            var source = DocumentSource.Read(
                stream,
                options.Name ?? options.File,
                cancellationToken: cancellationToken,
                progress: options.Bundle || !Console.IsErrorRedirected ? new Pages(options.Bundle) : null
            );
            var plan = options.Text ? null : PlanReader.Read(source, PackWords.In(options.Packs ?? ServeOptions.DefaultPacks));
            using var output = Console.OpenStandardOutput();
            if (plan is null)
                source.WriteText(output);
            else if (options.Bundle)
                PlanBundle.Write(plan, source, output);
            else if (options.Json)
                PlanJson.Write(plan, output);
            else
                Print(PlanSummary.Lines(plan), output);
            if (options.Text || options.Json)
                output.WriteByte((byte)'\n');
            return CommandLine.Done;
        }
        catch (UnreadableDocumentException e) when (options.Bundle)
        {
            using var output = Console.OpenStandardOutput();
            PlanBundle.Write(new PlanRefusal(e.Code, e.Vietnamese, e.English), output);
        }
        catch (UnreadableDocumentException e)
        {
            Console.Error.WriteLine($"{options.File}: {e.Message}");
        }
        // What it began to write is no answer: the process that started it is told by the exit code.
        catch (OutOfMemoryException) when (options.Bundle)
        {
            return Child.OutOfMemory;
        }
        catch (OutOfMemoryException)
        {
            return Refused(options.File, PlanReaderProcess.TooHeavyWords(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes));
        }
        return CommandLine.BadInput;
    }

    /// <summary>A page as the child names it on its standard error; null for any other line.</summary>
    internal static ReadProgress? Page(string line) =>
        line.StartsWith(PageMark, StringComparison.Ordinal)
        && line[PageMark.Length..].Split('/') is [var page, var pages]
        && int.TryParse(page, CultureInfo.InvariantCulture, out var at)
        && int.TryParse(pages, CultureInfo.InvariantCulture, out var of)
            ? new ReadProgress(at, of)
            : null;

    private const string PageMark = "@page ";

    /// <summary>
    /// Pages that are read from their picture, on standard error: for the system that started this, or for who waits at the
    /// screen.
    /// </summary>
    internal sealed class Pages(bool forSystem) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) =>
            Console.Error.WriteLine(
                forSystem
                    ? PageMark + string.Create(CultureInfo.InvariantCulture, $"{value.Page}/{value.Pages}")
                    : string.Create(CultureInfo.InvariantCulture, $"trang {value.Page}/{value.Pages} / page {value.Page} of {value.Pages}")
            );
    }

    private static void Print(IEnumerable<string> lines, Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true);
        foreach (var line in lines)
            writer.Write(line + "\n");
    }
}
