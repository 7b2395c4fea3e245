using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Docx;

/// <summary>The body: headings, texts, lists and tables.</summary>
internal static class BodyBlocks
{
    /// <param name="width">Of the text area, in millimetres.</param>
    public static IEnumerable<OpenXmlElement> Of(IReadOnlyList<Block> blocks, double width, HeadingLevels levels)
    {
        foreach (var block in blocks)
        foreach (var element in Of(block, width, levels))
            yield return element;
    }

    private static IEnumerable<OpenXmlElement> Of(Block block, double width, HeadingLevels levels) =>
        block switch
        {
            HeadingBlock h => Heading(h, levels),
            TextBlock t => [Text.Paragraph(Styles.Body, t.Text, t.Label is null ? null : t.Label + " ")],
            BulletBlock b => [Text.Paragraph(Styles.Bullet, b.Text, b.Level == 0 ? "- " : "+ ")],
            TableBlock t => [Tables.Of(t, width), Layout.Gap(6)],
            _ => throw new InvalidOperationException(block.GetType().Name),
        };

    private static IEnumerable<OpenXmlElement> Heading(HeadingBlock h, HeadingLevels levels)
    {
        var style = Styles.Heading(levels.Level(h.Kind));
        switch (h.Kind)
        {
            // The number stands on a line of its own, the title below it in capitals; one paragraph keeps them one heading.
            case HeadingKind.Part or HeadingKind.Chapter or HeadingKind.Section or HeadingKind.Subsection:
                var both = Text.Paragraph(style, h.Title.IsEmpty ? h.Label : h.Label + "\n" + OfficialText.Upper(h.Title.Plain));
                both.ParagraphProperties!.Append(
                    new Indentation { FirstLine = "0" },
                    new Justification { Val = JustificationValues.Center }
                );
                return [both];
            case HeadingKind.Roman:
                return [Text.Paragraph(style, OfficialText.Upper(h.Title.Plain), h.Label + " ")];
            default:
                return [Text.Paragraph(style, h.Title, h.Label + " ")];
        }
    }
}
