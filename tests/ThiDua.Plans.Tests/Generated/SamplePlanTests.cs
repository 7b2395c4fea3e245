using System.Text;
using System.Text.Json.Nodes;
using ThiDua.Paper;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Generated;

/// <summary>The sample plan says the same thing in every form it comes in.</summary>
public sealed class SamplePlanTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples");

    [Fact]
    public void Word_Markdown_and_page_are_read_as_the_same_plan()
    {
        var docx = WithoutLines(Read("ke-hoach-thi-dua-2024.docx"));
        var page = HtmlWriter.Write(MarkdownDocument.Read(File.ReadAllText(Path.Combine(Folder, "ke-hoach-thi-dua-2024.md"))).Document!);

        Assert.Equal(docx, WithoutLines(Read("ke-hoach-thi-dua-2024.md")));
        Assert.Equal(docx, WithoutLines(Parse(Encoding.UTF8.GetBytes(page), "plan.html")));
    }

    [Fact]
    public void It_holds_the_facts_of_the_campaign()
    {
        var plan = Read("ke-hoach-thi-dua-2024.docx");

        Assert.Equal(
            new PlanHeader(
                "KH",
                "15",
                "KH-UBND",
                "ỦY BAN NHÂN DÂN XÃ AN BÌNH MẪU",
                "An Bình Mẫu",
                "2024-04-05",
                "Phát động phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024",
                2024
            ),
            plan.Header
        );
        Assert.Equal(new PlanPeriod(null, "2024-12-31"), plan.Period);
        Assert.Equal(new Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"), plan.Signature);
        Assert.Equal(16, plan.References.Count);
        Assert.Equal(25, plan.Sections.Count);
        Assert.Equal(10, plan.Recipients.Count);
        Assert.Equal("Lưu: VT", plan.Recipients[^1]);
        Assert.Equal(
            [">=5", ">75", ">90", "=100", ">90", "<15", "=30", "=50", ">=60", ">=75", "=100", "=100", "=100", "=100"],
            plan.Targets.Where(t => t.Value is not null).Select(t => t.Comparator + t.Value)
        );
        Assert.Empty(plan.Warnings);
    }

    private static Plan Read(string name) => Parse(File.ReadAllBytes(Path.Combine(Folder, name)), name);

    private static Plan Parse(byte[] file, string name) => PlanReader.Read(DocumentSource.Read(new MemoryStream(file), name));

    // Where a thing stands differs from form to form; what it says may not.
    private static string WithoutLines(Plan plan)
    {
        var json = JsonNode.Parse(PlanJson.Write(plan))!;
        Drop(json);
        return json.ToJsonString();
    }

    private static void Drop(JsonNode? node)
    {
        if (node is JsonObject o)
        {
            o.Remove("lines");
            foreach (var (_, child) in o)
                Drop(child);
        }
        if (node is JsonArray a)
            foreach (var child in a)
                Drop(child);
    }
}
