using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Docx;

/// <summary>The top of the first page: a two-column table without borders, then the type name and the subject.</summary>
internal static class Letterhead
{
    private const double Left = 65,
        Right = 95;

    // Annex: "from 1/3 to 1/2 of the text's length".
    private const double LineShare = 0.42;

    public static IEnumerable<OpenXmlElement> Of(OfficialDocument d)
    {
        yield return Layout.Table(
            "Phần đầu văn bản: cơ quan ban hành, Quốc hiệu, số, ký hiệu, địa danh và thời gian ban hành",
            [Left, Right],
            [
                [Organ(d), National()],
                [Number(d), [Text.Paragraph(Styles.PlaceDate, OfficialText.PlaceAndDate(d))]],
            ]
        );
        if (d.IsLetter)
            yield return Layout.Gap(12);
        else
            foreach (var p in Title(d))
                yield return p;
    }

    private static IEnumerable<Paragraph> Organ(OfficialDocument d)
    {
        if (!string.IsNullOrWhiteSpace(d.SuperiorOrgan))
            yield return Text.Paragraph(Styles.SuperiorOrgan, OfficialText.Upper(d.SuperiorOrgan));
        var lines = OfficialText.OrganLines(d.IssuingOrgan, Left - 2);
        foreach (var line in lines)
            yield return Text.Paragraph(Styles.Organ, line);
        var longest = Math.Min(Left, lines.Max(l => TextWidth.Of(l, Annex.OrganSize.Chosen, bold: true)));
        yield return Text.Line(longest * LineShare, Left);
    }

    private static IEnumerable<Paragraph> National() =>
        [
            Text.Paragraph(Styles.NationalName, Annex.NationalName),
            Text.Paragraph(Styles.Motto, Annex.Motto),
            Text.Line(TextWidth.Of(Annex.Motto, Annex.MottoSize.Chosen, bold: true), Right),
        ];

    private static IEnumerable<Paragraph> Number(OfficialDocument d)
    {
        yield return Text.Paragraph(Styles.Number, OfficialText.Number(d.Number, d.Symbol));
        if (d.IsLetter)
            yield return Text.Paragraph(Styles.LetterSubject, "V/v " + d.Subject);
        if (d.Urgency != Urgency.None)
            yield return UrgencyMark(d.Urgency);
    }

    private static Paragraph UrgencyMark(Urgency urgency)
    {
        var side = Millimetres.Twips((Left - Annex.UrgencyWidth(urgency)) / 2).ToString(CultureInfo.InvariantCulture);
        BorderType[] frame = [new TopBorder(), new LeftBorder(), new BottomBorder(), new RightBorder()];
        foreach (var b in frame)
        {
            b.Val = BorderValues.Single;
            b.Size = 8;
            b.Space = 0;
            b.Color = "FF0000";
        }
        // Bright red is the Annex's colour for this stamp, the only text that is not black.
        return new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = Styles.Urgency },
                new ParagraphBorders(frame),
                new SpacingBetweenLines
                {
                    Line = Millimetres.Twips(8).ToString(CultureInfo.InvariantCulture),
                    LineRule = LineSpacingRuleValues.Exact,
                },
                new Indentation { Left = side, Right = side }
            ),
            new Run(
                new RunProperties(new Color { Val = "FF0000" }),
                new DocumentFormat.OpenXml.Wordprocessing.Text(Annex.UrgencyText(urgency))
            )
        );
    }

    private static IEnumerable<OpenXmlElement> Title(OfficialDocument d)
    {
        var width = Page.TextWidth(false);
        yield return Text.Paragraph(Styles.Title, OfficialText.Upper(d.TypeName!));
        var lines = SubjectLines.Of(d.Subject, Annex.BodySize.Chosen, width * 0.95);
        yield return Text.Paragraph(Styles.Subject, string.Join(" \n", lines));
        yield return Text.Line(lines.Max(l => Math.Min(width, TextWidth.Of(l, Annex.BodySize.Chosen, bold: true))) * LineShare, width);
        yield return Layout.Gap(10);
    }
}
