using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Docx;

/// <summary>Paper, margins and page numbers.</summary>
internal static class Page
{
    public const string NumberHeaderId = "rIdHeader";

    /// <summary>Width of the text area in millimetres.</summary>
    public static double TextWidth(bool landscape) =>
        (landscape ? Annex.PageHeight : Annex.PageWidth) - Annex.Left.Chosen - Annex.Right.Chosen;

    /// <param name="restart">Pages count from 1 again: each appendix has its own numbers.</param>
    public static SectionProperties Section(bool landscape, bool restart)
    {
        var (width, height) = landscape ? (Annex.PageHeight, Annex.PageWidth) : (Annex.PageWidth, Annex.PageHeight);
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = NumberHeaderId },
            new SectionType { Val = SectionMarkValues.NextPage },
            new PageSize
            {
                Width = U(width),
                Height = U(height),
                Orient = landscape ? PageOrientationValues.Landscape : null,
            },
            new PageMargin
            {
                Top = Millimetres.Twips(Annex.Top.Chosen),
                Bottom = Millimetres.Twips(Annex.Bottom.Chosen),
                Left = U(Annex.Left.Chosen),
                Right = U(Annex.Right.Chosen),
                Header = U(10),
                Footer = U(10),
                Gutter = 0,
            }
        );
        if (restart)
            section.Append(new PageNumberType { Start = 1 });
        // The first page of the text and of each appendix shows no number.
        section.Append(new TitlePage());
        return section;
    }

    private static uint U(double millimetres) => (uint)Millimetres.Twips(millimetres);
}
