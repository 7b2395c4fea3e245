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

    // What was measured last: a mean that falls fails.
    private const double Measured = 0.973;

    [Fact]
    public void With_one_character_in_a_hundred_damaged_the_mean_does_not_fall()
    {
        var score = new Score();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var made = PlanGen.Plan.Generate(new PCG(1, (ulong)seed), null, out _);
            var printed = Read(DocxWriter.Write(made.Document), "plan.docx").Text;
            var plan = Texts.ReadFile("plan.txt", OcrDamage.Scanned(printed, 0.01, seed));
            score.Add($"{seed}", PlanScore.Of(Gold(made.Expected), plan, forgiving: true), below: 0.8);
        }
        output.WriteLine(score.Report());
        Assert.True(score.Means.Values.Average() >= Measured, score.Report());
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
