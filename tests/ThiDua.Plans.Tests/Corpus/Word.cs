using System.Globalization;
using System.Text;
using ThiDua.Plans.Tests.SourceDocx;
using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>The pieces that people put together in Word, as Word writes them.</summary>
internal static class Word
{
    private const string Drawn =
        "<w:tblBorders><w:top w:val=\"single\"/><w:left w:val=\"single\"/><w:bottom "
        + "w:val=\"single\"/><w:right w:val=\"single\"/><w:insideH w:val=\"single\"/><w:insideV "
        + "w:val=\"single\"/></w:tblBorders>";
    public const string Centre = "<w:jc w:val=\"center\"/>",
        Bold = "<w:b/>",
        Italic = "<w:i/>";

    /// <summary>A body paragraph, justified; <c>**bold**</c> parts in bold, a line feed is a soft line break.</summary>
    public static string T(string text) => $"<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>{Runs(text)}</w:p>";

    /// <summary>A centred line in bold: type, subject, a heading that no style marks.</summary>
    public static string C(string text) => $"<w:p><w:pPr>{Centre}</w:pPr>{R0(text, Bold)}</w:p>";

    /// <summary>A heading by bold only.</summary>
    public static string H(string text) => $"<w:p>{R0(text, Bold)}</w:p>";

    /// <summary>A heading by style, numbered or not by its style.</summary>
    public static string S(string style, string text, string more = "") =>
        $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{Runs(text)}</w:p>";

    /// <summary>A paragraph of an automatic list.</summary>
    public static string N(int list, int level, string text, bool bold = false) =>
        $"<w:p><w:pPr>{Num(list, level)}<w:jc w:val=\"both\"/></w:pPr>{(bold ? R0(text, Bold) : Runs(text))}</w:p>";

    /// <summary>The letterhead: two columns without borders, lines parted by a stroke.</summary>
    public static string Head(string left, string right) => TwoColumns(3600, Lines(left, Centre), 5700, Lines(right, Centre)) + P("");

    private static string TwoColumns(int width, string left, int other, string right) =>
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>"
        + $"<w:gridCol w:w=\"{width}\"/><w:gridCol w:w=\"{other}\"/></w:tblGrid>"
        + $"<w:tr>{Cell(left)}{Cell(right)}</w:tr></w:tbl>";

    /// <summary>Recipients on the left, signature on the right; a stroke parts lines.</summary>
    public static string Foot(string recipients, string signature) =>
        P("") + TwoColumns(4600, P("Nơi nhận:", "", Bold + Italic) + Lines(recipients, "", false), 4700, Lines(signature, Centre)) + P("");

    /// <summary>A ruled table. Cells are parted by a stroke; "^" goes on with the cell above, "&lt;" with the cell to the left.</summary>
    public static string Grid(params string[] rows)
    {
        var cells = rows.Select(r => r.Split('|').Select(c => c.Trim()).ToArray()).ToArray();
        var table = new StringBuilder(
            $"<w:tbl><w:tblPr>{Drawn}</w:tblPr><w:tblGrid>{string.Concat(cells[0].Select(_ => "<w:gridCol w:w=\"1500\"/>"))}</w:tblGrid>"
        );
        for (var r = 0; r < cells.Length; r++)
        {
            table.Append("<w:tr>");
            for (var c = 0; c < cells[r].Length; c++)
            {
                if (cells[r][c] == "<")
                    continue;
                var span = 1;
                while (c + span < cells[r].Length && cells[r][c + span] == "<")
                    span++;
                var merge =
                    cells[r][c] == "^" ? "<w:vMerge/>"
                    : r + 1 < cells.Length && c < cells[r + 1].Length && cells[r + 1][c] == "^" ? "<w:vMerge w:val=\"restart\"/>"
                    : "";
                var wide = span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "";
                var text = cells[r][c] == "^" ? "" : cells[r][c];
                table
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"<w:tc><w:tcPr><w:tcW w:w=\"{1500 * span}\" w:type=\"dxa\"/>{wide}{merge}</w:tcPr>"
                    )
                    .AppendJoin("", text.Split('\n').Select(l => P(l, "", r == 0 ? Bold : "")))
                    .Append("</w:tc>");
            }
            table.Append("</w:tr>");
        }
        return table.Append("</w:tbl>").Append(P("")).ToString();
    }

    public static string Note(int id) =>
        $"<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{id}\"/></w:r>";

    public static string NoteText(int id, string text) =>
        $"<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r>{R(" " + text)}</w:p></w:footnote>";

    public static string Inserted(int id, string text) =>
        $"<w:ins w:id=\"{id}\" w:author=\"Văn thư\" w:date=\"2026-01-05T08:00:00Z\">{R(text)}</w:ins>";

    public static string Deleted(int id, string text) =>
        $"<w:del w:id=\"{id}\" w:author=\"Văn thư\" w:date=\"2026-01-05T08:00:00Z\"><w:r><w:delText "
        + $"xml:space=\"preserve\">{text}</w:delText></w:r></w:del>";

    public static string Field(string code, string result) =>
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> "
        + code
        + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + R(result)
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    public static string Control(string text) => $"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{R(text)}</w:sdtContent></w:sdt>";

    /// <summary>A paragraph put together from runs, changes, fields and controls.</summary>
    public static string Mix(string properties, params string[] pieces) =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{string.Concat(pieces)}</w:p>";

    /// <summary>An anchored text box, with the copy for old readers that Word writes beside it.</summary>
    public static string Box(string text) =>
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline>"
        + "<wp:extent cx=\"900000\" cy=\"300000\"/><wp:docPr id=\"1\" name=\"Khung\"/><a:graphic>"
        + "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
        + $"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{P(text, Centre, Bold)}</w:txbxContent></wps:txbx>"
        + "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        + $"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{P(text, Centre, Bold)}</w:txbxContent>"
        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";

    /// <summary>Heading styles and the table style of the Vietnamese edition, its language set.</summary>
    public static string Styles(string headings = "") =>
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"28\"/><w:lang "
        + "w:val=\"vi-VN\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" "
        + "w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
        + headings;

    public static string Style(string id, string name, string properties, string run = Bold) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn "
        + $"w:val=\"Normal\"/><w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>";

    private static string Cell(string content) => $"<w:tc><w:tcPr><w:tcW w:w=\"4600\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>";

    private static string Lines(string lines, string properties, bool bold = true) =>
        string.Concat(lines.Split('|').Select(l => P(l.Trim(), properties, bold ? Bold : "")));

    private static string Runs(string text) =>
        string.Concat(text.Split("**").Select((part, i) => part.Length == 0 ? "" : R0(part, i % 2 == 1 ? Bold : "")));

    private static string R0(string text, string run) => string.Join("<w:r><w:br/></w:r>", text.Split('\n').Select(l => R(l, run)));
}
