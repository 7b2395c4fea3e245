using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ThiDua.Bench;

/// <summary>Word files of any length.</summary>
internal static class WordInputs
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>
    /// A plan as Word writes one: several runs a paragraph with language and proofing marks, automatic numbers, a table of tasks.
    /// </summary>
    internal static byte[] Docx(int paragraphs, Func<string>? words = null)
    {
        var body = new StringBuilder();
        for (var i = 0; i < paragraphs; i++)
        {
            const string rpr =
                "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New "
                + "Roman\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr>";
            body.Append(
                CultureInfo.InvariantCulture,
                $"<w:p w:rsidR=\"00A1{i % 10000:D4}\" w:rsidRDefault=\"00A10001\"><w:pPr><w:numPr><w:ilvl "
                    + $"w:val=\"{i % 3}\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:before=\"120\"/><w:jc "
                    + $"w:val=\"both\"/>{rpr}</w:pPr>"
            );
            body.Append(
                CultureInfo.InvariantCulture,
                $"<w:r w:rsidRPr=\"00A10002\">"
                    + $"{rpr.Replace("<w:sz ", "<w:b/><w:sz ", StringComparison.Ordinal)}<w:t xml:space=\"preserve\">"
                    + $"Công an xã </w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r>{rpr}<w:t>chủ trì, phối hợp với "
                    + $"Văn phòng – Thống kê tham mưu Ủy ban nhân dân xã tổ chức thực hiện{words?.Invoke()};</w:t>"
                    + $"</w:r><w:proofErr w:type=\"spellEnd\"/>"
            );
            body.Append(
                CultureInfo.InvariantCulture,
                $"<w:r>{rpr}<w:t xml:space=\"preserve\"> tuyên truyền cho ít nhất {i % 100}% số hộ dân.</w:t></w:r></w:p>"
            );
        }
        return Package(body);
    }

    /// <summary>A table of tasks: number, task, lead, supporting units, deadline.</summary>
    internal static byte[] DocxTable(int rows, Func<string> words)
    {
        const string rpr = "<w:rPr><w:sz w:val=\"26\"/><w:lang w:val=\"vi-VN\"/></w:rPr>";
        var body = new StringBuilder(
            "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/><w:insideH w:val=\"single\"/></w:tblBorders></w:tblPr>"
        );
        void Row(params string[] cells)
        {
            body.Append("<w:tr>");
            foreach (var cell in cells)
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:jc w:val=\"both\"/>"
                        + $"{rpr}</w:pPr><w:r>{rpr}<w:t xml:space=\"preserve\">{cell}</w:t></w:r></w:p></w:tc>"
                );
            body.Append("</w:tr>");
        }
        Row("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian");
        for (var i = 1; i <= rows; i++)
            Row(
                i.ToString(CultureInfo.InvariantCulture),
                "Tổ chức thực hiện" + words(),
                "Công an xã",
                "Văn phòng – Thống kê",
                $"Trước ngày {(i % 28) + 1}/11"
            );
        return Package(body.Append("</w:tbl>"));
    }

    /// <summary>Lines of a few words, which pack thirtyfold: no honest file holds so many.</summary>
    internal static byte[] DocxLines(int lines)
    {
        var body = new StringBuilder();
        for (var i = 0; i < lines; i++)
            body.Append(CultureInfo.InvariantCulture, $"<w:p><w:r><w:t>- Công an xã mở {i % 100} lớp</w:t></w:r></w:p>");
        return Package(body);
    }

    private static byte[] Package(StringBuilder body)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"r1\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                    + "Target=\"word/document.xml\"/></Relationships>"
            );
            Part(
                zip,
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"r1\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" "
                    + "Target=\"numbering.xml\"/></Relationships>"
            );
            Part(
                zip,
                "word/numbering.xml",
                $"<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
                    + "w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl "
                    + "w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/>"
                    + "</w:lvl><w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText "
                    + "w:val=\"%3)\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/>"
                    + "</w:num></w:numbering>"
            );
            Part(zip, "word/document.xml", $"<w:document {W}><w:body>{body}</w:body></w:document>");
        }
        return stream.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
    }
}
