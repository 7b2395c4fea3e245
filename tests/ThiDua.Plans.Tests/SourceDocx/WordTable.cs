using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>The XML of tables.</summary>
internal static class WordTable
{
    public const string Drawn =
        "<w:tblBorders><w:top w:val=\"single\"/><w:left w:val=\"single\"/><w:bottom w:val=\"single\"/>"
        + "<w:right w:val=\"single\"/><w:insideH w:val=\"single\"/><w:insideV w:val=\"single\"/>"
        + "</w:tblBorders>";

    public static string Tbl(string properties, params string[] rows) =>
        $"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{string.Concat(rows)}</w:tbl>{P("")}";

    public static string Tr(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Tc(string text, string properties = "") => TcOf(P(text), properties);

    public static string TcOf(string content, string properties = "") =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/>{properties}</w:tcPr>{content}</w:tc>";
}
