using System.Text;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.Fuzz;

/// <summary>One kind of input that our own code parses: how bytes become a file of it, and which pieces its syntax is made of.</summary>
internal sealed record Target(string Name, Func<byte[], (byte[] File, string Name)> File, string[] Words)
{
    public static readonly Target[] All =
    [
        new("docx", TargetFiles.Docx, MarkupWords.Docx),
        new("zip", bytes => (bytes, "a.docx"), MarkupWords.Zip),
        new("text", bytes => (bytes, "a.md"), TextWords.Text),
        new("encoding", bytes => (bytes, "a.txt"), TextWords.Encoding),
        new("html", bytes => ([.. "<html>"u8, .. bytes], "a.html"), MarkupWords.Html),
        new("plan", bytes => (bytes, "a.txt"), TextWords.Plan),
        new("ocr", bytes => (bytes, ""), TextWords.Ocr) { Reading = TargetFiles.Recognised },
        new("pdf", bytes => (TargetFiles.Pdf(bytes), "a.pdf"), MarkupWords.Pdf),
    ];

    /// <summary>How the file is read; as an uploaded one, where nothing else is said.</summary>
    public Func<byte[], string, SourceDocument> Reading { get; init; } =
        (file, name) => DocumentSource.Read(new MemoryStream(file), name, ReadLimits.Default with { AllowPrograms = false });

    /// <summary>
    /// Reads the input as a document. Whatever is thrown but a refusal is a fault, and so is a line that breaks the contract.
    /// </summary>
    public void Run(byte[] input)
    {
        var (file, name) = File(input);
        SourceDocument document;
        try
        {
            document = Reading(file, name);
        }
        catch (UnreadableDocumentException)
        {
            return;
        }
        foreach (var line in document.Lines)
        {
            Check(line);
        }
        Check(PlanReader.Read(document), document.Lines.Count);
    }

    // What is understood must be where the document is, and go into the contract's JSON.
    private static void Check(Plan plan, int lines)
    {
        var ranges = plan
            .Sections.Select(s => s.Lines)
            .Concat(plan.Targets.Select(t => t.Lines))
            .Concat(plan.Tasks.Select(t => t.Lines))
            .Concat(plan.Duties.Select(d => d.Lines))
            .Concat(plan.Warnings.Where(w => w.Lines is not null).Select(w => w.Lines!.Value));
        foreach (var range in ranges)
        {
            if (range.First < 1 || range.Last < range.First || range.Last > lines)
            {
                throw new InvalidDataException($"Lines {range.First}-{range.Last} of {lines}");
            }
        }
        PlanJson.Write(plan, Stream.Null);
    }

    private static void Check(SourceLine line)
    {
        if (line.Text.AsSpan().IndexOfAny('\n', '\r', '\0') >= 0 || !line.Text.IsNormalized(NormalizationForm.FormC))
        {
            throw new InvalidDataException($"A line is not clean: {line.Text}");
        }
        if (line.Row is { Borderless: false } row && row.Cells.Count is 0 or > 10_000)
        {
            throw new InvalidDataException("A row has no cells, or no end of them.");
        }
    }
}
