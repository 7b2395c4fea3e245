using System.Globalization;
using System.Text;
using System.Text.Json;
using ThiDua.Plans.Source;
using ThiDua.Plans.Tests.Corpus;
using ThiDua.Plans.Tests.SourcePdf;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>
/// The documents of <c>tests/corpus</c>, written for this purpose, no two of one shape, each with its gold file. The
/// means are printed the way the reader is judged: one row a part.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void The_mean_of_every_part_holds()
    {
        var means = Score(out var report);
        output.WriteLine(report);
        Assert.True(means["references"] >= 0.99, report);
        Assert.True(means["sections"] >= 0.98, report);
        Assert.True(means["targets"] >= 0.95, report);
        Assert.True(means["leads"] >= 0.92, report);
        Assert.True(means["recipients"] >= 0.98, report);
        Assert.True(means["header"] >= 0.97, report);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void With_one_letter_in_a_hundred_misread_the_mean_is_at_least_095(int seed)
    {
        var all = new List<double>();
        var report = new StringBuilder();
        foreach (var path in Golds())
        {
            using var gold = JsonDocument.Parse(File.ReadAllText(path));
            var source = Path.Combine(Path.GetDirectoryName(path)!, gold.RootElement.GetProperty("source").GetString()!);
            if (CorpusFiles.Has(Path.GetFileName(source)))
                continue;
            var text = OcrDamage.Of(File.ReadAllText(source), 0.01, seed);
            var plan = PlanReader.Read(
                DocumentSource.Read(
                    new MemoryStream(Encoding.UTF8.GetBytes(text)),
                    Path.GetFileName(source),
                    cancellationToken: TestContext.Current.CancellationToken
                )
            );
            foreach (var part in PlanScore.Of(gold.RootElement, plan, forgiving: true))
            {
                all.Add(part.F1);
                if (part.F1 < 0.9)
                    report.AppendLine(
                        CultureInfo.InvariantCulture,
                        $"{Path.GetFileName(path)} {part.Name} {part.F1:F3} missed {string.Join("; ", part.Missed)} made up {string.Join("; ", part.MadeUp.Select(m => m[..Math.Min(m.Length, 80)]))}"
                    );
            }
        }
        output.WriteLine($"mean F1 {all.Average().ToString("F3", CultureInfo.InvariantCulture)}\n{report}");
        Assert.True(all.Average() >= 0.95, $"{all.Average()} {report}");
    }

    [Fact]
    public void There_are_at_least_25_texts_and_12_Word_files() => Assert.True(Golds().Count >= 40);

    [Fact]
    public void None_is_taken_for_what_is_no_plan() =>
        Assert.DoesNotContain(
            Golds().Select(g => g.Replace(".gold.json", "", StringComparison.Ordinal)),
            g =>
                new[] { ".md", ".txt", ".html", ".docx" }
                    .Select(e => g + e)
                    .FirstOrDefault(f => File.Exists(f) || CorpusFiles.Has(Path.GetFileName(f)))
                    is { } file
                && Read(file).Warnings.Any(w => w.Code == "not-a-plan")
        );

    private static Dictionary<string, double> Score(out string report)
    {
        var found = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var lines = new StringBuilder();
        foreach (var path in Golds())
        {
            using var gold = JsonDocument.Parse(File.ReadAllText(path));
            if (!PdfFile.CanWrite && gold.RootElement.GetProperty("source").GetString()!.EndsWith(".pdf", StringComparison.Ordinal))
            {
                lines.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(path)} left out: no font to write it with (apt install fonts-dejavu-extra)"
                );
                continue;
            }
            foreach (
                var part in PlanScore.Of(
                    gold.RootElement,
                    Read(Path.Combine(Path.GetDirectoryName(path)!, gold.RootElement.GetProperty("source").GetString()!))
                )
            )
            {
                (found.TryGetValue(part.Name, out var list) ? list : found[part.Name] = []).Add(part.F1);
                if (part.F1 < 1)
                    lines.AppendLine(
                        CultureInfo.InvariantCulture,
                        $"{Path.GetFileName(path)} {part.Name} {part.F1:F3} missed {string.Join("; ", part.Missed)} made up {string.Join("; ", part.MadeUp.Select(m => m[..Math.Min(m.Length, 120)]))}"
                    );
            }
        }
        var means = found.ToDictionary(f => f.Key, f => f.Value.Average(), StringComparer.Ordinal);
        foreach (var (part, mean) in means)
            lines.AppendLine(CultureInfo.InvariantCulture, $"{part, -11} mean F1 {mean:F3} of {found[part].Count}");
        report = lines.ToString();
        return means;
    }

    internal static Plan Read(string path)
    {
        var name = Path.GetFileName(path);
        using Stream file = CorpusFiles.Has(name) ? new MemoryStream(CorpusFiles.Of(name)) : File.OpenRead(path);
        return PlanReader.Read(DocumentSource.Read(file, name));
    }

    private static List<string> Golds()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "tests", "corpus")))
                return
                [
                    .. Directory.GetFiles(Path.Combine(folder.FullName, "tests", "corpus"), "*.gold.json").Order(StringComparer.Ordinal),
                ];
        return [];
    }
}
