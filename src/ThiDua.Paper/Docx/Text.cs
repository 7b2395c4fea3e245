using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace ThiDua.Paper.Docx;

/// <summary>Paragraphs and runs.</summary>
internal static class Text
{
    public static Paragraph Paragraph(string style, RichText text, string? lead = null)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (lead is not null)
            paragraph.Append(Run(new Span(lead)));
        paragraph.Append(Runs(text));
        return paragraph;
    }

    public static IEnumerable<Run> Runs(RichText text) => text.Spans.Select(Run);

    public static Run Run(Span span)
    {
        var run = new Run();
        var look = new RunProperties();
        if (span.Bold)
            look.Append(new Bold(), new BoldComplexScript());
        if (span.Italic)
            look.Append(new Italic(), new ItalicComplexScript());
        if (look.HasChildren)
            run.Append(look);
        var lines = span.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new WordText(lines[i].Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>
    /// A solid line of a given length, centred under a text: a paragraph border, which is the same in every program and
    /// stays with its text when the text is edited.
    /// </summary>
    /// <param name="width">Width in millimetres of the column that holds it.</param>
    public static Paragraph Line(double length, double width)
    {
        var side = Millimetres.Twips(Math.Max(0, (width - length) / 2)).ToString(CultureInfo.InvariantCulture);
        return new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = Styles.Rule },
                new ParagraphBorders(
                    new TopBorder
                    {
                        Val = BorderValues.Single,
                        Size = 6,
                        Space = 1,
                        Color = "auto",
                    }
                ),
                new SpacingBetweenLines
                {
                    Before = "50",
                    Line = "60",
                    LineRule = LineSpacingRuleValues.Exact,
                },
                new Indentation { Left = side, Right = side }
            )
        );
    }
}
