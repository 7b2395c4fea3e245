using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;
using WordStyles = DocumentFormat.OpenXml.Wordprocessing.Styles;

namespace ThiDua.Paper.Docx;

/// <summary>The paragraph styles of our documents: one for each component of Annex I, so that a clerk can restyle a whole text.</summary>
internal static class Styles
{
    public const string Normal = "Normal",
        Body = "BodyText",
        LegalBasis = "LegalBasis",
        Title = "Title",
        Subject = "Subtitle",
        NationalName = "NationalName",
        Motto = "Motto",
        SuperiorOrgan = "SuperiorOrgan",
        Organ = "IssuingOrgan",
        Number = "DocumentNumber",
        PlaceDate = "PlaceDate",
        LetterSubject = "LetterSubject",
        Rule = "RuleLine",
        Urgency = "UrgencyMark",
        Addressee = "Addressee",
        Bullet = "ListBullet",
        Cell = "TableText",
        CellHeader = "TableHeader",
        SignerTitle = "SignerTitle",
        SignerName = "SignerName",
        RecipientsLabel = "RecipientsLabel",
        Recipients = "Recipients",
        AppendixLabel = "AppendixLabel",
        AppendixTitle = "AppendixTitle",
        AppendixReference = "AppendixReference",
        PageNumber = "Header",
        Grid = "OfficialTable";

    public static string Heading(int level) => "Heading" + level.ToString(CultureInfo.InvariantCulture);

    public static WordStyles All()
    {
        var styles = new WordStyles(Defaults());
        styles.Append(
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
            {
                Type = StyleValues.Paragraph,
                StyleId = Normal,
                Default = true,
            }
        );
        styles.Append(Letterhead());
        styles.Append(BodyStyles());
        for (var level = 1; level <= 9; level++)
            styles.Append(HeadingStyle(level));
        styles.Append(EndStyles());
        styles.Append(TableStyles());
        return styles;
    }

