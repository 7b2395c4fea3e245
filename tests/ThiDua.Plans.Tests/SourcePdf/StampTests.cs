using ThiDua.Fuzz;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.SourcePdf;

/// <summary>
/// Numbers and days that a signing program sets on a page as the appearance of signature fields; files written object by object, as such
/// programs write them.
/// </summary>
public sealed class StampTests
{
    private const string Latin = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    // Codes 0x13-0x1C are the figures, as in the fonts of Windows.
    private const string Wide = "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[10 0 R]/ToUnicode 11 0 R>>";
    private const string Map = "/CIDInit /ProcSet findresource begin 1 beginbfrange <0013> <001C> <0030> endbfrange endcmap";

    [Theory]
    [InlineData("(76) Tj")]
    [InlineData("[(7) 20 (6)] TJ")]
    [InlineData("<3736> Tj")]
    public void A_stamped_number_stands_where_it_was_set(string shown) =>
        Assert.Contains("So: 76 /KH-UBND", Texts(Read(Pdf(shown, Latin), "a.pdf")));

    [Fact]
    public void Its_font_may_have_codes_of_its_own() =>
        Assert.Contains("So: 76 /KH-UBND", Texts(Read(Pdf("<001A0019> Tj", Wide), "a.pdf")));

    [Theory]
    [InlineData("(Ky boi: Van phong Uy ban, 12:30) Tj")]
    [InlineData("(KT) Tj")]
    [InlineData("")]
    [InlineData("((( Tj")]
    [InlineData("q /FRM Do Q (76)")]
    public void What_is_no_number_is_left_out(string shown) => Assert.Contains("So: /KH-UBND", Texts(Read(Pdf(shown, Latin), "a.pdf")));

    // Five thousand times, five deep: more than any machine ends.
    [Fact]
    public void A_form_that_draws_itself_over_and_over_ends() =>
        Assert.Contains("So: /KH-UBND", Texts(Read(Pdf(string.Concat(Enumerable.Repeat("/FRM Do ", 5_000)), Latin), "a.pdf")));

    private static byte[] Pdf(string shown, string font)
    {
        var page = "BT /F1 12 Tf 1 0 0 1 90 740 Tm (So:) Tj 1 0 0 1 150 740 Tm (/KH-UBND) Tj ET";
        return RawPdf.Of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R/Annots[6 0 R]>>",
            RawPdf.Stream("", page),
            Latin,
            "<</Type/Annot/Subtype/Widget/FT/Sig/Rect[118 735 148 752]/AP<</N 7 0 R>>>>",
            RawPdf.Stream("/Type/XObject/Subtype/Form/BBox[0 0 30 17]/Resources<</XObject<</FRM 8 0 R>>>>", "q 1 0 0 1 0 0 cm /FRM Do Q"),
            RawPdf.Stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 30 17]/Resources<</Font<</F1 9 0 R>>/XObject<</FRM 8 0 R>>>>",
                $"BT 1 0 0 1 2 5 Tm /F1 12 Tf {shown} ET"
            ),
            font,
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
            RawPdf.Stream("", Map)
        );
    }
}
