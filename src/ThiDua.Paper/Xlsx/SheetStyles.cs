using DocumentFormat.OpenXml.Spreadsheet;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Xlsx;

/// <summary>The formats of cells, by their place in the list.</summary>
internal static class SheetStyles
{
    public const uint Title = 1,
        Header = 2,
        Cell = 3,
        Quoted = 4,
        Date = 5,
        Time = 6;

    private const uint FirstNumber = 7,
        FirstFormat = 164;

    /// <summary>Of numbers the most that a format shows.</summary>
    private const int MostDecimals = 6;

    /// <summary>Of days, of moments, then of numbers by their decimal places.</summary>
    private static readonly IReadOnlyList<string> Formats =
    [
        "dd/mm/yyyy",
        "hh:mm dd/mm/yyyy",
        "#,##0",
        .. Enumerable.Range(1, MostDecimals).Select(d => "#,##0." + new string('0', d)),
    ];

    /// <summary>Of the body font, in points.</summary>
    public const double Size = 12;

    private const double TitleSize = 14;

    public static (double Size, bool Bold) FontOf(uint style) => (style == Title ? TitleSize : Size, style is Title or Header);

    public static uint Number(int decimals) => FirstNumber + (uint)Math.Clamp(decimals, 0, MostDecimals);

    /// <summary>Text stays text when the file is opened; the quote mark keeps it text when somebody edits the cell.</summary>
    public static uint OfText(string text) => FormulaText.IsLike(text) ? Quoted : Cell;

    public static Stylesheet All() =>
        new(
            new NumberingFormats(Formats.Select((f, i) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = f })),
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
            new CellFormats([
                new CellFormat
                {
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                    FormatId = 0,
                },
                // A title or a head may be somebody's words too.
                Quote(Format(font: 1, fill: 0, border: 0, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Center)),
                Quote(Format(font: 2, fill: 2, border: 1, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center)),
                Format(font: 0, fill: 0, border: 1, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top),
                Quote(Format(font: 0, fill: 0, border: 1, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top)),
                .. Formats.Select((_, i) => Typed(FirstFormat + (uint)i)),
            ])
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

    private static CellFormat Typed(uint format)
    {
        var typed = Format(font: 0, fill: 0, border: 1, HorizontalAlignmentValues.Right, VerticalAlignmentValues.Top);
        typed.NumberFormatId = format;
        return typed;
    }

    private static CellFormat Quote(CellFormat format)
    {
        format.QuotePrefix = true;
        return format;
    }
}
