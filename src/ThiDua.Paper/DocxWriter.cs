using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Docx;
using ThiDua.Paper.Rules;
using Styles = ThiDua.Paper.Docx.Styles;
using Text = ThiDua.Paper.Docx.Text;

namespace ThiDua.Paper;

/// <summary>
/// Writes an <see cref="OfficialDocument"/> as a Word file in the form of Annex I, Decree 30/2020/NĐ-CP. The same document
/// always gives the same bytes, so that an issued file can be compared by its hash.
/// </summary>
public static class DocxWriter
{
    /// <exception cref="ArgumentException">The document cannot be written (missing part, impossible date, a secrecy mark).</exception>
    public static byte[] Write(OfficialDocument document)
    {
        document = DocumentProblems.Checked(document);
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "rIdDocument"
            );
            Parts.Add(main);
            main.Document = new Document(Content(document));
            Parts.Describe(package, document);
        }
        return Packages.Repacked(file);
    }

    /// <inheritdoc cref="Write(OfficialDocument)"/>
    public static void Write(OfficialDocument document, Stream target) => target.Write(Write(document));

    private static Body Content(OfficialDocument d)
    {
        var body = new Body();
        body.Append(Letterhead.Of(d));
        if (d.Addressees.Count > 0)
            body.Append(Opening.Addressees(d.Addressees));
        body.Append(OfficialText.LegalBases(d).Select(b => Text.Paragraph(Styles.LegalBasis, b)));
        body.Append(BodyBlocks.Of(OfficialText.Closed(d.Body), Page.TextWidth(false), HeadingLevels.Of(d.Body)));
        // A signature never stands on a page without text: the last paragraph goes with it.
        if (body.LastChild is Paragraph last)
            last.ParagraphProperties!.InsertAfter(new KeepNext(), last.ParagraphProperties.ParagraphStyleId);
        body.Append(Ending.Of(d));
        // A section's settings stand at its end: the text's settings go before the first appendix.
        for (var i = 0; i < d.Appendices.Count; i++)
        {
            body.Append(
                new Paragraph(
                    new ParagraphProperties(
                        new SpacingBetweenLines
                        {
                            After = "0",
                            Line = "20",
                            LineRule = LineSpacingRuleValues.Exact,
                        },
                        Page.Section(i > 0 && d.Appendices[i - 1].Landscape, restart: i > 0)
                    )
                )
            );
            body.Append(AppendixPages.Of(d, d.Appendices[i]));
        }
        body.Append(Page.Section(d.Appendices is [.., { Landscape: true }], restart: d.Appendices.Count > 0));
        return body;
    }
}
