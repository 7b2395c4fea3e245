using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Paper.Tests;

/// <summary>One fault each, put into a document that has none.</summary>
internal static class Faults
{
    public static readonly Dictionary<string, Action<MainDocumentPart>> All = new()
    {
        ["page-size"] = m =>
        {
            foreach (var s in m.Document!.Descendants<PageSize>().Take(1))
                (s.Width, s.Height) = (12240u, 15840u);
        },
        ["margin-left"] = m => m.Document!.Descendants<PageMargin>().First().Left = 1134,
        ["margin-right"] = m => m.Document!.Descendants<PageMargin>().First().Right = 1701,
        ["margin-top"] = m => m.Document!.Descendants<PageMargin>().First().Top = 567,
        ["margin-bottom"] = m => m.Document!.Descendants<PageMargin>().First().Bottom = 2268,
        ["font"] = m => Look(m, "Ủy ban nhân dân xã báo cáo").PrependChild(new RunFonts { Ascii = "Arial", HighAnsi = "Arial" }),
        ["colour"] = m => Look(m, "Ủy ban nhân dân xã báo cáo").PrependChild(new Color { Val = "1F4E79" }),
        ["page-number"] = m => m.HeaderParts.Single().Header!.Descendants<SimpleField>().Single().Remove(),
        ["page-number-first"] = m => m.Document!.Descendants<TitlePage>().First().Remove(),
        ["page-number-place"] = m => Style(m, "Header").Descendants<Justification>().Single().Val = JustificationValues.Right,
        ["page-number-size"] = m => Size(m, "Header", 10),
        ["national-name"] = m => Para(m, "CỘNG HÒA").Remove(),
        ["national-name-size"] = m => Size(m, "NationalName", 14),
        ["national-name-style"] = m => Plain(m, "NationalName"),
        ["motto-text"] = m => Text(m, "Độc lập").Text = "Độc lập – Tự do – Hạnh phúc",
        ["motto-size"] = m => Size(m, "Motto", 12),
        ["motto-line"] = m => Para(m, "Độc lập").NextSibling<Paragraph>()!.Remove(),
        ["organ-size"] = m => Size(m, "IssuingOrgan", 14),
        ["organ-style"] = m => Plain(m, "IssuingOrgan"),
        ["organ-line"] = m => Para(m, "XÃ AN BÌNH").NextSibling<Paragraph>()!.Remove(),
        ["number"] = m => Text(m, "Số: 07").Text = "07/BC-UBND",
        ["number-form"] = m => Text(m, "Số: 07").Text = "Số: 07 / BC - UBND",
        ["number-zero"] = m => Text(m, "Số: 07").Text = "Số: 7/BC-UBND",
        ["number-size"] = m => Size(m, "DocumentNumber", 14),
        ["letter-abbreviation"] = m => Text(m, "Số: 07").Text = "Số: 07/CV-UBND",
        ["type-abbreviation"] = m => Text(m, "Số: 07").Text = "Số: 07/KH-UBND",
        ["day-zero"] = m => Text(m, "An Bình, ngày").Text = "An Bình, ngày 5 tháng 02 năm 2024",
        ["month-zero"] = m => Text(m, "An Bình, ngày").Text = "An Bình, ngày 05 tháng 04 năm 2024",
        ["date-form"] = m => Text(m, "An Bình, ngày").Text = "Ngày 05 tháng 02 năm 2024",
        ["date-style"] = m => Style(m, "PlaceDate").Descendants<Italic>().Single().Remove(),
        ["type-name-size"] = m => Size(m, "Title", 16),
        ["type-name-style"] = m => Plain(m, "Title"),
        ["subject-style"] = m => Plain(m, "Subtitle"),
        ["subject-line"] = m => Para(m, "Sơ kết").NextSibling<Paragraph>()!.Remove(),
        ["basis-style"] = m => Style(m, "LegalBasis").Descendants<Italic>().Single().Remove(),
        ["basis-end"] = m =>
            Text(m, "Căn cứ Kế hoạch").Text = "Căn cứ Kế hoạch số 15/KH-UBND ngày 05 tháng 4 năm 2024 của UBND xã An Bình.",
        ["body-size"] = m => Look(m, "Xã đã ban hành").Append(new FontSize { Val = "24" }),
        ["body-align"] = m => Para(m, "Xã đã ban hành").ParagraphProperties!.Append(new Justification { Val = JustificationValues.Left }),
        ["first-line"] = m => Para(m, "Xã đã ban hành").ParagraphProperties!.Append(new Indentation { FirstLine = "0" }),
        ["line-spacing"] = m =>
            Para(m, "Xã đã ban hành")
                .ParagraphProperties!.Append(new SpacingBetweenLines { Line = "480", LineRule = LineSpacingRuleValues.Auto }),
        ["paragraph-gap"] = m => Para(m, "1. Công tác").ParagraphProperties!.Append(new SpacingBetweenLines { After = "40" }),
        ["heading-upper"] = m => Text(m, "TÌNH HÌNH, KẾT QUẢ").Text = "Tình hình, kết quả",
        ["end-mark"] = m => Text(m, "Trên đây").Text = "Trên đây là Báo cáo của Ủy ban nhân dân xã An Bình.",
        ["signer-style"] = m => Plain(m, "SignerTitle"),
        ["signer-name-style"] = m => Plain(m, "SignerName"),
        ["recipients-label-size"] = m => Size(m, "RecipientsLabel", 14),
        ["recipients-label-style"] = m => Plain(m, "RecipientsLabel"),
        ["recipients-size"] = m => Size(m, "Recipients", 13),
        ["recipients-end"] = m => Text(m, "- Đảng ủy xã").Text = "- Đảng ủy xã,",
        ["recipients-last"] = m => Para(m, "- Lưu: VT").Descendants<Text>().Single().Text = "- Công an xã.",
        ["appendix-size"] = m => Size(m, "AppendixLabel", 12),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    private static Paragraph Para(MainDocumentPart m, string start) =>
        m.Document!.Descendants<Paragraph>().First(p => p.InnerText.StartsWith(start, StringComparison.Ordinal));

    private static Text Text(MainDocumentPart m, string start) =>
        m.Document!.Descendants<Text>().First(t => t.Text.StartsWith(start, StringComparison.Ordinal));

    private static RunProperties Look(MainDocumentPart m, string start)
    {
        var run = Text(m, start).Ancestors<Run>().First();
        return run.RunProperties ??= new RunProperties();
    }

    private static Style Style(MainDocumentPart m, string id) =>
        m.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == id);

    private static void Size(MainDocumentPart m, string style, int points) =>
        Style(m, style).Descendants<FontSize>().Single().Val = (points * 2).ToString();

    private static void Plain(MainDocumentPart m, string style) => Style(m, style).Descendants<Bold>().Single().Remove();
}
