using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Paper.Docx;

/// <summary>The parts beside the text: styles, settings, page number, description.</summary>
internal static class Parts
{
    public static void Add(MainDocumentPart main)
    {
        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = Styles.All();
        main.AddNewPart<HeaderPart>(Page.NumberHeaderId).Header = new Header(
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = Styles.PageNumber }),
                new SimpleField(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("2"))) { Instruction = " PAGE " }
            )
        );
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(
            new Zoom { Percent = "100" },
            new DefaultTabStop { Val = 720 },
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = "vi-VN" },
            new DecimalSymbol { Val = "," },
            new ListSeparator { Val = ";" }
        );
    }

    public static void Describe(WordprocessingDocument package, OfficialDocument d)
    {
        var core = package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdCore");
        using var writer = System.Xml.XmlWriter.Create(core.GetStream(FileMode.Create), new() { CloseOutput = true });
        const string cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            dc = "http://purl.org/dc/elements/1.1/";
        writer.WriteStartElement("cp", "coreProperties", cp);
        writer.WriteElementString("dc", "title", dc, OneLine(d.Title));
        writer.WriteElementString("dc", "creator", dc, OneLine(d.IssuingOrgan));
        writer.WriteElementString("dc", "language", dc, "vi-VN");
        writer.WriteEndElement();
    }

    private static string OneLine(string text) => text.Replace('\n', ' ');
}
