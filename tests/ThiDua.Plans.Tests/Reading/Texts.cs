using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Reading;

internal static class Texts
{
    public static Plan Read(string text) => PlanReader.Read(Source(text));

    public static SourceDocument Source(string text) => new("txt", [.. text.Split('\n').Select(l => new SourceLine(l))], []);

    /// <summary>Numbers and titles of the sections, "II.1 Chỉ tiêu".</summary>
    public static string[] Sections(string text) => [.. Read(text).Sections.Select(s => $"{s.Number} {s.Title}")];

    public static (string?, string?)[] References(string text) => [.. Read(text).References.Select(r => (r.Symbol, r.Date))];
}
