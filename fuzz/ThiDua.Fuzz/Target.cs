using System.IO.Compression;
using System.Text;
using ThiDua.Plans.Source;

namespace ThiDua.Fuzz;

/// <summary>One kind of input that our own code parses: how bytes become a file of it, and which pieces its syntax is made of.</summary>
internal sealed record Target(string Name, Func<byte[], (byte[] File, string Name)> File, string[] Words)
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static readonly Target[] All =
    [
        new("docx", Docx, ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:tcPr>", "</w:tcPr>", "<w:pPr>", "</w:pPr>", "<w:rPr>", "</w:rPr>",
            "<w:br/>", "<w:tab/>", "<w:b/>", "<w:vMerge/>", "<w:gridSpan w:val=\"3\"/>", "<w:numPr>", "</w:numPr>", "<w:numId w:val=\"1\"/>", "<w:ilvl w:val=\"2\"/>", "<w:sdt>", "</w:sdt>", "<w:sdtContent>", "</w:sdtContent>",
            "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "<mc:AlternateContent>", "</mc:AlternateContent>", "<mc:Choice>", "</mc:Choice>", "<mc:Fallback>", "</mc:Fallback>", "<w:txbxContent>", "</w:txbxContent>",
            "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:footnoteReference w:id=\"2\"/>", "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/>",
            "<w:lvl w:ilvl=\"1\">", "</w:lvl>", "<w:lvlText w:val=\"%1.%2\"/>", "<w:numFmt w:val=\"lowerLetter\"/>", "<w:start w:val=\"2147483647\"/>", "<w:startOverride w:val=\"5\"/>", "<w:lvlRestart w:val=\"1\"/>", "<w:isLgl/>",
            "<w:basedOn w:val=\"A\"/>", "<w:numStyleLink w:val=\"A\"/>", "<w:jc w:val=\"center\"/>", "w:val=\"-1\"", "&#x1EBF;", "\0"]),
        new("zip", bytes => (bytes, "a.docx"), ["PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "word/document.xml", "_rels/.rels", "../", "Target=\"", "officeDocument"]),
        new("text", bytes => (bytes, "a.md"), ["**", "*", "__", "_", "# ", "| ", "|---|---|\n", "\\", "[", "](", ")", "<br>", "<!--", "-->", "&amp;", "&#0;", "\r\n", "\u0323", "\u200B", "```", "> ", "MẬT", "1. ", "a) "]),
        new("encoding", bytes => (bytes, "a.txt"), ["\u00FF\u00FE", "\u00FE\u00FF", "\u00EF\u00BB\u00BF", "\0", "Céng hßa", "Coäng hoøa", "Côòng hoÌa", "\u00E1\u00BB\u0099", "\u00CC\u0081", "\u00ED\u00A0\u0080"]),
        new("html", bytes => ([.. "<html>"u8, .. bytes], "a.html"), ["<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<td rowspan=3 colspan=2>", "<th>", "<ul>", "</ul>", "<ol type=a start=3>", "<li>", "<b>", "</b>",
            "<style>", "</style>", ".a{font-weight:bold}", "<p class=a style='text-align:center;display:none'>", "<script>", "</script>", "<!--", "-->", "<![if x]>", "&nbsp;", "&lt;", "<br>", "<h1>", "</h1>", "<", ">", "'", "\""]),
    ];

    /// <summary>Reads the input as a document. Whatever is thrown but a refusal is a fault, and so is a line that breaks the contract.</summary>
    public void Run(byte[] input)
    {
        var (file, name) = File(input);
        SourceDocument document;
        try
        {
            document = DocumentSource.Read(new MemoryStream(file), name, ReadLimits.Default with { AllowPrograms = false });
        }
        catch (UnreadableDocumentException)
        {
            return;
        }
        foreach (var line in document.Lines)
        {
            Check(line);
        }
    }

    private static void Check(SourceLine line)
    {
        if (line.Text.AsSpan().IndexOfAny('\n', '\r', '\0') >= 0 || !line.Text.IsNormalized(NormalizationForm.FormC))
        {
            throw new InvalidDataException($"A line is not clean: {line.Text}");
        }
        if (line.Row is { Borderless: false } row && row.Cells.Count is 0 or > 10_000)
        {
            throw new InvalidDataException("A row has no cells, or no end of them.");
        }
    }

    // The parts stand one after the other, parted by a zero byte: document, numbering, styles, footnotes. What is not XML is wrapped.
    private static (byte[], string) Docx(byte[] input)
    {
        var parts = Encoding.UTF8.GetString(input).Split('\0');
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            Part(zip, "word/_rels/document.xml.rels", $"<Relationships><Relationship Type=\"{r}numbering\" Target=\"n.xml\"/><Relationship Type=\"{r}styles\" Target=\"s.xml\"/><Relationship Type=\"{r}footnotes\" Target=\"f.xml\"/></Relationships>");
            Part(zip, "word/document.xml", Root("document", $"<w:body>{parts[0]}</w:body>"));
            Part(zip, "word/n.xml", Root("numbering", parts.Length > 1 ? parts[1] : ""));
            Part(zip, "word/s.xml", Root("styles", parts.Length > 2 ? parts[2] : ""));
            Part(zip, "word/f.xml", Root("footnotes", parts.Length > 3 ? parts[3] : ""));
        }
        return (stream.ToArray(), "a.docx");
    }

    private static string Root(string name, string inner) => $"<w:{name} xmlns:w=\"{W}\" xmlns:mc=\"mc\" xmlns:v=\"v\">{inner}</w:{name}>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
