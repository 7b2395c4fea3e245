using DocumentFormat.OpenXml.Spreadsheet;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Xlsx;

/// <summary>The formats of cells, by their place in the list.</summary>
internal static class SheetStyles
{
    public const uint Title = 1,
        Header = 2,
        Cell = 3,
        Quoted = 4;

    /// <summary>Of the body font, in points.</summary>
    public const double Size = 12;

    private const double TitleSize = 14;

    public static (double Size, bool Bold) FontOf(uint style) => (style == Title ? TitleSize : Size, style is Title or Header);

    public static Stylesheet All() =>
        new(
            new Fonts(Font(Size, bold: false), Font(TitleSize, bold: true), Font(Size, bold: true)),
            // The format reserves the first two fills.
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE7EFEA" }) { PatternType = PatternValues.Solid })
            ),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                Ruled()
            ),
            new CellStyleFormats(
                new CellFormat
                {
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                }
            ),
            new CellFormats(
                new CellFormat
                {
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                    FormatId = 0,
                },
                Format(font: 1, fill: 0, border: 0, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Center),
                Format(font: 2, fill: 2, border: 1, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center),
                Format(font: 0, fill: 0, border: 1, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top),
                Quote(Format(font: 0, fill: 0, border: 1, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top))
            )
        );

    private static Font Font(double size, bool bold) =>
        bold
            ? new Font(new Bold(), new FontSize { Val = size }, new FontName { Val = Annex.Font })
            : new Font(new FontSize { Val = size }, new FontName { Val = Annex.Font });

    private static Border Ruled() =>
        new(
            new LeftBorder { Style = BorderStyleValues.Thin },
            new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin },
            new BottomBorder { Style = BorderStyleValues.Thin },
            new DiagonalBorder()
        );

    // 49 is the format "text".
    private static CellFormat Format(uint font, uint fill, uint border, HorizontalAlignmentValues across, VerticalAlignmentValues down) =>
        new(
            new Alignment
            {
                Horizontal = across,
                Vertical = down,
                WrapText = true,
            }
        )
        {
            NumberFormatId = 49,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };

    private static CellFormat Quote(CellFormat format)
    {
        format.QuotePrefix = true;
        return format;
    }
}
