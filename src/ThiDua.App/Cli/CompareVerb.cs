using System.CommandLine;
using System.Text;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Compare;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Packs;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.App.Cli;

/// <summary><c>thidua compare A B</c>: what the second plan asks for otherwise than the first, as text, Word or Excel.</summary>
public static class CompareVerb
{
    private const int Width = 60;

    public static Command Build()
    {
        var a = new Argument<string>("a") { Description = "kế hoạch trước, hoặc của cấp trên / the earlier plan, or the one above" };
        var b = new Argument<string>("b") { Description = "kế hoạch sau, hoặc của cấp dưới / the later plan, or the one below" };
        var output = new Option<string?>("--out")
        {
            Description = "ghi ra tệp .docx hoặc .xlsx thay vì in / writes a .docx or .xlsx file instead of printing",
        };
        var verb = new Command("compare", "So sánh hai kế hoạch / compares two plans") { a, b, output };
        verb.SetAction(
            (parsed, cancellationToken) => Run(parsed.GetValue(a)!, parsed.GetValue(b)!, parsed.GetValue(output), cancellationToken)
        );
        return verb;
    }

    private static async Task<int> Run(string a, string b, string? output, CancellationToken cancellationToken)
    {
        var kind = Path.GetExtension(output)?.ToLowerInvariant();
        if (kind is not (null or ".docx" or ".xlsx"))
        {
            Console.Error.WriteLine($"{output}: --out cần tệp .docx hoặc .xlsx / --out takes a .docx or .xlsx file");
            return CommandLine.BadInput;
        }
        if (await Read(a, cancellationToken) is not { } from || await Read(b, cancellationToken) is not { } to)
            return CommandLine.BadInput;
        var found = Comparison.Of(from, to);
        if (output is not null)
            return Write(
                output,
                kind == ".docx" ? ComparisonFiles.Word(found, null, TimeProvider.System.Today()) : ComparisonFiles.Workbook(found)
            );
        using var writer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        foreach (var table in found.Tables)
            Print(writer, table);
        return CommandLine.Done;
    }

    // What may cost much is read as an upload is, in a process with limits; what cannot, here.
    private static async Task<Plan?> Read(string file, CancellationToken cancellationToken)
    {
        try
        {
            if (PlanReaderProcess.BudgetFor(file) is not null)
            {
                var bundle = await new PlanReaderProcess().Read(
                    file,
                    file,
                    ServeOptions.DefaultPacks,
                    cancellationToken,
                    new ReadVerb.Pages(forSystem: false)
                );
                if (bundle.Refused is not { } refused)
                    return PlanJson.Parse(bundle.Plan!);
                Console.Error.WriteLine($"{file}: {refused.Vietnamese} / {refused.English}");
                return null;
            }
            using var stream = File.OpenRead(file);
            return PlanReader.Read(
                DocumentSource.Read(stream, file, cancellationToken: cancellationToken),
                PackWords.In(ServeOptions.DefaultPacks)
            );
        }
        catch (Exception e) when (e is UnreadableDocumentException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: {e.Message}");
            return null;
        }
    }

    private static int Write(string file, byte[] content)
    {
        try
        {
            File.WriteAllBytes(file, content);
            return CommandLine.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: không ghi được / cannot be written: {e.Message}");
            return CommandLine.BadInput;
        }
    }

    private static void Print(StreamWriter writer, ComparisonTable table)
    {
        writer.WriteLine($"{table.Name}: {Comparison.Counts(table)}");
        foreach (var (kind, what, from, to) in table.Rows)
            writer.WriteLine(
                $"  {Comparison.Word(kind), -10} {Fit(what), -Width}  {(from == to ? from : $"{(from.Length == 0 ? "–" : from)} → {(to.Length == 0 ? "–" : to)}")}".TrimEnd()
            );
        writer.WriteLine();
    }

    private static string Fit(string text) => text.Length <= Width ? text : text[..(Width - 1)] + "…";
}
