using System.Text;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Reading;

/// <summary>Plans given as text, line by line.</summary>
internal static class Texts
{
    public static Plan Read(string text) => PlanReader.Read(Source(text));

    public static SourceDocument Source(string text) => new("txt", [.. text.Split('\n').Select(l => new SourceLine(l))], []);

    /// <summary>A file of this name and content.</summary>
    public static Plan ReadFile(string name, string content) =>
        PlanReader.Read(DocumentSource.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), name));

    /// <summary>The targets with a figure of a clause that stands among the targets.</summary>
    public static List<PlanTarget> Targets(string clause) => Figured($"KẾ HOẠCH\nNăm 2025\n\nI. CHỈ TIÊU\n- {clause}.\n");

    /// <summary>The targets with a figure.</summary>
    public static List<PlanTarget> Figured(string text) => [.. Read(text).Targets.Where(t => t.Value is not null)];

    /// <summary>Numbers and titles of the sections, "II.1 Chỉ tiêu".</summary>
    public static string[] Sections(string text) => [.. Read(text).Sections.Select(s => $"{s.Number} {s.Title}")];

    public static (string?, string?)[] References(string text) => [.. Read(text).References.Select(r => (r.Symbol, r.Date))];
}
