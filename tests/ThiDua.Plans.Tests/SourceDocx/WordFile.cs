using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ThiDua.Plans.Source;
using ThiDua.Plans.Tests.Source;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>Builds Word files with the Open XML SDK, from the XML that Word writes, and checks them against Microsoft's schema.</summary>
internal sealed class WordFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";

    public string Body { get; init; } = "";
    public string? Styles { get; init; }
    public string? Numbering { get; init; }
    public string? Footnotes { get; init; }
    public string? Endnotes { get; init; }
    public string? Settings { get; init; }
    public string? Header { get; init; }

    /// <summary>Files that the body calls by "c0", "c1" … in place of text.</summary>
    public IReadOnlyList<(string Type, byte[] Content)> Chunks { get; init; } = [];

    /// <summary>Off where the document must break Microsoft's schema to make its point.</summary>
    public bool Validate { get; init; } = true;

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            Write(main, "document", $"<w:body>{Body}<w:sectPr/></w:body>");
            foreach (var (index, (type, content)) in Chunks.Index())
            {
                using var chunk = new MemoryStream(content);
                main.AddAlternativeFormatImportPart(type, $"c{index}").FeedData(chunk);
            }
            Add<StyleDefinitionsPart>(main, "styles", Styles);
            Add<NumberingDefinitionsPart>(main, "numbering", Numbering);
            Add<FootnotesPart>(main, "footnotes", Footnotes);
            Add<EndnotesPart>(main, "endnotes", Endnotes);
            Add<DocumentSettingsPart>(main, "settings", Settings);
            Add<HeaderPart>(main, "hdr", Header);
        }
        if (Validate)
        {
            stream.Position = 0;
            using var written = WordprocessingDocument.Open(stream, false);
            var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(written)
                .Select(e => $"{e.Path?.XPath}: {e.Description}")
                .ToList();
            Assert.True(errors.Count == 0, string.Join('\n', errors));
        }
        return stream.ToArray();
    }

    public SourceDocument Read() => Documents.Read(Bytes(), "ke-hoach.docx");

    public string[] Lines() => Documents.Texts(Read());

    private static void Add<T>(MainDocumentPart main, string root, string? xml)
        where T : OpenXmlPart, IFixedContentTypePart
    {
        if (xml is not null)
        {
            Write(main.AddNewPart<T>(), root, xml);
        }
    }

    private static void Write(OpenXmlPart part, string root, string inner)
    {
        var xml =
            $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{root} {Namespaces} mc:Ignorable=\"w14\">{inner}</w:{root}>";
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(bytes);
    }

    public static string P(string text, string properties = "", string run = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{R(text, run)}</w:p>";

    public static string R(string text, string run = "") =>
        $"<w:r>{(run.Length > 0 ? $"<w:rPr>{run}</w:rPr>" : "")}<w:t xml:space=\"preserve\">"
        + $"{System.Security.SecurityElement.Escape(text)}</w:t></w:r>";

    /// <summary>Stands for the file of this number.</summary>
    public static string Chunk(int number) => $"<w:altChunk r:id=\"c{number}\"/>";

    public static string Num(int id, int level = 0) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr>";

    public static string Lvl(int level, string format, string text, string more = "", int start = 1) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    public static string Abstract(int id, params string[] levels) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"multilevel\"/>{string.Concat(levels)}</w:abstractNum>";

    public static string Instance(int id, int definition, string more = "") =>
        $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{more}</w:num>";
}
