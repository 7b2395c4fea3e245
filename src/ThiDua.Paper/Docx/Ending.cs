using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Docx;

/// <summary>The end of the text: recipients at the left, the signer at the right, never on two pages.</summary>
internal static class Ending
{
    private const double Left = 75,
        Right = 85;

    // Room for the signature and the seal, in points.
    private const int SigningRoom = 78;

    public static IEnumerable<OpenXmlElement> Of(OfficialDocument d)
    {
        var gap = Layout.Gap(6);
        gap.ParagraphProperties!.InsertAfter(new KeepNext(), gap.ParagraphProperties.ParagraphStyleId);
        yield return gap;
        yield return Layout.Table(
            "Nơi nhận và người ký",
            [Left, Right],
            [
                [Recipients(d), Signer(d.Signature)],
            ]
        );
        yield return Layout.Gap(1);
    }

    private static IEnumerable<Paragraph> Recipients(OfficialDocument d)
    {
        if (d.Recipients.Count == 0)
            return [new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = Styles.Recipients }))];
        return
        [
            Text.Paragraph(Styles.RecipientsLabel, "Nơi nhận:"),
            .. OfficialText.Listed(d.Recipients).Select(r => Text.Paragraph(Styles.Recipients, r)),
        ];
    }

    private static IEnumerable<Paragraph> Signer(SignatureBlock s)
    {
        foreach (var line in new[] { s.Authority, s.InPlaceOf, s.Title }.Where(l => !string.IsNullOrWhiteSpace(l)))
            yield return Text.Paragraph(Styles.SignerTitle, OfficialText.Upper(line!));
        if (s.OtherTitle is { } other)
            yield return Room(Text.Paragraph(Styles.SignerTitle, OfficialText.Upper(other)));
        var name = Text.Paragraph(Styles.SignerName, s.Name?.Trim() ?? "");
        yield return s.OtherTitle is null ? Room(name) : name;
    }

    private static Paragraph Room(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.Append(
            new SpacingBetweenLines { Before = (SigningRoom * 20).ToString(CultureInfo.InvariantCulture) }
        );
        return paragraph;
    }
}

/// <summary>An appendix on pages of its own: label, name, and which document it goes with.</summary>
internal static class AppendixPages
{
    public static IEnumerable<OpenXmlElement> Of(OfficialDocument d, Appendix a)
    {
        var width = Page.TextWidth(a.Landscape);
        var label = Text.Paragraph(Styles.AppendixLabel, OfficialText.AppendixLabel(a));
        label.ParagraphProperties!.Append(new OutlineLevel { Val = 0 });
        yield return label;
        if (!string.IsNullOrWhiteSpace(a.Title))
            yield return Text.Paragraph(Styles.AppendixTitle, OfficialText.Upper(a.Title));
        yield return Text.Paragraph(Styles.AppendixReference, OfficialText.AppendixReference(d));
        yield return Layout.Gap(12);
        foreach (var element in BodyBlocks.Of(a.Body, width, HeadingLevels.Of(a.Body, above: 1)))
            yield return element;
    }
}
