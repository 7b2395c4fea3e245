using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Docx;

/// <summary>"Kính gửi": one addressee on the same line; several each on a line of its own, dashes under the colon.</summary>
internal static class Opening
{
    private const string Label = "Kính gửi:";

    public static IEnumerable<OpenXmlElement> Addressees(IReadOnlyList<string> addressees)
    {
        if (addressees.Count == 1)
        {
            var line = Text.Paragraph(Styles.Addressee, $"{Label} {addressees[0].Trim().TrimEnd('.', ';')}.");
            line.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Center });
            return [line, Layout.Gap(10)];
        }
        var label = TextWidth.Of(Label, Annex.BodySize.Chosen, bold: false);
        var left = 30.0;
        var rows = new IEnumerable<Paragraph>[][]
        {
            [
                [new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = Styles.Addressee }))],
                [Text.Paragraph(Styles.Addressee, Label)],
            ],
        };
        var list = new IEnumerable<Paragraph>[][]
        {
            [
                [new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = Styles.Addressee }))],
                OfficialText.Listed(addressees).Select(a => Text.Paragraph(Styles.Addressee, a)),
            ],
        };
        var width = Page.TextWidth(false);
        return
        [
            Layout.Table("Kính gửi", [left, width - left], rows),
            Layout.Table("Các cơ quan, tổ chức, cá nhân nhận văn bản", [left + label, width - left - label], list),
            Layout.Gap(10),
        ];
    }
}