    private static DocDefaults Defaults() =>
        new(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle(
                    new RunFonts
                    {
                        Ascii = Annex.Font,
                        HighAnsi = Annex.Font,
                        EastAsia = Annex.Font,
                        ComplexScript = Annex.Font,
                    },
                    new FontSize { Val = Half(Annex.BodySize.Chosen) },
                    new FontSizeComplexScript { Val = Half(Annex.BodySize.Chosen) },
                    new Languages { Val = "vi-VN", EastAsia = "vi-VN" }
                )
            ),
            new ParagraphPropertiesDefault(
                new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines
                    {
                        Before = "0",
                        After = "0",
                        Line = "240",
                        LineRule = LineSpacingRuleValues.Auto,
                    }
                )
            )
        );

    private static IEnumerable<Style> Letterhead() =>
        [
            New(NationalName, "Quốc hiệu", Annex.NationalNameSize.Chosen, Look.Bold | Look.Centred),
            New(Motto, "Tiêu ngữ", Annex.MottoSize.Chosen, Look.Bold | Look.Centred),
            New(SuperiorOrgan, "Cơ quan chủ quản", Annex.OrganSize.Chosen, Look.Centred),
            New(Organ, "Cơ quan ban hành", Annex.OrganSize.Chosen, Look.Bold | Look.Centred),
            New(Number, "Số và ký hiệu", Annex.NumberSize.Chosen, Look.Centred, before: 4),
            New(PlaceDate, "Địa danh và thời gian", Annex.DateSize.Chosen, Look.Italic | Look.Centred, before: 4),
            New(LetterSubject, "Trích yếu công văn", Annex.LetterSubjectSize.Chosen, Look.Centred, before: 6),
            New(Rule, "Dòng kẻ", 2, Look.Centred),
            New(Urgency, "Dấu mức độ khẩn", Annex.UrgencySize.Chosen, Look.Bold | Look.Centred, before: 6),
            New(Title, "Title", Annex.BodySize.Chosen, Look.Bold | Look.Centred | Look.KeepNext, before: 18),
            New(Subject, "Subtitle", Annex.BodySize.Chosen, Look.Bold | Look.Centred | Look.KeepNext),
        ];

    private static IEnumerable<Style> BodyStyles() =>
        [
            New(Body, "Body Text", Annex.BodySize.Chosen, Look.Justified | Look.Indented, after: Annex.ParagraphGap),
            New(Bullet, "List Bullet", Annex.BodySize.Chosen, Look.Justified | Look.Indented, after: Annex.ParagraphGap),
            New(
                LegalBasis,
                "Căn cứ ban hành",
                Annex.BodySize.Chosen,
                Look.Italic | Look.Justified | Look.Indented,
                after: Annex.ParagraphGap
            ),
            New(Addressee, "Kính gửi", Annex.BodySize.Chosen, Look.None),
            New(AppendixLabel, "Phụ lục", Annex.BodySize.Chosen, Look.Bold | Look.Centred | Look.KeepNext),
            New(AppendixTitle, "Tên phụ lục", Annex.BodySize.Chosen, Look.Bold | Look.Centred | Look.KeepNext),
            New(AppendixReference, "Kèm theo văn bản", Annex.BodySize.Chosen, Look.Italic | Look.Centred),
        ];

    private static IEnumerable<Style> EndStyles() =>
        [
            New(SignerTitle, "Quyền hạn và chức vụ", Annex.BodySize.Chosen, Look.Bold | Look.Centred | Look.KeepNext),
            New(SignerName, "Họ tên người ký", Annex.BodySize.Chosen, Look.Bold | Look.Centred),
            New(RecipientsLabel, "Nơi nhận", Annex.RecipientsLabelSize.Chosen, Look.Bold | Look.Italic | Look.KeepNext),
            New(Recipients, "Danh sách nơi nhận", Annex.RecipientsSize.Chosen, Look.None),
            New(PageNumber, "header", Annex.PageNumberSize.Chosen, Look.Centred),
        ];

    private static IEnumerable<Style> TableStyles()
    {
        yield return New(Cell, "Chữ trong bảng", Annex.TableSize, Look.None, before: 2, after: 2);
        yield return New(CellHeader, "Tiêu đề bảng", Annex.TableSize, Look.Bold | Look.Centred, before: 2, after: 2);
        var border = new[]
        {
            (OpenXmlElement)new TopBorder(),
            new LeftBorder(),
            new BottomBorder(),
            new RightBorder(),
            new InsideHorizontalBorder(),
            new InsideVerticalBorder(),
        };
        foreach (var b in border.Cast<BorderType>())
        {
            b.Val = BorderValues.Single;
            b.Size = 4;
            b.Space = 0;
            b.Color = "auto";
        }
        yield return new Style(
            new StyleName { Val = "Bảng văn bản" },
            new StyleTableProperties(
                new TableBorders(border),
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa }
                )
            )
        )
        {
            Type = StyleValues.Table,
            StyleId = Grid,
            CustomStyle = true,
        };
    }

    private static Style HeadingStyle(int level)
    {
        var style = New(
            Heading(level),
            "heading " + level.ToString(CultureInfo.InvariantCulture),
            Annex.BodySize.Chosen,
            Look.Bold | Look.Justified | Look.Indented | Look.KeepNext,
            after: Annex.ParagraphGap
        );
        style.StyleParagraphProperties!.Append(new OutlineLevel { Val = level - 1 });
        style.InsertAfter(new NextParagraphStyle { Val = Body }, style.BasedOn);
        return style;
    }

    [Flags]
    private enum Look
    {
        None = 0,
        Bold = 1,
        Italic = 2,
        Centred = 4,
        Justified = 8,
        Indented = 16,
        KeepNext = 32,
    }

    private static Style New(string id, string name, double size, Look look, double before = 0, double after = 0)
    {
        var paragraph = new StyleParagraphProperties();
        if (look.HasFlag(Look.KeepNext))
            paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines { Before = Twentieths(before), After = Twentieths(after) });
        if (look.HasFlag(Look.Indented))
            paragraph.Append(new Indentation { FirstLine = Twips(Annex.FirstLine.Chosen) });
        if (look.HasFlag(Look.Centred))
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        if (look.HasFlag(Look.Justified))
            paragraph.Append(new Justification { Val = JustificationValues.Both });
        var run = new StyleRunProperties();
        if (look.HasFlag(Look.Bold))
            run.Append(new Bold(), new BoldComplexScript());
        if (look.HasFlag(Look.Italic))
            run.Append(new Italic(), new ItalicComplexScript());
        run.Append(new FontSize { Val = Half(size) }, new FontSizeComplexScript { Val = Half(size) });
        // Names of Word's own styles are English in every language; ours are shown as they are.
        var own = name.Any(c => c > '~') || name == "Phụ lục";
        return new Style(new StyleName { Val = name }, new BasedOn { Val = Normal }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = own ? true : null,
        };
    }

    private static string Half(double points) => (points * 2).ToString("0", CultureInfo.InvariantCulture);

    private static string Twentieths(double points) => (points * 20).ToString("0", CultureInfo.InvariantCulture);

    private static string Twips(double millimetres) => Millimetres.Twips(millimetres).ToString(CultureInfo.InvariantCulture);
}
