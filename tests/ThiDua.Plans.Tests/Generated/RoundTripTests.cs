using System.Text;
using CsCheck;
using ThiDua.Paper;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Generated;

/// <summary>What ThiDua.Paper writes, ThiDua.Plans reads back whole.</summary>
public sealed class RoundTripTests
{
    private const int Plans = 100;

    [Fact]
    public void A_plan_written_as_Word_is_read_back_exactly() =>
        PlanGen.Plan.Sample(
            c => Assert.Equal(Expectation.Of(c.Expected), Expectation.Of(Read(DocxWriter.Write(c.Document), "plan.docx"))),
            iter: Plans,
            threads: 1
        );

    [Fact]
    public void A_plan_written_as_a_page_is_read_back_exactly() =>
        PlanGen.Plan.Sample(
            c =>
                Assert.Equal(
                    Expectation.Of(c.Expected),
                    Expectation.Of(Read(Encoding.UTF8.GetBytes(HtmlWriter.Write(c.Document)), "plan.html"))
                ),
            iter: Plans,
            threads: 1
        );

    [Fact]
    public void Every_made_up_plan_keeps_to_the_Annex() =>
        PlanGen.Plan.Sample(c => Assert.Equal("", string.Join('\n', AnnexCheck.Docx(DocxWriter.Write(c.Document)))), iter: 30, threads: 1);

    private static Plan Read(byte[] file, string name) => PlanReader.Read(DocumentSource.Read(new MemoryStream(file), name));
}
