using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using ThiDua.Paper;
using ThiDua.Plans.Source;
using ThiDua.Plans.Tests.Corpus;
using ThiDua.Plans.Tests.Reading;

namespace ThiDua.Plans.Tests.Generated;

/// <summary>Made-up plans as a scanner gives them back: lines broken in mid-sentence, one character in a hundred damaged.</summary>
public sealed class ScanTests(ITestOutputHelper output)
{
    private const int Seeds = 60;

    [Fact]
    public void With_one_character_in_a_hundred_damaged_the_mean_F1_is_at_least_095()
    {
        var found = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        var worst = new StringBuilder();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var made = PlanGen.Plan.Generate(new PCG(1, (ulong)seed), null, out _);
            var printed = Read(DocxWriter.Write(made.Document), "plan.docx").Text;
            var plan = PlanReader.Read(Read(Encoding.UTF8.GetBytes(OcrDamage.Scanned(printed, 0.01, seed)), "plan.txt"));
            foreach (var part in PlanScore.Of(Gold(made.Expected), plan, forgiving: true))
            {
                (found.TryGetValue(part.Name, out var list) ? list : found[part.Name] = []).Add(part.F1);
                if (part.F1 < 0.8)
                    worst.AppendLine(
                        CultureInfo.InvariantCulture,
                        $"{seed} {part.Name} {part.F1:F3} missed {string.Join("; ", part.Missed)} made up {string.Join("; ", part.MadeUp.Select(m => m[..Math.Min(m.Length, 100)]))}"
                    );
            }
        }
        var mean = found.Values.Average(l => l.Average());
        var report =
            string.Join(
                '\n',
                found.Select(f =>
                    string.Create(CultureInfo.InvariantCulture, $"{f.Key, -11} mean F1 {f.Value.Average():F3} of {f.Value.Count}")
                )
            ) + string.Create(CultureInfo.InvariantCulture, $"\nall parts   mean F1 {mean:F3}\n");
        output.WriteLine(report + worst);
        Assert.True(mean >= 0.95, report + worst);
    }

    private static SourceDocument Read(byte[] file, string name) => DocumentSource.Read(new MemoryStream(file), name);

    private static JsonElement Gold(Plan plan) =>
        JsonSerializer.SerializeToElement(
            new
            {
                header = new
                {
                    kind = plan.Header.Kind,
                    number = plan.Header.Number,
                    symbol = plan.Header.Symbol,
                    issuer = plan.Header.Issuer,
                    place = plan.Header.Place,
                    date = plan.Header.Date,
                    title = plan.Header.Title,
                    year = plan.Header.Year,
                },
                references = plan.References.Select(r => new[] { r.Symbol, r.Date }),
                sections = plan.Sections.Select(s => new string[] { s.Number, s.Title }),
                targets = plan
                    .Targets.Where(t => t.Value is not null)
                    .Select(t => new
                    {
                        section = t.Section,
                        comparator = t.Comparator,
                        value = t.Value,
                        unit = t.Unit,
                    }),
                leads = plan.Tasks.SelectMany(t => t.Lead.Select(l => (t.Section, l))).Distinct().Select(l => new[] { l.Section, l.l }),
                recipients = plan.Recipients,
                signature = new
                {
                    authority = plan.Signature.Authority,
                    title = plan.Signature.Title,
                    name = plan.Signature.Name,
                },
            }
        );
}
